import type { EpidemicModel } from './endemic-epidemic.js';
import { firstOrderWeights, powerLawWeights, type NeighbourWeights } from './neighbour-weights.js';

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
  const past = (weights: readonly Float64Array[], t: number, i: number) => {
    const counts = data.counts[t - 1]!;
    let sum = 0;
    for (let j = 0; j < areas; j++) if (counts[j]! > 0) sum += weights[j]![i]! * counts[j]!;
    return sum;
  };

  function components(parameters: Float64Array) {
    let weights: NeighbourWeights | undefined = fixed;
    if (decay >= 0) weights = powerLawWeights(data.orders, parameters[decay]!, options.maxlag);
    return (position: number) => {
      const t = rowOf(position);
      const i = position % areas;
      const x = rows[t]!;
      let eta = 0;
      for (let k = 0; k < x.length; k++) eta += x[k]! * parameters[end + k]!;
      const logPopulation = nePop >= 0 ? Math.log(data.population[t]![i]!) : 0;
      const strength = ne >= 0 ? Math.exp(parameters[ne]! + (nePop >= 0 ? parameters[nePop]! * logPopulation : 0)) : 0;
      return {
        x,
        logPopulation,
        endemic: (options.populationOffset ? data.population[t]![i]! : 1) * Math.exp(eta),
        own: own >= 0 ? Math.exp(parameters[own]!) * data.counts[t - 1]![i]! : 0,
        neighbours: weights ? strength * past(weights.value, t, i) : 0,
        first: decay >= 0 ? strength * past(weights!.first, t, i) : 0,
        second: decay >= 0 ? strength * past(weights!.second, t, i) : 0,
      };
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
    partsAt: components,
    termsAt(parameters) {
      const partsOf = components(parameters);
      const gradient = new Float64Array(names.length - 1);
      return (position) => {
        const part = partsOf(position);
        const { x, endemic, logPopulation, neighbours, first, second } = part;
        for (let k = 0; k < x.length; k++) gradient[end + k] = endemic * x[k]!;
        if (own >= 0) gradient[own] = part.own;
        if (ne >= 0) gradient[ne] = neighbours;
        if (nePop >= 0) gradient[nePop] = neighbours * logPopulation;
        if (decay >= 0) gradient[decay] = first;
        return {
          mean: endemic + part.own + neighbours,
          gradient,
          addCurvature(weight, to_) {
            for (let a = 0; a < x.length; a++) {
              for (let b = 0; b <= a; b++) to_[end + a]![end + b]! += weight * endemic * x[a]! * x[b]!;
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
          },
        };
      };
    },
  };
}
