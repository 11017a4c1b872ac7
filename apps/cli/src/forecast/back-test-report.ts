import type { BackTest, MethodScores, NextPeriod } from '@datalab/analysis';
import type { PanelFile } from './read-panel-file.js';

/** Above this share of gaps, without a single zero, the file may have left its zeros out. */
const MANY_GAPS = 0.1;
/** Areas that are listed one by one; of more only the sums are. */
const LISTED_AREAS = 30;
const WAPE_MARGIN = 1.05;

const fixed = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const percent = (value: number, digits = 1) => (Number.isFinite(value) ? `${(100 * value).toFixed(digits)} %` : '–');

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows.map((row) =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  '),
  );
}

/** What was read, in words: size, gaps, what was left off. */
export function describePanel({ panel, grain, gaps, notYetPublished, hasZero }: PanelFile): string[] {
  const cells = panel.areas.length * panel.periods.length;
  const lines = [
    `${panel.areas.length} area(s) × ${panel.periods.length} ${grain}s, ${panel.periods[0]} … ${panel.periods.at(-1)}; ` +
      `${gaps} of ${cells} counts are gaps (not delivered, never zero)`,
  ];
  if (notYetPublished.length > 0)
    lines.push(`left off as not yet published (zero everywhere): ${notYetPublished.join(', ')}`);
  if (!hasZero && gaps > MANY_GAPS * cells)
    lines.push(
      'WARNING: no line says 0 and many counts are missing. If the file leaves out zeros, write them: a gap is not a zero.',
    );
  return lines;
}

function scoreRow(scores: MethodScores, best: MethodScores): string[] {
  return [
    scores.method,
    fixed(scores.wape, 4),
    fixed(scores.mase, 3),
    fixed(scores.rps, 4),
    fixed(scores.rps / best.rps, 3),
    fixed(scores.logScore, 4),
    percent(scores.coverage),
    percent(scores.expectedCoverage),
    percent(scores.hitRate),
    fixed(scores.pai, 2),
    fixed(scores.pei, 3),
    String(scores.n),
  ];
}

/** Every method with its scores, the automatic choice last. */
export function scoreLines({ methods, bestNaive }: BackTest): string[] {
  const head = [
    'method',
    'WAPE',
    'MASE',
    'RPS',
    '÷ naive',
    'log',
    '80 % cov.',
    'expected',
    'hit 5 %',
    'PAI',
    'PEI',
    'n',
  ];
  return table([head, ...methods.map((scores) => scoreRow(scores, bestNaive))]);
}

/** Every area of a short list: the automatic choice over the naive method that proved best in that area. */
export function areaLines({ areas }: BackTest): string[] {
  if (areas.length > LISTED_AREAS || areas.length < 2) return [];
  const rows = areas.map((each) => [
    each.area,
    fixed(each.rps, 3),
    fixed(each.rps / each.bestNaiveRps, 3),
    fixed(each.wape, 4),
    fixed(each.wape / each.bestNaiveWape, 3),
    percent(each.coverage),
    percent(each.naiveShown, 0),
  ]);
  return ['', ...table([['area', 'RPS', '÷ naive', 'WAPE', '÷ naive', '80 % cov.', 'naive shown'], ...rows])];
}

/** What the table comes to, with what it does not reach. */
export function conclusion(test: BackTest, next: readonly NextPeriod[]): string[] {
  const { automatic, bestNaive, areas, chosen } = test;
  const gain = 1 - automatic.rps / bestNaive.rps;
  const picks = Object.entries(chosen).filter(([, n]) => n > 0);
  const whole = picks.reduce((sum, [, n]) => sum + n, 0);
  const leastWape = Math.min(...test.methods.slice(0, 4).map(({ wape }) => wape));
  const scored = areas.filter(({ bestNaiveWape }) => Number.isFinite(bestNaiveWape));
  const above = scored.filter(({ wape, bestNaiveWape }) => wape > WAPE_MARGIN * bestNaiveWape);
  const naive = next.filter(({ shown }) => shown === 'naive').length;
  const inside = automatic.coverage >= 0.78 && automatic.coverage <= 0.9;
  return [
    `chosen by past scores alone: ${picks.map(([method, n]) => `${method} ${percent(n / whole, 0)}`).join(', ')}`,
    `best naive method, known only afterwards: ${bestNaive.method}`,
    `RPS of the automatic choice: ${percent(Math.abs(gain))} ${gain >= 0 ? 'better' : 'WORSE'} than that`,
    `WAPE of the automatic choice: ${fixed(automatic.wape / leastWape, 3)} × the least of any naive method`,
    `series in which its WAPE is more than 5 % above the naive method that proved best there: ${above.length} of ${scored.length}` +
      (scored.length > LISTED_AREAS ? ' (the best of four afterwards, on few counts each: much of it is chance)' : ''),
    `80 % intervals hold ${percent(automatic.coverage)} (whole counts make one expect ${percent(automatic.expectedCoverage)}; meant: 78–90 %)${inside ? '' : ' – OUTSIDE'}`,
    `next period: a model is shown in ${next.length - naive} area(s), the naive forecast in ${naive}`,
  ];
}
