import {
  ADMINISTRATORS,
  either,
  inLab,
  NOBODY,
  OWN_ORGANISATION,
  ownInLab,
  SIGNED_IN,
  type TypeRule,
  type Who,
} from '../rules.js';

const IN_LAB = inLab();
/** Who says who takes part. */
const LEADERS = either(inLab('coordinator'), ADMINISTRATORS);
const OWN_WATCHERS = ownInLab('data_steward', 'privacy_officer');
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
  // Who is signed in themselves.
  Me: { who: SIGNED_IN, withIt: names('id name organisation email isAdministrator rules sessions') },
  Organisation: { who: either(OWN_ORGANISATION, IN_LAB), withIt: names('id name type') },

  // The lab and who is in it: for its members, whatever they do there.
  Lab: {
    who: IN_LAB,
    withIt: names('id name goal question can datasets myRoles participants picture region steps'),
    neverFilled: { keyCustody: 'the matrix makes no rows for it yet' },
  },
  LabAbilities: { who: IN_LAB, withIt: names('upload seeMirror seePicture leadSteps') },
  LabStep: { who: IN_LAB, withIt: names('step state since criteria') },
  Criterion: { who: IN_LAB, withIt: names('code met missing') },
  Participant: { who: IN_LAB, withIt: names('organisation roles delivered lastDeliveryOn') },
  RoleCount: { who: IN_LAB, withIt: names('role people') },
  Region: {
    who: IN_LAB,
    withIt: names('id code name country timeZone divisionYear levels hasAddresses hasPostcodes'),
  },
  AreaLevel: {
    who: IN_LAB,
    withIt: names('code name areas hasGeometry'),
    neverFilled: { codePrefix: 'the test region has no prefixes' },
  },

  // That a dataset takes part is for the lab; how its files are read and its deliveries are its organisation's.
  Dataset: {
    who: IN_LAB,
    withIt: names(
      'id name kind organisation vocabularyName vocabularyVersion legalBasis purpose retentionMonths isOpen',
    ),
    fields: { mapping: ownInLab(), latestLoad: OWN_WATCHERS },
  },

  // Deliveries: for the organisation's own steward and privacy officer.
  Load: {
    who: OWN_WATCHERS,
    withIt: names(
      'id revision state covers totals rowsProcessed bytesReceived bytesTotal issues unchanged createdAt decidedAt createdBy dataset answers isSubmitted',
    ),
    neverFilled: {
      withdrawnReason: 'the load that is asked for is not withdrawn',
      difference: 'the matrix makes no rows for it yet',
      qualityReport: 'the matrix makes no rows for it yet',
    },
  },
  LoadPage: { who: SIGNED_IN, withIt: names('items total'), neverFilled: { nextCursor: 'there is one page' } },
  LoadIssue: { who: OWN_WATCHERS, withIt: names('code column count firstRows message') },
  LoadTotals: { who: OWN_WATCHERS, withIt: names('rows inRegion outsideRegion noArea outOfScope skipped') },
  CoveredRange: { who: OWN_WATCHERS, withIt: names('from to') },
  ScreeningAnswer: { who: OWN_WATCHERS, withIt: names('column field kind reason') },
  OpenedLoad: { who: ownInLab('data_steward'), withIt: names('load uploadUrl') },

  // The picture: protected figures for the lab, exact ones for those of the organisation who work with them.
  PictureOverview: { who: IN_LAB, withIt: names('snapshotId digest createdAt refreshing sources') },
  PictureSource: {
    who: IN_LAB,
    withIt: names('dataset categories lowestLevel grains periods householdKeyCoverage'),
  },
  DeliveredPeriod: { who: IN_LAB, withIt: names('period grain delivered') },
  MapSheet: {
    who: WITH_EXACT_FIGURES,
    withIt: names('snapshotId level period category delivered unit testedAreas significance areas'),
  },
  AreaCell: {
    who: WITH_EXACT_FIGURES,
    withIt: names('areaCode tier state reports ratePerThousand z hotspot'),
    neverFilled: { reason: 'the mirror withholds nothing', nearest: 'the mirror withholds nothing' },
  },
  NearestAnswer: {
    who: NOBODY,
    withIt: [],
    neverFilled: Object.fromEntries(
      names('level areaCode period reports ratePerThousand').map((name) => [name, 'the mirror withholds nothing']),
    ),
  },
  Trend: {
    who: WITH_EXACT_FIGURES,
    withIt: names('areaCode category grain points'),
    neverFilled: { changes: 'the matrix makes no rows for it yet' },
  },
  TrendPoint: { who: WITH_EXACT_FIGURES, withIt: names('period delivered state reports ratePerThousand') },

  ChangedCell: notTried(OWN_WATCHERS, 'added category changed period removed'),
  RowChanges: notTried(OWN_WATCHERS, 'added changed removed same'),
  LoadDifference: notTried(OWN_WATCHERS, 'cells replaces total'),
  QualityReport: notTried(OWN_WATCHERS, 'acceptedAt acceptedBy computedAt keyCoverage loadId remark report'),
  QualitySummary: notTried(IN_LAB, 'acceptedAt computedAt datasetId summary'),
  RegistrationCard: notTried(
    IN_LAB,
    'changes datasetId doubleRegistration madeAt madeBy remarks version when whenNot whoRegisters',
  ),
  PracticeChange: notTried(IN_LAB, 'on what'),
  DeletionProof: notTried(OWN_WATCHERS, 'counts datasetName deletedAt digest id objectId objectKind reason'),
  DeletedCount: notTried(OWN_WATCHERS, 'count what'),
  Report: notTried(
    ownInLab('data_steward'),
    'addressKind areaCode category channel closedOn confusedBehaviour datasetId householdRole nearCareLocation occurredHour occurredOn occurredPrecision personsBand placement registeredOn reporterType sourceCategory status',
  ),
  ReportPage: notTried(ownInLab('data_steward'), 'items nextCursor'),
  Submission: notTried(ownInLab('data_steward'), 'accepted isReplay issues load rows'),
  CallerToken: notTried(ownInLab('data_steward'), 'expiresAt token'),
  KeyCustody: notTried(IN_LAB, 'holders sealingKey'),
  KeyHolder: notTried(IN_LAB, 'context holderId possession publicKey suite url'),

  ApiClient: notTried(ADMINISTRATORS, 'clientId createdAt endedAt id labId name organisationId scopes'),
  Invitation: notTried(LEADERS, 'acceptedAt createdAt email expiresAt id labId organisationId roles withdrawnAt'),
  MadeInvitation: notTried(LEADERS, 'invitation linkPath'),
  LabName: notTried(ADMINISTRATORS, 'id name'),
  Member: notTried(LEADERS, 'name organisation personId roles'),
  MemberRole: notTried(LEADERS, 'areas role'),
  Person: notTried(ADMINISTRATORS, 'email id isAdministrator leftAt name organisationId roles'),
  RoleInLab: notTried(ADMINISTRATORS, 'labId role'),
  Session: { who: SIGNED_IN, withIt: names('expiresAt id isCurrent renewedAt startedAt') },
  AuditDetail: notTried(ownInLab('privacy_officer'), 'name value'),
  AuditEvent: notTried(
    ownInLab('privacy_officer'),
    'id at actorName organisationName action objectKind objectId outcome purpose requestId detail seq',
  ),
  AuditPage: notTried(ownInLab('privacy_officer'), 'items nextCursor'),
  AuditPerson: notTried(ownInLab('privacy_officer'), 'id name'),
  AuditChoices: notTried(ownInLab('privacy_officer'), 'actions objectKinds people'),
  SealState: notTried(ownInLab('privacy_officer'), 'sealed unsealed lastSealedAt headDay headSeq publicKey'),
};
