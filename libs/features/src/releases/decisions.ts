import type { ReleaseTable } from '@datalab/domain';
import { cellBand, marginOf, type Margin, type ReleaseCheck } from './release-check.js';
import { COLUMN } from './table-document.js';

export interface CellDecision {
  areaCode: string;
  period: string;
  rule: string;
  margin: Margin | null;
}
/** By area and period. */
export type Decisions = ReadonlyMap<string, CellDecision>;

/**
 * Which rule decided each cell of a table that holds reports, and by how much what is shown passed the floor. The margin follows from the shown number, which
 * holds the noise: a band of the exact one, laid beside it, would tell a checker of another organisation on which side of the band's edge it lies. The
 * exact numbers name the rule of a cell that is withheld: one that is over the floor for its reports fails on something else than their number.
 * `leftOut`: cells that the design leaves out, of which no rule says anything.
 */
export function decisionsOf(
  table: ReleaseTable,
  exact: readonly { areaCode: string; period: string; reports: number }[],
  floor: number,
  leftOut: readonly { areaCode: string; period: string }[] = [],
): Decisions {
  const out = new Set(leftOut.map((cell) => `${cell.areaCode} ${cell.period}`));
  const reports = new Map(exact.map((cell) => [`${cell.areaCode} ${cell.period}`, cell.reports]));
  const decisions = new Map<string, CellDecision>();
  for (const row of table.rows) {
    const [areaCode, period, state] = [COLUMN.areaCode, COLUMN.period, COLUMN.state].map((i) => String(row[i])) as [
      string,
      string,
      string,
    ];
    const key = `${areaCode} ${period}`;
    if (out.has(key)) decisions.set(key, { areaCode, period, rule: 'left_out', margin: null });
    else if (state === 'shown') {
      const margin = marginOf(Number(row[COLUMN.reports]), floor);
      decisions.set(key, { areaCode, period, rule: 'all_rules_passed', margin });
    } else if (state !== 'zero' && state !== 'not_delivered')
      decisions.set(key, { areaCode, period, rule: ruleOf(state, reports.get(key), floor), margin: null });
  }
  return decisions;
}

function ruleOf(state: string, reports: number | undefined, floor: number): string {
  if (state === 'coarser') return 'coarser';
  if (state === 'none_or_few') return 'presence';
  return reports === undefined || reports < floor ? 'too_few_reports' : 'households_or_dominance';
}

/** What needs a person's eye although no rule forbids it. */
export type Risk = 'much-withheld' | 'near-the-floor' | 'one-area';

/** The decisions as checkers are told them. */
export function checkOf(
  decisions: Decisions,
  rules: ReleaseCheck['rules'],
  table: ReleaseTable | undefined,
): ReleaseCheck {
  const cells = [...decisions.values()];
  const counts = Map.groupBy(cells, ({ rule }) => rule);
  const shown = cells.filter(({ rule }) => rule === 'all_rules_passed');
  const risks: [Risk, boolean][] = [
    ['much-withheld', shown.length * 2 < cells.length],
    ['near-the-floor', shown.filter(({ margin }) => margin === 'near').length * 2 > shown.length],
    ['one-area', new Set(shown.map(({ areaCode }) => areaCode)).size === 1],
  ];
  return {
    rules: [...rules],
    outcomes: [...counts].map(([rule, decided]) => ({ rule, cells: cellBand(decided.length) })),
    cells,
    risks: table === undefined ? [] : risks.flatMap(([risk, isThere]) => (isThere && cells.length > 0 ? [risk] : [])),
  };
}
