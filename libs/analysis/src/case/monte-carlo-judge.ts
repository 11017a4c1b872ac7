import type { Judgement } from './case-method.js';

/**
 * Is a Monte-Carlo p-value within its chance error of the expected one? Both come from random draws, so the band is
 * 4 √(p (1 − p) (1/expectedDraws + 1/draws)) + extra/(draws + 1), with p the expected value.
 */
export function withinMonteCarlo(
  expected: number,
  actual: number,
  expectedDraws: number,
  draws: number,
  extra = 1,
): boolean {
  const error = Math.sqrt(expected * (1 - expected) * (1 / expectedDraws + 1 / draws));
  return Math.abs(expected - actual) <= 4 * error + extra / (draws + 1);
}

/** The judgement of one p-value drawn by `draws` permutations against one by `expectedDraws`. */
export function judgeMonteCarlo(expected: unknown, actual: unknown, expectedDraws: number, draws: number): Judgement {
  if (typeof expected !== 'number' || typeof actual !== 'number') {
    return { ok: expected === actual, deviation: expected === actual ? 0 : Infinity, compared: 1 };
  }
  const ok = withinMonteCarlo(expected, actual, expectedDraws, draws);
  return {
    ok,
    deviation: Math.abs(expected - actual),
    compared: 1,
    reason: `outside the Monte-Carlo band of ${draws} draws`,
  };
}
