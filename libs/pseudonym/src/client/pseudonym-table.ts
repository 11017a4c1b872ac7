import { invalidInput } from '@datalab/domain';
import type { Identifier } from '../identifier/identifier.js';
import { concat, twoBytes, utf8 } from '../bytes.js';
import { HASH_BYTES, type Ristretto } from '../voprf/ristretto.js';
import type { Checkpoint } from './checkpoint.js';

/** A pseudonym: the 64 bytes that RFC 9497 calls the output. Equal exactly for equal identifiers under one lab key. */
export type Pseudonym = Uint8Array;

/**
 * The distinct identifiers of a run and their pseudonyms. Memory grows with the distinct identifiers only, whatever the number of rows.
 * Lives at the partner; never serialise it towards the platform.
 */
export class PseudonymTable {
  private readonly places = new Map<Identifier, number>();
  private bytes = new Uint8Array(0);
  private finished = 0;

  /** Collects the distinct identifiers of a stream of rows, in the order in which they first occur. */
  static async collect(identifiers: Iterable<Identifier> | AsyncIterable<Identifier>): Promise<PseudonymTable> {
    const table = new PseudonymTable();
    for await (const identifier of identifiers) {
      if (!table.places.has(identifier)) table.places.set(identifier, table.places.size);
    }
    table.bytes = new Uint8Array(table.places.size * HASH_BYTES);
    return table;
  }

  /** Distinct identifiers. */
  get size(): number {
    return this.places.size;
  }

  /** How many of them, from the first, have their pseudonym. */
  get done(): number {
    return this.finished;
  }

  /** The pseudonym of an identifier; undefined for one that was not in the run, or not yet reached. */
  get(identifier: Identifier): Pseudonym | undefined {
    const place = this.places.get(identifier);
    if (place === undefined || place >= this.finished) return undefined;
    return this.bytes.slice(place * HASH_BYTES, (place + 1) * HASH_BYTES);
  }

  /** The identifiers in order, from place `from` (0-based). */
  *identifiers(from = 0): Generator<Identifier> {
    let place = 0;
    for (const identifier of this.places.keys()) if (place++ >= from) yield identifier;
  }

  /** Adds the pseudonyms of the next identifiers in order. */
  append(pseudonyms: readonly Pseudonym[]): void {
    for (const pseudonym of pseudonyms) this.bytes.set(pseudonym, this.finished++ * HASH_BYTES);
  }

  /** Everything that a later run over the same identifiers needs to go on from here. */
  checkpoint(ristretto: Ristretto, labKey: string): Checkpoint {
    return {
      labKey,
      done: this.finished,
      identifiers: this.digest(ristretto, this.finished),
      pseudonyms: this.bytes.slice(0, this.finished * HASH_BYTES),
    };
  }

  /** Takes over what an interrupted run had finished. Throws InvalidInput when it was made with another key or over other identifiers. */
  restore(ristretto: Ristretto, labKey: string, { done, identifiers, pseudonyms, ...checkpoint }: Checkpoint): void {
    const fits = done <= this.size && pseudonyms.length === done * HASH_BYTES && checkpoint.labKey === labKey;
    const isSame = fits && this.digest(ristretto, done).every((byte, i) => byte === identifiers[i]);
    if (!isSame) {
      throw invalidInput(
        'pseudonym.checkpoint-mismatch',
        'The interrupted run was made with another key or another file.',
      );
    }
    this.bytes.set(pseudonyms);
    this.finished = done;
  }

  private digest(ristretto: Ristretto, count: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (const identifier of this.identifiers()) {
      if (parts.length === 2 * count) break;
      const text = utf8(identifier);
      parts.push(twoBytes(text.length), text);
    }
    return ristretto.hash(concat(...parts));
  }
}
