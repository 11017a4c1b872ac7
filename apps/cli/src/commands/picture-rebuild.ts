import { Database, listEveryLab } from '@datalab/data';
import type { Amount } from '@datalab/domain';
import { PictureRebuildService, type Rebuilt } from '@datalab/features';
import { SnapshotKeyFolder, SnapshotStore } from '@datalab/snapshot';
import { verdict, type Command } from '../command.js';
import { findEnv, readEnv, UsageError } from '../env.js';
import { optionsOf } from '../options.js';

export const pictureRebuild: Command = {
  name: 'picture rebuild',
  usage: '<lab> [--snapshot digest]',
  summary:
    'Makes a snapshot again from the loads it was made of (the newest, unless one is named) and compares it with what was frozen.',
  async run(args, print) {
    const { values, positionals } = optionsOf(args, { snapshot: { type: 'string' } });
    const [named] = positionals;
    if (named === undefined || positionals.length > 1) throw new UsageError('Name one lab, by its key or id.');
    if (values.snapshot !== undefined && !/^[0-9a-f]{64}$/.test(values.snapshot))
      throw new UsageError('--snapshot is a digest: 64 hexadecimal digits.');
    const env = readEnv('DATABASE_WORKER_URL', 'SNAPSHOT_DIR', 'SNAPSHOT_KEY_DIR');
    const database = await Database.connect({ url: env.DATABASE_WORKER_URL, name: 'datalab picture', poolSize: 2 });
    try {
      const labId = await findLabId(database, named);
      const service = new PictureRebuildService(database, storeOf(env));
      const rebuilt = await service.execute(labId, values.snapshot);
      for (const line of told(rebuilt)) print(line);
      const passed = rebuilt.outcome === 'equal';
      return verdict({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 }, print);
    } finally {
      await database.close();
    }
  },
};

/** Reading what was frozen takes the worker's master key; without it the digests are compared, which needs none. */
function storeOf(env: { SNAPSHOT_DIR: string; SNAPSHOT_KEY_DIR: string }): SnapshotStore | undefined {
  const hex = findEnv('WORKER_MASTER_KEY');
  if (hex === undefined) return undefined;
  const keyFolder = env.SNAPSHOT_KEY_DIR;
  const keys = new SnapshotKeyFolder(keyFolder, new Uint8Array(Buffer.from(hex, 'hex')));
  // It only reads here, so that no noise is drawn of the secret.
  return new SnapshotStore(env.SNAPSHOT_DIR, { keys, keyFolder, noise: new Uint8Array(32) });
}

async function findLabId(database: Database, named: string): Promise<string> {
  const keys: string[] = [];
  for (const labId of await listEveryLab(database)) {
    const rows: { key: string }[] = await database.inTransaction({ labId }, (tx) =>
      tx.query('select key from lab where id = $1', [labId]),
    );
    if (labId === named || rows[0]?.key === named) return labId;
    if (rows[0] !== undefined) keys.push(rows[0].key);
  }
  throw new UsageError(`There is no lab "${named}". There are: ${keys.sort().join(', ') || 'none yet'}.`);
}

function told(rebuilt: Rebuilt): string[] {
  const { digest } = rebuilt;
  if (rebuilt.outcome === 'impossible')
    return [`snapshot ${digest} cannot be made again:`, ...rebuilt.reasons.map((reason) => `  ${reason}`)];
  const { rebuiltDigest, loads, hasFile, differences } = rebuilt;
  const lines = [
    `frozen:  ${digest}${hasFile ? '' : ' (its rows cannot be read here, which takes WORKER_MASTER_KEY: only the digest is compared)'}`,
    `rebuilt: ${rebuiltDigest} from ${loads} loads`,
  ];
  if (rebuilt.outcome === 'equal') return [...lines, `rebuilt, and equal${hasFile ? ', row by row' : ''}`];
  if (hasFile && differences.length === 0)
    lines.push('every row says the same; what differs is which rows belong to one household, or their order');
  for (const { organisationName, datasetName, total, cells } of differences) {
    lines.push(`${organisationName}, ${datasetName}: ${sentence(total)}`);
    for (const { period, category, ...part } of cells) lines.push(`  ${period} ${category}: ${sentence(part)}`);
  }
  return lines;
}

type Changes = Record<'added' | 'removed' | 'changed', Amount>;

const sentence = ({ added, removed, changed }: Changes): string => {
  const parts = [
    ['added', added],
    ['removed', removed],
    ['changed', changed],
  ] as const;
  return parts
    .filter(([, { most }]) => most !== 0)
    .map(([what, amount]) => `${words(amount)} ${what}`)
    .join(', ');
};

const words = ({ least, most }: Amount): string => {
  if (most === null) return `${least} or more rows`;
  if (least === most) return `${least} rows`;
  return least === 1 ? `fewer than ${most + 1} rows` : `${least} to ${most} rows`;
};
