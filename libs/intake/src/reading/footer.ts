import { isBlank } from './dialect.js';
import type { RawRow } from './tokeniser.js';
import type { TableProgress } from './table.js';

const MAX_HELD = 50;

const FOOTER_WORDS = /^(?:bron|source|©|\(c\)|cbs|toelichting|legenda|peildatum|noot|let op|gegevens|\*)/i;

/**
 * Leaves out blank rows, and lines at the end that hold one cell only and read as a remark ("Bron: Politie", "© CBS", a line after a
 * blank one). Such a line is held back until a fuller row follows: then it was no footer, and it is passed on to be judged. A last
 * row that was cut off is never taken for a footer.
 */
export class RowFilter {
  #held: RawRow[] = [];
  #afterBlank = false;

  constructor(
    private readonly width: number,
    private readonly progress: TableProgress,
  ) {}

  pass(records: readonly RawRow[]): RawRow[] {
    const rows: RawRow[] = [];
    for (const record of records) {
      if (isBlank(record.cells)) {
        this.progress.blankRows += 1;
        this.#afterBlank = true;
        continue;
      }
      if (this.#mayBeFooter(record.cells) && this.#held.length < MAX_HELD) this.#held.push(record);
      else {
        if (this.#held.length > 0) rows.push(...this.#held.splice(0));
        rows.push(record);
      }
      this.#afterBlank = false;
    }
    this.progress.rows += rows.length;
    return rows;
  }

  /** After the last record: what is still held was the footer. */
  end(): void {
    this.progress.footerLines += this.#held.length;
    this.#held = [];
  }

  #mayBeFooter(cells: readonly string[]): boolean {
    if (this.width < 2) return false;
    for (let i = 1; i < cells.length; i += 1) if (cells[i]!.trim() !== '') return false;
    if (cells.length === this.width && this.width === 2) return false;
    const text = cells[0]!.trim();
    return this.#afterBlank || this.#held.length > 0 || FOOTER_WORDS.test(text) || text.split(' ').length > 3;
  }
}
