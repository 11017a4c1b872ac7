import type { ReadKeys } from '../keys/read-keys.js';
import type { CanonicalRow } from '../schema/canonical-schema.js';
import type { Fault } from '../schema/field-check.js';

/** Why a row, or one cell of a wide table, is left out on purpose. Each is counted, so that the steward can confirm the totals. */
export const SKIP_REASONS = ['total', 'other_level', 'not_selected', 'not_available'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

type WithoutHash<Row> = Row extends unknown ? Omit<Row, 'record_hash'> : never;
export type UnhashedRow = WithoutHash<CanonicalRow>;

/** Where the reading of one raw row leaves what it found. */
export interface RowSink {
  accept(row: UnhashedRow, ownId: string, keys?: ReadKeys): void;
  skip(reason: SkipReason): void;
  /** The row (in a wide table: the cell) is refused; `column` is the name in the file. */
  fault(column: string, fault: Fault): void;
}

/** Reads one raw row: calls the sink at least once. */
export type RowReader = (cells: readonly string[], sink: RowSink) => void;
