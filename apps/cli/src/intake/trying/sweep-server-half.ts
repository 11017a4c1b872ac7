import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Chance } from '../chance.js';
import type { Announced, ScratchLab } from '../scratch-lab.js';
import type { BaseTable } from './base-tables.js';
import { mutateCanonical } from './mutate-canonical.js';
import type { SectionResult } from './sweep.js';
import { tryClientHalf } from './try-client-half.js';
import { writeTable } from './write-table.js';

/** A canonical file that the platform accepts as it is. */
interface GoodFile {
  table: BaseTable;
  text: string;
  announced: Announced;
}

/**
 * Sends mutated canonical files, most with sealed keys, through the api's service and the worker's. Failed means: the worker's service threw, the
 * load was neither accepted nor refused, a refused one left a row or an accepted one not exactly its rows, a reason names no place, or what
 * the platform says of it holds a planted identifier. Each good file is tried first as it is, and must be accepted.
 */
export async function sweepServerHalf(
  lab: ScratchLab,
  bases: readonly BaseTable[],
  { files, seed }: { files: number; seed: number },
  beat: (text: string) => void = () => undefined,
): Promise<SectionResult> {
  const good = await goodFiles(lab, bases);
  const result: SectionResult = { passed: 0, accepted: 0, refused: 0, failures: [] };
  for (let n = 1 - good.length; n <= files; n += 1) {
    const isWhole = n <= 0;
    const chance = new Chance(seed * 1_000_003 + n);
    const file = isWhole ? good[n + good.length - 1]! : chance.pick(good);
    const text = `load ${isWhole ? 'as it is' : n} of seed ${seed}: ${file.table.name}`;
    beat(text);
    const { bytes, planted } = isWhole
      ? { bytes: Buffer.from(file.text), planted: [] }
      : mutateCanonical(file.text, chance);
    // Mostly the client is honest about bytes that are wrong; else the file was damaged on its way.
    const isHonest = isWhole || chance.below(5) > 0;
    const { state, why } = await tryServerHalf(lab, file, bytes, planted, isHonest);
    if (why === undefined && (!isWhole || state === 'accepted')) {
      result.passed += 1;
      result[state === 'accepted' ? 'accepted' : 'refused'] += 1;
    } else result.failures.push(`${text}: ${why ?? 'not accepted'}`);
  }
  return result;
}

async function tryServerHalf(
  lab: ScratchLab,
  { table, announced }: GoodFile,
  bytes: Uint8Array,
  planted: readonly string[],
  isHonest: boolean,
): Promise<{ state?: string; why?: string }> {
  const path = join(lab.folder, 'mutated.ndjson');
  await writeFile(path, bytes);
  const sha256 = isHonest ? createHash('sha256').update(bytes).digest('hex') : announced.sha256;
  try {
    await lab.clear();
    const id = await lab.upload(table.kind, { ...announced, path, sha256 });
    const { state, issues, totals } = await lab.check(id);
    const rows = await lab.countRows();
    if (state !== 'accepted' && state !== 'refused') return { state, why: `the load is ${state}` };
    if (rows !== (state === 'accepted' ? totals?.rows : 0))
      return { state, why: `${state}, and ${rows} rows are there` };
    if (state === 'refused' && issues.length === 0) return { state, why: 'refused without a reason' };
    if (issues.some(({ column, message }) => column === '' || message === ''))
      return { state, why: 'a reason without a place' };
    const said = JSON.stringify(issues).toLowerCase();
    if (planted.some((identifier) => said.includes(identifier.toLowerCase())))
      return { state, why: 'a planted identifier in a message' };
    return { state };
  } catch (error) {
    return { why: `threw ${error instanceof Error ? error.stack : String(error)}` };
  }
}

/** What the client half makes of every base as it is. */
async function goodFiles(lab: ScratchLab, bases: readonly BaseTable[]): Promise<GoodFile[]> {
  const made: GoodFile[] = [];
  for (const table of bases) {
    const { region, folder, sealingKey } = lab;
    const setting = { region, folder, sealingKey, datasetId: lab.datasetOf(table.kind) };
    const outcome = await tryClientHalf({ table, bytes: writeTable(table, 'tab'), planted: [] }, setting);
    if (outcome.state !== 'accepted') throw new Error(`the base ${table.name} is not acceptable itself`);
    const { path, sha256, result } = outcome.prepared;
    const announced = { path, sha256, covers: result.coverage.ranges, totals: result.totals };
    made.push({ table, text: await readFile(path, 'utf8'), announced });
  }
  return made;
}
