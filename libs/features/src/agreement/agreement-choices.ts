import {
  AGREED_FIELDS,
  LEGAL_BASES,
  LINK_KEYS,
  PURPOSES,
  RECIPIENTS,
  SPECIAL_BASES,
  usualParty,
  type AgreementDocument,
} from '@datalab/domain';
import { z } from 'zod';

const text = (most: number) => z.string().trim().max(most);
const fields = z.array(z.enum(AGREED_FIELDS)).max(AGREED_FIELDS.length);
const floor = z.strictObject({
  reports: z.number().int().min(1).max(1000),
  households: z.number().int().min(1).max(1000),
});
const days = z.number().int().min(0).max(1000);

/**
 * What a person chooses in an agreement: everything else in the document (names of parties and datasets, the lab's name) is filled in by
 * the platform. Purposes, fields, keys and recipients are closed lists; there is no way to write another.
 */
export const agreementChoicesSchema = z.strictObject({
  bases: z
    .array(
      z.strictObject({
        organisationId: z.uuid(),
        basis: z.enum(LEGAL_BASES),
        law: text(300),
        specialBasis: z.enum(SPECIAL_BASES).nullable(),
      }),
    )
    .max(100),
  background: text(3_000),
  purposes: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  fields: z.strictObject({ descriptive: fields, diagnostic: fields, predictive: fields }),
  links: z
    .array(z.strictObject({ by: z.enum(LINK_KEYS), datasetIds: z.array(z.uuid()).max(100) }))
    .max(LINK_KEYS.length),
  floors: z.strictObject({ lab: floor, public: floor }),
  retentionMonths: days,
  recipients: z.array(z.enum(RECIPIENTS)).max(RECIPIENTS.length),
  wayBackReceiverId: z.uuid().nullable(),
  embargoDays: days,
  answerDays: days,
  checkDays: days,
  dpia: z.strictObject({ reference: text(200), on: z.iso.date() }).nullable(),
  arrangements: text(3_000),
});
export type AgreementChoices = z.infer<typeof agreementChoicesSchema>;

/** What of a lab stands in its agreement. */
export interface AgreementGround {
  lab: { name: string; question: string };
  organisations: readonly Omit<AgreementDocument['parties'][number], 'basis' | 'law' | 'specialBasis'>[];
  datasets: readonly { id: string; name: string; organisationName: string }[];
}

/**
 * The document of these choices in this lab. Parties are who takes part now: one that is new gets the ground that is usual for its type, one
 * that left is gone, and so is a dataset that is not the lab's.
 */
export function documentOf(
  choices: AgreementChoices,
  { lab, organisations, datasets }: AgreementGround,
): AgreementDocument {
  const { bases, links, ...rest } = choices;
  const known = new Map(
    datasets.map(({ id, name, organisationName }) => [id, { id, name, organisation: organisationName }]),
  );
  return {
    ...rest,
    labName: lab.name,
    parties: organisations.map((organisation) => ({
      ...usualParty(organisation),
      ...bases.find(({ organisationId }) => organisationId === organisation.organisationId),
    })),
    links: links.map(({ by, datasetIds }) => ({
      by,
      datasets: datasetIds.flatMap((id) => known.get(id) ?? []),
    })),
  };
}

/** The choices in a document, to begin another one with. */
export const choicesOf = ({ parties, links, labName: _name, ...rest }: AgreementDocument): AgreementChoices => ({
  ...rest,
  bases: parties.map(({ organisationId, basis, law, specialBasis }) => ({ organisationId, basis, law, specialBasis })),
  purposes: [...rest.purposes],
  recipients: [...rest.recipients],
  fields: {
    descriptive: [...rest.fields.descriptive],
    diagnostic: [...rest.fields.diagnostic],
    predictive: [...rest.fields.predictive],
  },
  links: links.map(({ by, datasets }) => ({ by, datasetIds: datasets.map(({ id }) => id) })),
});
