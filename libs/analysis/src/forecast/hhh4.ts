import type { EpidemicModel } from './endemic-epidemic.js';
import { firstOrderWeights, powerLawWeights } from './neighbour-weights.js';

/** Counts by week and area with what the model may use of them. */
export interface Hhh4Data {
  /** `counts[t][i]`. */
  readonly counts: readonly Float64Array[];
  /** Fraction of the population, `population[t][i]`. */
  readonly population: readonly Float64Array[];
  /** Order of neighbourhood, 0 for the area itself. */
  readonly orders: readonly Float64Array[];
}

/** Which components the model has. */
export interface Hhh4Options {
  readonly period: number;
  readonly harmonics: number;
  readonly trend: boolean;
  readonly own: boolean;
  readonly neighbours: 'none' | 'first_order' | 'powerlaw';
  readonly neighbourPopulation: boolean;
  readonly maxlag: number;
  readonly populationOffset: boolean;
}

/** The parts of one mean. */
export interface Hhh4Parts {
  readonly endemic: number;
  readonly own: number;
  readonly neighbours: number;
}

/** An endemic-epidemic model for rows `from` … `to` (1-based, both included; `from` ≥ 2 because each row looks back one). */
export interface Hhh4Model extends EpidemicModel {
  partsAt(parameters: Float64Array): (i: number) => Hhh4Parts;
}

/** Explaining variables of the endemic part at row t (0-based). */
function endemicRow(t: number, { period, harmonics, trend }: Hhh4Options): number[] {
  const waves = Array.from({ length: harmonics }, (_, k) => (2 * Math.PI * (k + 1) * t) / period);
  return [1, ...(trend ? [t] : []), ...waves.flatMap((angle) => [Math.sin(angle), Math.cos(angle)])];
}

function namesOf({ own, neighbours, neighbourPopulation, trend, harmonics, period }: Hhh4Options): string[] {
  const waves = Array.from({ length: harmonics }, (_, k) => `${2 * (k + 1)} * pi * t/${period}`);
  return [
    ...(own ? ['ar.1'] : []),
    ...(neighbours === 'none' ? [] : ['ne.1', ...(neighbourPopulation ? ['ne.log(pop)'] : [])]),
    'end.1',
    ...(trend ? ['end.t'] : []),
    ...waves.flatMap((angle) => [`end.sin(${angle})`, `end.cos(${angle})`]),
    ...(neighbours === 'powerlaw' ? ['neweights.d'] : []),
    '-log(overdisp)',
  ];
}

/**
 * Endemic-epidemic model (Held, Höhle & Hofmann 2005; Meyer, Held & Höhle 2017): μ = e·exp(endemic) + exp(ar)·own past +
 * exp(ne)·weighted past of the neighbours. Complete counts only: the caller closes gaps or shortens the series.
 */
export function hhh4Model(data: Hhh4Data, options: Hhh4Options, from: number, to: number): Hhh4Model {
  const names = namesOf(options);
  const areas = data.orders.length;
  const at = (name: string) => names.indexOf(name);
  const [own, ne, nePop, end, decay] = ['ar.1', 'ne.1', 'ne.log(pop)', 'end.1', 'neweights.d'].map(at) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const rows = Array.from({ length: data.counts.length }, (_, t) => Float64Array.from(endemicRow(t, options)));
  const rowOf = (i: number) => from - 1 + Math.floor(i / areas);
  const observations = (to - from + 1) * areas;
  const fixed = options.neighbours === 'first_order' ? firstOrderWeights(data.orders) : undefined;
  // Fixed weights: the neighbours' past is the same at all parameters.
  const fixedPast = fixed && weightedPast(data.counts, fixed.value, from, to);

  function components(parameters: Float64Array) {
    const weights = decay >= 0 ? powerLawWeights(data.orders, parameters[decay]!, options.maxlag) : undefined;
    const [value, first, second] = weights
      ? [weights.value, weights.first, weights.second].map((w) => weightedPast(data.counts, w, from, to))
      : [fixedPast];
    const ownFactor = own >= 0 ? Math.exp(parameters[own]!) : 0;
    const neighbourFactor = ne >= 0 ? Math.exp(parameters[ne]!) : 0;
    let season = Number.NaN;
    let seasonOf = -1;
    /** Sets `part` to the parts of one observation. One object serves all: 52,000 new ones a step cost more than the sums. */
    return (position: number, part: FilledParts): void => {
      const t = rowOf(position);
      const i = position % areas;
      const x = rows[t]!;
      if (t !== seasonOf) {
        let eta = 0;
        for (let k = 0; k < x.length; k++) eta += x[k]! * parameters[end + k]!;
        season = Math.exp(eta);
        seasonOf = t;
      }
      const logPopulation = nePop >= 0 ? Math.log(data.population[t]![i]!) : 0;
      const strength = nePop >= 0 ? neighbourFactor * Math.exp(parameters[nePop]! * logPopulation) : neighbourFactor;
      part.x = x;
      part.logPopulation = logPopulation;
      part.endemic = options.populationOffset ? data.population[t]![i]! * season : season;
      part.own = own >= 0 ? ownFactor * data.counts[t - 1]![i]! : 0;
      part.neighbours = value ? strength * value[position]! : 0;
      part.first = first ? strength * first[position]! : 0;
      part.second = second ? strength * second[position]! : 0;
    };
  }

  const total = data.counts.slice(from - 1, to).reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
  const share = options.populationOffset ? 1 / areas : 1;
  const start = Float64Array.from(names, () => 0);
  start[end] = Math.log((0.4 * Math.max(total, 0.5)) / observations / share);
  if (own >= 0) start[own] = -1;
  if (ne >= 0) start[ne] = -3;
  if (decay >= 0) start[decay] = 1;

  return {
    names,
    start,
    observations,
    count: (position) => data.counts[rowOf(position)]![position % areas]!,
    partsAt(parameters) {
      const fill = components(parameters);
      return (position) => {
        const part = emptyParts();
        fill(position, part);
        return part;
      };
    },
    termsAt(parameters) {
      const fill = components(parameters);
      const part = emptyParts();
      const gradient = new Float64Array(names.length - 1);
      const term = { mean: 0, gradient, addCurvature };
      function addCurvature(weight: number, to_: readonly Float64Array[]): void {
        const { x, endemic, logPopulation, neighbours, first, second } = part;
        for (let a = 0; a < x.length; a++) {
          const row = to_[end + a]!;
          const scaled = weight * endemic * x[a]!;
          for (let b = 0; b <= a; b++) row[end + b]! += scaled * x[b]!;
        }
        if (own >= 0) to_[own]![own]! += weight * part.own;
        if (ne >= 0) to_[ne]![ne]! += weight * neighbours;
        if (nePop >= 0) {
          to_[nePop]![ne]! += weight * neighbours * logPopulation;
          to_[nePop]![nePop]! += weight * neighbours * logPopulation ** 2;
        }
        if (decay >= 0) {
          to_[decay]![decay]! += weight * second;
          to_[decay]![ne]! += weight * first;
          if (nePop >= 0) to_[decay]![nePop]! += weight * first * logPopulation;
        }
      }
      return (position) => {
        fill(position, part);
        const { x, endemic } = part;
        for (let k = 0; k < x.length; k++) gradient[end + k] = endemic * x[k]!;
        if (own >= 0) gradient[own] = part.own;
        if (ne >= 0) gradient[ne] = part.neighbours;
        if (nePop >= 0) gradient[nePop] = part.neighbours * part.logPopulation;
        if (decay >= 0) gradient[decay] = part.first;
        term.mean = endemic + part.own + part.neighbours;
        return term;
      };
    },
  };
}

/** Parts of one mean with what its derivatives need. */
interface FilledParts {
  x: Float64Array;
  logPopulation: number;
  endemic: number;
  own: number;
  neighbours: number;
  first: number;
  second: number;
}

const emptyParts = (): FilledParts => ({
  x: new Float64Array(0),
  logPopulation: 0,
  endemic: 0,
  own: 0,
  neighbours: 0,
  first: 0,
  second: 0,
});

/** Σ_j weights[j][i] × the count of j one row before, per observation of rows `from` … `to` (1-based). */
function weightedPast(
  counts: readonly Float64Array[],
  weights: readonly Float64Array[],
  from: number,
  to: number,
): Float64Array {
  const areas = weights.length;
  const out = new Float64Array((to - from + 1) * areas);
  // Most weights are 0: the links that are there, area by area in ascending order.
  const links = weights.map((row) => Int32Array.from(row.keys()).filter((i) => row[i] !== 0));
  for (let t = from; t <= to; t++) {
    const before = counts[t - 2]!;
    const at = (t - from) * areas;
    for (let j = 0; j < areas; j++) {
      const count = before[j]!;
      if (!(count > 0)) continue;
      const row = weights[j]!;
      const own = links[j]!;
      for (let k = 0; k < own.length; k++) out[at + own[k]!]! += row[own[k]!]! * count;
    }
  }
  return out;
}
