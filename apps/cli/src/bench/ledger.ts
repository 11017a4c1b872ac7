import { randomStream } from '@datalab/analysis';
import {
  ALL_RULES,
  auditRelease,
  exactTables,
  ledgerOfTables,
  publishTables,
  sampleRegion,
  type LedgerLine,
} from '@datalab/disclosure';
import { highsProgramme } from '@datalab/features';

const CELLS = 100_000;
const LIMIT_SECONDS = 60;
const SEED = 7;
/** Grows until its tables hold the cells that are asked for. */
const REGION = { wijken: 80, buurtenPerWijk: 12, perBuurt: 300 };

export interface LedgerBench {
  readonly cells: number;
  readonly protectedGroups: number;
  readonly boundedExactly: number;
  readonly seconds: number;
  /** seconds / limit; the target is at most 1. */
  readonly ratio: number;
  readonly passed: boolean;
}

/**
 * Audits the release of a quarter of the tables of an invented city against a ledger of 100,000 cells, for the outsider and a participant, on one
 * core. The state of the answer does not matter here: refusing costs more than letting pass.
 */
export async function benchLedger(print: (line: string) => void, { cells = CELLS } = {}): Promise<LedgerBench> {
  const random = randomStream(SEED);
  const records = sampleRegion(() => random.nextFloat(), REGION);
  const tables = publishTables(exactTables(records, 2), ALL_RULES, 'lab');
  const { lines, truth, owner } = ledgerOfTables(tables, records);
  if (lines.length < cells) throw new Error(`the invented city has ${lines.length} cells, ${cells} are needed`);
  const stride = lines.length / cells;
  const ledger: LedgerLine[] = Array.from({ length: cells }, (_cell, i) => lines[Math.floor(i * stride)]!);
  const release = ledger.filter((_line, i) => i % 4 === 0);
  const earlier = ledger.filter((_line, i) => i % 4 !== 0);
  const solve = await highsProgramme(1);
  const start = performance.now();
  const answer = auditRelease({
    truth,
    owner,
    earlier,
    release,
    floors: { lab: ALL_RULES.floors.lab.reports, public: ALL_RULES.floors.public.reports },
    participants: ['police'],
    solve,
  });
  const seconds = (performance.now() - start) / 1000;
  const ratio = seconds / LIMIT_SECONDS;
  const passed = ratio <= 1;
  print(`audit of ${release.length} cells against ${earlier.length} earlier ones, ${truth.length} base groups`);
  print(
    `  ${answer.groups} protected groups, ${answer.bounded} of them bounded exactly, ${answer.findings.length} findings`,
  );
  print(`  ${seconds.toFixed(1)} s, ratio ${ratio.toFixed(2)} of ${LIMIT_SECONDS} s: ${passed ? 'passed' : 'FAILED'}`);
  return {
    cells,
    protectedGroups: answer.groups,
    boundedExactly: answer.bounded,
    seconds,
    ratio,
    passed,
  };
}
