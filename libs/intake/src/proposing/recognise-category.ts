import type { CategoryTarget, VocabularyRef } from '../mapping/mapping.js';
import { foldName } from '../region/fold-name.js';
import { crosswalkOf, type Vocabulary } from '../vocabularies/vocabulary.js';
import { columnsNamed } from './column-names.js';
import type { ColumnProfile, Profiles } from './column-profile.js';
import type { Question } from './question.js';

export interface FoundCategories {
  vocabulary: VocabularyRef;
  codes: Record<string, CategoryTarget>;
  /** Values of the file that the vocabulary does not have. */
  unmapped: { code: string; count: number }[];
}

/** The vocabulary that knows most of the texts, with its crosswalk; of two that know as many, the one that knows them as codes or labels. */
export function categoriesFor(
  texts: ReadonlyMap<string, number>,
  vocabularies: readonly Vocabulary[],
): FoundCategories & { share: number } {
  let best: (FoundCategories & { share: number; score: number }) | undefined;
  const total = [...texts.values()].reduce((sum, count) => sum + count, 0);
  const shareOf = (known: ReadonlySet<string>) =>
    total === 0
      ? 0
      : [...texts].reduce((sum, [text, count]) => sum + (known.has(foldName(text)) ? count : 0), 0) / total;
  for (const vocabulary of vocabularies) {
    const codes = crosswalkOf(vocabulary);
    const known = new Set(Object.keys(codes).map(foldName));
    const share = shareOf(known);
    const proper = shareOf(new Set(vocabulary.entries.flatMap(([code, label]) => [foldName(code), foldName(label)])));
    const score = share + proper / 1000;
    if (best !== undefined && score <= best.score) continue;
    const unmapped = [...texts].filter(([text]) => !known.has(foldName(text)));
    best = {
      vocabulary: { name: vocabulary.name, version: vocabulary.version },
      codes,
      unmapped: unmapped.map(([code, count]) => ({ code, count })),
      share,
      score,
    };
  }
  return best ?? { vocabulary: { name: 'eigen', version: '1' }, codes: {}, unmapped: [], share: 0 };
}

const ENOUGH = 0.3;
const MAX_CODES = 400;

/** The column that holds the category: the one whose values a known vocabulary knows best, or else the best by its name. */
export function findCategory(
  header: readonly string[],
  profiles: Profiles,
  vocabularies: readonly Vocabulary[],
  not: ReadonlySet<string>,
): { column: string; found: FoundCategories } | undefined {
  const named = columnsNamed(header, 'category').filter((column) => !not.has(column));
  const candidates = [...named, ...header.filter((column) => !named.includes(column) && !not.has(column))];
  let best: { column: string; found: FoundCategories & { share: number } } | undefined;
  for (const column of candidates) {
    const { distinct } = profiles.get(column) as ColumnProfile;
    if (distinct.size === 0 || distinct.size > MAX_CODES) continue;
    const found = categoriesFor(distinct, vocabularies);
    if (found.share >= ENOUGH && (best === undefined || found.share > best.found.share + 0.001))
      best = { column, found };
  }
  if (best !== undefined) return best;
  const column = named[0];
  if (column === undefined) return undefined;
  const unmapped = [...profiles.get(column)!.distinct].map(([code, count]) => ({ code, count }));
  return { column, found: { vocabulary: { name: 'eigen', version: '1' }, codes: {}, unmapped } };
}

/** What is still to be said about the category. */
export function categoryQuestions(found: { column?: string; found: FoundCategories } | undefined): Question[] {
  if (found === undefined)
    return [
      {
        code: 'category.none',
        field: 'category',
        message:
          'Geen kolom is herkend waarin de soort melding staat. Kies er een, of geef één soort voor het hele bestand.',
        needed: true,
      },
    ];
  const { column } = found;
  const { unmapped } = found.found;
  if (unmapped.length === 0) return [];
  return [
    {
      code: 'category.unmapped',
      field: 'categories',
      message:
        'Deze codes hebben nog geen gezamenlijke categorie. Zonder vertaling kan het bestand niet worden aangeleverd.',
      needed: true,
      ...(column === undefined ? {} : { columns: [column] }),
      values: [...unmapped].sort((a, b) => b.count - a.count),
    },
  ];
}
