import type { AnalysisUnit, Grain } from '@datalab/domain';

/** What a run is about, as its approved output shell says. */
export interface RunScope {
  unit: AnalysisUnit;
  /** Code of a level of the lab's region. */
  areaLevel: string;
  grain: Grain;
  /** First and last day (`YYYY-MM-DD`), both included. */
  from: string;
  to: string;
  datasetIds: readonly string[];
  /** Canonical categories; null is all of them. */
  categories: readonly string[] | null;
}
