import {
  estimateEffect,
  interventionEffect,
  negativeBinomialQuantile,
  normalQuantile,
  randomStream,
  riskComparison,
  twoByTwoDesign,
  type RandomStream,
} from '@datalab/analysis';
import { percent, type Check } from './check.js';

const NOMINAL = 0.95;
/** How far the share of intervals that hold the truth may lie from 95 %. */
const MARGIN = 0.02;

interface Simulation {
  name: string;
  /** Draws one data set and says whether the interval for it holds the planted value. */
  holdsTruth: (random: RandomStream) => boolean;
}

/** A series of months with a slow trend and a season, of which the level changes by `ratio` at three fifths. */
const interruption = (name: string, mean: number, size: number, months: number, ratio: number): Simulation => ({
  name: `interrupted time series, ${name}`,
  holdsTruth: (random) => {
    const time = Float64Array.from({ length: months }, (_month, i) => i);
    const interventionAt = Math.floor(months * 0.6);
    const after = time.map((month) => Number(month >= interventionAt));
    const counts = time.map((month, i) => {
      const season = Math.exp(0.2 * Math.sin((2 * Math.PI * month) / 12) + (0.05 * month) / 12);
      return negativeBinomialQuantile(random.nextFloat(), size, mean * season * (after[i] === 1 ? ratio : 1));
    });
    const { low, high } = interventionEffect(time, after, counts, { period: 12, harmonics: 1, interventionAt });
    return low <= ratio && ratio <= high;
  },
});

/** Areas with a level of their own, half of them treated, before and after: on the scale of logs. */
const difference = (areas: number, effect: number): Simulation => ({
  name: `difference in differences, ${areas} areas`,
  holdsTruth: (random) => {
    const normal = () => normalQuantile(random.nextFloat());
    const rows = areas * 2;
    const treated = Float64Array.from({ length: rows }, (_row, i) => Number(i >> 1 < areas / 2));
    const post = Float64Array.from({ length: rows }, (_row, i) => i & 1);
    const response = new Float64Array(rows);
    for (let area = 0; area < areas; area++) {
      const level = normal();
      for (const i of [2 * area, 2 * area + 1])
        response[i] = level + 0.3 * post[i]! + effect * treated[i]! * post[i]! + 0.4 * normal();
    }
    const clusters = Array.from({ length: rows }, (_row, i) => i >> 1);
    const [low, high] = estimateEffect(twoByTwoDesign(treated, post), response, clusters, 3).cluster95;
    return low <= effect && effect <= high;
  },
});

/** Two groups of households of which a share uses a provision. */
const gap = (exposed: number, unexposed: number, risk: number, ratio: number): Simulation => ({
  name: 'risk ratio of a service-use gap',
  holdsTruth: (random) => {
    const cases = (n: number, p: number) => {
      let count = 0;
      for (let i = 0; i < n; i++) if (random.nextFloat() < p) count++;
      return count;
    };
    const [a, c] = [cases(exposed, risk * ratio), cases(unexposed, risk)];
    const found = riskComparison({
      exposedCases: a,
      exposedNoncases: exposed - a,
      unexposedCases: c,
      unexposedNoncases: unexposed - c,
    }).ratio;
    return found.low <= ratio && ratio <= found.high;
  },
});

const SIMULATIONS: readonly Simulation[] = [
  interruption('60 months of about 40', 40, 10, 60, 0.7),
  interruption('48 months of about 8, much overdispersed', 8, 3, 48, 0.55),
  interruption('96 months of about 120, no effect', 120, 20, 96, 1),
  difference(40, -0.5),
  gap(300, 900, 0.3, 0.5),
];

/** How often the 95 % intervals of simulated interventions hold the planted effect: must be 95 ± 2 %. Simulation s uses stream (seed, s). */
export function intervalCoverage(simulations: number, seed: number): Check[] {
  return SIMULATIONS.map(({ name, holdsTruth }) => {
    let held = 0;
    for (let s = 0; s < simulations; s++) if (holdsTruth(randomStream(seed, s))) held++;
    const share = held / simulations;
    // A sample of a few simulations cannot be held to two per cent.
    const margin = Math.max(MARGIN, 3 * Math.sqrt((NOMINAL * (1 - NOMINAL)) / simulations));
    return {
      name,
      found: percent(share),
      expected: `95 ± ${(100 * margin).toFixed(0)} % of ${simulations}`,
      holds: Math.abs(share - NOMINAL) <= margin,
    };
  });
}
