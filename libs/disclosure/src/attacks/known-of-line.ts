import { knownInterval, type KnownInterval } from '../ledger/known-interval.js';
import { noiseBound } from '../noise/noised-count.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/**
 * What is certain of a line; a line that was not published says nothing. The attacker is given the greatest noise of
 * the line.
 */
export function knownOfLine(line: PublishedLine, { policy, tier }: PublishedTables): KnownInterval {
  const nothing = { low: 0, high: Infinity };
  if (line.published === null) return nothing;
  const making = {
    floor: policy.floors[tier].reports,
    noiseBound: policy.rules.has('noise') ? noiseBound(line.exact) : 0,
    rounded: tier === 'public' && policy.rules.has('rounding'),
  };
  return knownInterval(line.published, making) ?? nothing;
}
