import type { Category } from '@datalab/domain';
import { PLANTED } from '../plan/planted.js';
import { WIJKEN } from '../plan/town-plan.js';
import type { DemoRegion } from '../region/region.js';

/** What is typical where: wijken in which a category is so many times as frequent as its overall level says. */
const LOCAL_COLOUR: Readonly<Partial<Record<Category, Readonly<Record<string, number>>>>> = {
  noise: { Binnenstad: 1.7 },
  drugs_alcohol: { Binnenstad: 1.8, Noorderzoom: 1.3 },
  homelessness: { Binnenstad: 2.4, Noorderzoom: 0.8 },
  youth: { Noorderzoom: 1.3, Zuidwal: 1.6, 'De Rietvelden': 1.4, Binnenstad: 0.7 },
  filth_neglect: { Noorderzoom: 1.2, Zuidwal: 1.1 },
  waste_dumping: { Noorderzoom: 1.4, Zuidwal: 1.2, Havenkwartier: 1.3 },
  fireworks: { Noordpolder: 1.8, Zuidpolder: 1.7, Binnenstad: 0.6 },
  animals: { Noordpolder: 1.6, Zuidpolder: 1.5, Lindenhof: 1.4 },
  parking: { 'De Rietvelden': 1.6, Lindenhof: 1.7, Binnenstad: 1.1 },
};
/** A business estate is quiet at night: few reports per inhabitant. */
const QUIET_ESTATE = 0.45;

/** Index of the wijk of each buurt of the plan, and its name. */
export const PLAN_BUURTEN = WIJKEN.flatMap((wijk, index) => wijk.buurten.map(({ name }) => ({ name, wijk: index })));

export const buurtIndex = (name: string): number => PLAN_BUURTEN.findIndex((buurt) => buurt.name === name);

/** How much nuisance an address draws, relative to a quiet suburb: its wijk, the planted cluster, care near by. */
export function nuisanceWeights(region: DemoRegion): Float64Array {
  const hot = new Map<string, number>(Object.entries(PLANTED.hotspot.factors));
  const hotWijken = new Set(PLAN_BUURTEN.filter(({ name }) => hot.has(name)).map(({ wijk }) => wijk));
  const ofBuurt = PLAN_BUURTEN.map(({ name, wijk }) => {
    const level = WIJKEN[wijk]!.nuisance;
    if (name === PLANTED.singleReporter.buurt) return level * QUIET_ESTATE;
    if (hot.has(name)) return level * hot.get(name)!;
    // The rest of those wijken is calmer, so that the cluster stands out from its own wijk too.
    return hotWijken.has(wijk) ? level * 0.75 : level;
  });
  return Float64Array.from(
    region.addresses,
    ({ buurt, nearCare }) => ofBuurt[buurt]! * (nearCare ? PLANTED.concentration.nearCareFactor : 1),
  );
}

/** The same for one category. */
export function categoryWeights(region: DemoRegion, weights: Float64Array, category: string): Float64Array {
  const colour = LOCAL_COLOUR[category as Category] ?? {};
  const ofBuurt = PLAN_BUURTEN.map(({ wijk }) => colour[WIJKEN[wijk]!.name] ?? 1);
  return weights.map((weight, i) => weight * ofBuurt[region.addresses[i]!.buurt]!);
}
