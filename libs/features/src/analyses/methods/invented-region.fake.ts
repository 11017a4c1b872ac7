import { randomStream, type RandomStream } from '@datalab/analysis';
import type { FakeReport } from './run-method.fake.js';

export const COLUMNS = 6;

/** 36 areas of 2,000 inhabitants on a square; area c,r is `A<c><r>`. */
export const AREAS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: COLUMNS ** 2 }, (_, i) => [codeOf(i % COLUMNS, Math.floor(i / COLUMNS)), 2_000]),
);

export function codeOf(column: number, row: number): string {
  return `A${column}${row}`;
}

/** Four areas in the upper left corner. */
export const CORNER: ReadonlySet<string> = new Set([codeOf(0, 0), codeOf(1, 0), codeOf(0, 1), codeOf(1, 1)]);

/** A count around a mean, never below 0: the sum of many small chances. */
export function drawCount(random: RandomStream, mean: number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= 0.05) if (random.nextFloat() < Math.min(0.05, left)) count += 1;
  return count;
}

/** Months from January 2023. */
export const monthAt = (t: number): string => `${2023 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;

/** Reports per area and month, `mean` each, on the days of the month in turn. */
export function monthlyReports(
  mean: (area: string, t: number) => number,
  { months = 24, seed = 1, dataset = 'police' } = {},
): FakeReport[] {
  const random = randomStream(seed);
  const reports: FakeReport[] = [];
  for (const area of AREAS.keys())
    for (let t = 0; t < months; t++) {
      const count = drawCount(random, mean(area, t));
      for (let n = 0; n < count; n++)
        reports.push({ dataset, area, day: `${monthAt(t)}-${String(1 + (n % 28)).padStart(2, '0')}` });
    }
  return reports;
}
