import { Refusal } from './refusal.js';

/** One record of a file. `row` is the line on which it begins, or the row of a sheet, as a person counts: the first is 1. */
export interface RawRow {
  row: number;
  cells: string[];
}

/** A record longer than this is a quote that was never closed (or no table at all), and memory stays bounded. */
export const MAX_RECORD_LENGTH = 1_000_000;

const QUOTE = '"';

/**
 * Splits text into records as RFC 4180 does, fed in pieces of any size. A quote counts only at the start of a cell; text after a
 * closing quote is kept as it stands. Throws Refusal where a quote is never closed, naming the row where its record begins.
 */
export class Tokeniser {
  #rest = '';
  #line = 1;

  constructor(
    private readonly separator: string,
    private readonly newline: '\n' | '\r' = '\n',
  ) {}

  /** The line that is read next. */
  get line(): number {
    return this.#line;
  }

  /** The records that are complete with this piece. After the last piece call with `last`, even with an empty text. */
  push(text: string, last = false): RawRow[] {
    const buffer = this.#rest === '' ? text : this.#rest + text;
    const rows: RawRow[] = [];
    let at = 0;
    while (at < buffer.length) {
      const end = buffer.indexOf(this.newline, at);
      if (end === -1 && !last) break;
      const line = buffer.slice(at, end === -1 ? buffer.length : end);
      if (line.includes(QUOTE)) {
        const next = this.#quotedRecord(buffer, at, last, rows);
        if (next === -1) break;
        at = next;
      } else {
        rows.push({ row: this.#line, cells: this.#withoutReturn(line).split(this.separator) });
        this.#line += 1;
        at = end === -1 ? buffer.length : end + 1;
      }
    }
    this.#rest = buffer.slice(at);
    if (this.#rest.length > MAX_RECORD_LENGTH || (last && this.#rest !== '')) throw this.#unclosed();
    return rows;
  }

  /** Reads the record at `start`, which has quotes. Returns where the next one begins, or -1 where more text is needed. */
  #quotedRecord(buffer: string, start: number, last: boolean, rows: RawRow[]): number {
    const { separator, newline } = this;
    const cells: string[] = [];
    let lines = 1;
    let at = start;
    let newlineAt = -1;
    for (;;) {
      let cell = '';
      const quoted = buffer[at] === QUOTE;
      if (quoted) {
        const close = this.#closingQuote(buffer, at + 1, last);
        if (close === -1) return -1;
        const inside = buffer.slice(at + 1, close);
        lines += occurrences(inside, newline);
        cell = inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside;
        at = close + 1;
      }
      if (newlineAt < at) newlineAt = buffer.indexOf(newline, at);
      const separatorAt = buffer.indexOf(separator, at);
      if (newlineAt === -1 && !last) return -1;
      const lineEnd = newlineAt === -1 ? buffer.length : newlineAt;
      const ends = separatorAt === -1 || separatorAt > lineEnd;
      const raw = buffer.slice(at, ends ? lineEnd : separatorAt);
      const tail = ends ? this.#withoutReturn(raw) : raw;
      cells.push(quoted ? (tail.trim() === '' ? cell : cell + tail) : tail);
      if (ends) {
        rows.push({ row: this.#line, cells });
        this.#line += lines;
        return newlineAt === -1 ? buffer.length : newlineAt + 1;
      }
      at = separatorAt + 1;
    }
  }

  #closingQuote(buffer: string, from: number, last: boolean): number {
    let at = from;
    for (;;) {
      const quote = buffer.indexOf(QUOTE, at);
      if (quote === -1) return -1;
      if (quote + 1 === buffer.length) return last ? quote : -1;
      if (buffer[quote + 1] !== QUOTE) return quote;
      at = quote + 2;
    }
  }

  #withoutReturn(text: string): string {
    return this.newline === '\n' && text.endsWith('\r') ? text.slice(0, -1) : text;
  }

  #unclosed(): Refusal {
    return new Refusal(
      'quote.unclosed',
      'In de rij die hier begint wordt een aanhalingsteken geopend en nooit gesloten.',
      {
        row: this.#line,
      },
    );
  }
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
