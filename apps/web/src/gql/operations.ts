/* eslint-disable -- made by graphql-codegen from the .graphql files: not for reading, not for editing */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ActivityFilterInput = {
  group?: ActivityGroup | null | undefined;
  organisationId?: string | null | undefined;
};

export type ActivityGroup = 'data' | 'people' | 'results' | 'sharing' | 'steps' | 'talk';

export type AgainstAverage = 'above' | 'average' | 'below' | 'well_above' | 'well_below';

export type AgreedFieldsInput = {
  descriptive: Array<string>;
  diagnostic: Array<string>;
  predictive: Array<string>;
};

export type AgreedFloorInput = {
  households: number;
  reports: number;
};

export type AgreedFloorsInput = {
  lab: AgreedFloorInput;
  public: AgreedFloorInput;
};

export type AgreedLinkInput = {
  by: string;
  datasetIds: Array<string>;
};

/** All that can be chosen in an agreement. Lists are closed: another purpose, field or recipient is refused. */
export type AgreementChoicesInput = {
  answerDays: number;
  arrangements: string;
  background: string;
  bases: Array<LegalBasisInput>;
  checkDays: number;
  dpia?: DpiaInput | null | undefined;
  embargoDays: number;
  fields: AgreedFieldsInput;
  floors: AgreedFloorsInput;
  links: Array<AgreedLinkInput>;
  purposes: Array<string>;
  recipients: Array<string>;
  retentionMonths: number;
  wayBackReceiverId?: string | null | undefined;
};

export type AnalysisKind = 'descriptive' | 'diagnostic' | 'predictive';

export type AnalysisUnit = 'address' | 'area' | 'person' | 'report';

export type ApiClientInput = {
  /** Its client id at the identity provider. */
  clientId: string;
  labId: string;
  name: string;
  organisationId: string;
  scopes: Array<ApiClientScope>;
  /** The subject of its tokens, where that is not the client id. */
  subject?: string | null | undefined;
};

export type ApiClientScope = 'loads_write' | 'reports_submit' | 'status_read';

export type AuditFilterInput = {
  action?: string | null | undefined;
  actorId?: string | null | undefined;
  /** Before this moment. */
  before?: string | null | undefined;
  /** From this moment on. */
  from?: string | null | undefined;
  objectId?: string | null | undefined;
  objectKind?: string | null | undefined;
  outcome?: AuditOutcome | null | undefined;
};

export type AuditOutcome = 'done' | 'failed' | 'refused';

export type BoardAgreementInput = {
  agreedOn: string;
  agrees: boolean;
  function: string;
  personName: string;
};

export type CellState = 'coarser' | 'none_or_few' | 'shown' | 'withheld';

export type CellTier = 'lab' | 'own' | 'public';

export type Change = 'less' | 'more' | 'same' | 'unknown';

export type ChecklistAnswerInput = {
  answer: ChecklistAnswerKind;
  explanation: string;
  item: string;
};

export type ChecklistAnswerKind = 'no' | 'not_applicable' | 'yes';

export type ChecklistName = 'legal' | 'quality';

/** Who owns a solution from now on, and when it is done. */
export type ChoiceInput = {
  endsOn?: string | null | undefined;
  ownerId: string;
  startsOn: string;
};

/** Held: how, when, with what outcome. Not held: why, and that it is public. */
export type CitizenConsultationInput = {
  held: boolean;
  heldOn?: string | null | undefined;
  how?: string | null | undefined;
  isPublic: boolean;
  outcome?: string | null | undefined;
  reason?: string | null | undefined;
};

export type ConsentAnswer = 'consent' | 'objection';

export type ContextKind = 'building' | 'event' | 'other' | 'registration';

export type ContextNoteInput = {
  endsOn?: string | null | undefined;
  kind: ContextKind;
  startsOn: string;
  words: string;
};

export type CoveredRangeInput = {
  from: string;
  to: string;
};

/** What a data steward promises to bring. Purposes come from the closed list of the agreement. */
export type DatasetInput = {
  /** Published already, so shown exact. */
  isOpen: boolean;
  kind: DatasetKind;
  legalBasis: string;
  name: string;
  purposes: Array<string>;
  retentionMonths: number;
  /** Name of a known code list; null where the source writes its own codes. */
  sourceType?: string | null | undefined;
};

export type DatasetKind = 'counts' | 'provision_use' | 'records';

export type DeadlineStanding = 'later' | 'overdue' | 'soon';

export type DeclineReason = 'abuse' | 'not_about_this' | 'said_already' | 'tells_of_a_person';

export type DeeperQuestionInput = {
  areaCode?: string | null | undefined;
  category?: string | null | undefined;
  datasetId?: string | null | undefined;
  period?: string | null | undefined;
  question: string;
  seen?: string;
};

export type Delivered = 'full' | 'none' | 'partial';

export type DocumentedKind = 'release' | 'signature';

export type DpiaInput = {
  on: string;
  reference: string;
};

/** Either the result of a run, or the design of a table of the picture. */
export type DraftReleaseInput = {
  context: ReleaseContextInput;
  design?: unknown;
  labId: string;
  runId?: string | null | undefined;
  wishes: ReleaseWishesInput;
};

export type EvaluationPlanInput = {
  areaCodes: Array<string>;
  category: string;
  comparisonAreaCodes: Array<string>;
  datasetId: string;
  expectedChange: number;
  firstMonth: string;
  harm: string;
  level: string;
};

export type EvaluationState = 'evaluated' | 'refused' | 'too_early';

export type FindingInput = {
  interpretationId: string;
  strength: Strength;
  title: string;
  words: string;
};

/** A forecast contract as an analyst writes it. */
export type ForecastContractInput = {
  /** Why this weighs up, for the algorithm register. */
  proportionality: string;
  /** One of the purposes of the agreement. */
  purpose: string;
  shellId: string;
  terms: ForecastTermsInput;
  title: string;
};

/** What is agreed on a forecast before anything is trained. Shares and gains are fractions. */
export type ForecastTermsInput = {
  /** By what fraction attention raises their reports. */
  attentionSensitivity: number;
  /** Share of the areas that get attention. */
  attentionShare: number;
  /** last value, seasonal naive, mean of 8, mean of 12, or best naive. */
  baseline: string;
  /** Least share of the counts within the 80 % margins. */
  coverageLeast: number;
  coverageMost: number;
  /** What will be done differently because of it. */
  goal: string;
  /** Success: how much smaller its error must be than that of the baseline. */
  leastGain: number;
  /** Harm: most times over that attention may enlarge the reports. */
  mostAmplification: number;
  /** Last day on which it may be shown, YYYY-MM-DD. */
  stopsAfter: string;
};

export type FoundLabInput = {
  /** A lab that this person leads; none of its data comes along. */
  copyOf?: string | null | undefined;
  goal: string;
  isRehearsal: boolean;
  name: string;
  /** Organisations beside the own one. */
  partnerIds: Array<string>;
  question: string;
  quorum?: number | null | undefined;
  regionId: string;
  template?: string | null | undefined;
};

export type Grain = 'all' | 'month' | 'quarter' | 'year';

export type HotSince = 'gone' | 'new' | 'stayed';

export type Hotspot = 'cold' | 'hot' | 'none';

export type HoursKnown = 'most' | 'none' | 'some';

export type IntakeClauseInput = {
  text: string;
  title: string;
};

export type IntakeStanding = 'outdated' | 'signed' | 'unsigned';

export type InterpretationState = 'agreed' | 'apart' | 'together';

export type InvitationInput = {
  /** Codes of areas, for a wijkteam member. */
  areas?: Array<string>;
  email: string;
  /** Left out: to the organisation alone, by an administrator. */
  labId?: string | null | undefined;
  organisationId: string;
  roles: Array<LabRole>;
  validDays?: number;
};

/** Rows without a household key, by why they have none; notMade: the key service gave none. */
export type KeyCausesInput = {
  ambiguous: number;
  blank: number;
  incomplete: number;
  malformed: number;
  notListed: number;
  notMade: number;
};

/** The card of a lab’s key as its key service published it, with where that answers. */
export type KeyHolderInput = {
  context: string;
  holderId: string;
  possession: string;
  publicKey: string;
  suite: string;
  url: string;
};

/** A figure has a value, a unit and days; a document has a location. */
export type KnownFactInput = {
  areaCode?: string | null | undefined;
  from?: string | null | undefined;
  isPublished: boolean;
  kind: KnownFactKind;
  location?: string | null | undefined;
  note?: string;
  source: string;
  title: string;
  to?: string | null | undefined;
  unit?: KnownUnit | null | undefined;
  value?: number | null | undefined;
};

export type KnownFactKind = 'document' | 'figure';

export type KnownUnit = 'addresses' | 'days' | 'euro' | 'other' | 'per_thousand' | 'percent' | 'persons' | 'reports';

export type LabRhythm = 'monthly' | 'quarterly';

export type LabRole =
  'analyst' | 'coordinator' | 'data_steward' | 'domain_expert' | 'privacy_officer' | 'wijkteam_member';

export type LabSettingsInput = {
  goal: string;
  name: string;
  /** Left out: every organisation consents. */
  quorum?: number | null | undefined;
  regionId: string;
};

export type LabState = 'active' | 'closed' | 'closing' | 'to_close';

/** On which ground an organisation takes part. */
export type LegalBasisInput = {
  basis: string;
  law: string;
  organisationId: string;
  specialBasis?: string | null | undefined;
};

export type LivingAreaNameInput = {
  code: string;
  name: string;
};

export type LivingAreasState = 'fixed' | 'impossible' | 'proposed' | 'too_late';

export type LoadState = 'accepted' | 'checking' | 'received' | 'receiving' | 'refused' | 'to_confirm' | 'withdrawn';

export type LoadTotalsInput = {
  inRegion: number;
  noArea: number;
  outOfScope: number;
  outsideRegion: number;
  rows: number;
  skipped: number;
};

export type MailRhythm = 'at_once' | 'daily' | 'never';

export type MapSheetInput = {
  /** A canonical category, or all. */
  category: string;
  datasetId: string;
  labId: string;
  level: string;
  /** all, 2024, 2024-Q1 or 2024-01 */
  period: string;
  view: PictureView;
};

/** Those in a role; of one organisation where it is named. */
export type MentionInput = {
  organisationId?: string | null | undefined;
  role: LabRole;
};

export type NoteKind = 'context' | 'objection';

export type NoteState = 'declined' | 'published' | 'received';

export type OpenLoadInput = {
  /** False alarms of the screening, each with a reason. */
  answers?: Array<ScreeningAnswerInput> | null | undefined;
  /** Where it changes or removes what was delivered before: wait until it is confirmed. */
  confirmDifference?: boolean | null | undefined;
  /** SHA-256 of the file that will be uploaded, in hexadecimal. */
  contentSha256: string;
  covers: Array<CoveredRangeInput>;
  datasetId: string;
  keyCauses?: KeyCausesInput | null | undefined;
  totals: LoadTotalsInput;
};

export type OrganisationType =
  | 'care_provider'
  | 'fire_brigade'
  | 'ggd'
  | 'housing_corporation'
  | 'municipality'
  | 'other'
  | 'police'
  | 'school'
  | 'university'
  | 'wijkteam';

export type OutputShellInput = {
  areaLevel: string;
  columns: Array<string>;
  datasetIds: Array<string>;
  grain: Grain;
  kind: AnalysisKind;
  method: string;
  periodFrom: string;
  periodTo: string;
  rows: ShellRows;
  title: string;
  unit: AnalysisUnit;
  use: string;
};

export type PictureView = 'lab' | 'mirror';

export type PracticeChangeInput = {
  on: string;
  what: string;
};

export type QuestionInput = {
  behind: string;
  question: string;
};

export type QuestionScoreInput = {
  answerability: number;
  impact: number;
  note: string;
  privacyCost: number;
  questionId: string;
};

export type RateUnit = 'addresses' | 'inhabitants';

export type RegistrationCardInput = {
  changes: Array<PracticeChangeInput>;
  doubleRegistration: string;
  remarks: string;
  when: string;
  whenNot: string;
  whoRegisters: string;
};

/** What a reader must know of a release. */
export type ReleaseContextInput = {
  notToConclude: string;
  title: string;
  what: string;
  why: string;
};

export type ReleaseKind = 'run' | 'table';

export type ReleaseState =
  'approved' | 'draft' | 'partially_reviewed' | 'refused' | 'released' | 'returned' | 'submitted' | 'withdrawn';

export type ReleaseTier = 'lab' | 'public';

export type ReleaseWishesInput = {
  embargoDays: number;
  tier: ReleaseTier;
  wantsStanding: boolean;
};

export type ReviewVerdict = 'approve' | 'refuse' | 'return';

export type RhythmGrain = 'block_of_week' | 'hour_of_week';

export type RhythmInput = {
  areaCode: string;
  /** A canonical category, or all. */
  category: string;
  datasetId: string;
  labId: string;
  view: PictureView;
};

export type RoleInput = {
  areas?: Array<string>;
  labId: string;
  personId: string;
  role: LabRole;
};

/** What an analyst asks for: an approved output shell to be filled. */
export type RunWishInput = {
  /** Canonical categories; all where left out. */
  categories?: Array<string> | null | undefined;
  labId: string;
  /** By the method's own schema. */
  options?: unknown;
  /** One of the purposes of the agreement. */
  purpose: string;
  /** To do an earlier run again; drawn where left out. */
  seed?: number | null | undefined;
  shellId: string;
};

export type SampleVerdict = 'sound' | 'unsound';

export type ScreenedKind =
  'address' | 'bsn' | 'date_of_birth' | 'email' | 'free_text' | 'iban' | 'person_name' | 'phone' | 'special_category';

/** A finding of the screening that the steward answers as a false alarm. */
export type ScreeningAnswerInput = {
  /** The column of the file. */
  column: string;
  /** The canonical field that it becomes; null where it is dropped. */
  field?: string | null | undefined;
  kind: ScreenedKind;
  /** Why it is none; kept in the audit log. */
  reason: string;
};

export type ShellRows = 'area' | 'category' | 'period' | 'source';

export type ShellState = 'approved' | 'draft' | 'replaced' | 'submitted';

export type SolutionEnd = 'drop' | 'finish' | 'stop';

export type SolutionInput = {
  areaCodes: Array<string>;
  expected: string;
  findingIds: Array<string>;
  partners: Array<string>;
  title: string;
  words: string;
};

export type SolutionState = 'chosen' | 'dropped' | 'finished' | 'option' | 'running' | 'stopped';

export type SquaresInput = {
  /** A canonical category, or all. */
  category: string;
  datasetId: string;
  labId: string;
  view: PictureView;
  /** 2024 */
  year: string;
};

export type Step = 'deeper_analyses' | 'factual_picture' | 'prioritise' | 'share_safely' | 'solutions';

export type StepEvent =
  'approve' | 'consent' | 'fall_back' | 'lock' | 'object' | 'reopen' | 'return' | 'submit' | 'unlock';

export type StepState = 'done' | 'in_review' | 'locked' | 'open';

export type Strength = 'association' | 'cause' | 'description' | 'forecast' | 'indication';

/** One thing of a lab: by id; a step by name, a criterion by step.code. */
export type TargetInput = {
  id: string;
  kind: TargetKind;
};

export type TargetKind = 'criterion' | 'dataset' | 'finding' | 'question' | 'run' | 'shell' | 'solution' | 'step';

export type TrendInput = {
  areaCode: string;
  category: string;
  datasetId: string;
  grain: Grain;
  labId: string;
  view: PictureView;
};

/** What an organisation answers on one of the seven public values. */
export type ValueAnswerInput = {
  answer: string;
  value: string;
  /** safeguarded, with_measures or dissent */
  verdict: string;
};

export type WayBackState =
  'approved' | 'asked' | 'expired' | 'failed' | 'opening' | 'ready' | 'refused' | 'settled' | 'too_few' | 'withdrawn';

export type WayBackWishInput = {
  group: string;
  reason: string;
  releaseId: string;
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  me: {
    id: string;
    name: string;
    email: string | null;
    isAdministrator: boolean;
    rules: string;
    organisation: { id: string; name: string; type: OrganisationType };
  };
};

export type AccountQueryVariables = Exact<{ [key: string]: never }>;

export type AccountQuery = {
  mailRhythm: MailRhythm;
  me: { sessions: Array<{ id: string; startedAt: string; renewedAt: string; expiresAt: string; isCurrent: boolean }> };
  labs: Array<{ id: string; name: string; myRoles: Array<LabRole> }>;
};

export type SetMailRhythmMutationVariables = Exact<{
  rhythm: MailRhythm;
}>;

export type SetMailRhythmMutation = { setMailRhythm: MailRhythm };

export type AgreementDetailsFragment = {
  labId: string;
  stepState: string;
  versions: Array<{
    id: string;
    version: number;
    state: string;
    revision: number;
    currentHash: string;
    savedAt: string;
    signingSince: string | null;
    inForceSince: string | null;
    endedAt: string | null;
    endReason: string | null;
    comparedWith: number | null;
    articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
    choices: {
      background: string;
      purposes: Array<string>;
      retentionMonths: number;
      recipients: Array<string>;
      wayBackReceiverId: string | null;
      embargoDays: number;
      answerDays: number;
      checkDays: number;
      arrangements: string;
      bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
      fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
      links: Array<{ by: string; datasetIds: Array<string> }>;
      floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
      dpia: { reference: string; on: string } | null;
    };
    faults: Array<{ clause: string; code: string }>;
    differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
    parties: Array<{
      organisationId: string;
      name: string;
      supportedAt: string | null;
      signedAt: string | null;
      signedBy: string | null;
    }>;
  }>;
};

export type AgreementQueryVariables = Exact<{
  labId: string;
}>;

export type AgreementQuery = {
  agreement: {
    labId: string;
    stepState: string;
    versions: Array<{
      id: string;
      version: number;
      state: string;
      revision: number;
      currentHash: string;
      savedAt: string;
      signingSince: string | null;
      inForceSince: string | null;
      endedAt: string | null;
      endReason: string | null;
      comparedWith: number | null;
      articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
      choices: {
        background: string;
        purposes: Array<string>;
        retentionMonths: number;
        recipients: Array<string>;
        wayBackReceiverId: string | null;
        embargoDays: number;
        answerDays: number;
        checkDays: number;
        arrangements: string;
        bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
        fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
        links: Array<{ by: string; datasetIds: Array<string> }>;
        floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
        dpia: { reference: string; on: string } | null;
      };
      faults: Array<{ clause: string; code: string }>;
      differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
      parties: Array<{
        organisationId: string;
        name: string;
        supportedAt: string | null;
        signedAt: string | null;
        signedBy: string | null;
      }>;
    }>;
  };
};

export type StartAgreementMutationVariables = Exact<{
  labId: string;
}>;

export type StartAgreementMutation = {
  startAgreement: {
    labId: string;
    stepState: string;
    versions: Array<{
      id: string;
      version: number;
      state: string;
      revision: number;
      currentHash: string;
      savedAt: string;
      signingSince: string | null;
      inForceSince: string | null;
      endedAt: string | null;
      endReason: string | null;
      comparedWith: number | null;
      articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
      choices: {
        background: string;
        purposes: Array<string>;
        retentionMonths: number;
        recipients: Array<string>;
        wayBackReceiverId: string | null;
        embargoDays: number;
        answerDays: number;
        checkDays: number;
        arrangements: string;
        bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
        fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
        links: Array<{ by: string; datasetIds: Array<string> }>;
        floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
        dpia: { reference: string; on: string } | null;
      };
      faults: Array<{ clause: string; code: string }>;
      differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
      parties: Array<{
        organisationId: string;
        name: string;
        supportedAt: string | null;
        signedAt: string | null;
        signedBy: string | null;
      }>;
    }>;
  };
};

export type SaveAgreementMutationVariables = Exact<{
  id: string;
  revision: number;
  choices: AgreementChoicesInput;
}>;

export type SaveAgreementMutation = {
  saveAgreement: {
    labId: string;
    stepState: string;
    versions: Array<{
      id: string;
      version: number;
      state: string;
      revision: number;
      currentHash: string;
      savedAt: string;
      signingSince: string | null;
      inForceSince: string | null;
      endedAt: string | null;
      endReason: string | null;
      comparedWith: number | null;
      articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
      choices: {
        background: string;
        purposes: Array<string>;
        retentionMonths: number;
        recipients: Array<string>;
        wayBackReceiverId: string | null;
        embargoDays: number;
        answerDays: number;
        checkDays: number;
        arrangements: string;
        bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
        fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
        links: Array<{ by: string; datasetIds: Array<string> }>;
        floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
        dpia: { reference: string; on: string } | null;
      };
      faults: Array<{ clause: string; code: string }>;
      differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
      parties: Array<{
        organisationId: string;
        name: string;
        supportedAt: string | null;
        signedAt: string | null;
        signedBy: string | null;
      }>;
    }>;
  };
};

export type OfferAgreementMutationVariables = Exact<{
  id: string;
}>;

export type OfferAgreementMutation = {
  offerAgreement: {
    labId: string;
    stepState: string;
    versions: Array<{
      id: string;
      version: number;
      state: string;
      revision: number;
      currentHash: string;
      savedAt: string;
      signingSince: string | null;
      inForceSince: string | null;
      endedAt: string | null;
      endReason: string | null;
      comparedWith: number | null;
      articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
      choices: {
        background: string;
        purposes: Array<string>;
        retentionMonths: number;
        recipients: Array<string>;
        wayBackReceiverId: string | null;
        embargoDays: number;
        answerDays: number;
        checkDays: number;
        arrangements: string;
        bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
        fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
        links: Array<{ by: string; datasetIds: Array<string> }>;
        floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
        dpia: { reference: string; on: string } | null;
      };
      faults: Array<{ clause: string; code: string }>;
      differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
      parties: Array<{
        organisationId: string;
        name: string;
        supportedAt: string | null;
        signedAt: string | null;
        signedBy: string | null;
      }>;
    }>;
  };
};

export type SupportAgreementMutationVariables = Exact<{
  id: string;
}>;

export type SupportAgreementMutation = {
  supportAgreement: {
    labId: string;
    stepState: string;
    versions: Array<{
      id: string;
      version: number;
      state: string;
      revision: number;
      currentHash: string;
      savedAt: string;
      signingSince: string | null;
      inForceSince: string | null;
      endedAt: string | null;
      endReason: string | null;
      comparedWith: number | null;
      articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
      choices: {
        background: string;
        purposes: Array<string>;
        retentionMonths: number;
        recipients: Array<string>;
        wayBackReceiverId: string | null;
        embargoDays: number;
        answerDays: number;
        checkDays: number;
        arrangements: string;
        bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
        fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
        links: Array<{ by: string; datasetIds: Array<string> }>;
        floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
        dpia: { reference: string; on: string } | null;
      };
      faults: Array<{ clause: string; code: string }>;
      differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
      parties: Array<{
        organisationId: string;
        name: string;
        supportedAt: string | null;
        signedAt: string | null;
        signedBy: string | null;
      }>;
    }>;
  };
};

export type SignAgreementMutationVariables = Exact<{
  id: string;
  textHash: string;
}>;

export type SignAgreementMutation = {
  signAgreement: {
    labId: string;
    stepState: string;
    versions: Array<{
      id: string;
      version: number;
      state: string;
      revision: number;
      currentHash: string;
      savedAt: string;
      signingSince: string | null;
      inForceSince: string | null;
      endedAt: string | null;
      endReason: string | null;
      comparedWith: number | null;
      articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
      choices: {
        background: string;
        purposes: Array<string>;
        retentionMonths: number;
        recipients: Array<string>;
        wayBackReceiverId: string | null;
        embargoDays: number;
        answerDays: number;
        checkDays: number;
        arrangements: string;
        bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
        fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
        links: Array<{ by: string; datasetIds: Array<string> }>;
        floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
        dpia: { reference: string; on: string } | null;
      };
      faults: Array<{ clause: string; code: string }>;
      differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
      parties: Array<{
        organisationId: string;
        name: string;
        supportedAt: string | null;
        signedAt: string | null;
        signedBy: string | null;
      }>;
    }>;
  };
};

export type WithdrawAgreementMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type WithdrawAgreementMutation = {
  withdrawAgreement: {
    labId: string;
    stepState: string;
    versions: Array<{
      id: string;
      version: number;
      state: string;
      revision: number;
      currentHash: string;
      savedAt: string;
      signingSince: string | null;
      inForceSince: string | null;
      endedAt: string | null;
      endReason: string | null;
      comparedWith: number | null;
      articles: Array<{ clause: string; number: number; title: string; paragraphs: Array<string> }>;
      choices: {
        background: string;
        purposes: Array<string>;
        retentionMonths: number;
        recipients: Array<string>;
        wayBackReceiverId: string | null;
        embargoDays: number;
        answerDays: number;
        checkDays: number;
        arrangements: string;
        bases: Array<{ organisationId: string; basis: string; law: string; specialBasis: string | null }>;
        fields: { descriptive: Array<string>; diagnostic: Array<string>; predictive: Array<string> };
        links: Array<{ by: string; datasetIds: Array<string> }>;
        floors: { lab: { reports: number; households: number }; public: { reports: number; households: number } };
        dpia: { reference: string; on: string } | null;
      };
      faults: Array<{ clause: string; code: string }>;
      differences: Array<{ clause: string; removed: Array<string>; added: Array<string> }>;
      parties: Array<{
        organisationId: string;
        name: string;
        supportedAt: string | null;
        signedAt: string | null;
        signedBy: string | null;
      }>;
    }>;
  };
};

export type RunDetailsFragment = {
  id: string;
  labId: string;
  shellId: string;
  title: string;
  kind: string;
  methodName: string;
  organisationName: string;
  purpose: string;
  seed: number;
  state: string;
  progress: number;
  failure: string | null;
  requestedAt: string;
  endedAt: string | null;
  policyVersion: number | null;
  outcomeDigest: string | null;
  method: { label: string; title: { nl: string; en: string }; explanation: { nl: string; en: string } } | null;
  refusals: Array<{ clause: string; words: { nl: string; en: string } }>;
};

export type RunsQueryVariables = Exact<{
  labId: string;
}>;

export type RunsQuery = {
  runs: Array<{
    id: string;
    labId: string;
    shellId: string;
    title: string;
    kind: string;
    methodName: string;
    organisationName: string;
    purpose: string;
    seed: number;
    state: string;
    progress: number;
    failure: string | null;
    requestedAt: string;
    endedAt: string | null;
    policyVersion: number | null;
    outcomeDigest: string | null;
    method: { label: string; title: { nl: string; en: string }; explanation: { nl: string; en: string } } | null;
    refusals: Array<{ clause: string; words: { nl: string; en: string } }>;
  }>;
  runTurns: Array<{ kind: string; waitsFor: string | null }>;
  runMethods: Array<{
    name: string;
    isUnderContract: boolean;
    units: Array<string>;
    options: unknown;
    title: { nl: string; en: string };
    explanation: { nl: string; en: string };
  }>;
  outputShells: Array<{
    id: string;
    title: string;
    kind: AnalysisKind;
    method: string;
    unit: AnalysisUnit;
    areaLevel: string;
    state: ShellState;
    use: string;
  }>;
};

export type RunChoicesQueryVariables = Exact<{
  labId: string;
  areaLevel: string;
}>;

export type RunChoicesQuery = {
  runChoices: {
    purposes: Array<string>;
    indicators: Array<{ code: string; title: string }>;
    areas: Array<{ code: string; title: string }>;
  };
};

export type RunQueryVariables = Exact<{
  id: string;
}>;

export type RunQuery = {
  run: {
    parameters: unknown;
    result: unknown;
    id: string;
    labId: string;
    shellId: string;
    title: string;
    kind: string;
    methodName: string;
    organisationName: string;
    purpose: string;
    seed: number;
    state: string;
    progress: number;
    failure: string | null;
    requestedAt: string;
    endedAt: string | null;
    policyVersion: number | null;
    outcomeDigest: string | null;
    method: { label: string; title: { nl: string; en: string }; explanation: { nl: string; en: string } } | null;
    refusals: Array<{ clause: string; words: { nl: string; en: string } }>;
  };
};

export type RequestRunMutationVariables = Exact<{
  wish: RunWishInput;
}>;

export type RequestRunMutation = {
  requestRun: {
    id: string;
    labId: string;
    shellId: string;
    title: string;
    kind: string;
    methodName: string;
    organisationName: string;
    purpose: string;
    seed: number;
    state: string;
    progress: number;
    failure: string | null;
    requestedAt: string;
    endedAt: string | null;
    policyVersion: number | null;
    outcomeDigest: string | null;
    method: { label: string; title: { nl: string; en: string }; explanation: { nl: string; en: string } } | null;
    refusals: Array<{ clause: string; words: { nl: string; en: string } }>;
  };
};

export type CancelRunMutationVariables = Exact<{
  id: string;
}>;

export type CancelRunMutation = {
  cancelRun: {
    id: string;
    labId: string;
    shellId: string;
    title: string;
    kind: string;
    methodName: string;
    organisationName: string;
    purpose: string;
    seed: number;
    state: string;
    progress: number;
    failure: string | null;
    requestedAt: string;
    endedAt: string | null;
    policyVersion: number | null;
    outcomeDigest: string | null;
    method: { label: string; title: { nl: string; en: string }; explanation: { nl: string; en: string } } | null;
    refusals: Array<{ clause: string; words: { nl: string; en: string } }>;
  };
};

export type RetryRunMutationVariables = Exact<{
  id: string;
}>;

export type RetryRunMutation = {
  retryRun: {
    id: string;
    labId: string;
    shellId: string;
    title: string;
    kind: string;
    methodName: string;
    organisationName: string;
    purpose: string;
    seed: number;
    state: string;
    progress: number;
    failure: string | null;
    requestedAt: string;
    endedAt: string | null;
    policyVersion: number | null;
    outcomeDigest: string | null;
    method: { label: string; title: { nl: string; en: string }; explanation: { nl: string; en: string } } | null;
    refusals: Array<{ clause: string; words: { nl: string; en: string } }>;
  };
};

export type WithdrawRunMutationVariables = Exact<{
  id: string;
}>;

export type WithdrawRunMutation = {
  withdrawRun: {
    id: string;
    labId: string;
    shellId: string;
    title: string;
    kind: string;
    methodName: string;
    organisationName: string;
    purpose: string;
    seed: number;
    state: string;
    progress: number;
    failure: string | null;
    requestedAt: string;
    endedAt: string | null;
    policyVersion: number | null;
    outcomeDigest: string | null;
    method: { label: string; title: { nl: string; en: string }; explanation: { nl: string; en: string } } | null;
    refusals: Array<{ clause: string; words: { nl: string; en: string } }>;
  };
};

export type AuditEventsQueryVariables = Exact<{
  labId: string;
  filter?: AuditFilterInput | null | undefined;
  after?: string | null | undefined;
}>;

export type AuditEventsQuery = {
  auditEvents: {
    nextCursor: string | null;
    items: Array<{
      id: string;
      at: string;
      actorName: string | null;
      organisationName: string | null;
      action: string;
      objectKind: string;
      objectId: string;
      outcome: AuditOutcome;
      purpose: string;
      requestId: string;
      seq: number | null;
      detail: Array<{ name: string; value: string }>;
    }>;
  };
};

export type AuditOverviewQueryVariables = Exact<{
  labId: string;
}>;

export type AuditOverviewQuery = {
  auditChoices: { actions: Array<string>; objectKinds: Array<string>; people: Array<{ id: string; name: string }> };
  auditSealState: {
    sealed: number;
    unsealed: number;
    lastSealedAt: string | null;
    headDay: string | null;
    headSeq: number | null;
    publicKey: string | null;
  };
};

export type CardDetailsFragment = {
  datasetId: string;
  version: number;
  whoRegisters: string;
  when: string;
  whenNot: string;
  doubleRegistration: string;
  remarks: string;
  madeBy: string | null;
  madeAt: string;
  changes: Array<{ on: string; what: string }>;
};

export type RegistrationCardsQueryVariables = Exact<{
  datasetId: string;
}>;

export type RegistrationCardsQuery = {
  registrationCards: Array<{
    datasetId: string;
    version: number;
    whoRegisters: string;
    when: string;
    whenNot: string;
    doubleRegistration: string;
    remarks: string;
    madeBy: string | null;
    madeAt: string;
    changes: Array<{ on: string; what: string }>;
  }>;
};

export type SaveRegistrationCardMutationVariables = Exact<{
  datasetId: string;
  card: RegistrationCardInput;
}>;

export type SaveRegistrationCardMutation = {
  saveRegistrationCard: {
    datasetId: string;
    version: number;
    whoRegisters: string;
    when: string;
    whenNot: string;
    doubleRegistration: string;
    remarks: string;
    madeBy: string | null;
    madeAt: string;
    changes: Array<{ on: string; what: string }>;
  };
};

export type DeletionProofsQueryVariables = Exact<{
  labId: string;
}>;

export type DeletionProofsQuery = {
  deletionProofs: Array<{
    id: string;
    datasetName: string | null;
    objectKind: string;
    objectId: string;
    reason: string;
    digest: string | null;
    deletedAt: string;
    counts: Array<{ what: string; count: number }>;
  }>;
};

export type TermsDetailsFragment = {
  version: number;
  digest: string;
  madeAt: string | null;
  clauses: Array<{ title: string; text: string }>;
  organisations: Array<{
    organisationId: string;
    organisationName: string;
    standing: IntakeStanding;
    signature: { id: string; version: number; signedBy: string | null; signedAt: string } | null;
  }>;
  ended: Array<{
    id: string;
    version: number;
    signedBy: string | null;
    signedAt: string;
    endedAt: string | null;
    endedReason: string | null;
  }>;
};

export type IntakeTermsQueryVariables = Exact<{
  labId: string;
}>;

export type IntakeTermsQuery = {
  intakeTerms: {
    version: number;
    digest: string;
    madeAt: string | null;
    clauses: Array<{ title: string; text: string }>;
    organisations: Array<{
      organisationId: string;
      organisationName: string;
      standing: IntakeStanding;
      signature: { id: string; version: number; signedBy: string | null; signedAt: string } | null;
    }>;
    ended: Array<{
      id: string;
      version: number;
      signedBy: string | null;
      signedAt: string;
      endedAt: string | null;
      endedReason: string | null;
    }>;
  };
};

export type SignIntakeTermsMutationVariables = Exact<{
  labId: string;
  version: number;
}>;

export type SignIntakeTermsMutation = {
  signIntakeTerms: {
    version: number;
    digest: string;
    madeAt: string | null;
    clauses: Array<{ title: string; text: string }>;
    organisations: Array<{
      organisationId: string;
      organisationName: string;
      standing: IntakeStanding;
      signature: { id: string; version: number; signedBy: string | null; signedAt: string } | null;
    }>;
    ended: Array<{
      id: string;
      version: number;
      signedBy: string | null;
      signedAt: string;
      endedAt: string | null;
      endedReason: string | null;
    }>;
  };
};

export type WithdrawIntakeTermsMutationVariables = Exact<{
  labId: string;
  reason: string;
}>;

export type WithdrawIntakeTermsMutation = {
  withdrawIntakeTerms: {
    version: number;
    digest: string;
    madeAt: string | null;
    clauses: Array<{ title: string; text: string }>;
    organisations: Array<{
      organisationId: string;
      organisationName: string;
      standing: IntakeStanding;
      signature: { id: string; version: number; signedBy: string | null; signedAt: string } | null;
    }>;
    ended: Array<{
      id: string;
      version: number;
      signedBy: string | null;
      signedAt: string;
      endedAt: string | null;
      endedReason: string | null;
    }>;
  };
};

export type WriteIntakeTermsMutationVariables = Exact<{
  labId: string;
  clauses: Array<IntakeClauseInput> | IntakeClauseInput;
}>;

export type WriteIntakeTermsMutation = {
  writeIntakeTerms: {
    version: number;
    digest: string;
    madeAt: string | null;
    clauses: Array<{ title: string; text: string }>;
    organisations: Array<{
      organisationId: string;
      organisationName: string;
      standing: IntakeStanding;
      signature: { id: string; version: number; signedBy: string | null; signedAt: string } | null;
    }>;
    ended: Array<{
      id: string;
      version: number;
      signedBy: string | null;
      signedAt: string;
      endedAt: string | null;
      endedReason: string | null;
    }>;
  };
};

export type FactsQueryVariables = Exact<{
  labId: string;
}>;

export type FactsQuery = {
  knownFacts: Array<{
    id: string;
    organisationId: string;
    kind: KnownFactKind;
    title: string;
    note: string;
    source: string;
    isPublished: boolean;
    value: number | null;
    unit: KnownUnit | null;
    areaCode: string | null;
    from: string | null;
    to: string | null;
    location: string | null;
  }>;
  nothingToDeliver: Array<{
    id: string;
    organisationId: string;
    datasetId: string | null;
    reason: string;
    declaredAt: string;
  }>;
  deeperQuestions: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    question: string;
    seen: string;
    datasetId: string | null;
    areaCode: string | null;
    category: string | null;
    period: string | null;
    writtenAt: string;
  }>;
};

export type AddKnownFactMutationVariables = Exact<{
  labId: string;
  fact: KnownFactInput;
}>;

export type AddKnownFactMutation = { addKnownFact: { id: string } };

export type RemoveKnownFactMutationVariables = Exact<{
  id: string;
}>;

export type RemoveKnownFactMutation = { removeKnownFact: { id: string } };

export type DeclareNothingMutationVariables = Exact<{
  labId: string;
  reason: string;
  datasetId?: string | null | undefined;
}>;

export type DeclareNothingMutation = { declareNothing: { id: string } };

export type EndNothingMutationVariables = Exact<{
  id: string;
}>;

export type EndNothingMutation = { endNothing: { id: string } };

export type WriteDeeperQuestionMutationVariables = Exact<{
  labId: string;
  question: DeeperQuestionInput;
}>;

export type WriteDeeperQuestionMutation = { writeDeeperQuestion: { id: string } };

export type WithdrawDeeperQuestionMutationVariables = Exact<{
  id: string;
}>;

export type WithdrawDeeperQuestionMutation = { withdrawDeeperQuestion: { id: string } };

export type ChangesFragment = {
  added: { least: number; most: number | null };
  removed: { least: number; most: number | null };
  changed: { least: number; most: number | null };
};

export type PictureDifferencesQueryVariables = Exact<{
  labId: string;
}>;

export type PictureDifferencesQuery = {
  pictureDifferences: Array<{
    datasetId: string;
    isExact: boolean;
    isKnown: boolean;
    previousAt: string;
    total: {
      added: { least: number; most: number | null };
      removed: { least: number; most: number | null };
      changed: { least: number; most: number | null };
    };
    cells: Array<{
      period: string;
      category: string;
      added: { least: number; most: number | null };
      removed: { least: number; most: number | null };
      changed: { least: number; most: number | null };
    }>;
  }>;
};

export type CrossSourceQueryVariables = Exact<{
  labId: string;
}>;

export type CrossSourceQuery = {
  crossSource: {
    population: number | null;
    years: Array<{
      year: string;
      delivered: Array<{ datasetId: string; delivered: Delivered }>;
      rows: Array<{
        datasetId: string;
        category: string;
        reports: number | null;
        share: number | null;
        expected: number | null;
        ratio: number | null;
        rate: { rate: number; low: number; high: number } | null;
      }>;
    }>;
  } | null;
};

export type AddDatasetMutationVariables = Exact<{
  labId: string;
  dataset: DatasetInput;
}>;

export type AddDatasetMutation = { addDataset: { id: string } };

export type FactsKeyCustodyQueryVariables = Exact<{
  labId: string;
}>;

export type FactsKeyCustodyQuery = {
  lab: {
    id: string;
    keyCustody: {
      callerIssuer: string | null;
      services: Array<string>;
      holders: Array<{ holderId: string; url: string; publicKey: string }>;
    } | null;
  };
};

export type RegisterKeyHolderMutationVariables = Exact<{
  labId: string;
  holder: KeyHolderInput;
}>;

export type RegisterKeyHolderMutation = { registerKeyHolder: { holderId: string } };

export type ChangeDatasetMutationVariables = Exact<{
  datasetId: string;
  dataset: DatasetInput;
}>;

export type ChangeDatasetMutation = { changeDataset: { id: string } };

export type RemoveDatasetMutationVariables = Exact<{
  datasetId: string;
}>;

export type RemoveDatasetMutation = { removeDataset: string };

export type ForecastDetailsFragment = {
  id: string;
  labId: string;
  shellId: string;
  organisationName: string;
  title: string;
  purpose: string;
  proportionality: string;
  state: string;
  shows: string;
  refusals: Array<string>;
  writtenAt: string;
  fixedAt: string | null;
  activeSince: string | null;
  offReason: string | null;
  offAt: string | null;
  offWords: string | null;
  terms: {
    goal: string;
    baseline: string;
    leastGain: number;
    mostAmplification: number;
    attentionShare: number;
    attentionSensitivity: number;
    coverageLeast: number;
    coverageMost: number;
    stopsAfter: string;
  };
  tests: Array<{
    runId: string;
    kind: string;
    state: string;
    progress: number;
    failure: string | null;
    requestedAt: string;
    concludedAt: string | null;
    document: unknown;
    refusals: Array<string>;
  }>;
  objections: Array<{
    organisationId: string;
    organisationName: string;
    words: string;
    objectedAt: string;
    withdrawnAt: string | null;
  }>;
};

export type ForecastsQueryVariables = Exact<{
  labId: string;
}>;

export type ForecastsQuery = {
  forecasts: Array<{
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  }>;
};

export type WriteForecastMutationVariables = Exact<{
  labId: string;
  input: ForecastContractInput;
}>;

export type WriteForecastMutation = {
  writeForecast: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type RewriteForecastMutationVariables = Exact<{
  id: string;
  input: ForecastContractInput;
}>;

export type RewriteForecastMutation = {
  rewriteForecast: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type FixForecastMutationVariables = Exact<{
  id: string;
}>;

export type FixForecastMutation = {
  fixForecast: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type TestForecastMutationVariables = Exact<{
  id: string;
}>;

export type TestForecastMutation = {
  testForecast: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type ActivateForecastMutationVariables = Exact<{
  id: string;
}>;

export type ActivateForecastMutation = {
  activateForecast: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type StopForecastMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type StopForecastMutation = {
  stopForecast: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type ObjectToForecastMutationVariables = Exact<{
  id: string;
  words: string;
}>;

export type ObjectToForecastMutation = {
  objectToForecast: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type WithdrawForecastObjectionMutationVariables = Exact<{
  id: string;
}>;

export type WithdrawForecastObjectionMutation = {
  withdrawForecastObjection: {
    id: string;
    labId: string;
    shellId: string;
    organisationName: string;
    title: string;
    purpose: string;
    proportionality: string;
    state: string;
    shows: string;
    refusals: Array<string>;
    writtenAt: string;
    fixedAt: string | null;
    activeSince: string | null;
    offReason: string | null;
    offAt: string | null;
    offWords: string | null;
    terms: {
      goal: string;
      baseline: string;
      leastGain: number;
      mostAmplification: number;
      attentionShare: number;
      attentionSensitivity: number;
      coverageLeast: number;
      coverageMost: number;
      stopsAfter: string;
    };
    tests: Array<{
      runId: string;
      kind: string;
      state: string;
      progress: number;
      failure: string | null;
      requestedAt: string;
      concludedAt: string | null;
      document: unknown;
      refusals: Array<string>;
    }>;
    objections: Array<{
      organisationId: string;
      organisationName: string;
      words: string;
      objectedAt: string;
      withdrawnAt: string | null;
    }>;
  };
};

export type LabDetailsFragment = {
  id: string;
  name: string;
  goal: string;
  question: string;
  state: LabState;
  stateSince: string;
  isRehearsal: boolean;
  contactEmail: string | null;
  template: string | null;
  quorum: number | null;
  myRoles: Array<LabRole>;
  region: {
    id: string;
    code: string;
    name: string;
    country: string;
    divisionYear: number;
    timeZone: string;
    hasAddresses: boolean;
    hasPostcodes: boolean;
    levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
  };
  participants: Array<{
    delivered: boolean;
    lastDeliveryOn: string | null;
    organisation: { id: string; name: string; type: OrganisationType };
    roles: Array<{ role: LabRole; people: number }>;
  }>;
  steps: Array<{
    step: Step;
    state: StepState;
    since: string;
    reason: string | null;
    round: number;
    reopenedAt: string | null;
    consentsNeeded: number;
    fellBack: boolean;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    criteria: Array<{
      code: string;
      met: boolean;
      missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
    }>;
  }>;
  datasets: Array<{
    id: string;
    name: string;
    kind: DatasetKind;
    vocabularyName: string;
    vocabularyVersion: string;
    legalBasis: string;
    purpose: string;
    purposes: Array<string> | null;
    retentionMonths: number;
    isOpen: boolean;
    mapping: unknown;
    organisation: { id: string; name: string };
    latestLoad: { id: string; state: LoadState; revision: number; createdAt: string; decidedAt: string | null } | null;
  }>;
  can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
  deadlines: Array<{
    kind: TargetKind;
    targetId: string;
    title: string | null;
    dueOn: string;
    standing: DeadlineStanding;
    isMet: boolean;
  }>;
};

export type LabQueryVariables = Exact<{
  id: string;
}>;

export type LabQuery = {
  lab: {
    id: string;
    name: string;
    goal: string;
    question: string;
    state: LabState;
    stateSince: string;
    isRehearsal: boolean;
    contactEmail: string | null;
    template: string | null;
    quorum: number | null;
    myRoles: Array<LabRole>;
    region: {
      id: string;
      code: string;
      name: string;
      country: string;
      divisionYear: number;
      timeZone: string;
      hasAddresses: boolean;
      hasPostcodes: boolean;
      levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
    };
    participants: Array<{
      delivered: boolean;
      lastDeliveryOn: string | null;
      organisation: { id: string; name: string; type: OrganisationType };
      roles: Array<{ role: LabRole; people: number }>;
    }>;
    steps: Array<{
      step: Step;
      state: StepState;
      since: string;
      reason: string | null;
      round: number;
      reopenedAt: string | null;
      consentsNeeded: number;
      fellBack: boolean;
      consents: Array<{
        organisationId: string;
        name: string;
        answer: ConsentAnswer | null;
        at: string | null;
        reason: string | null;
      }>;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      kind: DatasetKind;
      vocabularyName: string;
      vocabularyVersion: string;
      legalBasis: string;
      purpose: string;
      purposes: Array<string> | null;
      retentionMonths: number;
      isOpen: boolean;
      mapping: unknown;
      organisation: { id: string; name: string };
      latestLoad: {
        id: string;
        state: LoadState;
        revision: number;
        createdAt: string;
        decidedAt: string | null;
      } | null;
    }>;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
  };
};

export type SubmitStepMutationVariables = Exact<{
  labId: string;
  step: Step;
}>;

export type SubmitStepMutation = {
  submitStep: {
    id: string;
    name: string;
    goal: string;
    question: string;
    state: LabState;
    stateSince: string;
    isRehearsal: boolean;
    contactEmail: string | null;
    template: string | null;
    quorum: number | null;
    myRoles: Array<LabRole>;
    region: {
      id: string;
      code: string;
      name: string;
      country: string;
      divisionYear: number;
      timeZone: string;
      hasAddresses: boolean;
      hasPostcodes: boolean;
      levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
    };
    participants: Array<{
      delivered: boolean;
      lastDeliveryOn: string | null;
      organisation: { id: string; name: string; type: OrganisationType };
      roles: Array<{ role: LabRole; people: number }>;
    }>;
    steps: Array<{
      step: Step;
      state: StepState;
      since: string;
      reason: string | null;
      round: number;
      reopenedAt: string | null;
      consentsNeeded: number;
      fellBack: boolean;
      consents: Array<{
        organisationId: string;
        name: string;
        answer: ConsentAnswer | null;
        at: string | null;
        reason: string | null;
      }>;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      kind: DatasetKind;
      vocabularyName: string;
      vocabularyVersion: string;
      legalBasis: string;
      purpose: string;
      purposes: Array<string> | null;
      retentionMonths: number;
      isOpen: boolean;
      mapping: unknown;
      organisation: { id: string; name: string };
      latestLoad: {
        id: string;
        state: LoadState;
        revision: number;
        createdAt: string;
        decidedAt: string | null;
      } | null;
    }>;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
  };
};

export type ApproveStepMutationVariables = Exact<{
  labId: string;
  step: Step;
}>;

export type ApproveStepMutation = {
  approveStep: {
    id: string;
    name: string;
    goal: string;
    question: string;
    state: LabState;
    stateSince: string;
    isRehearsal: boolean;
    contactEmail: string | null;
    template: string | null;
    quorum: number | null;
    myRoles: Array<LabRole>;
    region: {
      id: string;
      code: string;
      name: string;
      country: string;
      divisionYear: number;
      timeZone: string;
      hasAddresses: boolean;
      hasPostcodes: boolean;
      levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
    };
    participants: Array<{
      delivered: boolean;
      lastDeliveryOn: string | null;
      organisation: { id: string; name: string; type: OrganisationType };
      roles: Array<{ role: LabRole; people: number }>;
    }>;
    steps: Array<{
      step: Step;
      state: StepState;
      since: string;
      reason: string | null;
      round: number;
      reopenedAt: string | null;
      consentsNeeded: number;
      fellBack: boolean;
      consents: Array<{
        organisationId: string;
        name: string;
        answer: ConsentAnswer | null;
        at: string | null;
        reason: string | null;
      }>;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      kind: DatasetKind;
      vocabularyName: string;
      vocabularyVersion: string;
      legalBasis: string;
      purpose: string;
      purposes: Array<string> | null;
      retentionMonths: number;
      isOpen: boolean;
      mapping: unknown;
      organisation: { id: string; name: string };
      latestLoad: {
        id: string;
        state: LoadState;
        revision: number;
        createdAt: string;
        decidedAt: string | null;
      } | null;
    }>;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
  };
};

export type ConsentToStepMutationVariables = Exact<{
  labId: string;
  step: Step;
}>;

export type ConsentToStepMutation = {
  consentToStep: {
    id: string;
    name: string;
    goal: string;
    question: string;
    state: LabState;
    stateSince: string;
    isRehearsal: boolean;
    contactEmail: string | null;
    template: string | null;
    quorum: number | null;
    myRoles: Array<LabRole>;
    region: {
      id: string;
      code: string;
      name: string;
      country: string;
      divisionYear: number;
      timeZone: string;
      hasAddresses: boolean;
      hasPostcodes: boolean;
      levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
    };
    participants: Array<{
      delivered: boolean;
      lastDeliveryOn: string | null;
      organisation: { id: string; name: string; type: OrganisationType };
      roles: Array<{ role: LabRole; people: number }>;
    }>;
    steps: Array<{
      step: Step;
      state: StepState;
      since: string;
      reason: string | null;
      round: number;
      reopenedAt: string | null;
      consentsNeeded: number;
      fellBack: boolean;
      consents: Array<{
        organisationId: string;
        name: string;
        answer: ConsentAnswer | null;
        at: string | null;
        reason: string | null;
      }>;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      kind: DatasetKind;
      vocabularyName: string;
      vocabularyVersion: string;
      legalBasis: string;
      purpose: string;
      purposes: Array<string> | null;
      retentionMonths: number;
      isOpen: boolean;
      mapping: unknown;
      organisation: { id: string; name: string };
      latestLoad: {
        id: string;
        state: LoadState;
        revision: number;
        createdAt: string;
        decidedAt: string | null;
      } | null;
    }>;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
  };
};

export type ObjectToStepMutationVariables = Exact<{
  labId: string;
  step: Step;
  reason: string;
}>;

export type ObjectToStepMutation = {
  objectToStep: {
    id: string;
    name: string;
    goal: string;
    question: string;
    state: LabState;
    stateSince: string;
    isRehearsal: boolean;
    contactEmail: string | null;
    template: string | null;
    quorum: number | null;
    myRoles: Array<LabRole>;
    region: {
      id: string;
      code: string;
      name: string;
      country: string;
      divisionYear: number;
      timeZone: string;
      hasAddresses: boolean;
      hasPostcodes: boolean;
      levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
    };
    participants: Array<{
      delivered: boolean;
      lastDeliveryOn: string | null;
      organisation: { id: string; name: string; type: OrganisationType };
      roles: Array<{ role: LabRole; people: number }>;
    }>;
    steps: Array<{
      step: Step;
      state: StepState;
      since: string;
      reason: string | null;
      round: number;
      reopenedAt: string | null;
      consentsNeeded: number;
      fellBack: boolean;
      consents: Array<{
        organisationId: string;
        name: string;
        answer: ConsentAnswer | null;
        at: string | null;
        reason: string | null;
      }>;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      kind: DatasetKind;
      vocabularyName: string;
      vocabularyVersion: string;
      legalBasis: string;
      purpose: string;
      purposes: Array<string> | null;
      retentionMonths: number;
      isOpen: boolean;
      mapping: unknown;
      organisation: { id: string; name: string };
      latestLoad: {
        id: string;
        state: LoadState;
        revision: number;
        createdAt: string;
        decidedAt: string | null;
      } | null;
    }>;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
  };
};

export type ReturnStepMutationVariables = Exact<{
  labId: string;
  step: Step;
  reason: string;
}>;

export type ReturnStepMutation = {
  returnStep: {
    id: string;
    name: string;
    goal: string;
    question: string;
    state: LabState;
    stateSince: string;
    isRehearsal: boolean;
    contactEmail: string | null;
    template: string | null;
    quorum: number | null;
    myRoles: Array<LabRole>;
    region: {
      id: string;
      code: string;
      name: string;
      country: string;
      divisionYear: number;
      timeZone: string;
      hasAddresses: boolean;
      hasPostcodes: boolean;
      levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
    };
    participants: Array<{
      delivered: boolean;
      lastDeliveryOn: string | null;
      organisation: { id: string; name: string; type: OrganisationType };
      roles: Array<{ role: LabRole; people: number }>;
    }>;
    steps: Array<{
      step: Step;
      state: StepState;
      since: string;
      reason: string | null;
      round: number;
      reopenedAt: string | null;
      consentsNeeded: number;
      fellBack: boolean;
      consents: Array<{
        organisationId: string;
        name: string;
        answer: ConsentAnswer | null;
        at: string | null;
        reason: string | null;
      }>;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      kind: DatasetKind;
      vocabularyName: string;
      vocabularyVersion: string;
      legalBasis: string;
      purpose: string;
      purposes: Array<string> | null;
      retentionMonths: number;
      isOpen: boolean;
      mapping: unknown;
      organisation: { id: string; name: string };
      latestLoad: {
        id: string;
        state: LoadState;
        revision: number;
        createdAt: string;
        decidedAt: string | null;
      } | null;
    }>;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
  };
};

export type ReopenStepMutationVariables = Exact<{
  labId: string;
  step: Step;
  reason: string;
}>;

export type ReopenStepMutation = {
  reopenStep: {
    id: string;
    name: string;
    goal: string;
    question: string;
    state: LabState;
    stateSince: string;
    isRehearsal: boolean;
    contactEmail: string | null;
    template: string | null;
    quorum: number | null;
    myRoles: Array<LabRole>;
    region: {
      id: string;
      code: string;
      name: string;
      country: string;
      divisionYear: number;
      timeZone: string;
      hasAddresses: boolean;
      hasPostcodes: boolean;
      levels: Array<{ code: string; name: string; areas: number; hasGeometry: boolean; codePrefix: string | null }>;
    };
    participants: Array<{
      delivered: boolean;
      lastDeliveryOn: string | null;
      organisation: { id: string; name: string; type: OrganisationType };
      roles: Array<{ role: LabRole; people: number }>;
    }>;
    steps: Array<{
      step: Step;
      state: StepState;
      since: string;
      reason: string | null;
      round: number;
      reopenedAt: string | null;
      consentsNeeded: number;
      fellBack: boolean;
      consents: Array<{
        organisationId: string;
        name: string;
        answer: ConsentAnswer | null;
        at: string | null;
        reason: string | null;
      }>;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      kind: DatasetKind;
      vocabularyName: string;
      vocabularyVersion: string;
      legalBasis: string;
      purpose: string;
      purposes: Array<string> | null;
      retentionMonths: number;
      isOpen: boolean;
      mapping: unknown;
      organisation: { id: string; name: string };
      latestLoad: {
        id: string;
        state: LoadState;
        revision: number;
        createdAt: string;
        decidedAt: string | null;
      } | null;
    }>;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean; consentSteps: Array<Step> };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
  };
};

export type ReopenConsequencesQueryVariables = Exact<{
  labId: string;
  step: Step;
}>;

export type ReopenConsequencesQuery = {
  reopenConsequences: {
    locked: Array<Step>;
    again: Array<Step>;
    lapsingConsents: number;
    documented: Array<{ kind: DocumentedKind; count: number }>;
  };
};

export type StepHistoryQueryVariables = Exact<{
  labId: string;
}>;

export type StepHistoryQuery = {
  stepHistory: Array<{
    id: string;
    step: Step;
    event: StepEvent;
    round: number;
    from: StepState;
    to: StepState;
    organisation: string;
    person: string | null;
    reason: string | null;
    at: string;
    criteria: Array<{ code: string; met: boolean }>;
  }>;
};

export type FoundingOptionsQueryVariables = Exact<{ [key: string]: never }>;

export type FoundingOptionsQuery = {
  foundingOptions: {
    regions: Array<{ id: string; name: string }>;
    organisations: Array<{ id: string; name: string; type: OrganisationType }>;
    copies: Array<{ id: string; name: string }>;
    templates: Array<{
      key: string;
      name: { nl: string; en: string };
      goal: { nl: string; en: string };
      question: { nl: string; en: string };
      candidates: Array<{ nl: string; en: string }>;
      attention: Array<{ nl: string; en: string }>;
      partners: Array<{ type: OrganisationType; brings: { nl: string; en: string } }>;
      lessons: Array<{ id: string; text: string }>;
    }>;
  };
};

export type FoundLabMutationVariables = Exact<{
  input: FoundLabInput;
}>;

export type FoundLabMutation = { foundLab: string };

export type ClosingDetailsFragment = {
  state: LabState;
  since: string;
  reason: string | null;
  consents: Array<{
    organisationId: string;
    name: string;
    answer: ConsentAnswer | null;
    at: string | null;
    reason: string | null;
  }>;
  lessons: Array<{ id: string; text: string }>;
};

export type LabGovernanceQueryVariables = Exact<{
  labId: string;
}>;

export type LabGovernanceQuery = {
  labClosing: {
    state: LabState;
    since: string;
    reason: string | null;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    lessons: Array<{ id: string; text: string }>;
  };
  labSchedule: { rhythm: LabRhythm; nextDue: string; baselineMadeAt: string | null } | null;
};

export type AskToCloseMutationVariables = Exact<{
  labId: string;
  reason: string;
}>;

export type AskToCloseMutation = {
  askToClose: {
    state: LabState;
    since: string;
    reason: string | null;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    lessons: Array<{ id: string; text: string }>;
  };
};

export type ConsentToClosingMutationVariables = Exact<{
  labId: string;
}>;

export type ConsentToClosingMutation = {
  consentToClosing: {
    state: LabState;
    since: string;
    reason: string | null;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    lessons: Array<{ id: string; text: string }>;
  };
};

export type ObjectToClosingMutationVariables = Exact<{
  labId: string;
  reason: string;
}>;

export type ObjectToClosingMutation = {
  objectToClosing: {
    state: LabState;
    since: string;
    reason: string | null;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    lessons: Array<{ id: string; text: string }>;
  };
};

export type WithdrawClosingMutationVariables = Exact<{
  labId: string;
  reason: string;
}>;

export type WithdrawClosingMutation = {
  withdrawClosing: {
    state: LabState;
    since: string;
    reason: string | null;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    lessons: Array<{ id: string; text: string }>;
  };
};

export type CloseLabMutationVariables = Exact<{
  labId: string;
}>;

export type CloseLabMutation = {
  closeLab: {
    state: LabState;
    since: string;
    reason: string | null;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    lessons: Array<{ id: string; text: string }>;
  };
};

export type AddLessonMutationVariables = Exact<{
  labId: string;
  text: string;
}>;

export type AddLessonMutation = {
  addLesson: {
    state: LabState;
    since: string;
    reason: string | null;
    consents: Array<{
      organisationId: string;
      name: string;
      answer: ConsentAnswer | null;
      at: string | null;
      reason: string | null;
    }>;
    lessons: Array<{ id: string; text: string }>;
  };
};

export type SetLabScheduleMutationVariables = Exact<{
  labId: string;
  rhythm?: LabRhythm | null | undefined;
}>;

export type SetLabScheduleMutation = { setLabSchedule: { rhythm: LabRhythm } | null };

export type ChangeLabMutationVariables = Exact<{
  labId: string;
  input: LabSettingsInput;
}>;

export type ChangeLabMutation = { changeLab: boolean };

export type AddPartnerMutationVariables = Exact<{
  labId: string;
  organisationId: string;
}>;

export type AddPartnerMutation = { addPartner: boolean };

export type RemovePartnerMutationVariables = Exact<{
  labId: string;
  organisationId: string;
}>;

export type RemovePartnerMutation = { removePartner: boolean };

export type SetLabContactMutationVariables = Exact<{
  labId: string;
  contactEmail?: string | null | undefined;
}>;

export type SetLabContactMutation = { setLabContact: boolean };

export type SinceBaselineQueryVariables = Exact<{
  labId: string;
  areaCodes: Array<string> | string;
}>;

export type SinceBaselineQuery = {
  sinceBaseline: {
    baselineMadeAt: string;
    madeAt: string;
    areas: Array<{ code: string; name: string; isWhole: boolean }>;
    sources: Array<{
      datasetId: string;
      datasetName: string;
      then: string | null;
      now: string | null;
      areas: Array<{ areaCode: string; then: number | null; now: number | null; change: Change }>;
    }>;
  } | null;
};

export type LivingAreasQueryVariables = Exact<{
  labId: string;
  least?: number | null | undefined;
}>;

export type LivingAreasQuery = {
  livingAreas: {
    state: LivingAreasState;
    least: number;
    areas: Array<{
      code: string;
      name: string;
      parentName: string;
      areaNames: Array<string>;
      households: number | null;
      isLargeEnough: boolean;
    }>;
  };
};

export type FixLivingAreasMutationVariables = Exact<{
  labId: string;
  least: number;
  names: Array<LivingAreaNameInput> | LivingAreaNameInput;
}>;

export type FixLivingAreasMutation = { fixLivingAreas: { state: LivingAreasState } };

export type LetPartnersAnswerMutationVariables = Exact<{
  labId: string;
}>;

export type LetPartnersAnswerMutation = { letPartnersAnswer: number };

export type LoadDetailsFragment = {
  id: string;
  revision: number;
  state: LoadState;
  rowsProcessed: number;
  bytesReceived: number;
  bytesTotal: number | null;
  isSubmitted: boolean;
  unchanged: boolean;
  createdAt: string;
  decidedAt: string | null;
  createdBy: string;
  withdrawnReason: string | null;
  dataset: { id: string; name: string; kind: DatasetKind };
  covers: Array<{ from: string; to: string }>;
  totals: {
    rows: number;
    inRegion: number;
    outsideRegion: number;
    noArea: number;
    outOfScope: number;
    skipped: number;
  } | null;
  issues: Array<{ code: string; column: string; message: string; count: number; firstRows: Array<number> }>;
  answers: Array<{ column: string; field: string | null; kind: ScreenedKind; reason: string }>;
};

export type LoadQueryVariables = Exact<{
  id: string;
}>;

export type LoadQuery = {
  load: {
    id: string;
    revision: number;
    state: LoadState;
    rowsProcessed: number;
    bytesReceived: number;
    bytesTotal: number | null;
    isSubmitted: boolean;
    unchanged: boolean;
    createdAt: string;
    decidedAt: string | null;
    createdBy: string;
    withdrawnReason: string | null;
    dataset: { id: string; name: string; kind: DatasetKind };
    covers: Array<{ from: string; to: string }>;
    totals: {
      rows: number;
      inRegion: number;
      outsideRegion: number;
      noArea: number;
      outOfScope: number;
      skipped: number;
    } | null;
    issues: Array<{ code: string; column: string; message: string; count: number; firstRows: Array<number> }>;
    answers: Array<{ column: string; field: string | null; kind: ScreenedKind; reason: string }>;
  };
};

export type LoadsQueryVariables = Exact<{
  labId: string;
  datasetId?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type LoadsQuery = {
  loads: {
    total: number;
    nextCursor: string | null;
    items: Array<{
      id: string;
      revision: number;
      state: LoadState;
      rowsProcessed: number;
      bytesReceived: number;
      bytesTotal: number | null;
      isSubmitted: boolean;
      unchanged: boolean;
      createdAt: string;
      decidedAt: string | null;
      createdBy: string;
      withdrawnReason: string | null;
      difference: { total: { added: number; removed: number; changed: number } } | null;
      dataset: { id: string; name: string; kind: DatasetKind };
      covers: Array<{ from: string; to: string }>;
      totals: {
        rows: number;
        inRegion: number;
        outsideRegion: number;
        noArea: number;
        outOfScope: number;
        skipped: number;
      } | null;
      issues: Array<{ code: string; column: string; message: string; count: number; firstRows: Array<number> }>;
      answers: Array<{ column: string; field: string | null; kind: ScreenedKind; reason: string }>;
    }>;
  };
};

export type WithdrawLoadMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type WithdrawLoadMutation = {
  withdrawLoad: {
    id: string;
    revision: number;
    state: LoadState;
    rowsProcessed: number;
    bytesReceived: number;
    bytesTotal: number | null;
    isSubmitted: boolean;
    unchanged: boolean;
    createdAt: string;
    decidedAt: string | null;
    createdBy: string;
    withdrawnReason: string | null;
    dataset: { id: string; name: string; kind: DatasetKind };
    covers: Array<{ from: string; to: string }>;
    totals: {
      rows: number;
      inRegion: number;
      outsideRegion: number;
      noArea: number;
      outOfScope: number;
      skipped: number;
    } | null;
    issues: Array<{ code: string; column: string; message: string; count: number; firstRows: Array<number> }>;
    answers: Array<{ column: string; field: string | null; kind: ScreenedKind; reason: string }>;
  };
};

export type InvitationDetailsFragment = {
  id: string;
  organisationId: string;
  labId: string | null;
  email: string;
  roles: Array<LabRole>;
  createdAt: string;
  expiresAt: string;
  acceptedAt: string | null;
  withdrawnAt: string | null;
};

export type MemberDetailsFragment = {
  personId: string;
  name: string;
  organisation: { id: string; name: string; type: OrganisationType };
  roles: Array<{ role: LabRole; areas: Array<string> }>;
};

export type LabPeopleQueryVariables = Exact<{
  labId: string;
}>;

export type LabPeopleQuery = {
  members: Array<{
    personId: string;
    name: string;
    organisation: { id: string; name: string; type: OrganisationType };
    roles: Array<{ role: LabRole; areas: Array<string> }>;
  }>;
  invitations: Array<{
    id: string;
    organisationId: string;
    labId: string | null;
    email: string;
    roles: Array<LabRole>;
    createdAt: string;
    expiresAt: string;
    acceptedAt: string | null;
    withdrawnAt: string | null;
  }>;
};

export type GrantRoleMutationVariables = Exact<{
  input: RoleInput;
}>;

export type GrantRoleMutation = {
  grantRole: Array<{
    personId: string;
    name: string;
    organisation: { id: string; name: string; type: OrganisationType };
    roles: Array<{ role: LabRole; areas: Array<string> }>;
  }>;
};

export type EndRoleMutationVariables = Exact<{
  input: RoleInput;
}>;

export type EndRoleMutation = { endRole: boolean };

export type InviteMutationVariables = Exact<{
  input: InvitationInput;
}>;

export type InviteMutation = {
  invite: {
    linkPath: string;
    invitation: {
      id: string;
      organisationId: string;
      labId: string | null;
      email: string;
      roles: Array<LabRole>;
      createdAt: string;
      expiresAt: string;
      acceptedAt: string | null;
      withdrawnAt: string | null;
    };
  };
};

export type WithdrawInvitationMutationVariables = Exact<{
  id: string;
}>;

export type WithdrawInvitationMutation = {
  withdrawInvitation: {
    id: string;
    organisationId: string;
    labId: string | null;
    email: string;
    roles: Array<LabRole>;
    createdAt: string;
    expiresAt: string;
    acceptedAt: string | null;
    withdrawnAt: string | null;
  };
};

export type AdministrationQueryVariables = Exact<{ [key: string]: never }>;

export type AdministrationQuery = {
  organisations: Array<{ id: string; name: string; type: OrganisationType }>;
  labNames: Array<{ id: string; name: string }>;
  people: Array<{
    id: string;
    name: string;
    email: string;
    organisationId: string;
    isAdministrator: boolean;
    mayFoundLabs: boolean;
    leftAt: string | null;
    roles: Array<{ labId: string; role: LabRole }>;
  }>;
  invitations: Array<{
    id: string;
    organisationId: string;
    labId: string | null;
    email: string;
    roles: Array<LabRole>;
    createdAt: string;
    expiresAt: string;
    acceptedAt: string | null;
    withdrawnAt: string | null;
  }>;
  apiClients: Array<{
    id: string;
    organisationId: string;
    labId: string;
    clientId: string;
    name: string;
    scopes: Array<ApiClientScope>;
    createdAt: string;
    endedAt: string | null;
  }>;
};

export type CreateOrganisationMutationVariables = Exact<{
  name: string;
  type: OrganisationType;
}>;

export type CreateOrganisationMutation = { createOrganisation: { id: string } };

export type ChangeOrganisationMutationVariables = Exact<{
  id: string;
  name: string;
  type: OrganisationType;
}>;

export type ChangeOrganisationMutation = { changeOrganisation: { id: string } };

export type AddParticipantMutationVariables = Exact<{
  labId: string;
  organisationId: string;
}>;

export type AddParticipantMutation = { addParticipant: boolean };

export type AllowFoundingMutationVariables = Exact<{
  personId: string;
  may: boolean;
}>;

export type AllowFoundingMutation = { allowFounding: boolean };

export type EndPersonMutationVariables = Exact<{
  id: string;
}>;

export type EndPersonMutation = { endPerson: boolean };

export type CreateApiClientMutationVariables = Exact<{
  input: ApiClientInput;
}>;

export type CreateApiClientMutation = { createApiClient: { id: string } };

export type EndApiClientMutationVariables = Exact<{
  id: string;
}>;

export type EndApiClientMutation = { endApiClient: { id: string } };

export type PictureQueryVariables = Exact<{
  labId: string;
}>;

export type PictureQuery = {
  lab: {
    id: string;
    picture: {
      snapshotId: string;
      digest: string;
      createdAt: string;
      refreshing: boolean;
      hasSquares: boolean;
      sources: Array<{
        categories: Array<string>;
        lowestLevel: string | null;
        grains: Array<Grain>;
        householdKeyCoverage: number | null;
        hours: HoursKnown;
        dataset: {
          id: string;
          name: string;
          kind: DatasetKind;
          isOpen: boolean;
          organisation: { id: string; name: string; type: OrganisationType };
        };
        periods: Array<{ period: string; grain: Grain; delivered: Delivered }>;
      }>;
    } | null;
  };
};

export type NearestDetailsFragment = {
  level: string;
  areaCode: string;
  period: string;
  category: string;
  reports: number;
  ratePerThousand: number | null;
  compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
};

export type MapSheetQueryVariables = Exact<{
  input: MapSheetInput;
}>;

export type MapSheetQuery = {
  mapSheet: {
    snapshotId: string;
    level: string;
    period: string;
    category: string;
    delivered: Delivered;
    unit: string;
    testedAreas: number;
    significance: number;
    smoothedPer: RateUnit | null;
    areas: Array<{
      areaCode: string;
      state: CellState;
      tier: CellTier;
      reports: number | null;
      ratePerThousand: number | null;
      smoothedRate: number | null;
      z: number | null;
      hotspot: Hotspot | null;
      reason: string | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
    }>;
  };
};

export type TrendQueryVariables = Exact<{
  input: TrendInput;
}>;

export type TrendQuery = {
  trend: {
    areaCode: string;
    category: string;
    grain: Grain;
    points: Array<{
      period: string;
      delivered: Delivered;
      state: CellState | null;
      reports: number | null;
      ratePerThousand: number | null;
    }>;
    changes: Array<{ on: string; what: string }>;
  };
};

export type RhythmQueryVariables = Exact<{
  input: RhythmInput;
}>;

export type RhythmQuery = {
  rhythm: {
    hours: HoursKnown;
    grain: RhythmGrain | null;
    points: Array<{ period: string; state: CellState | null; reports: number | null }>;
    nearest: { level: string; areaCode: string; category: string } | null;
  };
};

export type SquaresQueryVariables = Exact<{
  input: SquaresInput;
}>;

export type SquaresQuery = {
  squares: {
    snapshotId: string;
    year: string;
    category: string;
    delivered: Delivered;
    squares: Array<{ code: string; areaCode: string; tier: CellTier; reports: number | null }>;
    answers: Array<{
      areaCode: string;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      };
    }>;
  };
};

export type QualityDetailsFragment = {
  loadId: string;
  computedAt: string;
  acceptedAt: string | null;
  acceptedBy: string | null;
  remark: string | null;
  report: unknown;
  keyCoverage: number | null;
};

export type LoadQualityQueryVariables = Exact<{
  id: string;
}>;

export type LoadQualityQuery = {
  load: {
    id: string;
    difference: {
      replaces: Array<number>;
      total: { added: number; removed: number; changed: number; same: number };
      cells: Array<{ period: string; category: string; added: number; removed: number; changed: number }>;
    } | null;
    qualityReport: {
      loadId: string;
      computedAt: string;
      acceptedAt: string | null;
      acceptedBy: string | null;
      remark: string | null;
      report: unknown;
      keyCoverage: number | null;
    } | null;
  };
};

export type QualitySummariesQueryVariables = Exact<{
  labId: string;
}>;

export type QualitySummariesQuery = {
  qualitySummaries: Array<{ datasetId: string; computedAt: string; acceptedAt: string | null; summary: unknown }>;
};

export type ConfirmLoadMutationVariables = Exact<{
  id: string;
}>;

export type ConfirmLoadMutation = {
  confirmLoad: {
    id: string;
    revision: number;
    state: LoadState;
    rowsProcessed: number;
    bytesReceived: number;
    bytesTotal: number | null;
    isSubmitted: boolean;
    unchanged: boolean;
    createdAt: string;
    decidedAt: string | null;
    createdBy: string;
    withdrawnReason: string | null;
    dataset: { id: string; name: string; kind: DatasetKind };
    covers: Array<{ from: string; to: string }>;
    totals: {
      rows: number;
      inRegion: number;
      outsideRegion: number;
      noArea: number;
      outOfScope: number;
      skipped: number;
    } | null;
    issues: Array<{ code: string; column: string; message: string; count: number; firstRows: Array<number> }>;
    answers: Array<{ column: string; field: string | null; kind: ScreenedKind; reason: string }>;
  };
};

export type AcceptQualityReportMutationVariables = Exact<{
  loadId: string;
  remark?: string | null | undefined;
}>;

export type AcceptQualityReportMutation = {
  acceptQualityReport: {
    loadId: string;
    computedAt: string;
    acceptedAt: string | null;
    acceptedBy: string | null;
    remark: string | null;
    report: unknown;
    keyCoverage: number | null;
  };
};

export type StepOneDetailsFragment = {
  labId: string;
  state: StepState;
  scoredBy: Array<string>;
  goals: Array<{ organisationId: string; name: string; goal: string | null; madeAt: string | null }>;
  questions: Array<{
    id: string;
    organisationId: string;
    question: string;
    behind: string;
    isMine: boolean;
    scores: Array<{ organisationId: string; impact: number; answerability: number; privacyCost: number; note: string }>;
  }>;
  ranking: {
    computedAt: string;
    isCurrent: boolean;
    textNl: Array<string>;
    textEn: Array<string>;
    ranked: Array<{
      questionId: string;
      rank: number;
      points: number;
      meanImpact: number;
      meanAnswerability: number;
      meanPrivacyCost: number;
    }>;
    apart: { w: number | null };
    together: { w: number | null };
  } | null;
  core: { questionId: string; reason: string | null; chosenAt: string } | null;
  checklists: Array<{
    name: ChecklistName;
    version: number;
    items: Array<{ key: string; questionNl: string; questionEn: string; hintNl: string; hintEn: string }>;
    answered: Array<{
      organisationId: string;
      checklistVersion: number;
      madeAt: string;
      answers: Array<{ item: string; answer: ChecklistAnswerKind; explanation: string }>;
    }>;
  }>;
  boards: Array<{ organisationId: string; agrees: boolean; personName: string; function: string; agreedOn: string }>;
  consultation: {
    held: boolean;
    how: string | null;
    heldOn: string | null;
    outcome: string | null;
    reason: string | null;
    isPublic: boolean;
  } | null;
  can: {
    stateGoal: boolean;
    score: boolean;
    lead: boolean;
    answerLegal: boolean;
    answerQuality: boolean;
    recordBoard: boolean;
  };
};

export type ShellDetailsFragment = {
  id: string;
  organisationId: string;
  title: string;
  kind: AnalysisKind;
  method: string;
  unit: AnalysisUnit;
  areaLevel: string;
  grain: Grain;
  periodFrom: string;
  periodTo: string;
  datasetIds: Array<string>;
  rows: ShellRows;
  columns: Array<string>;
  use: string;
  version: number;
  replaces: string | null;
  state: ShellState;
  since: string;
  remark: string | null;
  approvals: Array<{ organisationId: string; approvedAt: string }>;
};

export type StepOneQueryVariables = Exact<{
  labId: string;
}>;

export type StepOneQuery = {
  stepOne: {
    labId: string;
    state: StepState;
    scoredBy: Array<string>;
    goals: Array<{ organisationId: string; name: string; goal: string | null; madeAt: string | null }>;
    questions: Array<{
      id: string;
      organisationId: string;
      question: string;
      behind: string;
      isMine: boolean;
      scores: Array<{
        organisationId: string;
        impact: number;
        answerability: number;
        privacyCost: number;
        note: string;
      }>;
    }>;
    ranking: {
      computedAt: string;
      isCurrent: boolean;
      textNl: Array<string>;
      textEn: Array<string>;
      ranked: Array<{
        questionId: string;
        rank: number;
        points: number;
        meanImpact: number;
        meanAnswerability: number;
        meanPrivacyCost: number;
      }>;
      apart: { w: number | null };
      together: { w: number | null };
    } | null;
    core: { questionId: string; reason: string | null; chosenAt: string } | null;
    checklists: Array<{
      name: ChecklistName;
      version: number;
      items: Array<{ key: string; questionNl: string; questionEn: string; hintNl: string; hintEn: string }>;
      answered: Array<{
        organisationId: string;
        checklistVersion: number;
        madeAt: string;
        answers: Array<{ item: string; answer: ChecklistAnswerKind; explanation: string }>;
      }>;
    }>;
    boards: Array<{ organisationId: string; agrees: boolean; personName: string; function: string; agreedOn: string }>;
    consultation: {
      held: boolean;
      how: string | null;
      heldOn: string | null;
      outcome: string | null;
      reason: string | null;
      isPublic: boolean;
    } | null;
    can: {
      stateGoal: boolean;
      score: boolean;
      lead: boolean;
      answerLegal: boolean;
      answerQuality: boolean;
      recordBoard: boolean;
    };
  };
};

export type StateGoalMutationVariables = Exact<{
  labId: string;
  goal: string;
}>;

export type StateGoalMutation = { stateGoal: { labId: string } };

export type ProposeQuestionMutationVariables = Exact<{
  labId: string;
  input: QuestionInput;
}>;

export type ProposeQuestionMutation = { proposeQuestion: { labId: string } };

export type WithdrawQuestionMutationVariables = Exact<{
  questionId: string;
}>;

export type WithdrawQuestionMutation = { withdrawQuestion: { labId: string } };

export type ScoreQuestionsMutationVariables = Exact<{
  labId: string;
  scores: Array<QuestionScoreInput> | QuestionScoreInput;
}>;

export type ScoreQuestionsMutation = { scoreQuestions: { labId: string } };

export type ChooseCoreQuestionMutationVariables = Exact<{
  questionId: string;
  reason?: string | null | undefined;
}>;

export type ChooseCoreQuestionMutation = { chooseCoreQuestion: { labId: string } };

export type AnswerChecklistMutationVariables = Exact<{
  labId: string;
  checklist: ChecklistName;
  answers: Array<ChecklistAnswerInput> | ChecklistAnswerInput;
}>;

export type AnswerChecklistMutation = { answerChecklist: { labId: string } };

export type RecordBoardMutationVariables = Exact<{
  labId: string;
  input: BoardAgreementInput;
}>;

export type RecordBoardMutation = { recordBoard: { labId: string } };

export type RecordConsultationMutationVariables = Exact<{
  labId: string;
  input: CitizenConsultationInput;
}>;

export type RecordConsultationMutation = { recordConsultation: { labId: string } };

export type OutputShellsQueryVariables = Exact<{
  labId: string;
}>;

export type OutputShellsQuery = {
  outputShells: Array<{
    id: string;
    organisationId: string;
    title: string;
    kind: AnalysisKind;
    method: string;
    unit: AnalysisUnit;
    areaLevel: string;
    grain: Grain;
    periodFrom: string;
    periodTo: string;
    datasetIds: Array<string>;
    rows: ShellRows;
    columns: Array<string>;
    use: string;
    version: number;
    replaces: string | null;
    state: ShellState;
    since: string;
    remark: string | null;
    approvals: Array<{ organisationId: string; approvedAt: string }>;
  }>;
};

export type DraftShellMutationVariables = Exact<{
  labId: string;
  shell: OutputShellInput;
}>;

export type DraftShellMutation = { draftShell: { id: string } };

export type ChangeShellMutationVariables = Exact<{
  shellId: string;
  shell: OutputShellInput;
}>;

export type ChangeShellMutation = { changeShell: { id: string } };

export type ReviseShellMutationVariables = Exact<{
  shellId: string;
  shell: OutputShellInput;
}>;

export type ReviseShellMutation = { reviseShell: { id: string } };

export type DiscardShellMutationVariables = Exact<{
  shellId: string;
}>;

export type DiscardShellMutation = { discardShell: boolean };

export type SubmitShellMutationVariables = Exact<{
  shellId: string;
}>;

export type SubmitShellMutation = { submitShell: { id: string } };

export type SendShellBackMutationVariables = Exact<{
  shellId: string;
  remark: string;
}>;

export type SendShellBackMutation = { sendShellBack: { id: string } };

export type ApproveShellMutationVariables = Exact<{
  shellId: string;
}>;

export type ApproveShellMutation = { approveShell: { id: string } };

export type RegieDetailsFragment = {
  nextOn: string | null;
  area: { code: string; name: string; level: string };
  registering: Array<{ organisationId: string; name: string }>;
  figures: Array<{
    datasetId: string;
    datasetName: string;
    period: string;
    reports: number | null;
    ratePerThousand: number | null;
    compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
    nearest: {
      level: string;
      areaCode: string;
      period: string;
      category: string;
      reports: number;
      ratePerThousand: number | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
    } | null;
  }>;
  contacts: Array<{ organisationId: string; organisationName: string; areaCode: string; reach: string }>;
  running: Array<{
    id: string;
    title: string;
    organisationName: string;
    ownerName: string;
    startsOn: string | null;
    endsOn: string | null;
    state: SolutionState;
  }>;
  pickups: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    areaCode: string;
    what: string;
    nextOn: string | null;
  }>;
  notes: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    areaCode: string;
    kind: ContextKind;
    words: string;
    startsOn: string;
    endsOn: string | null;
  }>;
};

export type RegieCardQueryVariables = Exact<{
  labId: string;
  areaCode: string;
}>;

export type RegieCardQuery = {
  regieCard: {
    nextOn: string | null;
    area: { code: string; name: string; level: string };
    registering: Array<{ organisationId: string; name: string }>;
    figures: Array<{
      datasetId: string;
      datasetName: string;
      period: string;
      reports: number | null;
      ratePerThousand: number | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
    }>;
    contacts: Array<{ organisationId: string; organisationName: string; areaCode: string; reach: string }>;
    running: Array<{
      id: string;
      title: string;
      organisationName: string;
      ownerName: string;
      startsOn: string | null;
      endsOn: string | null;
      state: SolutionState;
    }>;
    pickups: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      what: string;
      nextOn: string | null;
    }>;
    notes: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      kind: ContextKind;
      words: string;
      startsOn: string;
      endsOn: string | null;
    }>;
  };
};

export type SaveAreaContactMutationVariables = Exact<{
  labId: string;
  areaCode: string;
  reach: string;
}>;

export type SaveAreaContactMutation = {
  saveAreaContact: {
    nextOn: string | null;
    area: { code: string; name: string; level: string };
    registering: Array<{ organisationId: string; name: string }>;
    figures: Array<{
      datasetId: string;
      datasetName: string;
      period: string;
      reports: number | null;
      ratePerThousand: number | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
    }>;
    contacts: Array<{ organisationId: string; organisationName: string; areaCode: string; reach: string }>;
    running: Array<{
      id: string;
      title: string;
      organisationName: string;
      ownerName: string;
      startsOn: string | null;
      endsOn: string | null;
      state: SolutionState;
    }>;
    pickups: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      what: string;
      nextOn: string | null;
    }>;
    notes: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      kind: ContextKind;
      words: string;
      startsOn: string;
      endsOn: string | null;
    }>;
  };
};

export type PickUpMutationVariables = Exact<{
  labId: string;
  areaCode: string;
  what: string;
  nextOn?: string | null | undefined;
}>;

export type PickUpMutation = {
  pickUp: {
    nextOn: string | null;
    area: { code: string; name: string; level: string };
    registering: Array<{ organisationId: string; name: string }>;
    figures: Array<{
      datasetId: string;
      datasetName: string;
      period: string;
      reports: number | null;
      ratePerThousand: number | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
    }>;
    contacts: Array<{ organisationId: string; organisationName: string; areaCode: string; reach: string }>;
    running: Array<{
      id: string;
      title: string;
      organisationName: string;
      ownerName: string;
      startsOn: string | null;
      endsOn: string | null;
      state: SolutionState;
    }>;
    pickups: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      what: string;
      nextOn: string | null;
    }>;
    notes: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      kind: ContextKind;
      words: string;
      startsOn: string;
      endsOn: string | null;
    }>;
  };
};

export type EndPickupMutationVariables = Exact<{
  id: string;
}>;

export type EndPickupMutation = {
  endPickup: {
    nextOn: string | null;
    area: { code: string; name: string; level: string };
    registering: Array<{ organisationId: string; name: string }>;
    figures: Array<{
      datasetId: string;
      datasetName: string;
      period: string;
      reports: number | null;
      ratePerThousand: number | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
    }>;
    contacts: Array<{ organisationId: string; organisationName: string; areaCode: string; reach: string }>;
    running: Array<{
      id: string;
      title: string;
      organisationName: string;
      ownerName: string;
      startsOn: string | null;
      endsOn: string | null;
      state: SolutionState;
    }>;
    pickups: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      what: string;
      nextOn: string | null;
    }>;
    notes: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      kind: ContextKind;
      words: string;
      startsOn: string;
      endsOn: string | null;
    }>;
  };
};

export type WriteContextNoteMutationVariables = Exact<{
  labId: string;
  areaCode: string;
  note: ContextNoteInput;
}>;

export type WriteContextNoteMutation = {
  writeContextNote: {
    nextOn: string | null;
    area: { code: string; name: string; level: string };
    registering: Array<{ organisationId: string; name: string }>;
    figures: Array<{
      datasetId: string;
      datasetName: string;
      period: string;
      reports: number | null;
      ratePerThousand: number | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
    }>;
    contacts: Array<{ organisationId: string; organisationName: string; areaCode: string; reach: string }>;
    running: Array<{
      id: string;
      title: string;
      organisationName: string;
      ownerName: string;
      startsOn: string | null;
      endsOn: string | null;
      state: SolutionState;
    }>;
    pickups: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      what: string;
      nextOn: string | null;
    }>;
    notes: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      kind: ContextKind;
      words: string;
      startsOn: string;
      endsOn: string | null;
    }>;
  };
};

export type WithdrawContextNoteMutationVariables = Exact<{
  id: string;
}>;

export type WithdrawContextNoteMutation = {
  withdrawContextNote: {
    nextOn: string | null;
    area: { code: string; name: string; level: string };
    registering: Array<{ organisationId: string; name: string }>;
    figures: Array<{
      datasetId: string;
      datasetName: string;
      period: string;
      reports: number | null;
      ratePerThousand: number | null;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
    }>;
    contacts: Array<{ organisationId: string; organisationName: string; areaCode: string; reach: string }>;
    running: Array<{
      id: string;
      title: string;
      organisationName: string;
      ownerName: string;
      startsOn: string | null;
      endsOn: string | null;
      state: SolutionState;
    }>;
    pickups: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      what: string;
      nextOn: string | null;
    }>;
    notes: Array<{
      id: string;
      organisationId: string;
      organisationName: string;
      areaCode: string;
      kind: ContextKind;
      words: string;
      startsOn: string;
      endsOn: string | null;
    }>;
  };
};

export type MondayPageQueryVariables = Exact<{
  labId: string;
  areaCode: string;
}>;

export type MondayPageQuery = {
  mondayPage: {
    madeAt: string;
    area: { code: string; name: string; level: string };
    changes: Array<{
      datasetId: string;
      datasetName: string;
      period: string;
      before: string;
      now: number | null;
      then: number | null;
      change: Change;
      compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      nearest: {
        level: string;
        areaCode: string;
        period: string;
        category: string;
        reports: number;
        ratePerThousand: number | null;
        compared: { areaCode: string; how: AgainstAverage; ratePerThousand: number | null } | null;
      } | null;
    }>;
    hotAreas: Array<{ areaCode: string; name: string; datasetId: string; since: HotSince }>;
    agreed: Array<{
      id: string;
      title: string;
      organisationName: string;
      ownerName: string;
      startsOn: string | null;
      endsOn: string | null;
      state: SolutionState;
      expected: string;
    }>;
    pickups: Array<{ id: string; organisationName: string; what: string; nextOn: string | null }>;
    notes: Array<{
      id: string;
      organisationName: string;
      areaCode: string;
      kind: ContextKind;
      words: string;
      startsOn: string;
      endsOn: string | null;
    }>;
  };
};

export type ReleaseDetailsFragment = {
  id: string;
  labId: string;
  seriesId: string;
  runId: string | null;
  version: number;
  kind: ReleaseKind;
  analysisKind: AnalysisKind;
  tier: ReleaseTier;
  state: ReleaseState;
  context: unknown;
  design: unknown;
  document: unknown;
  criteria: unknown;
  stopped: unknown;
  digest: string | null;
  policyVersion: string | null;
  wantsStanding: boolean;
  isRefresh: boolean;
  embargoDays: number;
  isMine: boolean;
  isPending: boolean;
  checkBefore: string | null;
  machineCheckedAt: string | null;
  releasedAt: string | null;
  publicFrom: string | null;
  sampledAt: string | null;
  sampleVerdict: SampleVerdict | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
};

export type ReleasesQueryVariables = Exact<{
  labId: string;
}>;

export type ReleasesQuery = {
  releases: Array<{
    id: string;
    labId: string;
    seriesId: string;
    runId: string | null;
    version: number;
    kind: ReleaseKind;
    analysisKind: AnalysisKind;
    tier: ReleaseTier;
    state: ReleaseState;
    context: unknown;
    design: unknown;
    document: unknown;
    criteria: unknown;
    stopped: unknown;
    digest: string | null;
    policyVersion: string | null;
    wantsStanding: boolean;
    isRefresh: boolean;
    embargoDays: number;
    isMine: boolean;
    isPending: boolean;
    checkBefore: string | null;
    machineCheckedAt: string | null;
    releasedAt: string | null;
    publicFrom: string | null;
    sampledAt: string | null;
    sampleVerdict: SampleVerdict | null;
    withdrawnAt: string | null;
    withdrawnReason: string | null;
  }>;
};

export type ReleaseCheckQueryVariables = Exact<{
  id: string;
}>;

export type ReleaseCheckQuery = {
  releaseCheck: {
    check: unknown;
    own: unknown;
    mayJudge: boolean;
    release: {
      id: string;
      labId: string;
      seriesId: string;
      runId: string | null;
      version: number;
      kind: ReleaseKind;
      analysisKind: AnalysisKind;
      tier: ReleaseTier;
      state: ReleaseState;
      context: unknown;
      design: unknown;
      document: unknown;
      criteria: unknown;
      stopped: unknown;
      digest: string | null;
      policyVersion: string | null;
      wantsStanding: boolean;
      isRefresh: boolean;
      embargoDays: number;
      isMine: boolean;
      isPending: boolean;
      checkBefore: string | null;
      machineCheckedAt: string | null;
      releasedAt: string | null;
      publicFrom: string | null;
      sampledAt: string | null;
      sampleVerdict: SampleVerdict | null;
      withdrawnAt: string | null;
      withdrawnReason: string | null;
    };
    reviews: Array<{
      organisationName: string;
      personName: string | null;
      asPrivacyOfficer: boolean;
      verdict: ReviewVerdict;
      remark: string;
      counts: boolean;
      at: string;
      isMine: boolean;
    }>;
    comments: Array<{ organisationName: string; personName: string | null; words: string; at: string }>;
  };
};

export type StandingReleasesQueryVariables = Exact<{
  labId: string;
}>;

export type StandingReleasesQuery = {
  standingReleases: Array<{
    id: string;
    context: unknown;
    tier: ReleaseTier;
    goodUntil: string;
    endedAt: string | null;
    endReason: string | null;
  }>;
};

export type PublicNotesQueryVariables = Exact<{
  labId: string;
}>;

export type PublicNotesQuery = {
  publicNotes: Array<{
    id: string;
    releaseId: string | null;
    kind: NoteKind;
    words: string;
    state: NoteState;
    answerBefore: string;
    answer: string | null;
  }>;
};

export type DraftReleaseMutationVariables = Exact<{
  input: DraftReleaseInput;
}>;

export type DraftReleaseMutation = { draftRelease: { id: string } };

export type DraftSafeVersionMutationVariables = Exact<{
  id: string;
  index: number;
}>;

export type DraftSafeVersionMutation = { draftSafeVersion: { id: string } };

export type ChangeReleaseMutationVariables = Exact<{
  id: string;
  context: ReleaseContextInput;
  wishes: ReleaseWishesInput;
}>;

export type ChangeReleaseMutation = { changeRelease: { id: string } };

export type SubmitReleaseMutationVariables = Exact<{
  id: string;
}>;

export type SubmitReleaseMutation = { submitRelease: { id: string } };

export type AskToReleaseMutationVariables = Exact<{
  id: string;
}>;

export type AskToReleaseMutation = { askToRelease: { id: string } };

export type WithdrawReleaseMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type WithdrawReleaseMutation = { withdrawRelease: { id: string } };

export type ReviewReleaseMutationVariables = Exact<{
  id: string;
  verdict: ReviewVerdict;
  remark: string;
}>;

export type ReviewReleaseMutation = { reviewRelease: { id: string } };

export type CommentOnReleaseMutationVariables = Exact<{
  id: string;
  words: string;
}>;

export type CommentOnReleaseMutation = { commentOnRelease: Array<{ at: string }> };

export type JudgeSampleMutationVariables = Exact<{
  id: string;
  verdict: SampleVerdict;
}>;

export type JudgeSampleMutation = { judgeSample: { id: string } };

export type EndStandingReleaseMutationVariables = Exact<{
  id: string;
}>;

export type EndStandingReleaseMutation = { endStandingRelease: Array<{ id: string }> };

export type AnswerNoteMutationVariables = Exact<{
  id: string;
  answer: string;
}>;

export type AnswerNoteMutation = { answerNote: Array<{ id: string }> };

export type DeclineNoteMutationVariables = Exact<{
  id: string;
  reason: DeclineReason;
}>;

export type DeclineNoteMutation = { declineNote: Array<{ id: string }> };

export type InterpretationDetailsFragment = {
  id: string;
  releaseId: string;
  question: string;
  state: InterpretationState;
  agreedReading: string;
  doubt: string;
  openedAt: string;
  agreedAt: string | null;
  writtenBy: Array<string>;
  readings: Array<{ organisationId: string; organisationName: string; words: string; dissent: string }>;
};

export type FindingDetailsFragment = {
  id: string;
  interpretationId: string;
  releaseId: string | null;
  title: string;
  words: string;
  strength: Strength;
  noSolutionReason: string | null;
  statedAt: string;
  withdrawnAt: string | null;
};

export type SolutionDetailsFragment = {
  id: string;
  organisationId: string;
  organisationName: string;
  partners: Array<string>;
  title: string;
  words: string;
  state: SolutionState;
  ownerName: string;
  startsOn: string | null;
  endsOn: string | null;
  areaCodes: Array<string>;
  expected: string;
  outcome: string;
  reason: string | null;
  findingIds: Array<string>;
  registeredAt: string | null;
  plan: {
    datasetId: string;
    category: string;
    level: string;
    areaCodes: Array<string>;
    comparisonAreaCodes: Array<string>;
    firstMonth: string;
    expectedChange: number;
    harm: string;
  } | null;
  evaluation: {
    state: EvaluationState;
    why: string | null;
    method: string | null;
    ratio: number | null;
    low: number | null;
    high: number | null;
    verdict: string | null;
    monthsBefore: number | null;
    monthsAfter: number | null;
    evaluatedAt: string;
  } | null;
};

export type InterpretationsQueryVariables = Exact<{
  labId: string;
}>;

export type InterpretationsQuery = {
  interpretations: Array<{
    id: string;
    releaseId: string;
    question: string;
    state: InterpretationState;
    agreedReading: string;
    doubt: string;
    openedAt: string;
    agreedAt: string | null;
    writtenBy: Array<string>;
    readings: Array<{ organisationId: string; organisationName: string; words: string; dissent: string }>;
  }>;
};

export type SolutionsQueryVariables = Exact<{
  labId: string;
}>;

export type SolutionsQuery = {
  findings: Array<{
    id: string;
    interpretationId: string;
    releaseId: string | null;
    title: string;
    words: string;
    strength: Strength;
    noSolutionReason: string | null;
    statedAt: string;
    withdrawnAt: string | null;
  }>;
  solutions: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    partners: Array<string>;
    title: string;
    words: string;
    state: SolutionState;
    ownerName: string;
    startsOn: string | null;
    endsOn: string | null;
    areaCodes: Array<string>;
    expected: string;
    outcome: string;
    reason: string | null;
    findingIds: Array<string>;
    registeredAt: string | null;
    plan: {
      datasetId: string;
      category: string;
      level: string;
      areaCodes: Array<string>;
      comparisonAreaCodes: Array<string>;
      firstMonth: string;
      expectedChange: number;
      harm: string;
    } | null;
    evaluation: {
      state: EvaluationState;
      why: string | null;
      method: string | null;
      ratio: number | null;
      low: number | null;
      high: number | null;
      verdict: string | null;
      monthsBefore: number | null;
      monthsAfter: number | null;
      evaluatedAt: string;
    } | null;
  }>;
  solutionOwners: Array<{ id: string; name: string }>;
};

export type OpenInterpretationMutationVariables = Exact<{
  labId: string;
  releaseId: string;
  question: string;
}>;

export type OpenInterpretationMutation = {
  openInterpretation: {
    id: string;
    releaseId: string;
    question: string;
    state: InterpretationState;
    agreedReading: string;
    doubt: string;
    openedAt: string;
    agreedAt: string | null;
    writtenBy: Array<string>;
    readings: Array<{ organisationId: string; organisationName: string; words: string; dissent: string }>;
  };
};

export type WriteReadingMutationVariables = Exact<{
  id: string;
  words: string;
  dissent: string;
}>;

export type WriteReadingMutation = {
  writeReading: {
    id: string;
    releaseId: string;
    question: string;
    state: InterpretationState;
    agreedReading: string;
    doubt: string;
    openedAt: string;
    agreedAt: string | null;
    writtenBy: Array<string>;
    readings: Array<{ organisationId: string; organisationName: string; words: string; dissent: string }>;
  };
};

export type ShareReadingsMutationVariables = Exact<{
  id: string;
}>;

export type ShareReadingsMutation = {
  shareReadings: {
    id: string;
    releaseId: string;
    question: string;
    state: InterpretationState;
    agreedReading: string;
    doubt: string;
    openedAt: string;
    agreedAt: string | null;
    writtenBy: Array<string>;
    readings: Array<{ organisationId: string; organisationName: string; words: string; dissent: string }>;
  };
};

export type AgreeInterpretationMutationVariables = Exact<{
  id: string;
  agreedReading: string;
  doubt: string;
}>;

export type AgreeInterpretationMutation = {
  agreeInterpretation: {
    id: string;
    releaseId: string;
    question: string;
    state: InterpretationState;
    agreedReading: string;
    doubt: string;
    openedAt: string;
    agreedAt: string | null;
    writtenBy: Array<string>;
    readings: Array<{ organisationId: string; organisationName: string; words: string; dissent: string }>;
  };
};

export type ReopenInterpretationMutationVariables = Exact<{
  id: string;
}>;

export type ReopenInterpretationMutation = {
  reopenInterpretation: {
    id: string;
    releaseId: string;
    question: string;
    state: InterpretationState;
    agreedReading: string;
    doubt: string;
    openedAt: string;
    agreedAt: string | null;
    writtenBy: Array<string>;
    readings: Array<{ organisationId: string; organisationName: string; words: string; dissent: string }>;
  };
};

export type StateFindingMutationVariables = Exact<{
  labId: string;
  finding: FindingInput;
}>;

export type StateFindingMutation = {
  stateFinding: {
    id: string;
    interpretationId: string;
    releaseId: string | null;
    title: string;
    words: string;
    strength: Strength;
    noSolutionReason: string | null;
    statedAt: string;
    withdrawnAt: string | null;
  };
};

export type AnswerWithoutSolutionMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type AnswerWithoutSolutionMutation = {
  answerWithoutSolution: {
    id: string;
    interpretationId: string;
    releaseId: string | null;
    title: string;
    words: string;
    strength: Strength;
    noSolutionReason: string | null;
    statedAt: string;
    withdrawnAt: string | null;
  };
};

export type WithdrawFindingMutationVariables = Exact<{
  id: string;
}>;

export type WithdrawFindingMutation = {
  withdrawFinding: {
    id: string;
    interpretationId: string;
    releaseId: string | null;
    title: string;
    words: string;
    strength: Strength;
    noSolutionReason: string | null;
    statedAt: string;
    withdrawnAt: string | null;
  };
};

export type ProposeSolutionMutationVariables = Exact<{
  labId: string;
  solution: SolutionInput;
}>;

export type ProposeSolutionMutation = {
  proposeSolution: {
    id: string;
    organisationId: string;
    organisationName: string;
    partners: Array<string>;
    title: string;
    words: string;
    state: SolutionState;
    ownerName: string;
    startsOn: string | null;
    endsOn: string | null;
    areaCodes: Array<string>;
    expected: string;
    outcome: string;
    reason: string | null;
    findingIds: Array<string>;
    registeredAt: string | null;
    plan: {
      datasetId: string;
      category: string;
      level: string;
      areaCodes: Array<string>;
      comparisonAreaCodes: Array<string>;
      firstMonth: string;
      expectedChange: number;
      harm: string;
    } | null;
    evaluation: {
      state: EvaluationState;
      why: string | null;
      method: string | null;
      ratio: number | null;
      low: number | null;
      high: number | null;
      verdict: string | null;
      monthsBefore: number | null;
      monthsAfter: number | null;
      evaluatedAt: string;
    } | null;
  };
};

export type ChooseSolutionMutationVariables = Exact<{
  id: string;
  choice: ChoiceInput;
}>;

export type ChooseSolutionMutation = {
  chooseSolution: {
    id: string;
    organisationId: string;
    organisationName: string;
    partners: Array<string>;
    title: string;
    words: string;
    state: SolutionState;
    ownerName: string;
    startsOn: string | null;
    endsOn: string | null;
    areaCodes: Array<string>;
    expected: string;
    outcome: string;
    reason: string | null;
    findingIds: Array<string>;
    registeredAt: string | null;
    plan: {
      datasetId: string;
      category: string;
      level: string;
      areaCodes: Array<string>;
      comparisonAreaCodes: Array<string>;
      firstMonth: string;
      expectedChange: number;
      harm: string;
    } | null;
    evaluation: {
      state: EvaluationState;
      why: string | null;
      method: string | null;
      ratio: number | null;
      low: number | null;
      high: number | null;
      verdict: string | null;
      monthsBefore: number | null;
      monthsAfter: number | null;
      evaluatedAt: string;
    } | null;
  };
};

export type RegisterEvaluationMutationVariables = Exact<{
  id: string;
  plan: EvaluationPlanInput;
}>;

export type RegisterEvaluationMutation = {
  registerEvaluation: {
    id: string;
    organisationId: string;
    organisationName: string;
    partners: Array<string>;
    title: string;
    words: string;
    state: SolutionState;
    ownerName: string;
    startsOn: string | null;
    endsOn: string | null;
    areaCodes: Array<string>;
    expected: string;
    outcome: string;
    reason: string | null;
    findingIds: Array<string>;
    registeredAt: string | null;
    plan: {
      datasetId: string;
      category: string;
      level: string;
      areaCodes: Array<string>;
      comparisonAreaCodes: Array<string>;
      firstMonth: string;
      expectedChange: number;
      harm: string;
    } | null;
    evaluation: {
      state: EvaluationState;
      why: string | null;
      method: string | null;
      ratio: number | null;
      low: number | null;
      high: number | null;
      verdict: string | null;
      monthsBefore: number | null;
      monthsAfter: number | null;
      evaluatedAt: string;
    } | null;
  };
};

export type StartSolutionMutationVariables = Exact<{
  id: string;
}>;

export type StartSolutionMutation = {
  startSolution: {
    id: string;
    organisationId: string;
    organisationName: string;
    partners: Array<string>;
    title: string;
    words: string;
    state: SolutionState;
    ownerName: string;
    startsOn: string | null;
    endsOn: string | null;
    areaCodes: Array<string>;
    expected: string;
    outcome: string;
    reason: string | null;
    findingIds: Array<string>;
    registeredAt: string | null;
    plan: {
      datasetId: string;
      category: string;
      level: string;
      areaCodes: Array<string>;
      comparisonAreaCodes: Array<string>;
      firstMonth: string;
      expectedChange: number;
      harm: string;
    } | null;
    evaluation: {
      state: EvaluationState;
      why: string | null;
      method: string | null;
      ratio: number | null;
      low: number | null;
      high: number | null;
      verdict: string | null;
      monthsBefore: number | null;
      monthsAfter: number | null;
      evaluatedAt: string;
    } | null;
  };
};

export type EndSolutionMutationVariables = Exact<{
  id: string;
  how: SolutionEnd;
  words: string;
}>;

export type EndSolutionMutation = {
  endSolution: {
    id: string;
    organisationId: string;
    organisationName: string;
    partners: Array<string>;
    title: string;
    words: string;
    state: SolutionState;
    ownerName: string;
    startsOn: string | null;
    endsOn: string | null;
    areaCodes: Array<string>;
    expected: string;
    outcome: string;
    reason: string | null;
    findingIds: Array<string>;
    registeredAt: string | null;
    plan: {
      datasetId: string;
      category: string;
      level: string;
      areaCodes: Array<string>;
      comparisonAreaCodes: Array<string>;
      firstMonth: string;
      expectedChange: number;
      harm: string;
    } | null;
    evaluation: {
      state: EvaluationState;
      why: string | null;
      method: string | null;
      ratio: number | null;
      low: number | null;
      high: number | null;
      verdict: string | null;
      monthsBefore: number | null;
      monthsAfter: number | null;
      evaluatedAt: string;
    } | null;
  };
};

export type LabsQueryVariables = Exact<{ [key: string]: never }>;

export type LabsQuery = {
  labs: Array<{
    id: string;
    name: string;
    question: string;
    myRoles: Array<LabRole>;
    region: { name: string };
    steps: Array<{
      step: Step;
      state: StepState;
      criteria: Array<{
        code: string;
        met: boolean;
        missing: Array<{ organisationId: string | null; name: string | null; role: LabRole; since: string }>;
      }>;
    }>;
    datasets: Array<{
      id: string;
      name: string;
      organisation: { id: string };
      latestLoad: { id: string; state: LoadState } | null;
    }>;
    picture: { snapshotId: string; createdAt: string; refreshing: boolean } | null;
    can: { upload: boolean; seeMirror: boolean; seePicture: boolean; leadSteps: boolean };
    deadlines: Array<{
      kind: TargetKind;
      targetId: string;
      title: string | null;
      dueOn: string;
      standing: DeadlineStanding;
      isMet: boolean;
    }>;
    openMentions: Array<{
      commentId: string;
      role: LabRole;
      kind: TargetKind;
      targetId: string;
      title: string | null;
      since: string;
    }>;
  }>;
};

export type CommentDetailsFragment = {
  id: string;
  organisationId: string;
  organisationName: string;
  writerName: string | null;
  isMine: boolean;
  roles: Array<LabRole>;
  writtenAt: string;
  withdrawnAt: string | null;
  versions: Array<{ words: string; writtenAt: string }>;
  mentions: Array<{ role: LabRole; organisationId: string | null; settledAt: string | null }>;
};

export type LabCommentsQueryVariables = Exact<{
  labId: string;
  target: TargetInput;
}>;

export type LabCommentsQuery = {
  labComments: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    writerName: string | null;
    isMine: boolean;
    roles: Array<LabRole>;
    writtenAt: string;
    withdrawnAt: string | null;
    versions: Array<{ words: string; writtenAt: string }>;
    mentions: Array<{ role: LabRole; organisationId: string | null; settledAt: string | null }>;
  }>;
};

export type CommentCountsQueryVariables = Exact<{
  labId: string;
}>;

export type CommentCountsQuery = { commentCounts: Array<{ kind: TargetKind; id: string; count: number }> };

export type WriteCommentMutationVariables = Exact<{
  labId: string;
  target: TargetInput;
  words: string;
  mentions: Array<MentionInput> | MentionInput;
}>;

export type WriteCommentMutation = {
  writeComment: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    writerName: string | null;
    isMine: boolean;
    roles: Array<LabRole>;
    writtenAt: string;
    withdrawnAt: string | null;
    versions: Array<{ words: string; writtenAt: string }>;
    mentions: Array<{ role: LabRole; organisationId: string | null; settledAt: string | null }>;
  }>;
};

export type ChangeCommentMutationVariables = Exact<{
  id: string;
  words: string;
}>;

export type ChangeCommentMutation = {
  changeComment: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    writerName: string | null;
    isMine: boolean;
    roles: Array<LabRole>;
    writtenAt: string;
    withdrawnAt: string | null;
    versions: Array<{ words: string; writtenAt: string }>;
    mentions: Array<{ role: LabRole; organisationId: string | null; settledAt: string | null }>;
  }>;
};

export type WithdrawCommentMutationVariables = Exact<{
  id: string;
}>;

export type WithdrawCommentMutation = {
  withdrawComment: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    writerName: string | null;
    isMine: boolean;
    roles: Array<LabRole>;
    writtenAt: string;
    withdrawnAt: string | null;
    versions: Array<{ words: string; writtenAt: string }>;
    mentions: Array<{ role: LabRole; organisationId: string | null; settledAt: string | null }>;
  }>;
};

export type SettleMentionMutationVariables = Exact<{
  id: string;
  role: LabRole;
}>;

export type SettleMentionMutation = {
  settleMention: Array<{
    id: string;
    organisationId: string;
    organisationName: string;
    writerName: string | null;
    isMine: boolean;
    roles: Array<LabRole>;
    writtenAt: string;
    withdrawnAt: string | null;
    versions: Array<{ words: string; writtenAt: string }>;
    mentions: Array<{ role: LabRole; organisationId: string | null; settledAt: string | null }>;
  }>;
};

export type SetDeadlineMutationVariables = Exact<{
  labId: string;
  target: TargetInput;
  dueOn?: string | null | undefined;
}>;

export type SetDeadlineMutation = {
  setDeadline: Array<{ kind: TargetKind; targetId: string; dueOn: string; standing: DeadlineStanding; isMet: boolean }>;
};

export type LabActivityQueryVariables = Exact<{
  labId: string;
  filter?: ActivityFilterInput | null | undefined;
  after?: string | null | undefined;
}>;

export type LabActivityQuery = {
  labActivity: {
    nextCursor: string | null;
    items: Array<{
      id: string;
      at: string;
      organisationName: string | null;
      personName: string | null;
      roles: Array<LabRole>;
      action: string;
      step: Step | null;
    }>;
  };
};

export type KeyCustodyQueryVariables = Exact<{
  labId: string;
}>;

export type KeyCustodyQuery = {
  lab: {
    id: string;
    keyCustody: {
      sealingKey: string;
      holders: Array<{
        holderId: string;
        url: string;
        suite: string;
        context: string;
        publicKey: string;
        possession: string;
      }>;
    } | null;
  };
};

export type CallerTokenMutationVariables = Exact<{
  labId: string;
}>;

export type CallerTokenMutation = { callerToken: { token: string; expiresAt: string } };

export type SaveMappingMutationVariables = Exact<{
  datasetId: string;
  mapping: unknown;
}>;

export type SaveMappingMutation = { saveMapping: { id: string; mapping: unknown } };

export type OpenLoadMutationVariables = Exact<{
  input: OpenLoadInput;
}>;

export type OpenLoadMutation = { openLoad: { uploadUrl: string; load: { id: string; state: LoadState } } };

export type PublicValuesDetailsFragment = {
  labId: string;
  runId: string | null;
  standing: string;
  causes: Array<string>;
  organisations: Array<{ organisationId: string; name: string }>;
  values: Array<{
    value: string;
    owing: Array<string>;
    evidence: Array<{ nl: string; en: string }>;
    answers: Array<{
      organisationId: string;
      verdict: string;
      answer: string;
      answeredAt: string;
      answeredBy: string | null;
      causes: Array<string>;
    }>;
  }>;
};

export type PublicValuesQueryVariables = Exact<{
  labId: string;
  runId?: string | null | undefined;
}>;

export type PublicValuesQuery = {
  publicValues: {
    labId: string;
    runId: string | null;
    standing: string;
    causes: Array<string>;
    organisations: Array<{ organisationId: string; name: string }>;
    values: Array<{
      value: string;
      owing: Array<string>;
      evidence: Array<{ nl: string; en: string }>;
      answers: Array<{
        organisationId: string;
        verdict: string;
        answer: string;
        answeredAt: string;
        answeredBy: string | null;
        causes: Array<string>;
      }>;
    }>;
  };
};

export type PrivacyRiskQueryVariables = Exact<{
  labId: string;
}>;

export type PrivacyRiskQuery = {
  privacyRisk: {
    computedAt: string | null;
    sources: Array<{
      datasetId: string | null;
      ofTwoLargestHouseholds: string | null;
      ofTwoLargestReporters: string | null;
      bands: Array<{ level: string; grain: string; k: string; unique: string; homogeneous: string }>;
      advice: { level: string; grain: string } | null;
      own: Array<{ level: string; grain: string; units: number; k: number; uniqueShare: number }>;
    }>;
  };
};

export type AnswerValuesMutationVariables = Exact<{
  labId: string;
  runId?: string | null | undefined;
  answers: Array<ValueAnswerInput> | ValueAnswerInput;
}>;

export type AnswerValuesMutation = {
  answerValues: {
    labId: string;
    runId: string | null;
    standing: string;
    causes: Array<string>;
    organisations: Array<{ organisationId: string; name: string }>;
    values: Array<{
      value: string;
      owing: Array<string>;
      evidence: Array<{ nl: string; en: string }>;
      answers: Array<{
        organisationId: string;
        verdict: string;
        answer: string;
        answeredAt: string;
        answeredBy: string | null;
        causes: Array<string>;
      }>;
    }>;
  };
};

export type WayBackDetailsFragment = {
  id: string;
  state: WayBackState;
  receiverId: string;
  receiverName: string;
  title: string;
  reason: string;
  askedAt: string;
  toldFirst: string | null;
  openedAt: string | null;
  failure: string | null;
  expiresAt: string | null;
  destroyedAt: string | null;
  reached: string | null;
  helped: string | null;
  settledAt: string | null;
  endReason: string | null;
  group: { code: string; nl: string; en: string };
  answers: Array<{
    organisationId: string;
    organisationName: string;
    approves: boolean | null;
    reason: string;
    at: string | null;
  }>;
};

export type WayBacksQueryVariables = Exact<{
  labId: string;
}>;

export type WayBacksQuery = {
  wayBacks: {
    labId: string;
    keyFingerprint: string | null;
    mayAsk: boolean;
    receiver: { id: string; name: string } | null;
    starts: Array<{ releaseId: string; title: string; groups: Array<{ code: string; nl: string; en: string }> }>;
    requests: Array<{
      id: string;
      state: WayBackState;
      receiverId: string;
      receiverName: string;
      title: string;
      reason: string;
      askedAt: string;
      toldFirst: string | null;
      openedAt: string | null;
      failure: string | null;
      expiresAt: string | null;
      destroyedAt: string | null;
      reached: string | null;
      helped: string | null;
      settledAt: string | null;
      endReason: string | null;
      group: { code: string; nl: string; en: string };
      answers: Array<{
        organisationId: string;
        organisationName: string;
        approves: boolean | null;
        reason: string;
        at: string | null;
      }>;
    }>;
  };
};

export type AskWayBackMutationVariables = Exact<{
  labId: string;
  wish: WayBackWishInput;
}>;

export type AskWayBackMutation = {
  askWayBack: {
    id: string;
    state: WayBackState;
    receiverId: string;
    receiverName: string;
    title: string;
    reason: string;
    askedAt: string;
    toldFirst: string | null;
    openedAt: string | null;
    failure: string | null;
    expiresAt: string | null;
    destroyedAt: string | null;
    reached: string | null;
    helped: string | null;
    settledAt: string | null;
    endReason: string | null;
    group: { code: string; nl: string; en: string };
    answers: Array<{
      organisationId: string;
      organisationName: string;
      approves: boolean | null;
      reason: string;
      at: string | null;
    }>;
  };
};

export type AnswerWayBackMutationVariables = Exact<{
  id: string;
  approves: boolean;
  reason: string;
}>;

export type AnswerWayBackMutation = {
  answerWayBack: {
    id: string;
    state: WayBackState;
    receiverId: string;
    receiverName: string;
    title: string;
    reason: string;
    askedAt: string;
    toldFirst: string | null;
    openedAt: string | null;
    failure: string | null;
    expiresAt: string | null;
    destroyedAt: string | null;
    reached: string | null;
    helped: string | null;
    settledAt: string | null;
    endReason: string | null;
    group: { code: string; nl: string; en: string };
    answers: Array<{
      organisationId: string;
      organisationName: string;
      approves: boolean | null;
      reason: string;
      at: string | null;
    }>;
  };
};

export type OpenWayBackMutationVariables = Exact<{
  id: string;
  toldFirst: string;
}>;

export type OpenWayBackMutation = {
  openWayBack: {
    id: string;
    state: WayBackState;
    receiverId: string;
    receiverName: string;
    title: string;
    reason: string;
    askedAt: string;
    toldFirst: string | null;
    openedAt: string | null;
    failure: string | null;
    expiresAt: string | null;
    destroyedAt: string | null;
    reached: string | null;
    helped: string | null;
    settledAt: string | null;
    endReason: string | null;
    group: { code: string; nl: string; en: string };
    answers: Array<{
      organisationId: string;
      organisationName: string;
      approves: boolean | null;
      reason: string;
      at: string | null;
    }>;
  };
};

export type WithdrawWayBackMutationVariables = Exact<{
  id: string;
  reason: string;
}>;

export type WithdrawWayBackMutation = {
  withdrawWayBack: {
    id: string;
    state: WayBackState;
    receiverId: string;
    receiverName: string;
    title: string;
    reason: string;
    askedAt: string;
    toldFirst: string | null;
    openedAt: string | null;
    failure: string | null;
    expiresAt: string | null;
    destroyedAt: string | null;
    reached: string | null;
    helped: string | null;
    settledAt: string | null;
    endReason: string | null;
    group: { code: string; nl: string; en: string };
    answers: Array<{
      organisationId: string;
      organisationName: string;
      approves: boolean | null;
      reason: string;
      at: string | null;
    }>;
  };
};

export type SettleWayBackMutationVariables = Exact<{
  id: string;
  reached: number;
  helped: number;
}>;

export type SettleWayBackMutation = {
  settleWayBack: {
    id: string;
    state: WayBackState;
    receiverId: string;
    receiverName: string;
    title: string;
    reason: string;
    askedAt: string;
    toldFirst: string | null;
    openedAt: string | null;
    failure: string | null;
    expiresAt: string | null;
    destroyedAt: string | null;
    reached: string | null;
    helped: string | null;
    settledAt: string | null;
    endReason: string | null;
    group: { code: string; nl: string; en: string };
    answers: Array<{
      organisationId: string;
      organisationName: string;
      approves: boolean | null;
      reason: string;
      at: string | null;
    }>;
  };
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AgreementDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}
    `,
  { fragmentName: 'AgreementDetails' },
) as unknown as TypedDocumentString<AgreementDetailsFragment, unknown>;
export const RunDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment RunDetails on Run {
  id
  labId
  shellId
  title
  kind
  methodName
  organisationName
  method {
    label
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
  }
  purpose
  seed
  state
  progress
  failure
  refusals {
    clause
    words {
      nl
      en
    }
  }
  requestedAt
  endedAt
  policyVersion
  outcomeDigest
}
    `,
  { fragmentName: 'RunDetails' },
) as unknown as TypedDocumentString<RunDetailsFragment, unknown>;
export const CardDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment CardDetails on RegistrationCard {
  datasetId
  version
  whoRegisters
  when
  whenNot
  doubleRegistration
  remarks
  changes {
    on
    what
  }
  madeBy
  madeAt
}
    `,
  { fragmentName: 'CardDetails' },
) as unknown as TypedDocumentString<CardDetailsFragment, unknown>;
export const TermsDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment TermsDetails on IntakeTerms {
  version
  digest
  madeAt
  clauses {
    title
    text
  }
  organisations {
    organisationId
    organisationName
    standing
    signature {
      id
      version
      signedBy
      signedAt
    }
  }
  ended {
    id
    version
    signedBy
    signedAt
    endedAt
    endedReason
  }
}
    `,
  { fragmentName: 'TermsDetails' },
) as unknown as TypedDocumentString<TermsDetailsFragment, unknown>;
export const ChangesFragmentDoc = new TypedDocumentString(
  `
    fragment Changes on RowAmounts {
  added {
    least
    most
  }
  removed {
    least
    most
  }
  changed {
    least
    most
  }
}
    `,
  { fragmentName: 'Changes' },
) as unknown as TypedDocumentString<ChangesFragment, unknown>;
export const ForecastDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}
    `,
  { fragmentName: 'ForecastDetails' },
) as unknown as TypedDocumentString<ForecastDetailsFragment, unknown>;
export const LabDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}
    `,
  { fragmentName: 'LabDetails' },
) as unknown as TypedDocumentString<LabDetailsFragment, unknown>;
export const ClosingDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}
    `,
  { fragmentName: 'ClosingDetails' },
) as unknown as TypedDocumentString<ClosingDetailsFragment, unknown>;
export const LoadDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment LoadDetails on Load {
  id
  dataset {
    id
    name
    kind
  }
  revision
  state
  covers {
    from
    to
  }
  totals {
    rows
    inRegion
    outsideRegion
    noArea
    outOfScope
    skipped
  }
  rowsProcessed
  bytesReceived
  bytesTotal
  issues {
    code
    column
    message
    count
    firstRows
  }
  answers {
    column
    field
    kind
    reason
  }
  isSubmitted
  unchanged
  createdAt
  decidedAt
  createdBy
  withdrawnReason
}
    `,
  { fragmentName: 'LoadDetails' },
) as unknown as TypedDocumentString<LoadDetailsFragment, unknown>;
export const InvitationDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment InvitationDetails on Invitation {
  id
  organisationId
  labId
  email
  roles
  createdAt
  expiresAt
  acceptedAt
  withdrawnAt
}
    `,
  { fragmentName: 'InvitationDetails' },
) as unknown as TypedDocumentString<InvitationDetailsFragment, unknown>;
export const MemberDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment MemberDetails on Member {
  personId
  name
  organisation {
    id
    name
    type
  }
  roles {
    role
    areas
  }
}
    `,
  { fragmentName: 'MemberDetails' },
) as unknown as TypedDocumentString<MemberDetailsFragment, unknown>;
export const QualityDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment QualityDetails on QualityReport {
  loadId
  computedAt
  acceptedAt
  acceptedBy
  remark
  report
  keyCoverage
}
    `,
  { fragmentName: 'QualityDetails' },
) as unknown as TypedDocumentString<QualityDetailsFragment, unknown>;
export const StepOneDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment StepOneDetails on StepOne {
  labId
  state
  goals {
    organisationId
    name
    goal
    madeAt
  }
  questions {
    id
    organisationId
    question
    behind
    isMine
    scores {
      organisationId
      impact
      answerability
      privacyCost
      note
    }
  }
  scoredBy
  ranking {
    computedAt
    isCurrent
    ranked {
      questionId
      rank
      points
      meanImpact
      meanAnswerability
      meanPrivacyCost
    }
    apart {
      w
    }
    together {
      w
    }
    textNl
    textEn
  }
  core {
    questionId
    reason
    chosenAt
  }
  checklists {
    name
    version
    items {
      key
      questionNl
      questionEn
      hintNl
      hintEn
    }
    answered {
      organisationId
      checklistVersion
      answers {
        item
        answer
        explanation
      }
      madeAt
    }
  }
  boards {
    organisationId
    agrees
    personName
    function
    agreedOn
  }
  consultation {
    held
    how
    heldOn
    outcome
    reason
    isPublic
  }
  can {
    stateGoal
    score
    lead
    answerLegal
    answerQuality
    recordBoard
  }
}
    `,
  { fragmentName: 'StepOneDetails' },
) as unknown as TypedDocumentString<StepOneDetailsFragment, unknown>;
export const ShellDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment ShellDetails on OutputShell {
  id
  organisationId
  title
  kind
  method
  unit
  areaLevel
  grain
  periodFrom
  periodTo
  datasetIds
  rows
  columns
  use
  version
  replaces
  state
  since
  remark
  approvals {
    organisationId
    approvedAt
  }
}
    `,
  { fragmentName: 'ShellDetails' },
) as unknown as TypedDocumentString<ShellDetailsFragment, unknown>;
export const NearestDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}
    `,
  { fragmentName: 'NearestDetails' },
) as unknown as TypedDocumentString<NearestDetailsFragment, unknown>;
export const RegieDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment RegieDetails on RegieCard {
  area {
    code
    name
    level
  }
  registering {
    organisationId
    name
  }
  figures {
    datasetId
    datasetName
    period
    reports
    ratePerThousand
    compared {
      areaCode
      how
      ratePerThousand
    }
    nearest {
      ...NearestDetails
    }
  }
  contacts {
    organisationId
    organisationName
    areaCode
    reach
  }
  running {
    id
    title
    organisationName
    ownerName
    startsOn
    endsOn
    state
  }
  pickups {
    id
    organisationId
    organisationName
    areaCode
    what
    nextOn
  }
  notes {
    id
    organisationId
    organisationName
    areaCode
    kind
    words
    startsOn
    endsOn
  }
  nextOn
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}`,
  { fragmentName: 'RegieDetails' },
) as unknown as TypedDocumentString<RegieDetailsFragment, unknown>;
export const ReleaseDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment ReleaseDetails on Release {
  id
  labId
  seriesId
  runId
  version
  kind
  analysisKind
  tier
  state
  context
  design
  document
  criteria
  stopped
  digest
  policyVersion
  wantsStanding
  isRefresh
  embargoDays
  isMine
  isPending
  checkBefore
  machineCheckedAt
  releasedAt
  publicFrom
  sampledAt
  sampleVerdict
  withdrawnAt
  withdrawnReason
}
    `,
  { fragmentName: 'ReleaseDetails' },
) as unknown as TypedDocumentString<ReleaseDetailsFragment, unknown>;
export const InterpretationDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment InterpretationDetails on Interpretation {
  id
  releaseId
  question
  state
  agreedReading
  doubt
  openedAt
  agreedAt
  readings {
    organisationId
    organisationName
    words
    dissent
  }
  writtenBy
}
    `,
  { fragmentName: 'InterpretationDetails' },
) as unknown as TypedDocumentString<InterpretationDetailsFragment, unknown>;
export const FindingDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment FindingDetails on Finding {
  id
  interpretationId
  releaseId
  title
  words
  strength
  noSolutionReason
  statedAt
  withdrawnAt
}
    `,
  { fragmentName: 'FindingDetails' },
) as unknown as TypedDocumentString<FindingDetailsFragment, unknown>;
export const SolutionDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment SolutionDetails on Solution {
  id
  organisationId
  organisationName
  partners
  title
  words
  state
  ownerName
  startsOn
  endsOn
  areaCodes
  expected
  outcome
  reason
  findingIds
  registeredAt
  plan {
    datasetId
    category
    level
    areaCodes
    comparisonAreaCodes
    firstMonth
    expectedChange
    harm
  }
  evaluation {
    state
    why
    method
    ratio
    low
    high
    verdict
    monthsBefore
    monthsAfter
    evaluatedAt
  }
}
    `,
  { fragmentName: 'SolutionDetails' },
) as unknown as TypedDocumentString<SolutionDetailsFragment, unknown>;
export const CommentDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment CommentDetails on LabComment {
  id
  organisationId
  organisationName
  writerName
  isMine
  roles
  writtenAt
  withdrawnAt
  versions {
    words
    writtenAt
  }
  mentions {
    role
    organisationId
    settledAt
  }
}
    `,
  { fragmentName: 'CommentDetails' },
) as unknown as TypedDocumentString<CommentDetailsFragment, unknown>;
export const PublicValuesDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment PublicValuesDetails on PublicValues {
  labId
  runId
  standing
  causes
  organisations {
    organisationId
    name
  }
  values {
    value
    evidence {
      nl
      en
    }
    owing
    answers {
      organisationId
      verdict
      answer
      answeredAt
      answeredBy
      causes
    }
  }
}
    `,
  { fragmentName: 'PublicValuesDetails' },
) as unknown as TypedDocumentString<PublicValuesDetailsFragment, unknown>;
export const WayBackDetailsFragmentDoc = new TypedDocumentString(
  `
    fragment WayBackDetails on WayBack {
  id
  state
  receiverId
  receiverName
  title
  group {
    code
    nl
    en
  }
  reason
  askedAt
  answers {
    organisationId
    organisationName
    approves
    reason
    at
  }
  toldFirst
  openedAt
  failure
  expiresAt
  destroyedAt
  reached
  helped
  settledAt
  endReason
}
    `,
  { fragmentName: 'WayBackDetails' },
) as unknown as TypedDocumentString<WayBackDetailsFragment, unknown>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    email
    isAdministrator
    rules
    organisation {
      id
      name
      type
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const AccountDocument = new TypedDocumentString(`
    query Account {
  mailRhythm
  me {
    sessions {
      id
      startedAt
      renewedAt
      expiresAt
      isCurrent
    }
  }
  labs {
    id
    name
    myRoles
  }
}
    `) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const SetMailRhythmDocument = new TypedDocumentString(`
    mutation SetMailRhythm($rhythm: MailRhythm!) {
  setMailRhythm(rhythm: $rhythm)
}
    `) as unknown as TypedDocumentString<SetMailRhythmMutation, SetMailRhythmMutationVariables>;
export const AgreementDocument = new TypedDocumentString(`
    query Agreement($labId: ID!) {
  agreement(labId: $labId) {
    ...AgreementDetails
  }
}
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}`) as unknown as TypedDocumentString<AgreementQuery, AgreementQueryVariables>;
export const StartAgreementDocument = new TypedDocumentString(`
    mutation StartAgreement($labId: ID!) {
  startAgreement(labId: $labId) {
    ...AgreementDetails
  }
}
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}`) as unknown as TypedDocumentString<StartAgreementMutation, StartAgreementMutationVariables>;
export const SaveAgreementDocument = new TypedDocumentString(`
    mutation SaveAgreement($id: ID!, $revision: Int!, $choices: AgreementChoicesInput!) {
  saveAgreement(id: $id, revision: $revision, choices: $choices) {
    ...AgreementDetails
  }
}
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}`) as unknown as TypedDocumentString<SaveAgreementMutation, SaveAgreementMutationVariables>;
export const OfferAgreementDocument = new TypedDocumentString(`
    mutation OfferAgreement($id: ID!) {
  offerAgreement(id: $id) {
    ...AgreementDetails
  }
}
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}`) as unknown as TypedDocumentString<OfferAgreementMutation, OfferAgreementMutationVariables>;
export const SupportAgreementDocument = new TypedDocumentString(`
    mutation SupportAgreement($id: ID!) {
  supportAgreement(id: $id) {
    ...AgreementDetails
  }
}
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}`) as unknown as TypedDocumentString<SupportAgreementMutation, SupportAgreementMutationVariables>;
export const SignAgreementDocument = new TypedDocumentString(`
    mutation SignAgreement($id: ID!, $textHash: String!) {
  signAgreement(id: $id, textHash: $textHash) {
    ...AgreementDetails
  }
}
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}`) as unknown as TypedDocumentString<SignAgreementMutation, SignAgreementMutationVariables>;
export const WithdrawAgreementDocument = new TypedDocumentString(`
    mutation WithdrawAgreement($id: ID!, $reason: String!) {
  withdrawAgreement(id: $id, reason: $reason) {
    ...AgreementDetails
  }
}
    fragment AgreementDetails on Agreement {
  labId
  stepState
  versions {
    id
    version
    state
    revision
    currentHash
    savedAt
    signingSince
    inForceSince
    endedAt
    endReason
    comparedWith
    articles {
      clause
      number
      title
      paragraphs
    }
    choices {
      bases {
        organisationId
        basis
        law
        specialBasis
      }
      background
      purposes
      fields {
        descriptive
        diagnostic
        predictive
      }
      links {
        by
        datasetIds
      }
      floors {
        lab {
          reports
          households
        }
        public {
          reports
          households
        }
      }
      retentionMonths
      recipients
      wayBackReceiverId
      embargoDays
      answerDays
      checkDays
      dpia {
        reference
        on
      }
      arrangements
    }
    faults {
      clause
      code
    }
    differences {
      clause
      removed
      added
    }
    parties {
      organisationId
      name
      supportedAt
      signedAt
      signedBy
    }
  }
}`) as unknown as TypedDocumentString<WithdrawAgreementMutation, WithdrawAgreementMutationVariables>;
export const RunsDocument = new TypedDocumentString(`
    query Runs($labId: ID!) {
  runs(labId: $labId) {
    ...RunDetails
  }
  runTurns(labId: $labId) {
    kind
    waitsFor
  }
  runMethods(labId: $labId) {
    name
    isUnderContract
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
    units
    options
  }
  outputShells(labId: $labId) {
    id
    title
    kind
    method
    unit
    areaLevel
    state
    use
  }
}
    fragment RunDetails on Run {
  id
  labId
  shellId
  title
  kind
  methodName
  organisationName
  method {
    label
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
  }
  purpose
  seed
  state
  progress
  failure
  refusals {
    clause
    words {
      nl
      en
    }
  }
  requestedAt
  endedAt
  policyVersion
  outcomeDigest
}`) as unknown as TypedDocumentString<RunsQuery, RunsQueryVariables>;
export const RunChoicesDocument = new TypedDocumentString(`
    query RunChoices($labId: ID!, $areaLevel: String!) {
  runChoices(labId: $labId, areaLevel: $areaLevel) {
    purposes
    indicators {
      code
      title
    }
    areas {
      code
      title
    }
  }
}
    `) as unknown as TypedDocumentString<RunChoicesQuery, RunChoicesQueryVariables>;
export const RunDocument = new TypedDocumentString(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunDetails
    parameters
    result
  }
}
    fragment RunDetails on Run {
  id
  labId
  shellId
  title
  kind
  methodName
  organisationName
  method {
    label
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
  }
  purpose
  seed
  state
  progress
  failure
  refusals {
    clause
    words {
      nl
      en
    }
  }
  requestedAt
  endedAt
  policyVersion
  outcomeDigest
}`) as unknown as TypedDocumentString<RunQuery, RunQueryVariables>;
export const RequestRunDocument = new TypedDocumentString(`
    mutation RequestRun($wish: RunWishInput!) {
  requestRun(wish: $wish) {
    ...RunDetails
  }
}
    fragment RunDetails on Run {
  id
  labId
  shellId
  title
  kind
  methodName
  organisationName
  method {
    label
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
  }
  purpose
  seed
  state
  progress
  failure
  refusals {
    clause
    words {
      nl
      en
    }
  }
  requestedAt
  endedAt
  policyVersion
  outcomeDigest
}`) as unknown as TypedDocumentString<RequestRunMutation, RequestRunMutationVariables>;
export const CancelRunDocument = new TypedDocumentString(`
    mutation CancelRun($id: ID!) {
  cancelRun(id: $id) {
    ...RunDetails
  }
}
    fragment RunDetails on Run {
  id
  labId
  shellId
  title
  kind
  methodName
  organisationName
  method {
    label
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
  }
  purpose
  seed
  state
  progress
  failure
  refusals {
    clause
    words {
      nl
      en
    }
  }
  requestedAt
  endedAt
  policyVersion
  outcomeDigest
}`) as unknown as TypedDocumentString<CancelRunMutation, CancelRunMutationVariables>;
export const RetryRunDocument = new TypedDocumentString(`
    mutation RetryRun($id: ID!) {
  retryRun(id: $id) {
    ...RunDetails
  }
}
    fragment RunDetails on Run {
  id
  labId
  shellId
  title
  kind
  methodName
  organisationName
  method {
    label
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
  }
  purpose
  seed
  state
  progress
  failure
  refusals {
    clause
    words {
      nl
      en
    }
  }
  requestedAt
  endedAt
  policyVersion
  outcomeDigest
}`) as unknown as TypedDocumentString<RetryRunMutation, RetryRunMutationVariables>;
export const WithdrawRunDocument = new TypedDocumentString(`
    mutation WithdrawRun($id: ID!) {
  withdrawRun(id: $id) {
    ...RunDetails
  }
}
    fragment RunDetails on Run {
  id
  labId
  shellId
  title
  kind
  methodName
  organisationName
  method {
    label
    title {
      nl
      en
    }
    explanation {
      nl
      en
    }
  }
  purpose
  seed
  state
  progress
  failure
  refusals {
    clause
    words {
      nl
      en
    }
  }
  requestedAt
  endedAt
  policyVersion
  outcomeDigest
}`) as unknown as TypedDocumentString<WithdrawRunMutation, WithdrawRunMutationVariables>;
export const AuditEventsDocument = new TypedDocumentString(`
    query AuditEvents($labId: ID!, $filter: AuditFilterInput, $after: ID) {
  auditEvents(labId: $labId, filter: $filter, first: 100, after: $after) {
    items {
      id
      at
      actorName
      organisationName
      action
      objectKind
      objectId
      outcome
      purpose
      requestId
      detail {
        name
        value
      }
      seq
    }
    nextCursor
  }
}
    `) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const AuditOverviewDocument = new TypedDocumentString(`
    query AuditOverview($labId: ID!) {
  auditChoices(labId: $labId) {
    actions
    objectKinds
    people {
      id
      name
    }
  }
  auditSealState(labId: $labId) {
    sealed
    unsealed
    lastSealedAt
    headDay
    headSeq
    publicKey
  }
}
    `) as unknown as TypedDocumentString<AuditOverviewQuery, AuditOverviewQueryVariables>;
export const RegistrationCardsDocument = new TypedDocumentString(`
    query RegistrationCards($datasetId: ID!) {
  registrationCards(datasetId: $datasetId) {
    ...CardDetails
  }
}
    fragment CardDetails on RegistrationCard {
  datasetId
  version
  whoRegisters
  when
  whenNot
  doubleRegistration
  remarks
  changes {
    on
    what
  }
  madeBy
  madeAt
}`) as unknown as TypedDocumentString<RegistrationCardsQuery, RegistrationCardsQueryVariables>;
export const SaveRegistrationCardDocument = new TypedDocumentString(`
    mutation SaveRegistrationCard($datasetId: ID!, $card: RegistrationCardInput!) {
  saveRegistrationCard(datasetId: $datasetId, card: $card) {
    ...CardDetails
  }
}
    fragment CardDetails on RegistrationCard {
  datasetId
  version
  whoRegisters
  when
  whenNot
  doubleRegistration
  remarks
  changes {
    on
    what
  }
  madeBy
  madeAt
}`) as unknown as TypedDocumentString<SaveRegistrationCardMutation, SaveRegistrationCardMutationVariables>;
export const DeletionProofsDocument = new TypedDocumentString(`
    query DeletionProofs($labId: ID!) {
  deletionProofs(labId: $labId) {
    id
    datasetName
    objectKind
    objectId
    reason
    counts {
      what
      count
    }
    digest
    deletedAt
  }
}
    `) as unknown as TypedDocumentString<DeletionProofsQuery, DeletionProofsQueryVariables>;
export const IntakeTermsDocument = new TypedDocumentString(`
    query IntakeTerms($labId: ID!) {
  intakeTerms(labId: $labId) {
    ...TermsDetails
  }
}
    fragment TermsDetails on IntakeTerms {
  version
  digest
  madeAt
  clauses {
    title
    text
  }
  organisations {
    organisationId
    organisationName
    standing
    signature {
      id
      version
      signedBy
      signedAt
    }
  }
  ended {
    id
    version
    signedBy
    signedAt
    endedAt
    endedReason
  }
}`) as unknown as TypedDocumentString<IntakeTermsQuery, IntakeTermsQueryVariables>;
export const SignIntakeTermsDocument = new TypedDocumentString(`
    mutation SignIntakeTerms($labId: ID!, $version: Int!) {
  signIntakeTerms(labId: $labId, version: $version) {
    ...TermsDetails
  }
}
    fragment TermsDetails on IntakeTerms {
  version
  digest
  madeAt
  clauses {
    title
    text
  }
  organisations {
    organisationId
    organisationName
    standing
    signature {
      id
      version
      signedBy
      signedAt
    }
  }
  ended {
    id
    version
    signedBy
    signedAt
    endedAt
    endedReason
  }
}`) as unknown as TypedDocumentString<SignIntakeTermsMutation, SignIntakeTermsMutationVariables>;
export const WithdrawIntakeTermsDocument = new TypedDocumentString(`
    mutation WithdrawIntakeTerms($labId: ID!, $reason: String!) {
  withdrawIntakeTerms(labId: $labId, reason: $reason) {
    ...TermsDetails
  }
}
    fragment TermsDetails on IntakeTerms {
  version
  digest
  madeAt
  clauses {
    title
    text
  }
  organisations {
    organisationId
    organisationName
    standing
    signature {
      id
      version
      signedBy
      signedAt
    }
  }
  ended {
    id
    version
    signedBy
    signedAt
    endedAt
    endedReason
  }
}`) as unknown as TypedDocumentString<WithdrawIntakeTermsMutation, WithdrawIntakeTermsMutationVariables>;
export const WriteIntakeTermsDocument = new TypedDocumentString(`
    mutation WriteIntakeTerms($labId: ID!, $clauses: [IntakeClauseInput!]!) {
  writeIntakeTerms(labId: $labId, clauses: $clauses) {
    ...TermsDetails
  }
}
    fragment TermsDetails on IntakeTerms {
  version
  digest
  madeAt
  clauses {
    title
    text
  }
  organisations {
    organisationId
    organisationName
    standing
    signature {
      id
      version
      signedBy
      signedAt
    }
  }
  ended {
    id
    version
    signedBy
    signedAt
    endedAt
    endedReason
  }
}`) as unknown as TypedDocumentString<WriteIntakeTermsMutation, WriteIntakeTermsMutationVariables>;
export const FactsDocument = new TypedDocumentString(`
    query Facts($labId: ID!) {
  knownFacts(labId: $labId) {
    id
    organisationId
    kind
    title
    note
    source
    isPublished
    value
    unit
    areaCode
    from
    to
    location
  }
  nothingToDeliver(labId: $labId) {
    id
    organisationId
    datasetId
    reason
    declaredAt
  }
  deeperQuestions(labId: $labId) {
    id
    organisationId
    organisationName
    question
    seen
    datasetId
    areaCode
    category
    period
    writtenAt
  }
}
    `) as unknown as TypedDocumentString<FactsQuery, FactsQueryVariables>;
export const AddKnownFactDocument = new TypedDocumentString(`
    mutation AddKnownFact($labId: ID!, $fact: KnownFactInput!) {
  addKnownFact(labId: $labId, fact: $fact) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddKnownFactMutation, AddKnownFactMutationVariables>;
export const RemoveKnownFactDocument = new TypedDocumentString(`
    mutation RemoveKnownFact($id: ID!) {
  removeKnownFact(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<RemoveKnownFactMutation, RemoveKnownFactMutationVariables>;
export const DeclareNothingDocument = new TypedDocumentString(`
    mutation DeclareNothing($labId: ID!, $reason: String!, $datasetId: ID) {
  declareNothing(labId: $labId, reason: $reason, datasetId: $datasetId) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeclareNothingMutation, DeclareNothingMutationVariables>;
export const EndNothingDocument = new TypedDocumentString(`
    mutation EndNothing($id: ID!) {
  endNothing(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndNothingMutation, EndNothingMutationVariables>;
export const WriteDeeperQuestionDocument = new TypedDocumentString(`
    mutation WriteDeeperQuestion($labId: ID!, $question: DeeperQuestionInput!) {
  writeDeeperQuestion(labId: $labId, question: $question) {
    id
  }
}
    `) as unknown as TypedDocumentString<WriteDeeperQuestionMutation, WriteDeeperQuestionMutationVariables>;
export const WithdrawDeeperQuestionDocument = new TypedDocumentString(`
    mutation WithdrawDeeperQuestion($id: ID!) {
  withdrawDeeperQuestion(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<WithdrawDeeperQuestionMutation, WithdrawDeeperQuestionMutationVariables>;
export const PictureDifferencesDocument = new TypedDocumentString(`
    query PictureDifferences($labId: ID!) {
  pictureDifferences(labId: $labId) {
    datasetId
    isExact
    isKnown
    previousAt
    total {
      ...Changes
    }
    cells {
      period
      category
      added {
        least
        most
      }
      removed {
        least
        most
      }
      changed {
        least
        most
      }
    }
  }
}
    fragment Changes on RowAmounts {
  added {
    least
    most
  }
  removed {
    least
    most
  }
  changed {
    least
    most
  }
}`) as unknown as TypedDocumentString<PictureDifferencesQuery, PictureDifferencesQueryVariables>;
export const CrossSourceDocument = new TypedDocumentString(`
    query CrossSource($labId: ID!) {
  crossSource(labId: $labId) {
    population
    years {
      year
      delivered {
        datasetId
        delivered
      }
      rows {
        datasetId
        category
        reports
        share
        expected
        ratio
        rate {
          rate
          low
          high
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CrossSourceQuery, CrossSourceQueryVariables>;
export const AddDatasetDocument = new TypedDocumentString(`
    mutation AddDataset($labId: ID!, $dataset: DatasetInput!) {
  addDataset(labId: $labId, dataset: $dataset) {
    id
  }
}
    `) as unknown as TypedDocumentString<AddDatasetMutation, AddDatasetMutationVariables>;
export const FactsKeyCustodyDocument = new TypedDocumentString(`
    query FactsKeyCustody($labId: ID!) {
  lab(id: $labId) {
    id
    keyCustody {
      callerIssuer
      services
      holders {
        holderId
        url
        publicKey
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FactsKeyCustodyQuery, FactsKeyCustodyQueryVariables>;
export const RegisterKeyHolderDocument = new TypedDocumentString(`
    mutation RegisterKeyHolder($labId: ID!, $holder: KeyHolderInput!) {
  registerKeyHolder(labId: $labId, holder: $holder) {
    holderId
  }
}
    `) as unknown as TypedDocumentString<RegisterKeyHolderMutation, RegisterKeyHolderMutationVariables>;
export const ChangeDatasetDocument = new TypedDocumentString(`
    mutation ChangeDataset($datasetId: ID!, $dataset: DatasetInput!) {
  changeDataset(datasetId: $datasetId, dataset: $dataset) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeDatasetMutation, ChangeDatasetMutationVariables>;
export const RemoveDatasetDocument = new TypedDocumentString(`
    mutation RemoveDataset($datasetId: ID!) {
  removeDataset(datasetId: $datasetId)
}
    `) as unknown as TypedDocumentString<RemoveDatasetMutation, RemoveDatasetMutationVariables>;
export const ForecastsDocument = new TypedDocumentString(`
    query Forecasts($labId: ID!) {
  forecasts(labId: $labId) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<ForecastsQuery, ForecastsQueryVariables>;
export const WriteForecastDocument = new TypedDocumentString(`
    mutation WriteForecast($labId: ID!, $input: ForecastContractInput!) {
  writeForecast(labId: $labId, input: $input) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<WriteForecastMutation, WriteForecastMutationVariables>;
export const RewriteForecastDocument = new TypedDocumentString(`
    mutation RewriteForecast($id: ID!, $input: ForecastContractInput!) {
  rewriteForecast(id: $id, input: $input) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<RewriteForecastMutation, RewriteForecastMutationVariables>;
export const FixForecastDocument = new TypedDocumentString(`
    mutation FixForecast($id: ID!) {
  fixForecast(id: $id) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<FixForecastMutation, FixForecastMutationVariables>;
export const TestForecastDocument = new TypedDocumentString(`
    mutation TestForecast($id: ID!) {
  testForecast(id: $id) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<TestForecastMutation, TestForecastMutationVariables>;
export const ActivateForecastDocument = new TypedDocumentString(`
    mutation ActivateForecast($id: ID!) {
  activateForecast(id: $id) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<ActivateForecastMutation, ActivateForecastMutationVariables>;
export const StopForecastDocument = new TypedDocumentString(`
    mutation StopForecast($id: ID!, $reason: String!) {
  stopForecast(id: $id, reason: $reason) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<StopForecastMutation, StopForecastMutationVariables>;
export const ObjectToForecastDocument = new TypedDocumentString(`
    mutation ObjectToForecast($id: ID!, $words: String!) {
  objectToForecast(id: $id, words: $words) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<ObjectToForecastMutation, ObjectToForecastMutationVariables>;
export const WithdrawForecastObjectionDocument = new TypedDocumentString(`
    mutation WithdrawForecastObjection($id: ID!) {
  withdrawForecastObjection(id: $id) {
    ...ForecastDetails
  }
}
    fragment ForecastDetails on ForecastContract {
  id
  labId
  shellId
  organisationName
  title
  purpose
  proportionality
  terms {
    goal
    baseline
    leastGain
    mostAmplification
    attentionShare
    attentionSensitivity
    coverageLeast
    coverageMost
    stopsAfter
  }
  state
  shows
  refusals
  writtenAt
  fixedAt
  activeSince
  offReason
  offAt
  offWords
  tests {
    runId
    kind
    state
    progress
    failure
    requestedAt
    concludedAt
    document
    refusals
  }
  objections {
    organisationId
    organisationName
    words
    objectedAt
    withdrawnAt
  }
}`) as unknown as TypedDocumentString<WithdrawForecastObjectionMutation, WithdrawForecastObjectionMutationVariables>;
export const LabDocument = new TypedDocumentString(`
    query Lab($id: ID!) {
  lab(id: $id) {
    ...LabDetails
  }
}
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}`) as unknown as TypedDocumentString<LabQuery, LabQueryVariables>;
export const SubmitStepDocument = new TypedDocumentString(`
    mutation SubmitStep($labId: ID!, $step: Step!) {
  submitStep(labId: $labId, step: $step) {
    ...LabDetails
  }
}
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}`) as unknown as TypedDocumentString<SubmitStepMutation, SubmitStepMutationVariables>;
export const ApproveStepDocument = new TypedDocumentString(`
    mutation ApproveStep($labId: ID!, $step: Step!) {
  approveStep(labId: $labId, step: $step) {
    ...LabDetails
  }
}
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}`) as unknown as TypedDocumentString<ApproveStepMutation, ApproveStepMutationVariables>;
export const ConsentToStepDocument = new TypedDocumentString(`
    mutation ConsentToStep($labId: ID!, $step: Step!) {
  consentToStep(labId: $labId, step: $step) {
    ...LabDetails
  }
}
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}`) as unknown as TypedDocumentString<ConsentToStepMutation, ConsentToStepMutationVariables>;
export const ObjectToStepDocument = new TypedDocumentString(`
    mutation ObjectToStep($labId: ID!, $step: Step!, $reason: String!) {
  objectToStep(labId: $labId, step: $step, reason: $reason) {
    ...LabDetails
  }
}
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}`) as unknown as TypedDocumentString<ObjectToStepMutation, ObjectToStepMutationVariables>;
export const ReturnStepDocument = new TypedDocumentString(`
    mutation ReturnStep($labId: ID!, $step: Step!, $reason: String!) {
  returnStep(labId: $labId, step: $step, reason: $reason) {
    ...LabDetails
  }
}
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}`) as unknown as TypedDocumentString<ReturnStepMutation, ReturnStepMutationVariables>;
export const ReopenStepDocument = new TypedDocumentString(`
    mutation ReopenStep($labId: ID!, $step: Step!, $reason: String!) {
  reopenStep(labId: $labId, step: $step, reason: $reason) {
    ...LabDetails
  }
}
    fragment LabDetails on Lab {
  id
  name
  goal
  question
  state
  stateSince
  isRehearsal
  contactEmail
  template
  quorum
  myRoles
  region {
    id
    code
    name
    country
    divisionYear
    timeZone
    hasAddresses
    hasPostcodes
    levels {
      code
      name
      areas
      hasGeometry
      codePrefix
    }
  }
  participants {
    organisation {
      id
      name
      type
    }
    roles {
      role
      people
    }
    delivered
    lastDeliveryOn
  }
  steps {
    step
    state
    since
    reason
    round
    reopenedAt
    consentsNeeded
    fellBack
    consents {
      organisationId
      name
      answer
      at
      reason
    }
    criteria {
      code
      met
      missing {
        organisationId
        name
        role
        since
      }
    }
  }
  datasets {
    id
    name
    kind
    organisation {
      id
      name
    }
    vocabularyName
    vocabularyVersion
    legalBasis
    purpose
    purposes
    retentionMonths
    isOpen
    mapping
    latestLoad {
      id
      state
      revision
      createdAt
      decidedAt
    }
  }
  can {
    upload
    seeMirror
    seePicture
    leadSteps
    consentSteps
  }
  deadlines {
    kind
    targetId
    title
    dueOn
    standing
    isMet
  }
}`) as unknown as TypedDocumentString<ReopenStepMutation, ReopenStepMutationVariables>;
export const ReopenConsequencesDocument = new TypedDocumentString(`
    query ReopenConsequences($labId: ID!, $step: Step!) {
  reopenConsequences(labId: $labId, step: $step) {
    locked
    again
    lapsingConsents
    documented {
      kind
      count
    }
  }
}
    `) as unknown as TypedDocumentString<ReopenConsequencesQuery, ReopenConsequencesQueryVariables>;
export const StepHistoryDocument = new TypedDocumentString(`
    query StepHistory($labId: ID!) {
  stepHistory(labId: $labId) {
    id
    step
    event
    round
    from
    to
    organisation
    person
    reason
    criteria {
      code
      met
    }
    at
  }
}
    `) as unknown as TypedDocumentString<StepHistoryQuery, StepHistoryQueryVariables>;
export const FoundingOptionsDocument = new TypedDocumentString(`
    query FoundingOptions {
  foundingOptions {
    regions {
      id
      name
    }
    organisations {
      id
      name
      type
    }
    copies {
      id
      name
    }
    templates {
      key
      name {
        nl
        en
      }
      goal {
        nl
        en
      }
      question {
        nl
        en
      }
      candidates {
        nl
        en
      }
      attention {
        nl
        en
      }
      partners {
        type
        brings {
          nl
          en
        }
      }
      lessons {
        id
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FoundingOptionsQuery, FoundingOptionsQueryVariables>;
export const FoundLabDocument = new TypedDocumentString(`
    mutation FoundLab($input: FoundLabInput!) {
  foundLab(input: $input)
}
    `) as unknown as TypedDocumentString<FoundLabMutation, FoundLabMutationVariables>;
export const LabGovernanceDocument = new TypedDocumentString(`
    query LabGovernance($labId: ID!) {
  labClosing(labId: $labId) {
    ...ClosingDetails
  }
  labSchedule(labId: $labId) {
    rhythm
    nextDue
    baselineMadeAt
  }
}
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}`) as unknown as TypedDocumentString<LabGovernanceQuery, LabGovernanceQueryVariables>;
export const AskToCloseDocument = new TypedDocumentString(`
    mutation AskToClose($labId: ID!, $reason: String!) {
  askToClose(labId: $labId, reason: $reason) {
    ...ClosingDetails
  }
}
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}`) as unknown as TypedDocumentString<AskToCloseMutation, AskToCloseMutationVariables>;
export const ConsentToClosingDocument = new TypedDocumentString(`
    mutation ConsentToClosing($labId: ID!) {
  consentToClosing(labId: $labId) {
    ...ClosingDetails
  }
}
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}`) as unknown as TypedDocumentString<ConsentToClosingMutation, ConsentToClosingMutationVariables>;
export const ObjectToClosingDocument = new TypedDocumentString(`
    mutation ObjectToClosing($labId: ID!, $reason: String!) {
  objectToClosing(labId: $labId, reason: $reason) {
    ...ClosingDetails
  }
}
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}`) as unknown as TypedDocumentString<ObjectToClosingMutation, ObjectToClosingMutationVariables>;
export const WithdrawClosingDocument = new TypedDocumentString(`
    mutation WithdrawClosing($labId: ID!, $reason: String!) {
  withdrawClosing(labId: $labId, reason: $reason) {
    ...ClosingDetails
  }
}
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}`) as unknown as TypedDocumentString<WithdrawClosingMutation, WithdrawClosingMutationVariables>;
export const CloseLabDocument = new TypedDocumentString(`
    mutation CloseLab($labId: ID!) {
  closeLab(labId: $labId) {
    ...ClosingDetails
  }
}
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}`) as unknown as TypedDocumentString<CloseLabMutation, CloseLabMutationVariables>;
export const AddLessonDocument = new TypedDocumentString(`
    mutation AddLesson($labId: ID!, $text: String!) {
  addLesson(labId: $labId, text: $text) {
    ...ClosingDetails
  }
}
    fragment ClosingDetails on LabClosing {
  state
  since
  reason
  consents {
    organisationId
    name
    answer
    at
    reason
  }
  lessons {
    id
    text
  }
}`) as unknown as TypedDocumentString<AddLessonMutation, AddLessonMutationVariables>;
export const SetLabScheduleDocument = new TypedDocumentString(`
    mutation SetLabSchedule($labId: ID!, $rhythm: LabRhythm) {
  setLabSchedule(labId: $labId, rhythm: $rhythm) {
    rhythm
  }
}
    `) as unknown as TypedDocumentString<SetLabScheduleMutation, SetLabScheduleMutationVariables>;
export const ChangeLabDocument = new TypedDocumentString(`
    mutation ChangeLab($labId: ID!, $input: LabSettingsInput!) {
  changeLab(labId: $labId, input: $input)
}
    `) as unknown as TypedDocumentString<ChangeLabMutation, ChangeLabMutationVariables>;
export const AddPartnerDocument = new TypedDocumentString(`
    mutation AddPartner($labId: ID!, $organisationId: ID!) {
  addPartner(labId: $labId, organisationId: $organisationId)
}
    `) as unknown as TypedDocumentString<AddPartnerMutation, AddPartnerMutationVariables>;
export const RemovePartnerDocument = new TypedDocumentString(`
    mutation RemovePartner($labId: ID!, $organisationId: ID!) {
  removePartner(labId: $labId, organisationId: $organisationId)
}
    `) as unknown as TypedDocumentString<RemovePartnerMutation, RemovePartnerMutationVariables>;
export const SetLabContactDocument = new TypedDocumentString(`
    mutation SetLabContact($labId: ID!, $contactEmail: String) {
  setLabContact(labId: $labId, contactEmail: $contactEmail)
}
    `) as unknown as TypedDocumentString<SetLabContactMutation, SetLabContactMutationVariables>;
export const SinceBaselineDocument = new TypedDocumentString(`
    query SinceBaseline($labId: ID!, $areaCodes: [String!]!) {
  sinceBaseline(labId: $labId, areaCodes: $areaCodes) {
    baselineMadeAt
    madeAt
    areas {
      code
      name
      isWhole
    }
    sources {
      datasetId
      datasetName
      then
      now
      areas {
        areaCode
        then
        now
        change
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SinceBaselineQuery, SinceBaselineQueryVariables>;
export const LivingAreasDocument = new TypedDocumentString(`
    query LivingAreas($labId: ID!, $least: Int) {
  livingAreas(labId: $labId, least: $least) {
    state
    least
    areas {
      code
      name
      parentName
      areaNames
      households
      isLargeEnough
    }
  }
}
    `) as unknown as TypedDocumentString<LivingAreasQuery, LivingAreasQueryVariables>;
export const FixLivingAreasDocument = new TypedDocumentString(`
    mutation FixLivingAreas($labId: ID!, $least: Int!, $names: [LivingAreaNameInput!]!) {
  fixLivingAreas(labId: $labId, least: $least, names: $names) {
    state
  }
}
    `) as unknown as TypedDocumentString<FixLivingAreasMutation, FixLivingAreasMutationVariables>;
export const LetPartnersAnswerDocument = new TypedDocumentString(`
    mutation LetPartnersAnswer($labId: ID!) {
  letPartnersAnswer(labId: $labId)
}
    `) as unknown as TypedDocumentString<LetPartnersAnswerMutation, LetPartnersAnswerMutationVariables>;
export const LoadDocument = new TypedDocumentString(`
    query Load($id: ID!) {
  load(id: $id) {
    ...LoadDetails
  }
}
    fragment LoadDetails on Load {
  id
  dataset {
    id
    name
    kind
  }
  revision
  state
  covers {
    from
    to
  }
  totals {
    rows
    inRegion
    outsideRegion
    noArea
    outOfScope
    skipped
  }
  rowsProcessed
  bytesReceived
  bytesTotal
  issues {
    code
    column
    message
    count
    firstRows
  }
  answers {
    column
    field
    kind
    reason
  }
  isSubmitted
  unchanged
  createdAt
  decidedAt
  createdBy
  withdrawnReason
}`) as unknown as TypedDocumentString<LoadQuery, LoadQueryVariables>;
export const LoadsDocument = new TypedDocumentString(`
    query Loads($labId: ID!, $datasetId: ID, $after: String) {
  loads(labId: $labId, datasetId: $datasetId, first: 25, after: $after) {
    items {
      ...LoadDetails
      difference {
        total {
          added
          removed
          changed
        }
      }
    }
    total
    nextCursor
  }
}
    fragment LoadDetails on Load {
  id
  dataset {
    id
    name
    kind
  }
  revision
  state
  covers {
    from
    to
  }
  totals {
    rows
    inRegion
    outsideRegion
    noArea
    outOfScope
    skipped
  }
  rowsProcessed
  bytesReceived
  bytesTotal
  issues {
    code
    column
    message
    count
    firstRows
  }
  answers {
    column
    field
    kind
    reason
  }
  isSubmitted
  unchanged
  createdAt
  decidedAt
  createdBy
  withdrawnReason
}`) as unknown as TypedDocumentString<LoadsQuery, LoadsQueryVariables>;
export const WithdrawLoadDocument = new TypedDocumentString(`
    mutation WithdrawLoad($id: ID!, $reason: String!) {
  withdrawLoad(id: $id, reason: $reason) {
    ...LoadDetails
  }
}
    fragment LoadDetails on Load {
  id
  dataset {
    id
    name
    kind
  }
  revision
  state
  covers {
    from
    to
  }
  totals {
    rows
    inRegion
    outsideRegion
    noArea
    outOfScope
    skipped
  }
  rowsProcessed
  bytesReceived
  bytesTotal
  issues {
    code
    column
    message
    count
    firstRows
  }
  answers {
    column
    field
    kind
    reason
  }
  isSubmitted
  unchanged
  createdAt
  decidedAt
  createdBy
  withdrawnReason
}`) as unknown as TypedDocumentString<WithdrawLoadMutation, WithdrawLoadMutationVariables>;
export const LabPeopleDocument = new TypedDocumentString(`
    query LabPeople($labId: ID!) {
  members(labId: $labId) {
    ...MemberDetails
  }
  invitations(labId: $labId) {
    ...InvitationDetails
  }
}
    fragment InvitationDetails on Invitation {
  id
  organisationId
  labId
  email
  roles
  createdAt
  expiresAt
  acceptedAt
  withdrawnAt
}
fragment MemberDetails on Member {
  personId
  name
  organisation {
    id
    name
    type
  }
  roles {
    role
    areas
  }
}`) as unknown as TypedDocumentString<LabPeopleQuery, LabPeopleQueryVariables>;
export const GrantRoleDocument = new TypedDocumentString(`
    mutation GrantRole($input: RoleInput!) {
  grantRole(input: $input) {
    ...MemberDetails
  }
}
    fragment MemberDetails on Member {
  personId
  name
  organisation {
    id
    name
    type
  }
  roles {
    role
    areas
  }
}`) as unknown as TypedDocumentString<GrantRoleMutation, GrantRoleMutationVariables>;
export const EndRoleDocument = new TypedDocumentString(`
    mutation EndRole($input: RoleInput!) {
  endRole(input: $input)
}
    `) as unknown as TypedDocumentString<EndRoleMutation, EndRoleMutationVariables>;
export const InviteDocument = new TypedDocumentString(`
    mutation Invite($input: InvitationInput!) {
  invite(input: $input) {
    linkPath
    invitation {
      ...InvitationDetails
    }
  }
}
    fragment InvitationDetails on Invitation {
  id
  organisationId
  labId
  email
  roles
  createdAt
  expiresAt
  acceptedAt
  withdrawnAt
}`) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;
export const WithdrawInvitationDocument = new TypedDocumentString(`
    mutation WithdrawInvitation($id: ID!) {
  withdrawInvitation(id: $id) {
    ...InvitationDetails
  }
}
    fragment InvitationDetails on Invitation {
  id
  organisationId
  labId
  email
  roles
  createdAt
  expiresAt
  acceptedAt
  withdrawnAt
}`) as unknown as TypedDocumentString<WithdrawInvitationMutation, WithdrawInvitationMutationVariables>;
export const AdministrationDocument = new TypedDocumentString(`
    query Administration {
  organisations {
    id
    name
    type
  }
  labNames {
    id
    name
  }
  people {
    id
    name
    email
    organisationId
    isAdministrator
    mayFoundLabs
    leftAt
    roles {
      labId
      role
    }
  }
  invitations {
    ...InvitationDetails
  }
  apiClients {
    id
    organisationId
    labId
    clientId
    name
    scopes
    createdAt
    endedAt
  }
}
    fragment InvitationDetails on Invitation {
  id
  organisationId
  labId
  email
  roles
  createdAt
  expiresAt
  acceptedAt
  withdrawnAt
}`) as unknown as TypedDocumentString<AdministrationQuery, AdministrationQueryVariables>;
export const CreateOrganisationDocument = new TypedDocumentString(`
    mutation CreateOrganisation($name: String!, $type: OrganisationType!) {
  createOrganisation(name: $name, type: $type) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateOrganisationMutation, CreateOrganisationMutationVariables>;
export const ChangeOrganisationDocument = new TypedDocumentString(`
    mutation ChangeOrganisation($id: ID!, $name: String!, $type: OrganisationType!) {
  changeOrganisation(id: $id, name: $name, type: $type) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeOrganisationMutation, ChangeOrganisationMutationVariables>;
export const AddParticipantDocument = new TypedDocumentString(`
    mutation AddParticipant($labId: ID!, $organisationId: ID!) {
  addParticipant(labId: $labId, organisationId: $organisationId)
}
    `) as unknown as TypedDocumentString<AddParticipantMutation, AddParticipantMutationVariables>;
export const AllowFoundingDocument = new TypedDocumentString(`
    mutation AllowFounding($personId: ID!, $may: Boolean!) {
  allowFounding(personId: $personId, may: $may)
}
    `) as unknown as TypedDocumentString<AllowFoundingMutation, AllowFoundingMutationVariables>;
export const EndPersonDocument = new TypedDocumentString(`
    mutation EndPerson($id: ID!) {
  endPerson(id: $id)
}
    `) as unknown as TypedDocumentString<EndPersonMutation, EndPersonMutationVariables>;
export const CreateApiClientDocument = new TypedDocumentString(`
    mutation CreateApiClient($input: ApiClientInput!) {
  createApiClient(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<CreateApiClientMutation, CreateApiClientMutationVariables>;
export const EndApiClientDocument = new TypedDocumentString(`
    mutation EndApiClient($id: ID!) {
  endApiClient(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndApiClientMutation, EndApiClientMutationVariables>;
export const PictureDocument = new TypedDocumentString(`
    query Picture($labId: ID!) {
  lab(id: $labId) {
    id
    picture {
      snapshotId
      digest
      createdAt
      refreshing
      hasSquares
      sources {
        dataset {
          id
          name
          kind
          isOpen
          organisation {
            id
            name
            type
          }
        }
        categories
        lowestLevel
        grains
        periods {
          period
          grain
          delivered
        }
        householdKeyCoverage
        hours
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PictureQuery, PictureQueryVariables>;
export const MapSheetDocument = new TypedDocumentString(`
    query MapSheet($input: MapSheetInput!) {
  mapSheet(input: $input) {
    snapshotId
    level
    period
    category
    delivered
    unit
    testedAreas
    significance
    smoothedPer
    areas {
      areaCode
      state
      tier
      reports
      ratePerThousand
      smoothedRate
      z
      hotspot
      reason
      nearest {
        ...NearestDetails
      }
      compared {
        areaCode
        how
        ratePerThousand
      }
    }
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}`) as unknown as TypedDocumentString<MapSheetQuery, MapSheetQueryVariables>;
export const TrendDocument = new TypedDocumentString(`
    query Trend($input: TrendInput!) {
  trend(input: $input) {
    areaCode
    category
    grain
    points {
      period
      delivered
      state
      reports
      ratePerThousand
    }
    changes {
      on
      what
    }
  }
}
    `) as unknown as TypedDocumentString<TrendQuery, TrendQueryVariables>;
export const RhythmDocument = new TypedDocumentString(`
    query Rhythm($input: RhythmInput!) {
  rhythm(input: $input) {
    hours
    grain
    points {
      period
      state
      reports
    }
    nearest {
      level
      areaCode
      category
    }
  }
}
    `) as unknown as TypedDocumentString<RhythmQuery, RhythmQueryVariables>;
export const SquaresDocument = new TypedDocumentString(`
    query Squares($input: SquaresInput!) {
  squares(input: $input) {
    snapshotId
    year
    category
    delivered
    squares {
      code
      areaCode
      tier
      reports
    }
    answers {
      areaCode
      nearest {
        ...NearestDetails
      }
    }
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}`) as unknown as TypedDocumentString<SquaresQuery, SquaresQueryVariables>;
export const LoadQualityDocument = new TypedDocumentString(`
    query LoadQuality($id: ID!) {
  load(id: $id) {
    id
    difference {
      replaces
      total {
        added
        removed
        changed
        same
      }
      cells {
        period
        category
        added
        removed
        changed
      }
    }
    qualityReport {
      ...QualityDetails
    }
  }
}
    fragment QualityDetails on QualityReport {
  loadId
  computedAt
  acceptedAt
  acceptedBy
  remark
  report
  keyCoverage
}`) as unknown as TypedDocumentString<LoadQualityQuery, LoadQualityQueryVariables>;
export const QualitySummariesDocument = new TypedDocumentString(`
    query QualitySummaries($labId: ID!) {
  qualitySummaries(labId: $labId) {
    datasetId
    computedAt
    acceptedAt
    summary
  }
}
    `) as unknown as TypedDocumentString<QualitySummariesQuery, QualitySummariesQueryVariables>;
export const ConfirmLoadDocument = new TypedDocumentString(`
    mutation ConfirmLoad($id: ID!) {
  confirmLoad(id: $id) {
    ...LoadDetails
  }
}
    fragment LoadDetails on Load {
  id
  dataset {
    id
    name
    kind
  }
  revision
  state
  covers {
    from
    to
  }
  totals {
    rows
    inRegion
    outsideRegion
    noArea
    outOfScope
    skipped
  }
  rowsProcessed
  bytesReceived
  bytesTotal
  issues {
    code
    column
    message
    count
    firstRows
  }
  answers {
    column
    field
    kind
    reason
  }
  isSubmitted
  unchanged
  createdAt
  decidedAt
  createdBy
  withdrawnReason
}`) as unknown as TypedDocumentString<ConfirmLoadMutation, ConfirmLoadMutationVariables>;
export const AcceptQualityReportDocument = new TypedDocumentString(`
    mutation AcceptQualityReport($loadId: ID!, $remark: String) {
  acceptQualityReport(loadId: $loadId, remark: $remark) {
    ...QualityDetails
  }
}
    fragment QualityDetails on QualityReport {
  loadId
  computedAt
  acceptedAt
  acceptedBy
  remark
  report
  keyCoverage
}`) as unknown as TypedDocumentString<AcceptQualityReportMutation, AcceptQualityReportMutationVariables>;
export const StepOneDocument = new TypedDocumentString(`
    query StepOne($labId: ID!) {
  stepOne(labId: $labId) {
    ...StepOneDetails
  }
}
    fragment StepOneDetails on StepOne {
  labId
  state
  goals {
    organisationId
    name
    goal
    madeAt
  }
  questions {
    id
    organisationId
    question
    behind
    isMine
    scores {
      organisationId
      impact
      answerability
      privacyCost
      note
    }
  }
  scoredBy
  ranking {
    computedAt
    isCurrent
    ranked {
      questionId
      rank
      points
      meanImpact
      meanAnswerability
      meanPrivacyCost
    }
    apart {
      w
    }
    together {
      w
    }
    textNl
    textEn
  }
  core {
    questionId
    reason
    chosenAt
  }
  checklists {
    name
    version
    items {
      key
      questionNl
      questionEn
      hintNl
      hintEn
    }
    answered {
      organisationId
      checklistVersion
      answers {
        item
        answer
        explanation
      }
      madeAt
    }
  }
  boards {
    organisationId
    agrees
    personName
    function
    agreedOn
  }
  consultation {
    held
    how
    heldOn
    outcome
    reason
    isPublic
  }
  can {
    stateGoal
    score
    lead
    answerLegal
    answerQuality
    recordBoard
  }
}`) as unknown as TypedDocumentString<StepOneQuery, StepOneQueryVariables>;
export const StateGoalDocument = new TypedDocumentString(`
    mutation StateGoal($labId: ID!, $goal: String!) {
  stateGoal(labId: $labId, goal: $goal) {
    labId
  }
}
    `) as unknown as TypedDocumentString<StateGoalMutation, StateGoalMutationVariables>;
export const ProposeQuestionDocument = new TypedDocumentString(`
    mutation ProposeQuestion($labId: ID!, $input: QuestionInput!) {
  proposeQuestion(labId: $labId, input: $input) {
    labId
  }
}
    `) as unknown as TypedDocumentString<ProposeQuestionMutation, ProposeQuestionMutationVariables>;
export const WithdrawQuestionDocument = new TypedDocumentString(`
    mutation WithdrawQuestion($questionId: ID!) {
  withdrawQuestion(questionId: $questionId) {
    labId
  }
}
    `) as unknown as TypedDocumentString<WithdrawQuestionMutation, WithdrawQuestionMutationVariables>;
export const ScoreQuestionsDocument = new TypedDocumentString(`
    mutation ScoreQuestions($labId: ID!, $scores: [QuestionScoreInput!]!) {
  scoreQuestions(labId: $labId, scores: $scores) {
    labId
  }
}
    `) as unknown as TypedDocumentString<ScoreQuestionsMutation, ScoreQuestionsMutationVariables>;
export const ChooseCoreQuestionDocument = new TypedDocumentString(`
    mutation ChooseCoreQuestion($questionId: ID!, $reason: String) {
  chooseCoreQuestion(questionId: $questionId, reason: $reason) {
    labId
  }
}
    `) as unknown as TypedDocumentString<ChooseCoreQuestionMutation, ChooseCoreQuestionMutationVariables>;
export const AnswerChecklistDocument = new TypedDocumentString(`
    mutation AnswerChecklist($labId: ID!, $checklist: ChecklistName!, $answers: [ChecklistAnswerInput!]!) {
  answerChecklist(labId: $labId, checklist: $checklist, answers: $answers) {
    labId
  }
}
    `) as unknown as TypedDocumentString<AnswerChecklistMutation, AnswerChecklistMutationVariables>;
export const RecordBoardDocument = new TypedDocumentString(`
    mutation RecordBoard($labId: ID!, $input: BoardAgreementInput!) {
  recordBoard(labId: $labId, input: $input) {
    labId
  }
}
    `) as unknown as TypedDocumentString<RecordBoardMutation, RecordBoardMutationVariables>;
export const RecordConsultationDocument = new TypedDocumentString(`
    mutation RecordConsultation($labId: ID!, $input: CitizenConsultationInput!) {
  recordConsultation(labId: $labId, input: $input) {
    labId
  }
}
    `) as unknown as TypedDocumentString<RecordConsultationMutation, RecordConsultationMutationVariables>;
export const OutputShellsDocument = new TypedDocumentString(`
    query OutputShells($labId: ID!) {
  outputShells(labId: $labId) {
    ...ShellDetails
  }
}
    fragment ShellDetails on OutputShell {
  id
  organisationId
  title
  kind
  method
  unit
  areaLevel
  grain
  periodFrom
  periodTo
  datasetIds
  rows
  columns
  use
  version
  replaces
  state
  since
  remark
  approvals {
    organisationId
    approvedAt
  }
}`) as unknown as TypedDocumentString<OutputShellsQuery, OutputShellsQueryVariables>;
export const DraftShellDocument = new TypedDocumentString(`
    mutation DraftShell($labId: ID!, $shell: OutputShellInput!) {
  draftShell(labId: $labId, shell: $shell) {
    id
  }
}
    `) as unknown as TypedDocumentString<DraftShellMutation, DraftShellMutationVariables>;
export const ChangeShellDocument = new TypedDocumentString(`
    mutation ChangeShell($shellId: ID!, $shell: OutputShellInput!) {
  changeShell(shellId: $shellId, shell: $shell) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeShellMutation, ChangeShellMutationVariables>;
export const ReviseShellDocument = new TypedDocumentString(`
    mutation ReviseShell($shellId: ID!, $shell: OutputShellInput!) {
  reviseShell(shellId: $shellId, shell: $shell) {
    id
  }
}
    `) as unknown as TypedDocumentString<ReviseShellMutation, ReviseShellMutationVariables>;
export const DiscardShellDocument = new TypedDocumentString(`
    mutation DiscardShell($shellId: ID!) {
  discardShell(shellId: $shellId)
}
    `) as unknown as TypedDocumentString<DiscardShellMutation, DiscardShellMutationVariables>;
export const SubmitShellDocument = new TypedDocumentString(`
    mutation SubmitShell($shellId: ID!) {
  submitShell(shellId: $shellId) {
    id
  }
}
    `) as unknown as TypedDocumentString<SubmitShellMutation, SubmitShellMutationVariables>;
export const SendShellBackDocument = new TypedDocumentString(`
    mutation SendShellBack($shellId: ID!, $remark: String!) {
  sendShellBack(shellId: $shellId, remark: $remark) {
    id
  }
}
    `) as unknown as TypedDocumentString<SendShellBackMutation, SendShellBackMutationVariables>;
export const ApproveShellDocument = new TypedDocumentString(`
    mutation ApproveShell($shellId: ID!) {
  approveShell(shellId: $shellId) {
    id
  }
}
    `) as unknown as TypedDocumentString<ApproveShellMutation, ApproveShellMutationVariables>;
export const RegieCardDocument = new TypedDocumentString(`
    query RegieCard($labId: ID!, $areaCode: String!) {
  regieCard(labId: $labId, areaCode: $areaCode) {
    ...RegieDetails
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}
fragment RegieDetails on RegieCard {
  area {
    code
    name
    level
  }
  registering {
    organisationId
    name
  }
  figures {
    datasetId
    datasetName
    period
    reports
    ratePerThousand
    compared {
      areaCode
      how
      ratePerThousand
    }
    nearest {
      ...NearestDetails
    }
  }
  contacts {
    organisationId
    organisationName
    areaCode
    reach
  }
  running {
    id
    title
    organisationName
    ownerName
    startsOn
    endsOn
    state
  }
  pickups {
    id
    organisationId
    organisationName
    areaCode
    what
    nextOn
  }
  notes {
    id
    organisationId
    organisationName
    areaCode
    kind
    words
    startsOn
    endsOn
  }
  nextOn
}`) as unknown as TypedDocumentString<RegieCardQuery, RegieCardQueryVariables>;
export const SaveAreaContactDocument = new TypedDocumentString(`
    mutation SaveAreaContact($labId: ID!, $areaCode: String!, $reach: String!) {
  saveAreaContact(labId: $labId, areaCode: $areaCode, reach: $reach) {
    ...RegieDetails
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}
fragment RegieDetails on RegieCard {
  area {
    code
    name
    level
  }
  registering {
    organisationId
    name
  }
  figures {
    datasetId
    datasetName
    period
    reports
    ratePerThousand
    compared {
      areaCode
      how
      ratePerThousand
    }
    nearest {
      ...NearestDetails
    }
  }
  contacts {
    organisationId
    organisationName
    areaCode
    reach
  }
  running {
    id
    title
    organisationName
    ownerName
    startsOn
    endsOn
    state
  }
  pickups {
    id
    organisationId
    organisationName
    areaCode
    what
    nextOn
  }
  notes {
    id
    organisationId
    organisationName
    areaCode
    kind
    words
    startsOn
    endsOn
  }
  nextOn
}`) as unknown as TypedDocumentString<SaveAreaContactMutation, SaveAreaContactMutationVariables>;
export const PickUpDocument = new TypedDocumentString(`
    mutation PickUp($labId: ID!, $areaCode: String!, $what: String!, $nextOn: Date) {
  pickUp(labId: $labId, areaCode: $areaCode, what: $what, nextOn: $nextOn) {
    ...RegieDetails
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}
fragment RegieDetails on RegieCard {
  area {
    code
    name
    level
  }
  registering {
    organisationId
    name
  }
  figures {
    datasetId
    datasetName
    period
    reports
    ratePerThousand
    compared {
      areaCode
      how
      ratePerThousand
    }
    nearest {
      ...NearestDetails
    }
  }
  contacts {
    organisationId
    organisationName
    areaCode
    reach
  }
  running {
    id
    title
    organisationName
    ownerName
    startsOn
    endsOn
    state
  }
  pickups {
    id
    organisationId
    organisationName
    areaCode
    what
    nextOn
  }
  notes {
    id
    organisationId
    organisationName
    areaCode
    kind
    words
    startsOn
    endsOn
  }
  nextOn
}`) as unknown as TypedDocumentString<PickUpMutation, PickUpMutationVariables>;
export const EndPickupDocument = new TypedDocumentString(`
    mutation EndPickup($id: ID!) {
  endPickup(id: $id) {
    ...RegieDetails
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}
fragment RegieDetails on RegieCard {
  area {
    code
    name
    level
  }
  registering {
    organisationId
    name
  }
  figures {
    datasetId
    datasetName
    period
    reports
    ratePerThousand
    compared {
      areaCode
      how
      ratePerThousand
    }
    nearest {
      ...NearestDetails
    }
  }
  contacts {
    organisationId
    organisationName
    areaCode
    reach
  }
  running {
    id
    title
    organisationName
    ownerName
    startsOn
    endsOn
    state
  }
  pickups {
    id
    organisationId
    organisationName
    areaCode
    what
    nextOn
  }
  notes {
    id
    organisationId
    organisationName
    areaCode
    kind
    words
    startsOn
    endsOn
  }
  nextOn
}`) as unknown as TypedDocumentString<EndPickupMutation, EndPickupMutationVariables>;
export const WriteContextNoteDocument = new TypedDocumentString(`
    mutation WriteContextNote($labId: ID!, $areaCode: String!, $note: ContextNoteInput!) {
  writeContextNote(labId: $labId, areaCode: $areaCode, note: $note) {
    ...RegieDetails
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}
fragment RegieDetails on RegieCard {
  area {
    code
    name
    level
  }
  registering {
    organisationId
    name
  }
  figures {
    datasetId
    datasetName
    period
    reports
    ratePerThousand
    compared {
      areaCode
      how
      ratePerThousand
    }
    nearest {
      ...NearestDetails
    }
  }
  contacts {
    organisationId
    organisationName
    areaCode
    reach
  }
  running {
    id
    title
    organisationName
    ownerName
    startsOn
    endsOn
    state
  }
  pickups {
    id
    organisationId
    organisationName
    areaCode
    what
    nextOn
  }
  notes {
    id
    organisationId
    organisationName
    areaCode
    kind
    words
    startsOn
    endsOn
  }
  nextOn
}`) as unknown as TypedDocumentString<WriteContextNoteMutation, WriteContextNoteMutationVariables>;
export const WithdrawContextNoteDocument = new TypedDocumentString(`
    mutation WithdrawContextNote($id: ID!) {
  withdrawContextNote(id: $id) {
    ...RegieDetails
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}
fragment RegieDetails on RegieCard {
  area {
    code
    name
    level
  }
  registering {
    organisationId
    name
  }
  figures {
    datasetId
    datasetName
    period
    reports
    ratePerThousand
    compared {
      areaCode
      how
      ratePerThousand
    }
    nearest {
      ...NearestDetails
    }
  }
  contacts {
    organisationId
    organisationName
    areaCode
    reach
  }
  running {
    id
    title
    organisationName
    ownerName
    startsOn
    endsOn
    state
  }
  pickups {
    id
    organisationId
    organisationName
    areaCode
    what
    nextOn
  }
  notes {
    id
    organisationId
    organisationName
    areaCode
    kind
    words
    startsOn
    endsOn
  }
  nextOn
}`) as unknown as TypedDocumentString<WithdrawContextNoteMutation, WithdrawContextNoteMutationVariables>;
export const MondayPageDocument = new TypedDocumentString(`
    query MondayPage($labId: ID!, $areaCode: String!) {
  mondayPage(labId: $labId, areaCode: $areaCode) {
    area {
      code
      name
      level
    }
    madeAt
    changes {
      datasetId
      datasetName
      period
      before
      now
      then
      change
      compared {
        areaCode
        how
        ratePerThousand
      }
      nearest {
        ...NearestDetails
      }
    }
    hotAreas {
      areaCode
      name
      datasetId
      since
    }
    agreed {
      id
      title
      organisationName
      ownerName
      startsOn
      endsOn
      state
      expected
    }
    pickups {
      id
      organisationName
      what
      nextOn
    }
    notes {
      id
      organisationName
      areaCode
      kind
      words
      startsOn
      endsOn
    }
  }
}
    fragment NearestDetails on NearestAnswer {
  level
  areaCode
  period
  category
  reports
  ratePerThousand
  compared {
    areaCode
    how
    ratePerThousand
  }
}`) as unknown as TypedDocumentString<MondayPageQuery, MondayPageQueryVariables>;
export const ReleasesDocument = new TypedDocumentString(`
    query Releases($labId: ID!) {
  releases(labId: $labId) {
    ...ReleaseDetails
  }
}
    fragment ReleaseDetails on Release {
  id
  labId
  seriesId
  runId
  version
  kind
  analysisKind
  tier
  state
  context
  design
  document
  criteria
  stopped
  digest
  policyVersion
  wantsStanding
  isRefresh
  embargoDays
  isMine
  isPending
  checkBefore
  machineCheckedAt
  releasedAt
  publicFrom
  sampledAt
  sampleVerdict
  withdrawnAt
  withdrawnReason
}`) as unknown as TypedDocumentString<ReleasesQuery, ReleasesQueryVariables>;
export const ReleaseCheckDocument = new TypedDocumentString(`
    query ReleaseCheck($id: ID!) {
  releaseCheck(id: $id) {
    release {
      ...ReleaseDetails
    }
    check
    own
    mayJudge
    reviews {
      organisationName
      personName
      asPrivacyOfficer
      verdict
      remark
      counts
      at
      isMine
    }
    comments {
      organisationName
      personName
      words
      at
    }
  }
}
    fragment ReleaseDetails on Release {
  id
  labId
  seriesId
  runId
  version
  kind
  analysisKind
  tier
  state
  context
  design
  document
  criteria
  stopped
  digest
  policyVersion
  wantsStanding
  isRefresh
  embargoDays
  isMine
  isPending
  checkBefore
  machineCheckedAt
  releasedAt
  publicFrom
  sampledAt
  sampleVerdict
  withdrawnAt
  withdrawnReason
}`) as unknown as TypedDocumentString<ReleaseCheckQuery, ReleaseCheckQueryVariables>;
export const StandingReleasesDocument = new TypedDocumentString(`
    query StandingReleases($labId: ID!) {
  standingReleases(labId: $labId) {
    id
    context
    tier
    goodUntil
    endedAt
    endReason
  }
}
    `) as unknown as TypedDocumentString<StandingReleasesQuery, StandingReleasesQueryVariables>;
export const PublicNotesDocument = new TypedDocumentString(`
    query PublicNotes($labId: ID!) {
  publicNotes(labId: $labId) {
    id
    releaseId
    kind
    words
    state
    answerBefore
    answer
  }
}
    `) as unknown as TypedDocumentString<PublicNotesQuery, PublicNotesQueryVariables>;
export const DraftReleaseDocument = new TypedDocumentString(`
    mutation DraftRelease($input: DraftReleaseInput!) {
  draftRelease(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<DraftReleaseMutation, DraftReleaseMutationVariables>;
export const DraftSafeVersionDocument = new TypedDocumentString(`
    mutation DraftSafeVersion($id: ID!, $index: Int!) {
  draftSafeVersion(id: $id, index: $index) {
    id
  }
}
    `) as unknown as TypedDocumentString<DraftSafeVersionMutation, DraftSafeVersionMutationVariables>;
export const ChangeReleaseDocument = new TypedDocumentString(`
    mutation ChangeRelease($id: ID!, $context: ReleaseContextInput!, $wishes: ReleaseWishesInput!) {
  changeRelease(id: $id, context: $context, wishes: $wishes) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeReleaseMutation, ChangeReleaseMutationVariables>;
export const SubmitReleaseDocument = new TypedDocumentString(`
    mutation SubmitRelease($id: ID!) {
  submitRelease(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<SubmitReleaseMutation, SubmitReleaseMutationVariables>;
export const AskToReleaseDocument = new TypedDocumentString(`
    mutation AskToRelease($id: ID!) {
  askToRelease(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<AskToReleaseMutation, AskToReleaseMutationVariables>;
export const WithdrawReleaseDocument = new TypedDocumentString(`
    mutation WithdrawRelease($id: ID!, $reason: String!) {
  withdrawRelease(id: $id, reason: $reason) {
    id
  }
}
    `) as unknown as TypedDocumentString<WithdrawReleaseMutation, WithdrawReleaseMutationVariables>;
export const ReviewReleaseDocument = new TypedDocumentString(`
    mutation ReviewRelease($id: ID!, $verdict: ReviewVerdict!, $remark: String!) {
  reviewRelease(id: $id, verdict: $verdict, remark: $remark) {
    id
  }
}
    `) as unknown as TypedDocumentString<ReviewReleaseMutation, ReviewReleaseMutationVariables>;
export const CommentOnReleaseDocument = new TypedDocumentString(`
    mutation CommentOnRelease($id: ID!, $words: String!) {
  commentOnRelease(id: $id, words: $words) {
    at
  }
}
    `) as unknown as TypedDocumentString<CommentOnReleaseMutation, CommentOnReleaseMutationVariables>;
export const JudgeSampleDocument = new TypedDocumentString(`
    mutation JudgeSample($id: ID!, $verdict: SampleVerdict!) {
  judgeSample(id: $id, verdict: $verdict) {
    id
  }
}
    `) as unknown as TypedDocumentString<JudgeSampleMutation, JudgeSampleMutationVariables>;
export const EndStandingReleaseDocument = new TypedDocumentString(`
    mutation EndStandingRelease($id: ID!) {
  endStandingRelease(id: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<EndStandingReleaseMutation, EndStandingReleaseMutationVariables>;
export const AnswerNoteDocument = new TypedDocumentString(`
    mutation AnswerNote($id: ID!, $answer: String!) {
  answerNote(id: $id, answer: $answer) {
    id
  }
}
    `) as unknown as TypedDocumentString<AnswerNoteMutation, AnswerNoteMutationVariables>;
export const DeclineNoteDocument = new TypedDocumentString(`
    mutation DeclineNote($id: ID!, $reason: DeclineReason!) {
  declineNote(id: $id, reason: $reason) {
    id
  }
}
    `) as unknown as TypedDocumentString<DeclineNoteMutation, DeclineNoteMutationVariables>;
export const InterpretationsDocument = new TypedDocumentString(`
    query Interpretations($labId: ID!) {
  interpretations(labId: $labId) {
    ...InterpretationDetails
  }
}
    fragment InterpretationDetails on Interpretation {
  id
  releaseId
  question
  state
  agreedReading
  doubt
  openedAt
  agreedAt
  readings {
    organisationId
    organisationName
    words
    dissent
  }
  writtenBy
}`) as unknown as TypedDocumentString<InterpretationsQuery, InterpretationsQueryVariables>;
export const SolutionsDocument = new TypedDocumentString(`
    query Solutions($labId: ID!) {
  findings(labId: $labId) {
    ...FindingDetails
  }
  solutions(labId: $labId) {
    ...SolutionDetails
  }
  solutionOwners(labId: $labId) {
    id
    name
  }
}
    fragment FindingDetails on Finding {
  id
  interpretationId
  releaseId
  title
  words
  strength
  noSolutionReason
  statedAt
  withdrawnAt
}
fragment SolutionDetails on Solution {
  id
  organisationId
  organisationName
  partners
  title
  words
  state
  ownerName
  startsOn
  endsOn
  areaCodes
  expected
  outcome
  reason
  findingIds
  registeredAt
  plan {
    datasetId
    category
    level
    areaCodes
    comparisonAreaCodes
    firstMonth
    expectedChange
    harm
  }
  evaluation {
    state
    why
    method
    ratio
    low
    high
    verdict
    monthsBefore
    monthsAfter
    evaluatedAt
  }
}`) as unknown as TypedDocumentString<SolutionsQuery, SolutionsQueryVariables>;
export const OpenInterpretationDocument = new TypedDocumentString(`
    mutation OpenInterpretation($labId: ID!, $releaseId: ID!, $question: String!) {
  openInterpretation(labId: $labId, releaseId: $releaseId, question: $question) {
    ...InterpretationDetails
  }
}
    fragment InterpretationDetails on Interpretation {
  id
  releaseId
  question
  state
  agreedReading
  doubt
  openedAt
  agreedAt
  readings {
    organisationId
    organisationName
    words
    dissent
  }
  writtenBy
}`) as unknown as TypedDocumentString<OpenInterpretationMutation, OpenInterpretationMutationVariables>;
export const WriteReadingDocument = new TypedDocumentString(`
    mutation WriteReading($id: ID!, $words: String!, $dissent: String!) {
  writeReading(id: $id, words: $words, dissent: $dissent) {
    ...InterpretationDetails
  }
}
    fragment InterpretationDetails on Interpretation {
  id
  releaseId
  question
  state
  agreedReading
  doubt
  openedAt
  agreedAt
  readings {
    organisationId
    organisationName
    words
    dissent
  }
  writtenBy
}`) as unknown as TypedDocumentString<WriteReadingMutation, WriteReadingMutationVariables>;
export const ShareReadingsDocument = new TypedDocumentString(`
    mutation ShareReadings($id: ID!) {
  shareReadings(id: $id) {
    ...InterpretationDetails
  }
}
    fragment InterpretationDetails on Interpretation {
  id
  releaseId
  question
  state
  agreedReading
  doubt
  openedAt
  agreedAt
  readings {
    organisationId
    organisationName
    words
    dissent
  }
  writtenBy
}`) as unknown as TypedDocumentString<ShareReadingsMutation, ShareReadingsMutationVariables>;
export const AgreeInterpretationDocument = new TypedDocumentString(`
    mutation AgreeInterpretation($id: ID!, $agreedReading: String!, $doubt: String!) {
  agreeInterpretation(id: $id, agreedReading: $agreedReading, doubt: $doubt) {
    ...InterpretationDetails
  }
}
    fragment InterpretationDetails on Interpretation {
  id
  releaseId
  question
  state
  agreedReading
  doubt
  openedAt
  agreedAt
  readings {
    organisationId
    organisationName
    words
    dissent
  }
  writtenBy
}`) as unknown as TypedDocumentString<AgreeInterpretationMutation, AgreeInterpretationMutationVariables>;
export const ReopenInterpretationDocument = new TypedDocumentString(`
    mutation ReopenInterpretation($id: ID!) {
  reopenInterpretation(id: $id) {
    ...InterpretationDetails
  }
}
    fragment InterpretationDetails on Interpretation {
  id
  releaseId
  question
  state
  agreedReading
  doubt
  openedAt
  agreedAt
  readings {
    organisationId
    organisationName
    words
    dissent
  }
  writtenBy
}`) as unknown as TypedDocumentString<ReopenInterpretationMutation, ReopenInterpretationMutationVariables>;
export const StateFindingDocument = new TypedDocumentString(`
    mutation StateFinding($labId: ID!, $finding: FindingInput!) {
  stateFinding(labId: $labId, finding: $finding) {
    ...FindingDetails
  }
}
    fragment FindingDetails on Finding {
  id
  interpretationId
  releaseId
  title
  words
  strength
  noSolutionReason
  statedAt
  withdrawnAt
}`) as unknown as TypedDocumentString<StateFindingMutation, StateFindingMutationVariables>;
export const AnswerWithoutSolutionDocument = new TypedDocumentString(`
    mutation AnswerWithoutSolution($id: ID!, $reason: String!) {
  answerWithoutSolution(id: $id, reason: $reason) {
    ...FindingDetails
  }
}
    fragment FindingDetails on Finding {
  id
  interpretationId
  releaseId
  title
  words
  strength
  noSolutionReason
  statedAt
  withdrawnAt
}`) as unknown as TypedDocumentString<AnswerWithoutSolutionMutation, AnswerWithoutSolutionMutationVariables>;
export const WithdrawFindingDocument = new TypedDocumentString(`
    mutation WithdrawFinding($id: ID!) {
  withdrawFinding(id: $id) {
    ...FindingDetails
  }
}
    fragment FindingDetails on Finding {
  id
  interpretationId
  releaseId
  title
  words
  strength
  noSolutionReason
  statedAt
  withdrawnAt
}`) as unknown as TypedDocumentString<WithdrawFindingMutation, WithdrawFindingMutationVariables>;
export const ProposeSolutionDocument = new TypedDocumentString(`
    mutation ProposeSolution($labId: ID!, $solution: SolutionInput!) {
  proposeSolution(labId: $labId, solution: $solution) {
    ...SolutionDetails
  }
}
    fragment SolutionDetails on Solution {
  id
  organisationId
  organisationName
  partners
  title
  words
  state
  ownerName
  startsOn
  endsOn
  areaCodes
  expected
  outcome
  reason
  findingIds
  registeredAt
  plan {
    datasetId
    category
    level
    areaCodes
    comparisonAreaCodes
    firstMonth
    expectedChange
    harm
  }
  evaluation {
    state
    why
    method
    ratio
    low
    high
    verdict
    monthsBefore
    monthsAfter
    evaluatedAt
  }
}`) as unknown as TypedDocumentString<ProposeSolutionMutation, ProposeSolutionMutationVariables>;
export const ChooseSolutionDocument = new TypedDocumentString(`
    mutation ChooseSolution($id: ID!, $choice: ChoiceInput!) {
  chooseSolution(id: $id, choice: $choice) {
    ...SolutionDetails
  }
}
    fragment SolutionDetails on Solution {
  id
  organisationId
  organisationName
  partners
  title
  words
  state
  ownerName
  startsOn
  endsOn
  areaCodes
  expected
  outcome
  reason
  findingIds
  registeredAt
  plan {
    datasetId
    category
    level
    areaCodes
    comparisonAreaCodes
    firstMonth
    expectedChange
    harm
  }
  evaluation {
    state
    why
    method
    ratio
    low
    high
    verdict
    monthsBefore
    monthsAfter
    evaluatedAt
  }
}`) as unknown as TypedDocumentString<ChooseSolutionMutation, ChooseSolutionMutationVariables>;
export const RegisterEvaluationDocument = new TypedDocumentString(`
    mutation RegisterEvaluation($id: ID!, $plan: EvaluationPlanInput!) {
  registerEvaluation(id: $id, plan: $plan) {
    ...SolutionDetails
  }
}
    fragment SolutionDetails on Solution {
  id
  organisationId
  organisationName
  partners
  title
  words
  state
  ownerName
  startsOn
  endsOn
  areaCodes
  expected
  outcome
  reason
  findingIds
  registeredAt
  plan {
    datasetId
    category
    level
    areaCodes
    comparisonAreaCodes
    firstMonth
    expectedChange
    harm
  }
  evaluation {
    state
    why
    method
    ratio
    low
    high
    verdict
    monthsBefore
    monthsAfter
    evaluatedAt
  }
}`) as unknown as TypedDocumentString<RegisterEvaluationMutation, RegisterEvaluationMutationVariables>;
export const StartSolutionDocument = new TypedDocumentString(`
    mutation StartSolution($id: ID!) {
  startSolution(id: $id) {
    ...SolutionDetails
  }
}
    fragment SolutionDetails on Solution {
  id
  organisationId
  organisationName
  partners
  title
  words
  state
  ownerName
  startsOn
  endsOn
  areaCodes
  expected
  outcome
  reason
  findingIds
  registeredAt
  plan {
    datasetId
    category
    level
    areaCodes
    comparisonAreaCodes
    firstMonth
    expectedChange
    harm
  }
  evaluation {
    state
    why
    method
    ratio
    low
    high
    verdict
    monthsBefore
    monthsAfter
    evaluatedAt
  }
}`) as unknown as TypedDocumentString<StartSolutionMutation, StartSolutionMutationVariables>;
export const EndSolutionDocument = new TypedDocumentString(`
    mutation EndSolution($id: ID!, $how: SolutionEnd!, $words: String!) {
  endSolution(id: $id, how: $how, words: $words) {
    ...SolutionDetails
  }
}
    fragment SolutionDetails on Solution {
  id
  organisationId
  organisationName
  partners
  title
  words
  state
  ownerName
  startsOn
  endsOn
  areaCodes
  expected
  outcome
  reason
  findingIds
  registeredAt
  plan {
    datasetId
    category
    level
    areaCodes
    comparisonAreaCodes
    firstMonth
    expectedChange
    harm
  }
  evaluation {
    state
    why
    method
    ratio
    low
    high
    verdict
    monthsBefore
    monthsAfter
    evaluatedAt
  }
}`) as unknown as TypedDocumentString<EndSolutionMutation, EndSolutionMutationVariables>;
export const LabsDocument = new TypedDocumentString(`
    query Labs {
  labs {
    id
    name
    question
    myRoles
    region {
      name
    }
    steps {
      step
      state
      criteria {
        code
        met
        missing {
          organisationId
          name
          role
          since
        }
      }
    }
    datasets {
      id
      name
      organisation {
        id
      }
      latestLoad {
        id
        state
      }
    }
    picture {
      snapshotId
      createdAt
      refreshing
    }
    can {
      upload
      seeMirror
      seePicture
      leadSteps
    }
    deadlines {
      kind
      targetId
      title
      dueOn
      standing
      isMet
    }
    openMentions {
      commentId
      role
      kind
      targetId
      title
      since
    }
  }
}
    `) as unknown as TypedDocumentString<LabsQuery, LabsQueryVariables>;
export const LabCommentsDocument = new TypedDocumentString(`
    query LabComments($labId: ID!, $target: TargetInput!) {
  labComments(labId: $labId, target: $target) {
    ...CommentDetails
  }
}
    fragment CommentDetails on LabComment {
  id
  organisationId
  organisationName
  writerName
  isMine
  roles
  writtenAt
  withdrawnAt
  versions {
    words
    writtenAt
  }
  mentions {
    role
    organisationId
    settledAt
  }
}`) as unknown as TypedDocumentString<LabCommentsQuery, LabCommentsQueryVariables>;
export const CommentCountsDocument = new TypedDocumentString(`
    query CommentCounts($labId: ID!) {
  commentCounts(labId: $labId) {
    kind
    id
    count
  }
}
    `) as unknown as TypedDocumentString<CommentCountsQuery, CommentCountsQueryVariables>;
export const WriteCommentDocument = new TypedDocumentString(`
    mutation WriteComment($labId: ID!, $target: TargetInput!, $words: String!, $mentions: [MentionInput!]!) {
  writeComment(labId: $labId, target: $target, words: $words, mentions: $mentions) {
    ...CommentDetails
  }
}
    fragment CommentDetails on LabComment {
  id
  organisationId
  organisationName
  writerName
  isMine
  roles
  writtenAt
  withdrawnAt
  versions {
    words
    writtenAt
  }
  mentions {
    role
    organisationId
    settledAt
  }
}`) as unknown as TypedDocumentString<WriteCommentMutation, WriteCommentMutationVariables>;
export const ChangeCommentDocument = new TypedDocumentString(`
    mutation ChangeComment($id: ID!, $words: String!) {
  changeComment(id: $id, words: $words) {
    ...CommentDetails
  }
}
    fragment CommentDetails on LabComment {
  id
  organisationId
  organisationName
  writerName
  isMine
  roles
  writtenAt
  withdrawnAt
  versions {
    words
    writtenAt
  }
  mentions {
    role
    organisationId
    settledAt
  }
}`) as unknown as TypedDocumentString<ChangeCommentMutation, ChangeCommentMutationVariables>;
export const WithdrawCommentDocument = new TypedDocumentString(`
    mutation WithdrawComment($id: ID!) {
  withdrawComment(id: $id) {
    ...CommentDetails
  }
}
    fragment CommentDetails on LabComment {
  id
  organisationId
  organisationName
  writerName
  isMine
  roles
  writtenAt
  withdrawnAt
  versions {
    words
    writtenAt
  }
  mentions {
    role
    organisationId
    settledAt
  }
}`) as unknown as TypedDocumentString<WithdrawCommentMutation, WithdrawCommentMutationVariables>;
export const SettleMentionDocument = new TypedDocumentString(`
    mutation SettleMention($id: ID!, $role: LabRole!) {
  settleMention(id: $id, role: $role) {
    ...CommentDetails
  }
}
    fragment CommentDetails on LabComment {
  id
  organisationId
  organisationName
  writerName
  isMine
  roles
  writtenAt
  withdrawnAt
  versions {
    words
    writtenAt
  }
  mentions {
    role
    organisationId
    settledAt
  }
}`) as unknown as TypedDocumentString<SettleMentionMutation, SettleMentionMutationVariables>;
export const SetDeadlineDocument = new TypedDocumentString(`
    mutation SetDeadline($labId: ID!, $target: TargetInput!, $dueOn: Date) {
  setDeadline(labId: $labId, target: $target, dueOn: $dueOn) {
    kind
    targetId
    dueOn
    standing
    isMet
  }
}
    `) as unknown as TypedDocumentString<SetDeadlineMutation, SetDeadlineMutationVariables>;
export const LabActivityDocument = new TypedDocumentString(`
    query LabActivity($labId: ID!, $filter: ActivityFilterInput, $after: ID) {
  labActivity(labId: $labId, filter: $filter, first: 40, after: $after) {
    items {
      id
      at
      organisationName
      personName
      roles
      action
      step
    }
    nextCursor
  }
}
    `) as unknown as TypedDocumentString<LabActivityQuery, LabActivityQueryVariables>;
export const KeyCustodyDocument = new TypedDocumentString(`
    query KeyCustody($labId: ID!) {
  lab(id: $labId) {
    id
    keyCustody {
      sealingKey
      holders {
        holderId
        url
        suite
        context
        publicKey
        possession
      }
    }
  }
}
    `) as unknown as TypedDocumentString<KeyCustodyQuery, KeyCustodyQueryVariables>;
export const CallerTokenDocument = new TypedDocumentString(`
    mutation CallerToken($labId: ID!) {
  callerToken(labId: $labId) {
    token
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CallerTokenMutation, CallerTokenMutationVariables>;
export const SaveMappingDocument = new TypedDocumentString(`
    mutation SaveMapping($datasetId: ID!, $mapping: JSON!) {
  saveMapping(datasetId: $datasetId, mapping: $mapping) {
    id
    mapping
  }
}
    `) as unknown as TypedDocumentString<SaveMappingMutation, SaveMappingMutationVariables>;
export const OpenLoadDocument = new TypedDocumentString(`
    mutation OpenLoad($input: OpenLoadInput!) {
  openLoad(input: $input) {
    uploadUrl
    load {
      id
      state
    }
  }
}
    `) as unknown as TypedDocumentString<OpenLoadMutation, OpenLoadMutationVariables>;
export const PublicValuesDocument = new TypedDocumentString(`
    query PublicValues($labId: ID!, $runId: ID) {
  publicValues(labId: $labId, runId: $runId) {
    ...PublicValuesDetails
  }
}
    fragment PublicValuesDetails on PublicValues {
  labId
  runId
  standing
  causes
  organisations {
    organisationId
    name
  }
  values {
    value
    evidence {
      nl
      en
    }
    owing
    answers {
      organisationId
      verdict
      answer
      answeredAt
      answeredBy
      causes
    }
  }
}`) as unknown as TypedDocumentString<PublicValuesQuery, PublicValuesQueryVariables>;
export const PrivacyRiskDocument = new TypedDocumentString(`
    query PrivacyRisk($labId: ID!) {
  privacyRisk(labId: $labId) {
    computedAt
    sources {
      datasetId
      bands {
        level
        grain
        k
        unique
        homogeneous
      }
      advice {
        level
        grain
      }
      ofTwoLargestHouseholds
      ofTwoLargestReporters
      own {
        level
        grain
        units
        k
        uniqueShare
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PrivacyRiskQuery, PrivacyRiskQueryVariables>;
export const AnswerValuesDocument = new TypedDocumentString(`
    mutation AnswerValues($labId: ID!, $runId: ID, $answers: [ValueAnswerInput!]!) {
  answerValues(labId: $labId, runId: $runId, answers: $answers) {
    ...PublicValuesDetails
  }
}
    fragment PublicValuesDetails on PublicValues {
  labId
  runId
  standing
  causes
  organisations {
    organisationId
    name
  }
  values {
    value
    evidence {
      nl
      en
    }
    owing
    answers {
      organisationId
      verdict
      answer
      answeredAt
      answeredBy
      causes
    }
  }
}`) as unknown as TypedDocumentString<AnswerValuesMutation, AnswerValuesMutationVariables>;
export const WayBacksDocument = new TypedDocumentString(`
    query WayBacks($labId: ID!) {
  wayBacks(labId: $labId) {
    labId
    receiver {
      id
      name
    }
    keyFingerprint
    mayAsk
    starts {
      releaseId
      title
      groups {
        code
        nl
        en
      }
    }
    requests {
      ...WayBackDetails
    }
  }
}
    fragment WayBackDetails on WayBack {
  id
  state
  receiverId
  receiverName
  title
  group {
    code
    nl
    en
  }
  reason
  askedAt
  answers {
    organisationId
    organisationName
    approves
    reason
    at
  }
  toldFirst
  openedAt
  failure
  expiresAt
  destroyedAt
  reached
  helped
  settledAt
  endReason
}`) as unknown as TypedDocumentString<WayBacksQuery, WayBacksQueryVariables>;
export const AskWayBackDocument = new TypedDocumentString(`
    mutation AskWayBack($labId: ID!, $wish: WayBackWishInput!) {
  askWayBack(labId: $labId, wish: $wish) {
    ...WayBackDetails
  }
}
    fragment WayBackDetails on WayBack {
  id
  state
  receiverId
  receiverName
  title
  group {
    code
    nl
    en
  }
  reason
  askedAt
  answers {
    organisationId
    organisationName
    approves
    reason
    at
  }
  toldFirst
  openedAt
  failure
  expiresAt
  destroyedAt
  reached
  helped
  settledAt
  endReason
}`) as unknown as TypedDocumentString<AskWayBackMutation, AskWayBackMutationVariables>;
export const AnswerWayBackDocument = new TypedDocumentString(`
    mutation AnswerWayBack($id: ID!, $approves: Boolean!, $reason: String!) {
  answerWayBack(id: $id, approves: $approves, reason: $reason) {
    ...WayBackDetails
  }
}
    fragment WayBackDetails on WayBack {
  id
  state
  receiverId
  receiverName
  title
  group {
    code
    nl
    en
  }
  reason
  askedAt
  answers {
    organisationId
    organisationName
    approves
    reason
    at
  }
  toldFirst
  openedAt
  failure
  expiresAt
  destroyedAt
  reached
  helped
  settledAt
  endReason
}`) as unknown as TypedDocumentString<AnswerWayBackMutation, AnswerWayBackMutationVariables>;
export const OpenWayBackDocument = new TypedDocumentString(`
    mutation OpenWayBack($id: ID!, $toldFirst: String!) {
  openWayBack(id: $id, toldFirst: $toldFirst) {
    ...WayBackDetails
  }
}
    fragment WayBackDetails on WayBack {
  id
  state
  receiverId
  receiverName
  title
  group {
    code
    nl
    en
  }
  reason
  askedAt
  answers {
    organisationId
    organisationName
    approves
    reason
    at
  }
  toldFirst
  openedAt
  failure
  expiresAt
  destroyedAt
  reached
  helped
  settledAt
  endReason
}`) as unknown as TypedDocumentString<OpenWayBackMutation, OpenWayBackMutationVariables>;
export const WithdrawWayBackDocument = new TypedDocumentString(`
    mutation WithdrawWayBack($id: ID!, $reason: String!) {
  withdrawWayBack(id: $id, reason: $reason) {
    ...WayBackDetails
  }
}
    fragment WayBackDetails on WayBack {
  id
  state
  receiverId
  receiverName
  title
  group {
    code
    nl
    en
  }
  reason
  askedAt
  answers {
    organisationId
    organisationName
    approves
    reason
    at
  }
  toldFirst
  openedAt
  failure
  expiresAt
  destroyedAt
  reached
  helped
  settledAt
  endReason
}`) as unknown as TypedDocumentString<WithdrawWayBackMutation, WithdrawWayBackMutationVariables>;
export const SettleWayBackDocument = new TypedDocumentString(`
    mutation SettleWayBack($id: ID!, $reached: Int!, $helped: Int!) {
  settleWayBack(id: $id, reached: $reached, helped: $helped) {
    ...WayBackDetails
  }
}
    fragment WayBackDetails on WayBack {
  id
  state
  receiverId
  receiverName
  title
  group {
    code
    nl
    en
  }
  reason
  askedAt
  answers {
    organisationId
    organisationName
    approves
    reason
    at
  }
  toldFirst
  openedAt
  failure
  expiresAt
  destroyedAt
  reached
  helped
  settledAt
  endReason
}`) as unknown as TypedDocumentString<SettleWayBackMutation, SettleWayBackMutationVariables>;
