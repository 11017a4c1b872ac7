import type { CategoryTarget } from '../mapping/mapping.js';

/** One code of a source: as it writes it, what it means, what it is here, and other ways in which files write it. */
export type VocabularyEntry = readonly [code: string, label: string, target: CategoryTarget, ...alsoWritten: string[]];

/** The code list of a kind of source with its translation to the canonical categories: versioned data, never an enum. */
export interface Vocabulary {
  /** Stable name, as it is saved with a load. */
  name: string;
  /** Goes up with every change of an entry; a load keeps the version it was translated with. */
  version: string;
  title: string;
  /** Where the list comes from, and its licence. */
  source: string;
  entries: readonly VocabularyEntry[];
}

/** Every way of writing a code of the vocabulary → its canonical category, as a mapping saves it. */
export function crosswalkOf(vocabulary: Vocabulary): Record<string, CategoryTarget> {
  const codes: Record<string, CategoryTarget> = {};
  for (const [code, label, target, ...alsoWritten] of vocabulary.entries) {
    for (const text of [code, label, ...alsoWritten]) codes[text] = target;
  }
  return codes;
}
