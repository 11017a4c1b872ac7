import type { FirstGuess } from './encoding.js';
import { Refusal } from './refusal.js';
import { lenientDecoder, strictDecoder, type Encoding, type StrictDecoder } from './text-decoder.js';

/**
 * Decodes a stream in constant memory. A file of plain ASCII so far may turn out to be UTF-8 or windows-1252 at its first byte above
 * 127, be it on the last line: the first stretch with such bytes decides, and since all before it was ASCII nothing has to be read
 * again. Bytes that do not fit afterwards are a Refusal (`encoding.mixed`); the good text before them is given first, so that the
 * reader knows the row.
 */
export class TextStream {
  #state: FirstGuess;
  #decoder: StrictDecoder | undefined;
  #held: Uint8Array = new Uint8Array(0);

  constructor(guess: FirstGuess) {
    this.#state = guess;
    if (guess !== 'ascii') this.#decoder = strictDecoder(guess);
  }

  /** The encoding as far as it is known; pure ASCII counts as UTF-8. */
  get encoding(): Encoding {
    return this.#state === 'ascii' ? 'utf-8' : this.#state;
  }

  async *decode(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
    for await (const chunk of source) yield* this.#chunk(chunk, false);
    yield* this.#chunk(new Uint8Array(0), true);
  }

  *#chunk(chunk: Uint8Array, last: boolean): Generator<string> {
    let bytes = chunk;
    if (this.#decoder === undefined) {
      bytes = joined(this.#held, chunk);
      const high = firstAbove127(bytes);
      // A high byte at the very end may be half a character: wait for the rest before deciding.
      const decidable = last || high === -1 || high < bytes.length - 3;
      const until = decidable ? bytes.length : high;
      this.#held = bytes.slice(until);
      bytes = bytes.subarray(0, until);
      if (high !== -1 && high < until) {
        this.#state = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
        this.#decoder = strictDecoder(this.#state);
      }
    }
    const decoder = this.#decoder ?? strictDecoder('utf-8');
    const text = decoder.decode(bytes, !last);
    if (text === undefined) {
      const good = lenientDecoder(this.encoding).decode(bytes).split('\uFFFD', 1)[0]!;
      if (good !== '') yield good;
      throw new Refusal(
        'encoding.mixed',
        'Op deze regel staan tekens in een andere tekencodering dan in de rest van het bestand. Sla het bestand op als UTF-8.',
      );
    }
    if (text !== '') yield text;
  }
}

/** Judged by the first character above 127: a right UTF-8 sequence there is no accident, whatever follows it. */
function isUtf8(bytes: Uint8Array): boolean {
  for (const letter of lenientDecoder('utf-8').decode(bytes)) {
    if (letter > '\u007f') return letter !== '\uFFFD';
  }
  return true;
}

/** Both, one after the other. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Position of the first byte above 127, or -1. A plain loop: a callback per byte would be half the time of reading. */
function firstAbove127(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i]! > 127) return i;
  return -1;
}
