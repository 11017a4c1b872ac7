import { diceOf, type Dice } from '../chance/dice.js';
import { ringArea } from '../geometry/polygon.js';
import { MUNICIPALITY } from '../plan/sheet.js';
import { WIJKEN } from '../plan/town-plan.js';
import { drawAreas, type DrawnAreas } from './draw-areas.js';
import type { DemoArea, DemoRegion } from './region.js';
import { settleAddresses } from './settle-addresses.js';

/** Dwellings without a household. */
const VACANT = 0.03;

/** The seed of the demo that everybody sees; tests use others too. */
export const DEMO_SEED = 1;

const twoDigits = (n: number): string => String(n).padStart(2, '0');
export const wijkCode = (wijk: number): string => `WK${MUNICIPALITY.codeDigits}${twoDigits(wijk + 1)}`;

/**
 * The synthetic municipality of this seed: about 71,000 inhabitants in 8 wijken and 49 buurten along a river, with about 34,000
 * addresses. Nothing in it exists: not the place (open water), not the names, not the postcodes. Pure: the same seed gives the same
 * region. Populations and households are whole numbers and add up over the levels.
 */
export function demoRegion(seed: number): DemoRegion {
  const dice = diceOf(seed, 'region');
  const drawn = drawAreas(dice.fork('areas'));
  const inhabitants = inhabitantsPerBuurt(drawn, dice.fork('inhabitants'));
  const households = drawn.buurten.map(({ wijk }, i) =>
    Math.round((inhabitants[i]! / WIJKEN[wijk]!.householdSize) * dice.between(0.96, 1.04)),
  );
  const dwellings = households.map((count) => Math.round(count / (1 - VACANT)));
  const settled = settleAddresses(drawn, dwellings, dice.fork('addresses'));

  const buurtAreas: DemoArea[] = [];
  const wijkAreas = WIJKEN.map((plan, wijk): DemoArea => {
    const members = drawn.buurten.flatMap((buurt, i) => (buurt.wijk === wijk ? [i] : []));
    members.forEach((i, k) =>
      buurtAreas.push({
        code: `BU${MUNICIPALITY.codeDigits}${twoDigits(wijk + 1)}${twoDigits(k + 1)}`,
        name: plan.buurten[k]!.name,
        level: 'buurt',
        parentCode: wijkCode(wijk),
        population: inhabitants[i]!,
        households: households[i]!,
        rings: drawn.buurten[i]!.rings,
      }),
    );
    return {
      code: wijkCode(wijk),
      name: `Wijk ${twoDigits(wijk + 1)} ${plan.name}`,
      level: 'wijk',
      parentCode: MUNICIPALITY.code,
      population: sumOf(members.map((i) => inhabitants[i]!)),
      households: sumOf(members.map((i) => households[i]!)),
      rings: drawn.wijken[wijk]!,
    };
  });
  return {
    seed,
    code: 'demo',
    name: MUNICIPALITY.name,
    municipality: {
      code: MUNICIPALITY.code,
      name: MUNICIPALITY.name,
      level: 'gemeente',
      parentCode: null,
      population: sumOf(inhabitants),
      households: sumOf(households),
      rings: drawn.outline,
    },
    wijken: wijkAreas,
    buurten: buurtAreas,
    water: drawn.water,
    ...settled,
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** A larger buurt holds more people, but less than in proportion: outside the centre there is more green. */
function inhabitantsPerBuurt(drawn: DrawnAreas, dice: Dice): number[] {
  return WIJKEN.flatMap((plan, wijk) => {
    const shares = drawn.buurten
      .filter((buurt) => buurt.wijk === wijk)
      .map((buurt) => (ringArea(buurt.rings[0]!) / 1e6) ** 0.5 * dice.between(0.8, 1.25));
    const fixed = sumOf(plan.buurten.map((buurt) => buurt.inhabitants ?? 0));
    const free = sumOf(shares.filter((_, k) => plan.buurten[k]!.inhabitants === undefined));
    return plan.buurten.map(
      (buurt, k) => buurt.inhabitants ?? Math.round(((plan.inhabitants - fixed) * shares[k]!) / free / 5) * 5,
    );
  });
}
