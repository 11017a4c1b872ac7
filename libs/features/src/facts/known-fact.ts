import { COUNTED_UNITS, invalidInput, KNOWN_UNITS } from '@datalab/domain';
import { PLATFORM_FLOORS } from '@datalab/disclosure';
import { z } from 'zod';
import { checkOwnWords } from '../quality/check-own-words.js';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const common = {
  title: text(3, 200),
  note: z.string().trim().max(2_000).default(''),
  /** Who says so: a registration, a report, a table. */
  source: text(2, 300),
  /** Published already: everybody can look it up. */
  isPublished: z.boolean(),
};

/** What an organisation brings of what it knew already. Figures have a unit, days and perhaps an area; of a document only where it lies. */
export const knownFactSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('figure'),
    value: z.number().min(-1e12).max(1e12),
    unit: z.enum(KNOWN_UNITS),
    areaCode: z.string().trim().min(1).max(40).nullable().default(null),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  z.strictObject({ ...common, kind: z.literal('document'), location: text(3, 500) }),
]);
export type KnownFact = z.infer<typeof knownFactSchema>;

/**
 * Checks what somebody brings. Throws InvalidInput where it is no known fact, where a text tells of a person, and where an unpublished count
 * is under the lab's floor: by this door a number may not come in that the gate would hold back.
 */
export function parseKnownFact(document: unknown): KnownFact {
  const parsed = knownFactSchema.safeParse(document);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(fact)');
    throw invalidInput(
      'fact.invalid',
      `This is no known fact: ${fields.join(', ')}.`,
      fields.map((field) => ({ field })),
    );
  }
  const fact = parsed.data;
  const { title, note, source } = fact;
  checkOwnWords({ title, note, source, ...(fact.kind === 'document' && { location: fact.location }) });
  if (fact.kind === 'document') return fact;
  if (fact.from > fact.to)
    throw invalidInput('fact.period', 'The first day lies after the last one.', [{ field: 'from' }, { field: 'to' }]);
  const floor = PLATFORM_FLOORS.lab.reports;
  if (!fact.isPublished && COUNTED_UNITS.includes(fact.unit) && Math.abs(fact.value) < floor && fact.value !== 0)
    throw invalidInput(
      'fact.small-count',
      `A number under ${floor} may tell of somebody. Take a longer period or a larger area, or say that it was published.`,
      [{ field: 'value' }],
    );
  return fact;
}
