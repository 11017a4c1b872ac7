import type { TwoByTwo } from '@datalab/analysis';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { option } from '../run-option.js';

export const serviceUseGapParams = z.strictObject({
  /** The category that makes an address one of the group: it has at least one report of it. The others are compared with. */
  category: option(z.string().min(1).max(60).default('confused_behaviour'), {
    words: {
      nl: 'Soort melding die een adres in de groep brengt',
      en: 'Kind of report that puts an address in the group',
    },
    of: 'category',
  }),
  /** Codes of provisions, as their source writes them; the use of any of them counts. */
  provisions: option(z.array(z.string().min(1).max(40)).min(1).max(20).default(['WMO']), {
    words: { nl: 'Codes van voorzieningen', en: 'Codes of provisions' },
    of: 'provision',
  }),
  /** What addresses must have in common to be compared with each other: the area, or how many organisations know them. */
  comparable: option(z.enum(['area', 'organisations']).default('area'), {
    words: { nl: 'Vergelijkbaar zijn adressen', en: 'Addresses are comparable' },
    values: {
      area: { nl: 'in hetzelfde gebied', en: 'in the same area' },
      organisations: { nl: 'die evenveel organisaties kennen', en: 'that as many organisations know' },
    },
  }),
});
export type ServiceUseGapParams = z.infer<typeof serviceUseGapParams>;

/** What the gap is counted from. */
export interface ServiceUseGapData {
  /** Addresses in and outside the group that use a provision, and that do not: exact, for the gate. */
  cells: Record<'groupUses' | 'groupNot' | 'othersUse' | 'othersNot', ExactGroup>;
  /** Reports that should name their address and do not: they cannot be looked up. */
  unlinked: { group: ExactGroup; others: ExactGroup };
  /** A table for each set of comparable addresses; those with few addresses are taken together. */
  strata: readonly TwoByTwo[];
  linked: boolean;
  sources: number;
  useSources: number;
  keyCoverage: number | null;
  /** Every month was delivered by every source of provision use. */
  isWhole: boolean;
}
