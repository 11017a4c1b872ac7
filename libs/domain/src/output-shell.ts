import type { AnalysisKind, AnalysisUnit } from './analysis-kind.js';
import type { Grain } from './period.js';

/** What stands in the rows of the table of a shell. */
export const SHELL_ROWS = ['area', 'period', 'category', 'source'] as const;
export type ShellRows = (typeof SHELL_ROWS)[number];

export const SHELL_STATES = ['draft', 'submitted', 'approved', 'replaced'] as const;
export type ShellState = (typeof SHELL_STATES)[number];

/** The methods that a shell can name, with the kind of analysis that each belongs to. Names as in docs/methods. */
export const SHELL_METHODS = {
  rates: 'descriptive',
  'gini-lorenz': 'descriptive',
  'known-to-n': 'descriptive',
  'capture-recapture': 'descriptive',
  'capture-single-list': 'descriptive',
  'getis-ord-gi': 'descriptive',
  'moran-global': 'descriptive',
  'moran-local': 'descriptive',
  'emerging-hotspots': 'descriptive',
  kde: 'descriptive',
  knox: 'descriptive',
  'scan-statistic': 'descriptive',
  stl: 'descriptive',
  trend: 'descriptive',
  rhythm: 'descriptive',
  clustering: 'descriptive',
  'like-with-like': 'descriptive',
  'chi2-cramer': 'diagnostic',
  'odds-risk-ratio': 'diagnostic',
  'service-use-gap': 'diagnostic',
  'reporting-propensity': 'diagnostic',
  'glm-poisson-offset': 'diagnostic',
  'glm-negbin': 'diagnostic',
  'interrupted-time-series': 'diagnostic',
  'difference-in-differences': 'diagnostic',
  forecast: 'predictive',
  hhh4: 'predictive',
} as const satisfies Record<string, AnalysisKind>;
export type ShellMethod = keyof typeof SHELL_METHODS;

/** The methods of one kind, in the order in which they are offered. */
export const methodsOfKind = (kind: AnalysisKind): ShellMethod[] =>
  (Object.keys(SHELL_METHODS) as ShellMethod[]).filter((method) => SHELL_METHODS[method] === kind);

/** The table or map that will be made, before there is a number in it (_dummymodel_). */
export interface ShellForm {
  title: string;
  kind: AnalysisKind;
  method: ShellMethod;
  unit: AnalysisUnit;
  /** Code of a level of the lab's region. */
  areaLevel: string;
  grain: Grain;
  /** First and last day (`YYYY-MM-DD`), both included. */
  periodFrom: string;
  periodTo: string;
  /** The sources, at least one. */
  datasetIds: readonly string[];
  rows: ShellRows;
  /** Headings of the columns of numbers, at least one. */
  columns: readonly string[];
  /** What will be done with it. */
  use: string;
}

/** What a run or an output says that it is: as much of a shell as it can say. */
export type ShellClaim = Pick<
  ShellForm,
  'kind' | 'method' | 'unit' | 'areaLevel' | 'grain' | 'periodFrom' | 'periodTo' | 'datasetIds'
>;

/** A field in which an output departs from its shell. */
export type ShellDeparture = keyof ShellClaim;

/**
 * In which fields something is not what was approved; empty where it matches. A shorter period and fewer sources are within a shell: less
 * was approved than was. Everything else must be the same.
 */
export function matchesShell(shell: ShellClaim, what: ShellClaim): ShellDeparture[] {
  const departures: ShellDeparture[] = (['kind', 'method', 'unit', 'areaLevel', 'grain'] as const).filter(
    (field) => shell[field] !== what[field],
  );
  if (what.periodFrom < shell.periodFrom) departures.push('periodFrom');
  if (what.periodTo > shell.periodTo) departures.push('periodTo');
  if (what.datasetIds.length === 0 || what.datasetIds.some((id) => !shell.datasetIds.includes(id)))
    departures.push('datasetIds');
  return departures;
}
