import type { PreparedLoad } from '@datalab/client';
import type { CoveredRange } from '@datalab/domain';
import { UsageError } from '../env.js';
import type { Partner } from './partner.js';

const RANGE = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** What a load covers: what was said, else what the file proposes (whole months where it has rows). */
export function coverageOf(said: readonly string[] | undefined, proposed: readonly CoveredRange[]): CoveredRange[] {
  if (said === undefined) return proposed.map(({ from, to }) => ({ from, to }));
  return said.map((text) => {
    const [, from, to] = RANGE.exec(text) ?? [];
    if (from === undefined || to === undefined) throw new UsageError('--covers is written as 2024-01-01..2024-01-31.');
    return { from, to };
  });
}

export const preparedPathOf = (file: string): string => `${file}.klaar.ndjson`;

/** Says what was made: the totals are what the steward would confirm on the screen. */
export function sayPrepared(
  { words, print }: Partner,
  { path, result }: PreparedLoad,
  covers: readonly CoveredRange[],
): void {
  const { rows, inRegion, outsideRegion, noArea, outOfScope, skipped } = result.totals;
  print(words.prepared(rows, path));
  print(words.totals(inRegion, outsideRegion, noArea, outOfScope, skipped));
  print(words.covers(covers.map(({ from, to }) => `${from}..${to}`).join(', ')));
}
