import type { AnalysisKind, AnalysisUnit, CausalLabel } from './analysis-kind.js';
import type { RunPicture } from './run-picture.js';
import type { Words } from './words.js';

/** Why a result must be read with care. The screen has a sentence for each; `detail` holds no exact small number. */
export const RUN_WARNINGS = [
  /** Fewer units than the method was made for. */
  'small_n',
  /** Expected counts under five: the test is about right at best. */
  'sparse_table',
  /** A factor separates the outcome: its coefficient is not to be read. */
  'separation',
  'not_converged',
  /** Reports depend on who reports: areas differ in that as well. */
  'skewed_reporting',
  /** Under 90 % of the rows that need a key have one: overlaps are a lower bound. */
  'lower_bound',
  /** Keys are made apart per source, so addresses of different sources were not compared. */
  'not_linked',
  /** Some periods of what was asked were not delivered. */
  'gaps',
  /** The noise of a count is larger than what the model assumes. */
  'overdispersion',
  /** Neighbouring areas still resemble each other after the model. */
  'residual_autocorrelation',
  /** Parts of the outcome are withheld to protect people. */
  'partly_withheld',
  /** Figures come from protected counts, so they differ a little from the exact ones. */
  'from_protected_counts',
  /** More things were tested; the limits allow for that. */
  'many_tests',
  'baseline_not_beaten',
  'model_range',
] as const;
export type RunWarningCode = (typeof RUN_WARNINGS)[number];

export interface RunWarning {
  code: RunWarningCode;
  detail?: Words;
}

/**
 * A value of a table: text (of a source, or in both languages) and numbers as they are to be shown, null is "not defined", `withheld` is "there is one
 * and it is not said".
 */
export type RunCell = string | number | null | Words | { withheld: true };

export interface RunTable {
  key: string;
  title: Words;
  columns: {
    key: string;
    title: Words;
    /** Unit of the numbers, as `reports`, `addresses`, `share`, `ratio`; null for text. */ unit: string | null;
  }[];
  rows: Record<string, RunCell>[];
}

/** What a wijkteam member reads first: plain words (B1), with the figures of the protected result and no others. */
export interface RunText {
  what: string;
  comparedWith: string;
  howSure: string;
  notToConclude: string;
}

/** Who may see a result: participants of the lab, or everybody. */
export type RunTier = 'lab' | 'public';

/**
 * The outcome of a run as it may be shown in one tier. Everything in it went through the gate (`protectOutcome` of the features): no exact count under
 * a floor, no unrounded estimate, nothing about one unit. The exact outcome stays in the worker. Running again with the same snapshot, parameters,
 * seed, version and policy gives the same digest.
 */
export interface RunResult {
  schema: 1;
  tier: RunTier;
  method: string;
  /** Version of the method's code; goes up when the same data give another outcome. */
  version: number;
  kind: AnalysisKind;
  label: CausalLabel;
  unit: AnalysisUnit;
  /** Number of units, rounded to ten (a band in the public tier where units are households); null where it may not be said. */
  n: number | string | null;
  parameters: Readonly<Record<string, unknown>>;
  seed: number;
  snapshotDigest: string;
  policyVersion: number;
  warnings: RunWarning[];
  text: { nl: RunText; en: RunText };
  picture: RunPicture;
  tables: RunTable[];
  /** SHA-256 (hex) over all of the above. */
  digest: string;
}
