import type { AnsweredFinding, CanonicalResult, Mapping, Question } from '@datalab/intake';
import type { DatasetKind } from '@datalab/domain';

/** What the worker needs to know of the region to derive areas by itself; it fetches the rest. */
export interface RegionRef {
  id: string;
  code: string;
  name: string;
  country: string;
  divisionYear: number;
  timeZone: string;
  levels: readonly { code: string; name: string; codePrefix?: string | null }[];
  hasAddresses: boolean;
  hasPostcodes: boolean;
}

/** A finding that the steward answered as a false alarm; it travels with the load. */
export interface GivenAnswer extends AnsweredFinding {
  /** The canonical field that the column becomes; null where it is dropped here. */
  field: string | null;
  reason: string;
}

/** What is known of the dataset before its file is opened. */
export interface DatasetRef {
  kind: DatasetKind;
  /** The mapping that was saved with an earlier load. */
  saved: unknown;
  vocabulary: { name: string; version: string };
}

export type IntakeRequest =
  | { ask: 'recognise'; file: File; dataset: DatasetRef; region: RegionRef; today: string }
  | {
      ask: 'check';
      labId: string;
      datasetId: string;
      file: File;
      mapping: Mapping;
      region: RegionRef;
      key: Uint8Array;
      today: string;
      answered: readonly AnsweredFinding[];
    };

/** What a file turns out to be. The sample rows are values of persons: they go to the screen of the steward and nowhere else. */
export interface Recognised {
  format: string;
  separator: string | undefined;
  encoding: string;
  headerRow: number;
  header: string[];
  sample: string[][];
  /** Saved or proposed. A column that nobody could recognise is the empty text: the steward chooses it. */
  mapping: Mapping;
  /** The saved mapping of the dataset fits this file: nothing had to be proposed. */
  isSaved: boolean;
  questions: Question[];
}

export interface Checked {
  result: CanonicalResult;
  /** The canonical rows, where nothing stands in the way of the load. */
  rows: { blob: Blob; sha256: string } | undefined;
  /** The refused rows with their reasons, as CSV for the steward alone. */
  refused: Blob | undefined;
}

/** A file that cannot be used as it is: a message for the steward. */
export interface FileRefusal {
  code: string;
  message: string;
  row?: number | undefined;
  column?: string | undefined;
}

/** How far a check is: reading every row, having pseudonyms made, writing the rows with their keys sealed. */
export type CheckProgress =
  { phase: 'reading' | 'writing'; bytesRead: number; rows: number } | { phase: 'keys'; done: number; total: number };

export type IntakeAnswer =
  | { tell: 'progress'; progress: CheckProgress }
  | { tell: 'recognised'; recognised: Recognised }
  | { tell: 'checked'; checked: Checked }
  | { tell: 'refused'; refusal: FileRefusal }
  | { tell: 'failed'; message: string };
