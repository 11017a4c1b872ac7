import {
  ADMINISTRATORS,
  either,
  inLab,
  LEADERS_ANYWHERE,
  NOBODY,
  OWN_ORGANISATION,
  ownInLab,
  ownProgram,
  program,
  PEOPLE,
  PROGRAMS,
  SIGNED_IN,
  type TypeRule,
  type Who,
} from '../rules.js';
import { AGREEMENT_TYPES } from './agreement-types.js';
import { FACTS_TYPES } from './facts-types.js';
import { FORECAST_TYPES } from './forecasts.js';
import { RUN_TYPES } from './run-types.js';
import { LAB_TYPES } from './lab-types.js';
import { RELEASE_TYPES } from './release-operations.js';
import { STEP_ONE_TYPES } from './step-one-types.js';

import { TOGETHER_TYPES } from './together.js';
import { SOLUTION_TYPES } from './solutions.js';
import { WAY_BACK_TYPES } from './way-back.js';

const IN_LAB = inLab();
/** A program knows the lab that it delivers to, its participants and steps. */
const KNOWS_LAB = either(IN_LAB, PROGRAMS);
const KNOWS_DATASET = either(IN_LAB, ownProgram());
const OWN_STEWARD = ownInLab('data_steward');
const FOLLOWING = ownProgram('loads:write', 'status:read');
const DELIVERING = ownProgram('loads:write');
const SUBMITTING = ownProgram('loads:write', 'reports:submit');
/** Who says who takes part. */
const LEADERS = either(inLab('coordinator'), ADMINISTRATORS);
const OWN_WATCHERS = either(ownInLab('data_steward', 'privacy_officer'), FOLLOWING);
const WITH_EXACT_FIGURES = ownInLab('data_steward', 'domain_expert', 'analyst', 'privacy_officer');
const names = (list: string): string[] => list.split(/\s+/);

/** Declared, and held to the schema; the world of the matrix has no rows for it, so nobody's answer is tried. */
const notTried = (who: Who, list: string): TypeRule => ({
  who,
  withIt: [],
  neverFilled: Object.fromEntries(names(list).map((name) => [name, 'the matrix makes no rows for it yet'])),
});

/** Every object type and every field of it: who sees it on what belongs to organisation A in lab 1. */
export const TYPES: Readonly<Record<string, TypeRule>> = {
  ...STEP_ONE_TYPES,

  // Who is signed in themselves.
  Me: {
    who: SIGNED_IN,
    withIt: names('id name organisation isAdministrator rules sessions'),
    fields: { email: PEOPLE },
  },
  Organisation: {
    who: either(OWN_ORGANISATION, KNOWS_LAB, ADMINISTRATORS, LEADERS_ANYWHERE),
    withIt: names('id name type'),
  },

  ...LAB_TYPES,
  RoleCount: { who: KNOWS_LAB, withIt: names('role people') },
  Region: {
    who: KNOWS_LAB,
    withIt: names('id code name country timeZone divisionYear levels hasAddresses hasPostcodes'),
  },
  AreaLevel: {
    who: KNOWS_LAB,
    withIt: names('code name areas hasGeometry'),
    neverFilled: { codePrefix: 'the test region has no prefixes' },
  },

  // That a dataset takes part is for the lab; how its files are read and its deliveries are its organisation's.
  Dataset: {
    who: KNOWS_DATASET,
    withIt: names(
      'id name kind organisation vocabularyName vocabularyVersion legalBasis purpose purposes retentionMonths isOpen',
    ),
    fields: { mapping: either(ownInLab(), ownProgram()), latestLoad: OWN_WATCHERS },
  },

  // Deliveries: for the organisation's own steward and privacy officer.
  Load: {
    // A program that hands in reports sees the load that took them, and no other.
    who: either(OWN_WATCHERS, SUBMITTING),
    withIt: names(
      'id revision state covers rowsProcessed bytesReceived issues unchanged createdAt createdBy dataset answers isSubmitted',
    ),
    fields: {
      totals: OWN_WATCHERS,
      bytesTotal: OWN_WATCHERS,
      decidedAt: OWN_WATCHERS,
      difference: OWN_WATCHERS,
      qualityReport: OWN_WATCHERS,
    },
    neverFilled: {
      withdrawnReason: 'the load that is asked for is not withdrawn',
    },
  },
  LoadPage: { who: SIGNED_IN, withIt: names('items total'), neverFilled: { nextCursor: 'there is one page' } },
  LoadIssue: { who: OWN_WATCHERS, withIt: names('code column count firstRows message') },
  LoadTotals: { who: OWN_WATCHERS, withIt: names('rows inRegion outsideRegion noArea outOfScope skipped') },
  CoveredRange: { who: either(OWN_WATCHERS, SUBMITTING), withIt: names('from to') },
  ScreeningAnswer: { who: OWN_WATCHERS, withIt: names('column field kind reason') },
  OpenedLoad: { who: either(OWN_STEWARD, DELIVERING), withIt: names('load uploadUrl') },

  // The picture: protected figures for the lab, exact ones for those of the organisation who work with them.
  PictureOverview: { who: IN_LAB, withIt: names('snapshotId digest createdAt refreshing hasSquares sources') },
  PictureSource: {
    who: IN_LAB,
    withIt: names('dataset categories lowestLevel grains periods householdKeyCoverage hours'),
  },
  DeliveredPeriod: { who: IN_LAB, withIt: names('period grain delivered') },
  MapSheet: {
    who: WITH_EXACT_FIGURES,
    withIt: names('snapshotId level period category delivered unit testedAreas significance smoothedPer areas'),
  },
  AreaCell: {
    who: WITH_EXACT_FIGURES,
    withIt: names('areaCode tier state reports ratePerThousand smoothedRate z hotspot compared'),
    neverFilled: { reason: 'the mirror withholds nothing', nearest: 'the mirror withholds nothing' },
  },
  NearestAnswer: {
    who: NOBODY,
    withIt: [],
    neverFilled: Object.fromEntries(
      names('level areaCode period category reports ratePerThousand compared').map((name) => [
        name,
        'the mirror withholds nothing',
      ]),
    ),
  },
  Comparison: { who: IN_LAB, withIt: names('areaCode how ratePerThousand') },
  Trend: {
    who: WITH_EXACT_FIGURES,
    withIt: names('areaCode category grain points changes'),
  },
  Rhythm: {
    who: WITH_EXACT_FIGURES,
    withIt: names('hours grain points'),
    neverFilled: { nearest: 'the mirror withholds nothing' },
  },
  RhythmPoint: { who: WITH_EXACT_FIGURES, withIt: names('period state reports') },
  RhythmPlace: {
    who: NOBODY,
    withIt: [],
    neverFilled: Object.fromEntries(
      names('level areaCode category').map((name) => [name, 'the mirror withholds nothing']),
    ),
  },
  SquareSheet: {
    who: WITH_EXACT_FIGURES,
    withIt: names('snapshotId year category delivered squares'),
    neverFilled: { answers: 'the mirror withholds nothing' },
  },
  Square: { who: WITH_EXACT_FIGURES, withIt: names('code areaCode tier reports') },
  SquareAnswer: {
    who: NOBODY,
    withIt: [],
    neverFilled: Object.fromEntries(names('areaCode nearest').map((name) => [name, 'the mirror withholds nothing'])),
  },
  TrendPoint: { who: WITH_EXACT_FIGURES, withIt: names('period delivered state reports ratePerThousand') },

  ChangedCell: { who: OWN_WATCHERS, withIt: names('added category changed period removed') },
  RowChanges: { who: OWN_WATCHERS, withIt: names('added changed removed same') },
  LoadDifference: { who: OWN_WATCHERS, withIt: names('cells replaces total') },
  QualityReport: {
    who: OWN_WATCHERS,
    withIt: names('acceptedAt acceptedBy computedAt keyCoverage loadId remark report'),
  },
  QualitySummary: { who: IN_LAB, withIt: names('acceptedAt computedAt datasetId summary') },
  RegistrationCard: {
    who: KNOWS_DATASET,
    withIt: names('changes datasetId doubleRegistration madeAt remarks version when whenNot whoRegisters'),
    fields: { madeBy: either(ownInLab(), ownProgram()) },
  },
  PracticeChange: { who: KNOWS_DATASET, withIt: names('on what') },
  DeletionProof: {
    who: OWN_WATCHERS,
    withIt: names('counts datasetName deletedAt digest id objectId objectKind reason'),
  },
  DeletedCount: { who: OWN_WATCHERS, withIt: names('count what') },
  Report: {
    who: OWN_STEWARD,
    withIt: names(
      'addressKind areaCode category channel closedOn confusedBehaviour datasetId householdRole nearCareLocation occurredHour occurredOn occurredPrecision personsBand placement registeredOn reporterType sourceCategory status',
    ),
  },
  ReportPage: { who: SIGNED_IN, withIt: ['items'], neverFilled: { nextCursor: 'there is one page' } },
  Submission: {
    who: either(OWN_STEWARD, SUBMITTING),
    withIt: names('accepted isReplay issues load rows'),
  },
  CallerToken: { who: either(inLab('data_steward'), program('loads:write')), withIt: names('expiresAt token') },
  KeyCustody: { who: KNOWS_LAB, withIt: names('callerIssuer holders sealingKey services') },
  KeyHolder: { who: KNOWS_LAB, withIt: names('context holderId possession publicKey suite url') },

  ...AGREEMENT_TYPES,
  ...FACTS_TYPES,
  ...RUN_TYPES,
  ...FORECAST_TYPES,

  ApiClient: { who: ADMINISTRATORS, withIt: names('clientId createdAt endedAt id labId name organisationId scopes') },
  Invitation: {
    who: LEADERS,
    withIt: names('createdAt email expiresAt id labId organisationId roles withdrawnAt'),
    neverFilled: { acceptedAt: 'nobody accepts one here' },
  },
  MadeInvitation: { who: LEADERS, withIt: names('invitation linkPath') },
  LabName: { who: ADMINISTRATORS, withIt: names('id name') },
  Member: { who: LEADERS, withIt: names('name organisation personId roles') },
  MemberRole: { who: LEADERS, withIt: names('areas role') },
  Person: {
    who: ADMINISTRATORS,
    withIt: names('email id isAdministrator mayFoundLabs name organisationId roles'),
    neverFilled: { leftAt: 'nobody has left' },
  },
  RoleInLab: { who: ADMINISTRATORS, withIt: names('labId role') },
  Session: { who: PEOPLE, withIt: names('expiresAt id isCurrent renewedAt startedAt') },
  AuditDetail: notTried(ownInLab('privacy_officer'), 'name value'),
  AuditEvent: notTried(
    ownInLab('privacy_officer'),
    'id at actorName organisationName action objectKind objectId outcome purpose requestId detail seq',
  ),
  AuditPage: notTried(ownInLab('privacy_officer'), 'items nextCursor'),
  AuditPerson: notTried(ownInLab('privacy_officer'), 'id name'),
  AuditChoices: notTried(ownInLab('privacy_officer'), 'actions objectKinds people'),
  SealState: notTried(ownInLab('privacy_officer'), 'sealed unsealed lastSealedAt headDay headSeq publicKey'),
  ...RELEASE_TYPES,
  ...SOLUTION_TYPES,
  ...TOGETHER_TYPES,
  ...WAY_BACK_TYPES,
};
