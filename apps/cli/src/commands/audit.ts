import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Database, type SignedHead } from '@datalab/data';
import { AuditExportService, AuditVerificationService } from '@datalab/features';
import { z } from 'zod';
import { describeFault } from '../audit/describe-fault.js';
import { verdict, type Command } from '../command.js';
import { readEnv, UsageError } from '../env.js';

const headSchema = z.array(
  z.object({
    chainId: z.uuid(),
    day: z.iso.date(),
    seq: z.int().positive(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    signedAt: z.string(),
    publicKey: z.string(),
    signature: z.string(),
  }),
);

async function asAuditor<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const { DATABASE_AUDITOR_URL: url } = readEnv('DATABASE_AUDITOR_URL');
  const database = await Database.connect({ url, name: 'datalab audit', poolSize: 1 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The options of a command; UsageError on one that it does not know. */
function optionsOf<Name extends string>(args: readonly string[], names: readonly Name[]) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options }).values as Partial<Record<Name, string>>;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function readHeads(file: string): Promise<SignedHead[]> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    return headSchema.parse(Array.isArray(parsed) ? parsed : [parsed]);
  } catch {
    throw new UsageError(`${file} is no file of heads (as datalab audit head prints them).`);
  }
}

export const auditVerify: Command = {
  name: 'audit verify',
  usage: '[--lab <key>|platform] [--head <file>] [--key <public key>]',
  summary: 'Recomputes the chain of the audit log and names what was altered, removed, reordered or put in.',
  async run(args, print) {
    const { lab, head, key } = optionsOf(args, ['lab', 'head', 'key']);
    const heads = head === undefined ? [] : await readHeads(head);
    const publicKey = key ?? process.env.AUDIT_PUBLIC_KEY;
    return asAuditor(async (database) => {
      const sum = { passed: 0, failed: 0 };
      let chains = 0;
      for await (const one of new AuditVerificationService(database).verify({ lab, heads, publicKey })) {
        chains += 1;
        sum.passed += one.passed;
        sum.failed += one.faults.length;
        const name = one.chain.key ?? (one.chain.name === null ? 'platform' : one.chain.chainId);
        const tail = one.unsealed > 0 ? `; ${one.unsealed} not sealed yet, nothing is said of those` : '';
        print(`${name}: ${one.sealed} events sealed, ${one.heads} heads${tail}`);
        for (const fault of one.faults) print(`  ✗ ${describeFault(fault)}`);
      }
      if (chains === 0) throw new UsageError(`There is no lab "${lab}".`);
      if (publicKey === undefined)
        print(
          'No --key: heads were checked against the key that they name themselves, which who rewrites the log can rewrite too.',
        );
      return verdict(sum, print);
    });
  },
};

export const auditHead: Command = {
  name: 'audit head',
  usage: '',
  summary: 'Prints the newest signed head of every chain, to be kept where this database cannot be written from.',
  run: (_, print) =>
    asAuditor(async (database) => {
      print(JSON.stringify(await new AuditVerificationService(database).listNewestHeads(), null, 2));
      return 0;
    }),
};

export const auditExport: Command = {
  name: 'audit export',
  usage: '--from <date> --to <date> [--lab <key>|platform] [--form logboek]',
  summary: 'Prints the audit log as JSON lines in the form of Logboek Dataverwerkingen; both days included, in UTC.',
  run: (args, print) => {
    const { from, to, lab, form = 'logboek' } = optionsOf(args, ['from', 'to', 'lab', 'form']);
    const isDay = (text: string | undefined): text is string => z.iso.date().safeParse(text).success;
    if (!isDay(from) || !isDay(to)) throw new UsageError('Say --from and --to as dates: 2026-01-31.');
    if (form !== 'logboek') throw new UsageError(`There is no form "${form}".`);
    return asAuditor(async (database) => {
      for await (const line of new AuditExportService(database).logboekLines({ from, to, lab })) print(line);
      return 0;
    });
  },
};
