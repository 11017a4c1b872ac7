import { ALL_CATEGORIES } from '@datalab/domain';
import type { LedgerLine } from '../ledger/ledger-line.js';
import type { AttackRecord } from './attack-record.js';
import { ALL_SOURCES, nameOf, type LineAbout } from './exact-tables.js';
import { periodsOf } from './frame.js';
import { shownSquares } from './square-lines.js';
import { knownOfLine } from './known-of-line.js';
import type { PublishedTables } from './published-tables.js';

/** The lines of published tables as the ledger holds them, and the base groups that they are sums of. */
export interface TableLedger {
  lines: readonly LedgerLine[];
  /** What each line is about, in their order. */
  abouts: readonly LineAbout[];
  /** Exact number of reports of every base group, and the source that delivered it. */
  truth: readonly number[];
  owner: readonly string[];
}

/**
 * Every published line that holds any report, as a sum of base groups (smallest area × crossing area × month × category
 * × source, × square where any line of its square tells a number). Base groups without a report are left out: the onlooker is taken to know that they are empty, which makes
 * it stronger, never weaker.
 */
export function ledgerOfTables(tables: PublishedTables, records: readonly AttackRecord[]): TableLedger {
  const groups = new Map<string, number>();
  const truth: number[] = [];
  const owner: string[] = [];
  const groupOf = new Map<AttackRecord, number>();
  const told = [...shownSquares(tables)];
  const inSquare = new Set(told.flatMap((about) => tables.line(about).records));
  for (const record of records) {
    const { areas, overlapArea = '', square, month, category, source } = record;
    const name = [areas.at(-1), overlapArea, inSquare.has(record) ? square : '', month, category, source].join('|');
    let group = groups.get(name);
    if (group === undefined) {
      group = truth.push(0) - 1;
      owner.push(source);
      groups.set(name, group);
    }
    truth[group]! += 1;
    groupOf.set(record, group);
  }
  const lines: LedgerLine[] = [];
  const abouts: LineAbout[] = [];
  for (const about of [...linesOf(tables), ...told]) {
    const line = tables.line(about);
    if (line.published === null || line.records.length === 0) continue;
    const members = [...new Set(line.records.map((record) => groupOf.get(record)!))];
    lines.push({ id: nameOf(about), members, known: knownOfLine(line, tables), tier: tables.tier });
    abouts.push(about);
  }
  return { lines, abouts, truth, owner };
}

/** What every line of the areas is about, published or not. */
export function* linesOf({ frame }: Pick<PublishedTables, 'frame'>): Generator<LineAbout> {
  for (const area of frame.level.keys())
    for (const period of periodsOf(frame))
      for (const category of [ALL_CATEGORIES, ...frame.categories])
        for (const source of [ALL_SOURCES, ...frame.sources]) yield { area, period, category, source };
}
