import { invalidInput } from '@datalab/domain';
import { fromHex } from '../bytes.js';
import { sealColumn } from '../sealed/sealed-column.js';
import type { Pseudonym } from './pseudonym-table.js';
import type { KeySources, OwnHasher, RowKeyMaker } from './row-keys.js';

/** One column of the next rows, sealed. */
export interface SealedPart {
  readonly sealed: string;
  readonly part: number;
  readonly rows: number;
  readonly box: Uint8Array;
}

/** Rows with the sealed columns that belong to them, which are written before them. */
export interface SealedBlock<Row> {
  readonly parts: readonly SealedPart[];
  readonly rows: readonly Row[];
}

export interface SealedRowsOptions {
  /** Key columns that the mapping fills; each is sealed in every part, also where no row of it has a key. */
  readonly columns: readonly string[];
  readonly keys: RowKeyMaker;
  /** The dataset that the boxes are bound to. */
  readonly dataset: string;
  readonly workerPublicKey: Uint8Array;
  readonly hash: OwnHasher;
  /** Rows per part. More rows take more memory here, fewer take more bytes. */
  readonly rowsPerPart?: number;
}

const ROWS_PER_PART = 4096;

/**
 * Gathers rows into parts and seals their keys. The randomness of a box is the HMAC of its content under the organisation's own key: fresh
 * for every other content, and the same for the same, so that a file that is delivered twice is the same load (its content hash is equal).
 * Memory: one part.
 */
export class SealedRows<Row> {
  private rows: Row[] = [];
  private sources: KeySources[] = [];
  private part = 0;

  constructor(private readonly options: SealedRowsOptions) {}

  /** Takes rows with what their keys are made of; gives the parts that are full. */
  async *add(rows: readonly Row[], sources: readonly KeySources[]): AsyncGenerator<SealedBlock<Row>> {
    const { rowsPerPart = ROWS_PER_PART } = this.options;
    for (const [i, row] of rows.entries()) {
      this.rows.push(row);
      this.sources.push(sources[i] ?? {});
      if (this.rows.length >= rowsPerPart) yield await this.block();
    }
  }

  /** The rest. Call once, after the last row. */
  async *end(): AsyncGenerator<SealedBlock<Row>> {
    if (this.rows.length > 0) yield await this.block();
  }

  private async block(): Promise<SealedBlock<Row>> {
    const { rows, sources } = this;
    this.rows = [];
    this.sources = [];
    const part = this.part++;
    const parts: SealedPart[] = [];
    for (const column of this.options.columns) parts.push(await this.seal(column, part, sources));
    return { parts, rows };
  }

  private async seal(column: string, part: number, sources: readonly KeySources[]): Promise<SealedPart> {
    const { keys, dataset, workerPublicKey, hash } = this.options;
    const pseudonyms: (Pseudonym | undefined)[] = [];
    for (const row of sources) {
      const source = row[column];
      const key = source === undefined ? undefined : await keys.keyOf(column, source);
      if (source !== undefined && key === undefined)
        throw invalidInput('pseudonym.key-missing', 'A row holds an identifier that was not pseudonymised.');
      pseudonyms.push(key);
    }
    const seed = await hash(`seal|${dataset}|${column}|${part}|${digestText(pseudonyms)}`);
    const place = { load: dataset, column, part };
    const box = sealColumn(pseudonyms, place, workerPublicKey, () => fromHex(seed, 32, 'hash'));
    return { sealed: column, part, rows: sources.length, box };
  }
}

/** All of a column as one text, without ambiguity: a row without a key is one zero, every key is a one and 64 characters. */
const digestText = (pseudonyms: readonly (Pseudonym | undefined)[]): string =>
  pseudonyms
    .map((pseudonym) => (pseudonym === undefined ? '\u0000' : `\u0001${String.fromCharCode(...pseudonym)}`))
    .join('');
