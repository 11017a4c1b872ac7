import type { DatasetKind } from '@datalab/domain';
import { CANONICAL_FIELDS, type CanonicalRow } from '../schema/canonical-schema.js';
import { ColumnScreener } from './column-screener.js';
import type { Finding } from './finding.js';

/**
 * Screens canonical rows, at the worker: only the fields that hold text of the source. Their names are ours and tell nothing, so only
 * values are judged. Some hundred nanoseconds per row, since codes repeat.
 */
export class CanonicalScreener {
  readonly #columns: { name: string; screener: ColumnScreener }[];

  constructor(kind: DatasetKind) {
    this.#columns = Object.entries(CANONICAL_FIELDS[kind])
      .filter(([, field]) => field.type === 'text' && field.shape !== 'grid_cell')
      .map(([name]) => ({ name, screener: new ColumnScreener(name, 0) }));
  }

  add(row: CanonicalRow, line: number): void {
    const fields = row as unknown as Readonly<Record<string, unknown>>;
    for (const { name, screener } of this.#columns) {
      const value = fields[name];
      if (typeof value === 'string') screener.add(value, line);
    }
  }

  findings(): Finding[] {
    return this.#columns.flatMap(({ screener }) => screener.findings());
  }
}
