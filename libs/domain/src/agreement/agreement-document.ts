import type { OrganisationType } from '../organisation.js';
import type { AnalysisKind } from '../analysis-kind.js';
import type { AgreedField, LinkKey } from './agreed-field.js';
import type { Purpose } from './purpose.js';

/** Grounds of GDPR article 6 that a party can rest on here. Consent is not among them: nobody in a report was asked. */
export const LEGAL_BASES = ['public_task', 'legal_obligation', 'legitimate_interest'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** Exceptions of GDPR article 9 for special-category data. */
export const SPECIAL_BASES = [
  'health_or_social_care',
  'substantial_public_interest',
  'public_health',
  'scientific_research',
] as const;
export type SpecialBasis = (typeof SPECIAL_BASES)[number];

/** Who may be given released outcomes. Nobody else can be agreed. */
export const RECIPIENTS = ['participants', 'wijkteams', 'public'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** Types of organisation that may be the receiver of the way back: care, never police or a corporation. */
export const RECEIVER_TYPES = ['care_provider', 'ggd', 'wijkteam'] as const satisfies readonly OrganisationType[];

/** A party with the ground on which it takes part. */
export interface AgreementParty {
  readonly organisationId: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly basis: LegalBasis;
  /** The law that the ground follows from, in words: "artikel 2.1.1 Wmo 2015". */
  readonly law: string;
  /** Null where this party brings no special-category data. */
  readonly specialBasis: SpecialBasis | null;
}

/** Datasets whose rows may be laid next to each other by one pseudonym. */
export interface AgreedLink {
  readonly by: LinkKey;
  readonly datasets: readonly { readonly id: string; readonly name: string; readonly organisation: string }[];
}

export interface AgreedFloor {
  readonly reports: number;
  readonly households: number;
}

/** What the parties agree: everything that can be chosen, typed. The fixed articles are in `agreementText`. */
export interface AgreementDocument {
  /** The lab's name when this was written: a text that is signed does not change because somebody renames a thing. */
  readonly labName: string;
  readonly parties: readonly AgreementParty[];
  /** Why they do this together, in their own words. Widens nothing. */
  readonly background: string;
  readonly purposes: readonly Purpose[];
  readonly fields: Readonly<Record<AnalysisKind, readonly AgreedField[]>>;
  readonly links: readonly AgreedLink[];
  /** Least reports and households of a shown cell; never under the platform's floors, and the gate is the judge of that. */
  readonly floors: Readonly<Record<'lab' | 'public', AgreedFloor>>;
  /** How long at most the lab works with the rows. */
  readonly retentionMonths: number;
  readonly recipients: readonly Recipient[];
  /** The one organisation that may ask for the way back; null where there is none. */
  readonly wayBackReceiverId: string | null;
  /** Days that parties may see a result before the public does, at most. */
  readonly embargoDays: number;
  /** Days within which an objection of a citizen is answered. */
  readonly answerDays: number;
  /** Days within which an output is checked. */
  readonly checkDays: number;
  /** The data protection impact assessment; null where there is none yet. */
  readonly dpia: { readonly reference: string; readonly on: string } | null;
  /** What they agree beside this, in their own words. Widens nothing. */
  readonly arrangements: string;
}
