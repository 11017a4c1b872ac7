import { bug } from '@datalab/domain';
import type { SharedTier } from '../gate-policy.js';
import type { KnownInterval } from './known-interval.js';

/**
 * One number that left, or is about to: the sum of base groups and what is known of it. Base groups are numbered 0 … n
 * − 1; they are the smallest sets of reports that all lines of the audit are sums of, one source each, so that a
 * participant's own can be taken out.
 */
export interface LedgerLine {
  id: string;
  members: readonly number[];
  known: KnownInterval;
  tier: SharedTier;
}

/** A line as the arithmetic sees it. */
export interface SumRow {
  members: readonly number[];
  low: number;
  high: number;
}

/** Who looks: everybody, or a participant who knows its own records. */
export type Onlooker = { kind: 'outsider' } | { kind: 'participant'; organisation: string };

/**
 * The lines as this onlooker sees them: an outsider has those for the public; a participant has all, with its own base
 * groups subtracted, for it knows them exactly. Throws `Bug` where the truth lies outside what is known: then the
 * interval is wrong, and the audit worthless.
 */
export function rowsFor(
  onlooker: Onlooker,
  lines: readonly LedgerLine[],
  truth: readonly number[],
  owner: readonly string[],
): SumRow[] {
  const isOwn = (group: number) => onlooker.kind === 'participant' && owner[group] === onlooker.organisation;
  const rows: SumRow[] = [];
  for (const { members, known, tier } of lines) {
    if (onlooker.kind === 'outsider' && tier !== 'public') continue;
    let all = 0;
    let own = 0;
    const others: number[] = [];
    for (const group of members) {
      all += truth[group]!;
      if (isOwn(group)) own += truth[group]!;
      else others.push(group);
    }
    if (all < known.low || all > known.high) throw bug('a released line does not hold what it is about');
    if (others.length > 0) rows.push({ members: others, low: Math.max(0, known.low - own), high: known.high - own });
  }
  return rows;
}
