import { OccurrenceCounter } from './occurrence-counter.js';

/** HMAC-SHA-256 in lower-case hex under the organisation's own client-held key; the key never comes near this library. */
export type RecordHasher = (message: string) => string | Promise<string>;

/**
 * What is hashed to recognise a record: the organisation's own id where it gives one, otherwise the canonical row. Identical rows can be
 * separate incidents, and one id can cover several rows (police.uk lists every offence of a crime), so the ordinal among equals belongs
 * to it: the same file twice gives the same hashes, whatever the order of its rows.
 */
export class RecordIdentity {
  readonly #seen = new OccurrenceCounter();
  identicalRows = 0;
  repeatedIds = 0;

  message(ownId: string, row: object): string {
    const base = ownId === '' ? `row|${JSON.stringify(row)}` : `id|${ownId}`;
    const ordinal = this.#seen.next(base);
    if (ordinal > 1) {
      if (ownId === '') this.identicalRows += 1;
      else this.repeatedIds += 1;
    }
    return ordinal === 1 && ownId !== '' ? base : `${base}|${ordinal}`;
  }
}
