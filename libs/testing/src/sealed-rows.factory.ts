import { createHash } from 'node:crypto';
import {
  KEY_COLUMNS,
  sealedLine,
  type CanonicalProvisionUse,
  type CanonicalReport,
  type CanonicalRow,
  type KeyColumn,
} from '@datalab/intake';
import { loadSodiumRistretto, sealColumn, sealingKeyPairOf, type SealingKeyPair } from '@datalab/pseudonym';

await loadSodiumRistretto();

/** The sealing key of the test worker. */
export const TEST_SEALING_KEY: SealingKeyPair = sealingKeyPairOf(
  new Uint8Array(createHash('sha256').update('the sealing key of the tests').digest()),
);

/** A report with names for its keys: the same name, the same household, in whatever source. */
export type TestReport = CanonicalReport & Partial<Record<KeyColumn, string>>;
export type TestProvisionUse = CanonicalProvisionUse & Partial<Record<KeyColumn, string>>;
export type TestRow = CanonicalRow | TestReport | TestProvisionUse;

/** The pseudonym that stands for a name. */
export const pseudonymOf = (name: string): Uint8Array => new Uint8Array(createHash('sha512').update(name).digest());

const keysOf = (row: TestRow): Partial<Record<KeyColumn, string>> => row as TestReport;

/** The row as it travels: without its keys. */
export function clearRow(row: TestRow): CanonicalRow {
  const clear: Record<string, unknown> = { ...row };
  for (const column of KEY_COLUMNS) delete clear[column];
  return clear as unknown as CanonicalRow;
}

/** The rows as the client uploads them without any key: one JSON object per line. */
export const linesOf = (rows: readonly TestRow[]): string =>
  rows.map((row) => `${JSON.stringify(clearRow(row))}\n`).join('');

/**
 * The rows as the client uploads them, their keys sealed before them in one part. The same rows give the same text, as an honest client's do.
 */
export function sealedText(
  dataset: string,
  rows: readonly TestRow[],
  workerPublicKey = TEST_SEALING_KEY.publicKey,
): string {
  const columns = KEY_COLUMNS.filter((column) => rows.some((row) => keysOf(row)[column] !== undefined));
  const sealed = columns.map((column) => {
    const names = rows.map((row) => keysOf(row)[column]);
    const pseudonyms = names.map((name) => (name === undefined ? undefined : pseudonymOf(name)));
    const seed = createHash('sha256')
      .update(JSON.stringify([dataset, column, names]))
      .digest();
    const box = sealColumn(pseudonyms, { load: dataset, column, part: 0 }, workerPublicKey, () => new Uint8Array(seed));
    return `${sealedLine({ sealed: column, part: 0, rows: rows.length, box: Buffer.from(box).toString('base64') })}\n`;
  });
  return sealed.join('') + linesOf(rows);
}
