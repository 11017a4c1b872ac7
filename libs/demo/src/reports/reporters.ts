import type { ReporterType } from '@datalab/domain';
import type { Dice } from '../chance/dice.js';
import type { PartnerKey } from '../plan/partners.js';
import type { DemoRegion } from '../region/region.js';
import type { DemoKeys } from './demo-keys.js';

export interface Reporter {
  readonly type: ReporterType;
  /** '' where the party does not know who reported. */
  readonly key: string;
}

interface Habits {
  readonly anonymous: number;
  readonly professional: number;
}

const HABITS: Readonly<Record<PartnerKey, Habits>> = {
  municipality: { anonymous: 0.09, professional: 0.14 },
  police: { anonymous: 0.1, professional: 0.22 },
  ggd: { anonymous: 0.03, professional: 0.72 },
  corporation: { anonymous: 0.05, professional: 0.2 },
  fire_brigade: { anonymous: 0.12, professional: 0.1 },
  wijkteam: { anonymous: 0.06, professional: 0.45 },
};
/** Professionals of a party who report; a key each. */
const COLLEAGUES = 45;
/** In every buurt a few people who report often. */
const REGULARS = 4;
const REGULAR_SHARE = 0.22;

/** Draws who reports: somebody who lives near by, often one of the regulars of the buurt; a professional; or nobody knows who. */
export function reportersOf(
  region: DemoRegion,
  keys: DemoKeys,
): (party: PartnerKey, address: number | null, dice: Dice) => Reporter {
  const firstOfBuurt = region.buurten.map((_, buurt) => region.addresses.findIndex((a) => a.buurt === buurt));
  return (party, address, dice) => {
    const throwOf = dice.next();
    const { anonymous, professional } = HABITS[party];
    if (throwOf < anonymous) return { type: 'anonymous', key: '' };
    if (throwOf < anonymous + professional)
      return { type: 'professional', key: keys.reporter(`${party} ${dice.below(COLLEAGUES)}`) };
    if (address === null) return { type: 'citizen', key: keys.reporter(`passer-by ${dice.below(5000)}`) };
    if (dice.chance(REGULAR_SHARE)) {
      const first = firstOfBuurt[region.addresses[address]!.buurt]!;
      return { type: 'citizen', key: keys.reporter(`resident ${first + 11 * dice.below(REGULARS)}`) };
    }
    const neighbour = Math.max(0, Math.min(region.addresses.length - 1, address + Math.round(dice.normal() * 25)));
    return { type: 'citizen', key: keys.reporter(`resident ${neighbour}`) };
  };
}
