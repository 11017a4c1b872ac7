import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { datalab } from '../platform-under-test.js';

const run = promisify(execFile);
const ROOT = new URL('../../../../', import.meta.url);
const LOADER = new URL('infra/dev/typescript-loader.mjs', ROOT);
const ISSUER = 'urn:datalab-overlast:platform';
const PER_DAY = '100000';

interface Holder {
  holderId: string;
  url: string;
  operator: Record<string, string>;
}

/** Lists the labs that were founded since at the key holders, as their operators do, so that its stewards can have keys made. */
export async function listLabsAtKeyHolders(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'holders-'));
  const [lists, cards] = [join(folder, 'lists.json'), join(folder, 'cards.json')];
  await datalab('custody', 'lists', lists, ISSUER, process.env['E2E_CALLER_KEYS']!, PER_DAY);
  const made: object[] = [];
  for (const { url, operator } of JSON.parse(process.env['E2E_KEY_HOLDERS']!) as Holder[]) {
    const { stdout } = await run(
      process.execPath,
      ['--import', LOADER.href, 'apps/keyservice/src/operator.ts', 'apply', '--file', lists, '--operator', 'a story'],
      { cwd: ROOT, env: operator },
    );
    made.push(...(JSON.parse(stdout) as { cards: object[] }).cards.map((card) => ({ ...card, url })));
  }
  await writeFile(cards, JSON.stringify(made));
  await datalab('custody', 'register', cards);
}
