import { KEY_COLUMNS, type KeyColumn } from './row-keys.js';

/**
 * One key column of the rows that follow, sealed to the worker: `{"sealed":"household_key","part":0,"rows":4096,"box":"…"}`. It stands before
 * its rows, so that who opens it need not keep the rows. The lines of one part stand together, one per column, and say the same number of
 * rows; parts are numbered from 0. `box` is base64 (RFC 4648 §4) of a libsodium sealed box.
 */
export interface SealedLine {
  sealed: KeyColumn;
  part: number;
  rows: number;
  box: string;
}

/** Most rows of one part. */
export const LARGEST_SEALED_BLOCK = 65_535;

/** Longest line that can hold one: 65 bytes per row and some for header and box, in base64. */
export const LONGEST_SEALED_LINE = Math.ceil(((LARGEST_SEALED_BLOCK * 65 + 512) * 4) / 3) + 256;

const START = '{"sealed":';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Whether a line of a canonical file holds keys instead of a row. */
export const isSealedLine = (line: string): boolean => line.startsWith(START);

/** The line as it is written. */
export const sealedLine = ({ sealed, part, rows, box }: SealedLine): string =>
  JSON.stringify({ sealed, part, rows, box });

/** Reads such a line; undefined where it is none, whatever it holds. */
export function parseSealedLine(line: string): SealedLine | undefined {
  if (line.length > LONGEST_SEALED_LINE) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  const { sealed, part, rows, box, ...others } = value as Partial<SealedLine>;
  const isWhole = (number: unknown, least: number, most: number): number is number =>
    Number.isInteger(number) && (number as number) >= least && (number as number) <= most;
  const isRight =
    KEY_COLUMNS.some((column) => column === sealed) &&
    isWhole(part, 0, 0xffff_ffff) &&
    isWhole(rows, 1, LARGEST_SEALED_BLOCK) &&
    typeof box === 'string' &&
    BASE64.test(box) &&
    Object.keys(others).length === 0;
  return isRight ? ({ sealed, part, rows, box } as SealedLine) : undefined;
}
