import type { Category } from '@datalab/domain';
import type { Dice } from '../chance/dice.js';
import { weighted } from '../chance/weighted.js';
import { PLANTED } from '../plan/planted.js';
import { WIJKEN } from '../plan/town-plan.js';
import type { DemoRegion } from '../region/region.js';
import { PLAN_BUURTEN } from './nuisance-weights.js';

/** The parties that register households; only they can be linked. */
export const HOUSEHOLD_PARTIES = ['municipality', 'police', 'ggd', 'corporation'] as const;
export type HouseholdParty = (typeof HOUSEHOLD_PARTIES)[number];

/** What is going on in a household, and so what is reported about it. */
export type Trouble = 'confused' | 'noise' | 'conflict' | 'filth' | 'drugs' | 'youth';

export interface NuisanceHousehold {
  /** Index of its address. */
  readonly address: number;
  readonly trouble: Trouble;
  /** Reports by each party that knows it; 0 = does not know it. */
  readonly reports: Readonly<Record<HouseholdParty, number>>;
  readonly knownToAll: boolean;
}

const OTHER_TROUBLES: readonly Trouble[] = [
  'noise',
  'noise',
  'conflict',
  'conflict',
  'conflict',
  'filth',
  'drugs',
  'drugs',
  'youth',
];
/** Tenants of the corporation are reported more often, if only because they have a landlord to complain to. */
const CORPORATION_FACTOR = 1.8;

const SEEN_AS: Readonly<Record<Trouble, readonly (readonly [Category, number])[]>> = {
  confused: [
    ['confused_behaviour', 0.6],
    ['neighbour_dispute', 0.12],
    ['noise', 0.12],
    ['filth_neglect', 0.1],
    ['aggression_threat', 0.06],
  ],
  noise: [
    ['noise', 0.75],
    ['neighbour_dispute', 0.2],
    ['drugs_alcohol', 0.05],
  ],
  conflict: [
    ['neighbour_dispute', 0.65],
    ['noise', 0.2],
    ['aggression_threat', 0.15],
  ],
  filth: [
    ['filth_neglect', 0.65],
    ['stench', 0.15],
    ['animals', 0.12],
    ['neighbour_dispute', 0.08],
  ],
  drugs: [
    ['drugs_alcohol', 0.6],
    ['noise', 0.2],
    ['aggression_threat', 0.12],
    ['neighbour_dispute', 0.08],
  ],
  youth: [
    ['youth', 0.55],
    ['noise', 0.25],
    ['neighbour_dispute', 0.2],
  ],
};
const SEEN_DRAW = Object.fromEntries(
  Object.entries(SEEN_AS).map(([trouble, rows]) => [trouble, weighted(rows.map(([, weight]) => weight))]),
) as Record<Trouble, ReturnType<typeof weighted>>;

/** The category under which one report about a household with this trouble is registered. */
export const seenAs = (trouble: Trouble, dice: Dice): Category => SEEN_AS[trouble][SEEN_DRAW[trouble].draw(dice)]![0];

/**
 * The planted population (`PLANTED.hiddenPopulation`), including those that no party knows: exactly ten are known to all four parties, each
 * in another buurt of the three wijken; every other household is known to at most three.
 */
export function nuisanceHouseholds(region: DemoRegion, weights: Float64Array, dice: Dice): NuisanceHousehold[] {
  const { households, confusedShare } = PLANTED.hiddenPopulation;
  const ten = tenKnownToAll(region, dice.fork('known to all'));
  const taken = new Set(ten.map((household) => household.address));
  const draw = weighted(
    region.addresses.map((a, i) =>
      a.kind === 'dwelling' ? weights[i]! * (a.corporation ? CORPORATION_FACTOR : 1) : 0,
    ),
  );
  const corporationShare = shareOfTotal(draw.total, region, weights);
  const chosen = [...ten];
  while (chosen.length < households) {
    const address = draw.draw(dice);
    if (taken.has(address)) continue;
    taken.add(address);
    const trouble = dice.chance(confusedShare) ? 'confused' : dice.pick(OTHER_TROUBLES);
    chosen.push({
      address,
      trouble,
      reports: seenBy(region, address, trouble, corporationShare, dice),
      knownToAll: false,
    });
  }
  return chosen;
}

function shareOfTotal(total: number, region: DemoRegion, weights: Float64Array): number {
  let corporation = 0;
  region.addresses.forEach((a, i) => {
    if (a.corporation) corporation += weights[i]! * CORPORATION_FACTOR;
  });
  return corporation / total;
}

/** Which parties know a household and how often they registered it; never all four. */
function seenBy(
  region: DemoRegion,
  address: number,
  trouble: Trouble,
  corporationShare: number,
  dice: Dice,
): Record<HouseholdParty, number> {
  const { chance, reports } = PLANTED.hiddenPopulation;
  const kind = trouble === 'confused' ? 'confused' : 'other';
  const counts = { municipality: 0, police: 0, ggd: 0, corporation: 0 };
  for (const party of HOUSEHOLD_PARTIES) {
    // The corporation knows its own tenants only; over all households that makes the planted chance.
    const scale = party !== 'corporation' ? 1 : region.addresses[address]!.corporation ? 1 / corporationShare : 0;
    if (!dice.chance(Math.min(1, chance[party][kind] * scale))) continue;
    // Mean of 1 + ⌊Exp(m)⌋ is 1 + 1 / (e^(1/m) − 1): skewed, as repeated trouble is.
    const m = 1 / Math.log(1 + 1 / (reports[party] - 1));
    counts[party] = 1 + Math.floor(-Math.log(1 - dice.next()) * m);
  }
  if (HOUSEHOLD_PARTIES.every((party) => counts[party] > 0)) counts[dice.pick(HOUSEHOLD_PARTIES)] = 0;
  return counts;
}

function tenKnownToAll(region: DemoRegion, dice: Dice): NuisanceHousehold[] {
  const wijken = new Set<string>(PLANTED.concentration.wijken);
  const buurten = PLAN_BUURTEN.flatMap(({ wijk }, index) => (wijken.has(WIJKEN[wijk]!.name) ? [index] : []));
  const troubles: Trouble[] = [
    'confused',
    'confused',
    'confused',
    'drugs',
    'drugs',
    'conflict',
    'conflict',
    'filth',
    'noise',
    'youth',
  ];
  return dice
    .shuffled(buurten)
    .slice(0, PLANTED.knownToAll.households)
    .map((buurt, i) => {
      const homes = region.addresses.flatMap((a, index) => (a.buurt === buurt && a.corporation ? [index] : []));
      const vary = (mean: number): number => Math.round(mean * dice.between(0.7, 1.3));
      const { municipality, police, ggd, corporation } = PLANTED.knownToAll.reports;
      return {
        address: dice.pick(homes),
        trouble: troubles[i]!,
        reports: {
          municipality: vary(municipality),
          police: vary(police),
          ggd: vary(ggd),
          corporation: vary(corporation),
        },
        knownToAll: true,
      };
    });
}
