import { DATASET_KINDS, invalidInput, PURPOSE_WORDS, PURPOSES, type Purpose } from '@datalab/domain';
import { KNOWN_VOCABULARIES } from '@datalab/intake';
import { z } from 'zod';
import { checkOwnWords } from '../quality/check-own-words.js';

/** The code list of a source that writes its own codes, as the intake proposes it too. */
const OWN_LIST = { name: 'eigen', version: '1' };
/** Ten years: the longest that any registration of nuisance is kept. */
const LONGEST_RETENTION = 120;

const wishSchema = z.strictObject({
  name: z.string().trim().min(3).max(120),
  kind: z.enum(DATASET_KINDS),
  /** Name of a known code list; null where the source writes its own codes. */
  sourceType: z.enum(KNOWN_VOCABULARIES.map(({ name }) => name) as [string, ...string[]]).nullable(),
  legalBasis: z.string().trim().min(10).max(300),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  retentionMonths: z.int().min(1).max(LONGEST_RETENTION),
  isOpen: z.boolean(),
});

/**
 * What a steward promises to bring, checked: a name, kind and type of source, the legal basis in words, and the purposes from the closed list; their
 * words are the purpose that everybody reads. Throws InvalidInput with the fields that are not right, or where a text tells of a person.
 */
export function parseDatasetWish(document: unknown) {
  const parsed = wishSchema.safeParse(document);
  if (!parsed.success) {
    const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '(dataset)')))];
    throw invalidInput(
      'dataset.invalid',
      `This is no dataset: ${fields.join(', ')}.`,
      fields.map((field) => ({ field })),
    );
  }
  const { sourceType, ...wish } = parsed.data;
  checkOwnWords({ name: wish.name, legalBasis: wish.legalBasis });
  // Provisions are coded by what the organisation offers: no list of kinds of nuisance is theirs.
  const known = wish.kind === 'provision_use' ? undefined : KNOWN_VOCABULARIES.find(({ name }) => name === sourceType);
  const { name, version } = known ?? OWN_LIST;
  const purposes: Purpose[] = PURPOSES.filter((purpose) => wish.purposes.includes(purpose));
  return {
    ...wish,
    purposes,
    purpose: purposes.map((purpose) => PURPOSE_WORDS[purpose].nl).join('; '),
    vocabularyName: name,
    vocabularyVersion: version,
  };
}
