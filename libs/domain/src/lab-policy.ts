import type { Words } from './words.js';
import type { AnalysisKind } from './analysis-kind.js';
import { invalidInput } from './errors.js';
import {
  FIELD_WORDS,
  isSpecialField,
  TECHNICAL_FIELDS,
  type AgreedField,
  type LinkKey,
} from './agreement/agreed-field.js';
import type { AgreedFloor, AgreementDocument, Recipient } from './agreement/agreement-document.js';
import { clauseName, type Clause } from './agreement/clause.js';
import { policyFaults } from './agreement/policy-faults.js';
import { PURPOSE_WORDS, isPurpose, type Purpose } from './agreement/purpose.js';

/** What a signed agreement allows, in the form in which it is enforced. Only `compilePolicy` makes one. */
export interface LabPolicy {
  /** Version of the agreement; stands with every run and release that was made under it. */
  readonly version: number;
  readonly purposes: readonly Purpose[];
  readonly fields: Readonly<Record<AnalysisKind, readonly AgreedField[]>>;
  /** Whether rows of different organisations may be linked at all. */
  readonly mayLink: boolean;
  readonly links: readonly { readonly by: LinkKey; readonly datasetIds: readonly string[] }[];
  /** To be given to `gatePolicy`, which refuses floors that are milder than the platform's. */
  readonly floors: Readonly<Record<'lab' | 'public', AgreedFloor>>;
  readonly retentionMonths: number;
  readonly recipients: readonly Recipient[];
  /** The organisation that may ask for the way back; null where there is none. */
  readonly wayBackReceiverId: string | null;
  readonly embargoDays: number;
  readonly answerDays: number;
  readonly checkDays: number;
  readonly dpiaReference: string | null;
  /** The organisations that signed. */
  readonly partyIds: readonly string[];
}

/** What a run wants to do. */
export interface RunUse {
  readonly kind: AnalysisKind;
  /** Names of canonical fields that it reads. */
  readonly fields: readonly string[];
  /** By which key it lays rows of which datasets next to each other; empty where it does not. */
  readonly links: readonly { readonly by: LinkKey; readonly datasetIds: readonly string[] }[];
  readonly purpose: Purpose;
  /** Who is to get the outcome; left out where that is not decided yet. */
  readonly recipients?: readonly Recipient[];
}

/** Why a run is outside the agreement: which article, and in words. Holds no value from a row. */
export interface PolicyRefusal {
  readonly clause: Clause;
  readonly code: 'purpose' | 'field' | 'special-field' | 'link' | 'recipient';
  readonly words: Words;
}

/** Makes the policy of a version of the agreement. Throws InvalidInput where the document has faults: a broken one allows nothing. */
export function compilePolicy(document: AgreementDocument, version: number): LabPolicy {
  const faults = policyFaults(document);
  if (faults.length > 0)
    throw invalidInput(
      'agreement.not-whole',
      `This is not a whole agreement: ${faults.map(({ clause, code }) => `${clause} ${code}`).join(', ')}.`,
      faults.map(({ clause }) => ({ field: clause })),
    );
  const { purposes, fields, links, floors, retentionMonths, recipients, wayBackReceiverId } = document;
  return {
    version,
    purposes,
    fields: { descriptive: fields.descriptive, diagnostic: fields.diagnostic, predictive: fields.predictive },
    mayLink: links.length > 0,
    links: links.map(({ by, datasets }) => ({ by, datasetIds: datasets.map(({ id }) => id) })),
    floors,
    retentionMonths,
    recipients,
    wayBackReceiverId,
    embargoDays: document.embargoDays,
    answerDays: document.answerDays,
    checkDays: document.checkDays,
    dpiaReference: document.dpia?.reference ?? null,
    partyIds: document.parties.map(({ organisationId }) => organisationId),
  };
}

const KIND_WORDS: Readonly<Record<AnalysisKind, Words>> = {
  descriptive: { nl: 'beschrijvende', en: 'descriptive' },
  diagnostic: { nl: 'verklarende', en: 'diagnostic' },
  predictive: { nl: 'voorspellende', en: 'predictive' },
};

/** Every way in which a run goes outside the agreement; none means that it may. The one judge, for who asks for a run and for who does it. */
export function checkRun(policy: LabPolicy, use: RunUse): PolicyRefusal[] {
  return [
    ...purposeRefusals(policy, use),
    ...fieldRefusals(policy, use),
    ...linkRefusals(policy, use),
    ...recipientRefusals(policy, use),
  ];
}

function purposeRefusals(policy: LabPolicy, { purpose }: RunUse): PolicyRefusal[] {
  if (policy.purposes.includes(purpose)) return [];
  const named = (language: 'nl' | 'en') => (isPurpose(purpose) ? PURPOSE_WORDS[purpose][language] : '–');
  return [
    {
      clause: 'purpose',
      code: 'purpose',
      words: {
        nl: `Het doel "${named('nl')}" staat niet in ${clauseName('purpose', 'nl')}.`,
        en: `The purpose "${named('en')}" is not in ${clauseName('purpose', 'en')}.`,
      },
    },
  ];
}

function fieldRefusals(policy: LabPolicy, { kind, fields }: RunUse): PolicyRefusal[] {
  const allowed: readonly string[] = [...policy.fields[kind], ...TECHNICAL_FIELDS];
  return [...new Set(fields)]
    .filter((field) => !allowed.includes(field))
    .map((field) => {
      const words = FIELD_WORDS[field as AgreedField] ?? { nl: 'onbekend veld', en: 'unknown field' };
      return {
        clause: 'fields',
        code: isSpecialField(field) ? 'special-field' : 'field',
        words: {
          nl: `Het veld "${words.nl}" mag niet in een ${KIND_WORDS[kind].nl} analyse volgens ${clauseName('fields', 'nl')}.`,
          en: `The field "${words.en}" may not be used in a ${KIND_WORDS[kind].en} analysis under ${clauseName('fields', 'en')}.`,
        },
      };
    });
}

function linkRefusals(policy: LabPolicy, { links }: RunUse): PolicyRefusal[] {
  const isAgreed = ({ by, datasetIds }: RunUse['links'][number]) =>
    policy.links.some((agreed) => agreed.by === by && datasetIds.every((id) => agreed.datasetIds.includes(id)));
  return links
    .filter((link) => !isAgreed(link))
    .map(({ by }) => ({
      clause: 'links',
      code: 'link',
      words: {
        nl: `Deze bronnen mogen niet op "${FIELD_WORDS[by]?.nl ?? 'onbekend veld'}" gekoppeld worden volgens ${clauseName('links', 'nl')}.`,
        en: `These sources may not be linked by "${FIELD_WORDS[by]?.en ?? 'unknown field'}" under ${clauseName('links', 'en')}.`,
      },
    }));
}

function recipientRefusals(policy: LabPolicy, { recipients = [] }: RunUse): PolicyRefusal[] {
  if (recipients.every((recipient) => policy.recipients.includes(recipient))) return [];
  return [
    {
      clause: 'recipients',
      code: 'recipient',
      words: {
        nl: `De uitkomst gaat naar iemand die niet genoemd is in ${clauseName('recipients', 'nl')}.`,
        en: `The outcome goes to somebody who is not named in ${clauseName('recipients', 'en')}.`,
      },
    },
  ];
}
