import { choleskyFactor, choleskyInverse, choleskySolve } from '../linear/cholesky.js';
import { logGamma } from '../special/log-gamma.js';
import { digamma, trigamma } from '../special/polygamma.js';

/** One count with what its mean is made of: e·exp(end) + past·exp(ar) + Σ exp(ne)·(weighted past of the others). */
export interface EpidemicTerms {
  /** Value, and derivatives to each of the parameters but the last one (log size). */
  readonly mean: number;
  readonly gradient: Float64Array;
  /** Adds `weight` times the second derivatives of the mean to a matrix. */
  addCurvature(weight: number, to: readonly Float64Array[]): void;
}

/** A model of counts: the mean of every observation as a smooth function of parameters. */
export interface EpidemicModel {
  readonly names: readonly string[];
  readonly start: Float64Array;
  readonly observations: number;
  count(i: number): number;
  /** All observations at these parameters, in order; called once per step. The answer may be one object that is filled anew each time. */
  termsAt(parameters: Float64Array): (i: number) => EpidemicTerms;
}

/** Maximum-likelihood fit; the last parameter is the log of the size θ (variance μ + μ²/θ). */
export interface EpidemicFit {
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** From the observed information. */
  readonly standardErrors: Float64Array;
  readonly logLikelihood: number;
  readonly converged: boolean;
}

const MAX_STEPS = 200;

interface Derivatives {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array[];
}

function derivatives(model: EpidemicModel, at: Float64Array): Derivatives {
  const p = at.length;
  const last = p - 1;
  const size = Math.exp(at[last]!);
  const gradient = new Float64Array(p);
  const hessian = Array.from({ length: p }, () => new Float64Array(p));
  const terms = model.termsAt(at);
  const gammaParts: (readonly [number, number, number] | undefined)[] = [];
  let value = 0;
  for (let i = 0; i < model.observations; i++) {
    const y = model.count(i);
    const term = terms(i);
    const { mean } = term;
    let part = gammaParts[y];
    if (!part) {
      const log = logGamma(y + size) - logGamma(size) - logGamma(y + 1);
      part = [log, digamma(y + size) - digamma(size), trigamma(y + size) - trigamma(size)];
      gammaParts[y] = part;
    }
    const whole = mean + size;
    value += part[0] + (y > 0 ? y * Math.log(mean / whole) : 0) - size * Math.log1p(mean / size);
    const first = (y > 0 ? y / mean : 0) - (y + size) / whole;
    const second = (y + size) / whole ** 2 - (y > 0 ? y / mean ** 2 : 0);
    const sizeFirst = size * (part[1] - Math.log1p(mean / size) + (mean - y) / whole);
    const sizeSecond = sizeFirst + size * size * (part[2] + 1 / size - 2 / whole + (y + size) / whole ** 2);
    const mixed = (size * (y - mean)) / whole ** 2;
    term.addCurvature(first, hessian);
    for (let a = 0; a < last; a++) {
      const slope = term.gradient[a]!;
      gradient[a]! += first * slope;
      for (let b = 0; b <= a; b++) hessian[a]![b]! += second * slope * term.gradient[b]!;
      hessian[last]![a]! += mixed * slope;
    }
    gradient[last]! += sizeFirst;
    hessian[last]![last]! += sizeSecond;
  }
  const information = hessian.map((_, a) =>
    Float64Array.from({ length: p }, (_v, b) => -hessian[Math.max(a, b)]![Math.min(a, b)]!),
  );
  return { value, gradient, information };
}

/** The information with so much added to its diagonal that it is positive definite. */
function damped(information: readonly Float64Array[], damping: number): Float64Array[] | undefined {
  return choleskyFactor(
    information.map((row, i) => row.map((v, j) => (i === j ? v + damping * (1 + Math.abs(v)) : v))),
  );
}

/**
 * Fits the model by Newton's method with damping, in at most `maxSteps` steps. Throws RangeError when there is no observation or no count above zero: then no
 * component can be told from another.
 */
export function fitEpidemicModel(
  model: EpidemicModel,
  start: Float64Array = model.start,
  maxSteps: number = MAX_STEPS,
): EpidemicFit {
  const anyCount = Array.from({ length: model.observations }, (_, i) => model.count(i)).some((y) => y > 0);
  if (!anyCount) throw new RangeError('the model needs counts above zero');
  let at = Float64Array.from(start);
  let here = derivatives(model, at);
  let damping = 1e-3;
  let converged = false;
  for (let k = 0; k < maxSteps && !converged; k++) {
    const factor = damped(here.information, damping);
    const step = factor && choleskySolve(factor, here.gradient);
    const longest = step ? step.reduce((most, s) => Math.max(most, Math.abs(s)), 0) : Infinity;
    const next = step && longest < 5 ? at.map((x, j) => x + step[j]!) : undefined;
    const there = next && derivatives(model, next);
    if (next && there && there.value >= here.value - 1e-10) {
      converged = longest < 1e-9;
      at = next;
      here = there;
      damping = damping < 1e-12 ? 0 : damping / 10;
    } else {
      damping = Math.max(1e-8, damping * 10);
      if (damping > 1e12) break;
    }
  }
  const factor = choleskyFactor(here.information);
  const inverse = factor && choleskyInverse(factor);
  return {
    names: model.names,
    coefficients: at,
    standardErrors: at.map((_, j) => (inverse ? Math.sqrt(inverse[j]![j]!) : Number.NaN)),
    logLikelihood: here.value,
    converged,
  };
}
