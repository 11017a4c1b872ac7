import type { CaseTables } from './case-table.js';

/** Everything a judge may look at besides the two values: some tolerances depend on the input or on other results. */
export interface JudgeContext {
  readonly path: readonly string[];
  readonly params: unknown;
  readonly tables: CaseTables;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** `deviation` is the largest relative difference (or what the judge measures); `compared` counts the leaves looked at. */
export interface Judgement {
  readonly ok: boolean;
  readonly deviation: number;
  readonly compared: number;
  readonly reason?: string;
}

/**
 * How one part of the result is compared. `at` is a path in the expected JSON: names separated by dots, `*` for one name or
 * index, `**` for any number of them. The FIRST rule that matches a node decides about that node:
 * - `rel`, `abs`: a number passes when |e − a| ≤ abs or |e − a| / |e| ≤ rel (rules with these apply to leaves);
 * - `variant`: the platform does not offer this part, with the reason from the README of the method (applies to the subtree);
 * - `judge`: an own comparison of the whole subtree (sets, labels up to renumbering, Monte-Carlo bands, "not lower than").
 */
export type ToleranceRule =
  | { readonly at: string; readonly rel?: number; readonly abs?: number }
  | { readonly at: string; readonly variant: string }
  | { readonly at: string; readonly judge: (expected: unknown, actual: unknown, context: JudgeContext) => Judgement };

/**
 * One method as a case of the golden set: from tables and parameters to a result with the keys of the case's `expected.json`.
 * The numeric work is in the method's own pure file; this adapter only translates. Typed arrays may be returned as they
 * are, and a value that is not defined is `null` (or not finite, which `analyse` turns into `null`).
 */
export interface CaseMethod {
  readonly analyse: (tables: CaseTables, params: unknown) => unknown;
  /** Taken from the "Tolerance" section of the method's README; leaves without a matching rule must be equal to 1e-12 relative. */
  readonly tolerances: readonly ToleranceRule[];
}
