import type {
  ExactCell,
  ModelEstimate,
  ModelOutput,
  ProtectedCell,
  ProtectedMapStatistic,
  Tier,
} from '@datalab/disclosure';
import type {
  AnalysisKind,
  AnalysisUnit,
  CausalLabel,
  RunEndCode,
  RunPicture,
  RunTable,
  RunText,
  RunTier,
  RunWarning,
  Words,
} from '@datalab/domain';
import type { z } from 'zod';
import type { RunRows } from './data/run-rows.js';
import type { RunScope } from './run-scope.js';

/** What a method reads: canonical fields by the names of the agreement, and the key by which it lays sources beside each other. */
export interface MethodUse {
  fields: readonly string[];
  linksBy: 'household_key' | 'person_key' | null;
}

/**
 * The part of a method that runs in a thread of its own: pure, and the same for the same arguments. `Data` and `Part` cross to the thread by structured
 * clone: plain objects, arrays and typed arrays, no functions. The number of parts follows from data and parameters alone, never from the number
 * of threads, and a part draws from random streams of its own (`randomStream(seed, …)` by index): so the outcome is the same however it is dealt out.
 */
export interface ThreadedMethod<Params, Data, Part, Outcome> {
  /** In how many parts the work is cut, 1 or more. */
  parts(data: Data, params: Params): number;
  run(data: Data, params: Params, part: number, seed: number): Part;
  /** The parts in the order of their index. */
  merge(parts: readonly Part[], data: Data, params: Params): Outcome;
}

/** What is shown of an outcome in one tier; or why nothing may be. */
export type Presentation =
  | {
      /** Units that the statement is about, through `gate.count`. */
      n: number | string | null;
      warnings: readonly RunWarning[];
      text: { nl: RunText; en: RunText };
      picture: RunPicture;
      tables: readonly RunTable[];
    }
  /** Why nothing of it may be shown, or nothing could be computed. */
  | { refused: RunEndCode };

/**
 * The only way from exact to shown, for one tier, under the lab's policy: every number of a presentation comes from one of these (disclosure.md
 * §2.10 and §2.11).
 */
export interface OutcomeGate {
  readonly tier: RunTier;
  /** A cell of a table. Statistics that are functions of a table are computed anew from what this shows. */
  cell(cell: ExactCell): ProtectedCell;
  /** Between which numbers the reports of a shown cell lie for certain, in coarse steps around what is shown; null where it is not shown. */
  bounds(cell: ExactCell): { low: number; high: number } | null;
  /** Class and z (one decimal) of an area whose own cell passed; `statistic` comes of noised counts (`noisedReports` in `read`). */
  map<Klass extends string>(
    statistic: { z: number | null; klass: Klass },
    cell: ProtectedCell,
  ): ProtectedMapStatistic<Klass>;
  /** A model: two significant digits, p in bands, n rounded; refused where it says too much of too few. */
  model(output: ModelOutput): { refused: RunEndCode } | { n: number; estimates: ReadonlyMap<string, ShownEstimate> };
  /** A number of units that passed as a cell, as it may be said: rounded to ten, a band for everybody. Null under the floor. */
  count(units: number): number | string | null;
  /** A share (0–1) of protected counts: to one per cent, to five for everybody. */
  share(share: number): number | null;
}

export type ShownEstimate = Pick<ModelEstimate, 'estimate' | 'low' | 'high'> & { p: string | null };

/** One method of analysis as the platform runs it. Everything that differs between methods stands here; nothing else knows a method by name. */
export interface Method<Params = unknown, Data = unknown, Part = unknown, Outcome = unknown> extends ThreadedMethod<
  Params,
  Data,
  Part,
  Outcome
> {
  /** As in the output shells (`SHELL_METHODS`) and in docs/methods. */
  readonly name: string;
  /** Goes up when the same rows and parameters give another outcome. */
  readonly version: number;
  readonly kind: AnalysisKind;
  readonly label: CausalLabel;
  readonly title: Words;
  /** What the method does, in words for who has to decide whether to believe it. */
  readonly explanation: Words;
  /** Units that it can count. */
  readonly units: readonly AnalysisUnit[];
  /** What may be chosen beside the shell; strict, with a default for everything. */
  readonly params: z.ZodType<Params>;
  /** It forecasts: run under a contract that was fixed before, and in no other way. */
  readonly isUnderContract?: true;
  use(scope: RunScope, params: Params): MethodUse;
  /** Reads what it needs and no more: a field that `use` does not name is not there to be read. */
  read(rows: RunRows, scope: RunScope, params: Params): Promise<Data>;
  /**
   * What the threads are given of the data; all of it where left out. Exact cells stay behind: only `present` reads them, and copying them by the ten
   * thousand to every thread would hold up the event loop.
   */
  forThreads?(data: Data): Data;
  present(outcome: Outcome, data: Data, params: Params, gate: OutcomeGate): Presentation;
}

/** A method whose own types nobody outside it knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a registry of methods with types of their own: what `read` gives goes to `run` of the same method alone
export type AnyMethod = Method<any, any, any, any>;

/** Says that a method is one, and infers its types. */
export const defineMethod = <Params, Data, Part, Outcome>(
  method: Method<Params, Data, Part, Outcome>,
): Method<Params, Data, Part, Outcome> => method;

/** Tiers of a result: the own tier has no results, for they are about several organisations. */
export const RUN_TIERS = ['lab', 'public'] as const satisfies readonly Exclude<Tier, 'own'>[];
