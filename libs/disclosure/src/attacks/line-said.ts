import { noiseScale } from '../noise/noised-count.js';
import type { LineRules, LineSaid } from '../guesser/said.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/** What a published line says, as everybody who sees it reads it. */
export function lineSaid({ published, exact }: PublishedLine): LineSaid {
  if (published === null || published.state === 'not_delivered') return { state: 'nothing', shown: 0, scale: 1 };
  if (published.state === 'shown') return { state: 'shown', shown: published.reports, scale: noiseScale(exact) };
  return { state: published.state, shown: 0, scale: 1 };
}

/** How the lines of these tables were made. */
export const lineRules = ({ policy, tier }: Pick<PublishedTables, 'policy' | 'tier'>): LineRules => ({
  floor: policy.floors[tier].reports,
  noise: policy.rules.has('noise'),
  rounded: tier === 'public' && policy.rules.has('rounding'),
});
