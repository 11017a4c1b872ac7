import { marksOf, NO_MARKS, type CellMarks } from './cell-marks.js';
import { chanceOfPassing } from './elfproef.js';
import { FINDING_MESSAGES, type Finding } from './finding.js';
import type { ScreenedKind } from './screened-kind.js';
import { isTextName, toldByName } from './telling-names.js';

const MAX_REMEMBERED = 2_000;
const LONG_WORDS = 6;
const LONG_LETTERS = 100;
const NO_ACCIDENT = 0.001;
/** Numbers that are given out in steps can pass more often than one in eleven; a column of BSNs passes nearly always. */
const LEAST_SHARE = 0.25;

/** Follows one column through a file and judges it as a whole: a cell alone may be an accident. Bounded memory. */
export class ColumnScreener {
  readonly #told: ScreenedKind | undefined;
  readonly #textName: boolean;
  readonly #first = new Map<ScreenedKind, { row: number; count: number }>();
  readonly #labels = new Map<string, number>();
  readonly #remembered = new Map<string, CellMarks>();
  #filled = 0;
  #weakPhones = 0;
  #nineDigits = 0;
  #passing = 0;
  #long = 0;

  constructor(
    readonly column: string,
    private readonly headerRow: number,
  ) {
    this.#told = toldByName(column);
    this.#textName = isTextName(column);
  }

  add(cell: string, row: number): void {
    if (cell === '') return;
    this.#filled += 1;
    if (cell.length > 4) this.#judge(this.#marks(cell), cell, row);
  }

  findings(): Finding[] {
    const kinds = new Map<ScreenedKind, { row: number; count: number }>();
    if (this.#told !== undefined && this.#filled > 0) kinds.set(this.#told, { row: this.headerRow, count: 0 });
    for (const kind of ['email', 'iban', 'address'] as const) {
      const seen = this.#first.get(kind);
      if (seen !== undefined) kinds.set(kind, seen);
    }
    const phone = this.#first.get('phone');
    const weak = this.#weakPhones >= 3 && this.#weakPhones * 2 > this.#filled;
    if (phone !== undefined && (weak || phone.count > this.#weakPhones)) kinds.set('phone', phone);
    const bsn = this.#first.get('bsn');
    const share = this.#passing / this.#nineDigits;
    if (bsn !== undefined && share >= LEAST_SHARE && chanceOfPassing(this.#passing, this.#nineDigits) < NO_ACCIDENT)
      kinds.set('bsn', bsn);
    const text = this.#first.get('free_text');
    if (text !== undefined && (this.#textName ? this.#long > 0 : this.#long * 5 > this.#filled))
      kinds.set('free_text', text);
    return [...kinds].map(([kind, { row, count }]) => ({
      column: this.column,
      kind,
      row,
      count,
      message: FINDING_MESSAGES[kind],
    }));
  }

  /** One word is judged faster than looked up. */
  #marks(cell: string): CellMarks {
    if (!cell.includes(' ')) return marksOf(cell);
    let marks = this.#remembered.get(cell);
    if (marks === undefined) {
      marks = marksOf(cell);
      if (this.#remembered.size < MAX_REMEMBERED) this.#remembered.set(cell, marks);
    }
    return marks;
  }

  #judge(marks: CellMarks, cell: string, row: number): void {
    if (marks === NO_MARKS) return;
    if (marks.email) this.#see('email', row);
    if (marks.iban) this.#see('iban', row);
    if (marks.address) this.#see('address', row);
    if (marks.phone !== undefined) this.#see('phone', row);
    if (marks.phone === 'weak') this.#weakPhones += 1;
    if (marks.passing > 0) this.#see('bsn', row);
    this.#nineDigits += marks.nineDigits;
    this.#passing += marks.passing;
    // A long text that every row repeats is a label; text is what differs from row to row.
    const long = marks.words >= LONG_WORDS || cell.length > LONG_LETTERS;
    if (long && marks.words > 1 && !this.#isRepeated(cell)) {
      this.#long += 1;
      this.#see('free_text', row);
    }
  }

  #isRepeated(cell: string): boolean {
    const before = this.#labels.get(cell);
    if (before !== undefined || this.#labels.size < MAX_REMEMBERED) this.#labels.set(cell, (before ?? 0) + 1);
    return before !== undefined;
  }

  #see(kind: ScreenedKind, row: number): void {
    const seen = this.#first.get(kind);
    if (seen === undefined) this.#first.set(kind, { row, count: 1 });
    else seen.count += 1;
  }
}
