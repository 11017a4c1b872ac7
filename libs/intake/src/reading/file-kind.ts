import { Refusal } from './refusal.js';

const SIGNATURES: readonly { bytes: readonly number[]; code: string; message: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    code: 'file.old-excel',
    message: 'Dit is een oud of versleuteld Excel-bestand (.xls). Sla het op als .xlsx of als CSV.',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], code: 'file.pdf', message: 'Dit is een PDF, geen tabel.' },
  { bytes: [0x1f, 0x8b], code: 'file.compressed', message: 'Dit bestand is ingepakt (gzip). Pak het eerst uit.' },
  {
    bytes: [0x42, 0x5a, 0x68],
    code: 'file.compressed',
    message: 'Dit bestand is ingepakt (bzip2). Pak het eerst uit.',
  },
  {
    bytes: [0x37, 0x7a, 0xbc, 0xaf],
    code: 'file.compressed',
    message: 'Dit bestand is ingepakt (7z). Pak het eerst uit.',
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], code: 'file.picture', message: 'Dit is een afbeelding, geen tabel.' },
  { bytes: [0xff, 0xd8, 0xff], code: 'file.picture', message: 'Dit is een afbeelding, geen tabel.' },
  { bytes: [0x47, 0x49, 0x46, 0x38], code: 'file.picture', message: 'Dit is een afbeelding, geen tabel.' },
  { bytes: [0x50, 0x41, 0x52, 0x31], code: 'file.parquet', message: 'Dit is een Parquet-bestand. Lever CSV of XLSX.' },
  { bytes: [0x53, 0x51, 0x4c, 0x69], code: 'file.database', message: 'Dit is een databasebestand. Lever CSV of XLSX.' },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((b, i) => bytes[i] === b);

/** True for a zip container, which an .xlsx file is. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP);

/** Throws Refusal where the first bytes are those of a known kind of file that is no table. */
export function refuseKnownBinary(bytes: Uint8Array): void {
  const found = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (found !== undefined) throw new Refusal(found.code, found.message);
}

const MARKUP = /^\s*<(?:!doctype|html|\?xml|table|[a-z][\w:-]*[\s>])/i;

/** Throws Refusal where decoded text is markup or a JSON document instead of a table. */
export function refuseOtherText(text: string): void {
  if (MARKUP.test(text))
    throw new Refusal('file.markup', 'Dit is een webpagina of XML-bestand, geen tabel. Lever CSV of XLSX.', { row: 1 });
  if (/^\s*[[{]\s*["{[\]}]/.test(text))
    throw new Refusal('file.json', 'Dit is een JSON-bestand, geen tabel. Lever CSV, XLSX of NDJSON.', { row: 1 });
}
