import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTurn } from '../in-turn.js';
import { datalab, ROOT, told } from '../platform-under-test.js';

const run = promisify(execFile);
/** As `npm start` names the one who mints the tokens, and allows for the demo. */
const ISSUER = 'urn:datalab-overlast:platform';
const PER_DAY = '200000';

interface Holder {
  url: string;
  /** The environment of who operates the key service: another person than the platform's operator. */
  operator: Record<string, string>;
}

/**
 * Has a key made for every lab that has none yet, as the operators of the key services do with the lists of the platform's operator. Gives what each
 * service prints: the cards of all labs, which are then registered at the platform.
 */
export const makeLabKeys = (): Promise<{ url: string; printed: string }[]> => inTurn(askForKeys);

async function askForKeys(): Promise<{ url: string; printed: string }[]> {
  const lists = join(await mkdtemp(join(tmpdir(), 'story-')), 'lists.json');
  await datalab('custody', 'lists', lists, ISSUER, told('E2E_CALLER_KEYS'), PER_DAY);
  const holders = JSON.parse(told('E2E_KEY_HOLDERS')) as Holder[];
  return Promise.all(
    holders.map(async ({ url, operator }) => {
      const script = ['--import', './infra/dev/typescript-loader.mjs', 'apps/keyservice/src/operator.ts'];
      const apply = ['apply', '--file', lists, '--operator', 'a story'];
      const { stdout } = await run(process.execPath, [...script, ...apply], { cwd: ROOT, env: operator });
      return { url, printed: stdout };
    }),
  );
}

/** Lists the labs that were founded since at the key holders, as their operators do, so that its stewards can have keys made. */
export async function listLabsAtKeyHolders(): Promise<void> {
  const cards = (await makeLabKeys()).flatMap(({ url, printed }) =>
    (JSON.parse(printed) as { cards: object[] }).cards.map((card) => ({ ...card, url })),
  );
  const file = join(await mkdtemp(join(tmpdir(), 'story-')), 'cards.json');
  await writeFile(file, JSON.stringify(cards));
  await datalab('custody', 'register', file);
}
