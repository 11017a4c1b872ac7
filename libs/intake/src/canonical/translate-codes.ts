import { OUT_OF_SCOPE } from '@datalab/domain';
import { foldName } from '../region/fold-name.js';

const MAX_UNMAPPED = 5_000;

/** A code of the source that the saved translation does not have, and how many rows have it. Stays with the steward's client. */
export interface UnmappedCode {
  code: string;
  count: number;
}

/**
 * Translates the codes of a source, exactly as written or else without case and accents, and keeps those it does not know with their
 * number of rows: an unmapped code blocks the load.
 */
export class CodeTranslator<Target extends string> {
  readonly #exact: ReadonlyMap<string, Target>;
  readonly #folded: ReadonlyMap<string, Target>;
  readonly #unmapped = new Map<string, number>();
  #unmappedRows = 0;

  constructor(codes: Readonly<Record<string, Target>>) {
    this.#exact = new Map(Object.entries(codes));
    this.#folded = new Map(Object.entries(codes).map(([code, target]) => [foldName(code), target]));
  }

  translate(code: string): Target | undefined {
    const target = this.#exact.get(code) ?? this.#folded.get(foldName(code));
    if (target !== undefined) return target;
    this.#unmappedRows += 1;
    const before = this.#unmapped.get(code);
    if (before !== undefined || this.#unmapped.size < MAX_UNMAPPED) this.#unmapped.set(code, (before ?? 0) + 1);
    return undefined;
  }

  get unmappedRows(): number {
    return this.#unmappedRows;
  }

  /** Most frequent first. */
  unmapped(): UnmappedCode[] {
    return [...this.#unmapped]
      .map(([code, count]) => ({ code, count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
}

/** True for a canonical category that counts. */
export const isInScope = (category: string): boolean => category !== OUT_OF_SCOPE;
