import type { Grain, RhythmGrain } from '@datalab/domain';

/** What a standard table is divided by in time: a period, or a rhythm over all years together. */
export type TableGrain = Grain | RhythmGrain;

/** The exact content of one cell of a standard table, with all that the gate asks for. For the worker alone. */
export interface ExactRow {
  datasetId: string;
  level: string;
  grain: TableGrain;
  /** As `periodOf` or `rhythmPeriod` writes it. */
  period: string;
  category: string;
  areaCode: string;
  reports: number;
  /** Distinct households; subject rows without a key count as one together (they may all be one). 0 for counts. */
  households: number;
  /** Rows that concern no household. */
  rowsWithoutHousehold: number;
  /** Reports of the two households with most of them, largest first; 0 where there is none. */
  largestHouseholds: readonly [number, number];
  reportsWithReporter: number;
  /** Reports of the two reporters with most of them. */
  largestReporters: readonly [number, number];
  /** Sum modulo 2³² of the keys of the distinct households and of the reports (rows of counts) that concern none. */
  key: number;
}

/** An area and what it lies in, itself first. */
export interface LineageRow {
  code: string;
  level: string;
  lineage: readonly string[];
}

/** What a dataset's rows can tell at most. */
export interface DatasetShape {
  datasetId: string;
  kind: 'records' | 'counts';
  lowestLevel: string;
  /** `all` and `year` alone where rows know no more than their year. */
  grains: Grain[];
  categories: string[];
  /** How many of its rows know their day and hour; undefined where the rhythm was not asked for. */
  hours?: HoursKnown;
}

/** `most`: nine of ten or more. */
export type HoursKnown = 'none' | 'some' | 'most';
