import { fitEpidemicModel, type EpidemicModel } from '../endemic-epidemic.js';
import type { CountPanel } from './count-panel.js';
import { sizesFromPastErrors, unknown, type OneStepForecasts } from './one-step-forecasts.js';
import { isFitted, pastCells, type PastCell } from './past-cells.js';
import { FIRST_FORECAST, type Smoothing } from './smoothing-forecasts.js';

// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

const LEAST_CELLS = 30;
const FIRST_FIT = FIRST_FORECAST + 8;
const MOST_STEPS = 25;

/** What the mean of a cell is made of, before its coefficients. */
interface Drivers {
  readonly slow: number;
  readonly own: number;
  readonly neighbours: number;
  readonly season: readonly number[];
}

function seasonWave(t: number, season: number): number[] {
  if (season === 1) return [];
  const angle = (2 * Math.PI * (t % season)) / season;
  return season > 2 ? [Math.sin(angle), Math.cos(angle)] : [Math.cos(angle)];
}

/** The last count before t; a gap stays what the slow level says. */
function before(row: Float64Array, slow: Float64Array, t: number): number {
  const value = row[t - 1]!;
  return isGap(value) ? slow[t]! : value;
}

function drivers({ counts, neighbours, season }: CountPanel, { slow }: Smoothing, { area, t }: PastCell): Drivers {
  const beside = neighbours?.[area] ?? [];
  const others = beside.reduce((sum, j) => sum + before(counts[j]!, slow[j]!, t), 0);
  return {
    slow: slow[area]![t]!,
    own: before(counts[area]!, slow[area]!, t),
    neighbours: beside.length > 0 ? others / beside.length : 0,
    season: seasonWave(t, season),
  };
}

/** Coefficients in order: own past, neighbours' past when there are any, level, season, log size. */
function modelOf(panel: CountPanel, smoothing: Smoothing, cells: readonly PastCell[]): EpidemicModel {
  const withNeighbours = cells.some(({ area }) => (panel.neighbours?.[area] ?? []).length > 0);
  const all = cells.map((cell) => drivers(panel, smoothing, cell));
  const end = withNeighbours ? 2 : 1;
  const waves = all[0]!.season.length;
  const names = [
    'own',
    ...(withNeighbours ? ['neighbours'] : []),
    'level',
    ...all[0]!.season.map((_, k) => `season${k}`),
    'size',
  ];
  return {
    names,
    start: Float64Array.from(names, (name) =>
      name === 'own' ? -1 : name === 'neighbours' ? -3 : name === 'level' ? -0.5 : 1,
    ),
    observations: cells.length,
    count: (i) => panel.counts[cells[i]!.area]![cells[i]!.t]!,
    termsAt(parameters) {
      const gradient = new Float64Array(names.length - 1);
      const wave = new Float64Array(waves + 1).fill(1);
      const own = Math.exp(parameters[0]!);
      const strength = withNeighbours ? Math.exp(parameters[1]!) : 0;
      return (i) => {
        const driver = all[i]!;
        let eta = parameters[end]!;
        for (let k = 0; k < waves; k++) {
          wave[k + 1] = driver.season[k]!;
          eta += parameters[end + 1 + k]! * driver.season[k]!;
        }
        const endemic = driver.slow * Math.exp(eta);
        gradient[0] = own * driver.own;
        if (withNeighbours) gradient[1] = strength * driver.neighbours;
        for (let k = 0; k <= waves; k++) gradient[end + k] = endemic * wave[k]!;
        const ownPart = gradient[0]!;
        const besidePart = strength * driver.neighbours;
        return {
          mean: endemic + ownPart + besidePart,
          gradient,
          addCurvature(weight, to) {
            to[0]![0]! += weight * ownPart;
            if (withNeighbours) to[1]![1]! += weight * besidePart;
            for (let a = 0; a <= waves; a++)
              for (let b = 0; b <= a; b++) to[end + a]![end + b]! += weight * endemic * wave[a]! * wave[b]!;
          },
        };
      };
    },
  };
}

/**
 * Endemic–epidemic forecasts: the mean is the slow level of the area (its offset) times a season, plus a part of its own last count,
 * plus a part of the mean last count of its neighbours when they are given (Held, Höhle & Hofmann 2005). One set of coefficients
 * for all areas, fitted on the past alone, anew every half year. No forecast while there is too little to fit.
 */
export function epidemicForecasts(panel: CountPanel, smoothing: Smoothing): OneStepForecasts {
  const { counts } = panel;
  const periods = panel.periods.length;
  const mean = unknown(counts.length, periods + 1);
  let coefficients: Float64Array | undefined;
  for (let t = FIRST_FIT; t <= periods; t++) {
    if (isFitted(t, FIRST_FIT)) {
      const cells = pastCells(panel, FIRST_FORECAST, t);
      if (cells.length >= LEAST_CELLS && cells.some(({ area, t: u }) => counts[area]![u]! > 0)) {
        const model = modelOf(panel, smoothing, cells);
        const fit = fitEpidemicModel(model, coefficients ?? model.start, MOST_STEPS);
        if (fit.coefficients.every(Number.isFinite)) coefficients = fit.coefficients;
      }
    }
    if (!coefficients) continue;
    const cells = counts.map((_, area) => ({ area, t }));
    const terms = modelOf(panel, smoothing, cells).termsAt(coefficients);
    for (let area = 0; area < cells.length; area++) mean[area]![t] = terms(area).mean;
  }
  return { mean, size: sizesFromPastErrors(counts, mean, true) };
}
