import { Inflate } from 'fflate';
import { Refusal } from './refusal.js';

interface Entry {
  method: number;
  start: number;
  compressedSize: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const PIECE = 32_768;

/** What a damaged, encrypted or oversized archive is refused with. */
export const damaged = (): Refusal =>
  new Refusal(
    'xlsx.damaged',
    'Dit Excel-bestand is beschadigd of versleuteld. Open het in Excel en sla het opnieuw op.',
  );
const bomb = (): Refusal => new Refusal('xlsx.too-large', 'Dit Excel-bestand wordt uitgepakt te groot. Lever CSV.');

/**
 * The parts of a zip archive that is in memory, by its central directory; each is inflated piece by piece, so that a sheet of a gigabyte
 * needs no gigabyte. Throws Refusal where the archive is damaged or encrypted.
 */
export class ZipArchive {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#readDirectory(view);
    } catch (error) {
      if ((error as Partial<Error>).name === 'RangeError') throw damaged();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The whole part; throws Refusal where it would be larger than `limit` bytes. */
  read(name: string, limit: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (const piece of this.stream(name)) {
      length += piece.length;
      if (length > limit) throw bomb();
      pieces.push(piece);
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  /** The part in pieces as they are inflated. */
  *stream(name: string): Generator<Uint8Array> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw damaged();
    const packed = this.bytes.subarray(entry.start, entry.start + entry.compressedSize);
    if (entry.method === 0) {
      yield packed;
      return;
    }
    if (entry.method !== 8) throw damaged();
    let ready: Uint8Array[] = [];
    const inflate = new Inflate((piece) => ready.push(piece));
    for (let at = 0; at < packed.length; at += PIECE) {
      try {
        inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
      } catch (error) {
        // fflate throws its own kind of Error for every fault in the stream.
        if (typeof (error as { code?: unknown }).code === 'number') throw damaged();
        throw error;
      }
      yield* ready;
      ready = [];
    }
  }

  #readDirectory(view: DataView): void {
    let end = view.byteLength - 22;
    while (end >= 0 && view.byteLength - end < 66_000 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
    if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw damaged();
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
      const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
      const nameLength = view.getUint16(at + 28, true);
      const name = String.fromCharCode(...this.bytes.subarray(at + 46, at + 46 + nameLength));
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const compressedSize = view.getUint32(at + 20, true);
      if (encrypted || start + compressedSize > view.byteLength) throw damaged();
      this.#entries.set(name.replace(/^\//, ''), { method: view.getUint16(at + 10, true), start, compressedSize });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  }
}
