import type { Category } from '@datalab/domain';
import type { Dice } from '../chance/dice.js';
import { weighted, type WeightedDraw } from '../chance/weighted.js';
import { PARTNER_KEYS, STREET_REPORTS, type PartnerKey } from '../plan/partners.js';
import { PLANTED } from '../plan/planted.js';
import type { DemoRegion } from '../region/region.js';
import type { Day } from './calendar.js';
import type { momentsOf } from './moments.js';
import { HOUSEHOLD_PARTIES, seenAs, type NuisanceHousehold } from './nuisance-households.js';
import { buurtIndex, categoryWeights } from './nuisance-weights.js';
import type { Incident } from './report.js';

type DrawMoment = ReturnType<typeof momentsOf>;
type AnyCategory = Category | 'out_of_scope';

/** What all kinds of incident need to know. */
export interface Scene {
  readonly region: DemoRegion;
  readonly days: readonly Day[];
  readonly moment: DrawMoment;
  readonly weights: Float64Array;
  /** Length of the period in units of three years: the planted numbers are per three years. */
  readonly span: number;
}

const ELSEWHERE: Partial<Record<PartnerKey, number>> = { police: 0.016, fire_brigade: 0.02, ggd: 0.02 };
const NO_PLACE: Partial<Record<PartnerKey, number>> = { police: 0.02, fire_brigade: 0.006, municipality: 0.007 };

/** Every report about a nuisance household, by the parties that know it. */
export function* householdIncidents(
  scene: Scene,
  households: readonly NuisanceHousehold[],
  dice: Dice,
): Generator<Incident> {
  for (const { address, trouble, reports } of households) {
    for (const party of HOUSEHOLD_PARTIES) {
      for (let k = 0; k < reports[party]; k++) {
        // In a shorter period fewer of the reports fall.
        if (scene.span < 1 && !dice.chance(scene.span)) continue;
        const category = categoryFor(party, seenAs(trouble, dice));
        yield { ...scene.moment(category, dice), party, category, address, role: 'subject' };
      }
    }
  }
}

/** Stench, animals and filth in a home are no police matter: it writes a neighbours' quarrel. Nor has the ggd a code for every street matter. */
function categoryFor(party: PartnerKey, category: Category): Category {
  if (party === 'police' && (category === 'stench' || category === 'animals')) return 'neighbour_dispute';
  return category;
}

/** Reports of places: public space, stairwells, business. Thinned by the measure and by the later change of registering. */
export function* streetIncidents(scene: Scene, dice: Dice): Generator<Incident> {
  const draws = new Map<string, WeightedDraw>();
  const drawOf = (party: PartnerKey, category: AnyCategory): WeightedDraw => {
    const owned = party === 'corporation';
    const label = `${owned} ${category}`;
    const known = draws.get(label);
    if (known !== undefined) return known;
    const local = categoryWeights(scene.region, scene.weights, category);
    const made = weighted(owned ? local.map((w, i) => (scene.region.addresses[i]!.corporation ? w : 0)) : local);
    draws.set(label, made);
    return made;
  };
  for (const party of PARTNER_KEYS) {
    for (const [category, mean] of Object.entries(STREET_REPORTS[party]) as [AnyCategory, number][]) {
      const draw = drawOf(party, category);
      const count = dice.poisson(mean * scene.span * headroom(party, category));
      for (let k = 0; k < count; k++) {
        const moment = scene.moment(category, dice);
        const address = draw.draw(dice);
        if (!dice.chance(keptShare(scene.region, party, category, address, moment.day.iso))) continue;
        const place = dice.next();
        const elsewhere = place < (ELSEWHERE[party] ?? 0);
        const nowhere = !elsewhere && place < (ELSEWHERE[party] ?? 0) + (NO_PLACE[party] ?? 0);
        const role = party === 'wijkteam' || party === 'ggd' ? 'unknown' : 'location';
        yield { ...moment, party, category, address: nowhere ? null : address, role, elsewhere };
      }
    }
  }
}

const change = PLANTED.registrationChange;
const changes = (party: PartnerKey, category: AnyCategory): boolean =>
  party === change.party && (change.categories as readonly string[]).includes(category);
/** The planted numbers are of before the change: more are drawn, and those of before it are thinned back. */
const headroom = (party: PartnerKey, category: AnyCategory): number => (changes(party, category) ? change.factor : 1);

const measured = new Set(PLANTED.measure.buurten.map(buurtIndex));
function keptShare(region: DemoRegion, party: PartnerKey, category: AnyCategory, address: number, day: string): number {
  let share = changes(party, category) && day < change.from ? 1 / change.factor : 1;
  const { measure } = PLANTED;
  if (category === measure.category && day >= measure.from && measured.has(region.addresses[address]!.buurt))
    share *= measure.factor;
  return share;
}
