import {
  ADMINISTRATORS,
  either,
  IN_A_LAB,
  inLab,
  ownInLab,
  SIGNED_IN,
  type OperationRule,
  type Who,
} from '../rules.js';

const IN_LAB = inLab();
const OWN_STEWARD = ownInLab('data_steward');
/** Who says who takes part. */
const LEADERS = either(inLab('coordinator'), ADMINISTRATORS);
const OWN_WATCHERS = ownInLab('data_steward', 'privacy_officer');
const WITH_EXACT_FIGURES = ownInLab('data_steward', 'domain_expert', 'analyst', 'privacy_officer');
const LEADING = { who: inLab('coordinator'), known: IN_LAB, secondWall: IN_LAB };

/** Declared, and held to the schema; the world of the matrix has no rows for it, so nobody's answer is tried. */
const notTried = (who: Who, secondWall: Who): OperationRule => ({
  who,
  secondWall,
  variables: () => ({}),
  notTried: 'the matrix makes no rows for it yet',
});

/** Every query and every mutation: who gets it, who may know of it, and with what it is asked for the row of organisation A in lab 1. */
export const OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.me': { who: SIGNED_IN, secondWall: SIGNED_IN, variables: () => ({}) },
  'Query.labs': {
    // Everybody has an answer; who is in no lab gets an empty list, and who is in another one that one (nothing of lab 1 in it).
    who: IN_A_LAB,
    list: true,
    secondWall: IN_LAB,
    variables: () => ({}),
  },
  'Query.lab': { who: IN_LAB, secondWall: IN_LAB, variables: ({ labOne }) => ({ id: labOne }) },
  'Query.load': {
    who: ownInLab('data_steward', 'privacy_officer'),
    secondWall: ownInLab(),
    variables: ({ loadA }) => ({ id: loadA }),
  },
  'Query.loads': {
    who: ownInLab('data_steward', 'privacy_officer'),
    list: true,
    secondWall: ownInLab(),
    variables: ({ labOne, datasetA }) => ({ labId: labOne, datasetId: datasetA, first: 50 }),
  },
  'Query.mapSheet': {
    who: WITH_EXACT_FIGURES,
    known: IN_LAB,
    secondWall: ownInLab(),
    variables: ({ labOne, datasetA }) => ({
      input: { labId: labOne, view: 'mirror', datasetId: datasetA, level: 'buurt', period: '2024', category: 'all' },
    }),
  },
  'Query.trend': {
    who: WITH_EXACT_FIGURES,
    known: IN_LAB,
    secondWall: ownInLab(),
    variables: ({ labOne, datasetA }) => ({
      input: { labId: labOne, view: 'mirror', datasetId: datasetA, areaCode: 'B01', grain: 'year', category: 'all' },
    }),
  },
  'Mutation.submitStep': {
    ...LEADING,
    variables: ({ labOne }) => ({ labId: labOne, step: 'factual_picture' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.approveStep': {
    ...LEADING,
    variables: ({ labOne }) => ({ labId: labOne, step: 'factual_picture' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.reopenStep': {
    ...LEADING,
    variables: ({ labOne }) => ({ labId: labOne, step: 'prioritise', reason: 'the matrix tries' }),
  },
  'Mutation.saveMapping': {
    who: OWN_STEWARD,
    known: IN_LAB,
    secondWall: ownInLab(),
    variables: ({ datasetA }) => ({ datasetId: datasetA, mapping: {} }),
    alsoLetIn: ['InvalidInput'],
  },
  'Mutation.openLoad': {
    who: OWN_STEWARD,
    known: IN_LAB,
    secondWall: ownInLab(),
    alsoLetIn: ['given, with NotFound inside'],
    variables: ({ datasetA }) => ({
      input: {
        datasetId: datasetA,
        covers: [{ from: '2024-03-01', to: '2024-03-31' }],
        totals: { rows: 1, inRegion: 1, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 },
        contentSha256: 'b'.repeat(64),
      },
    }),
  },
  'Mutation.withdrawLoad': {
    who: OWN_STEWARD,
    known: ownInLab('data_steward', 'privacy_officer'),
    secondWall: ownInLab(),
    variables: ({ loadA }) => ({ id: loadA, reason: 'the matrix tries' }),
  },

  'Query.qualitySummaries': notTried(IN_LAB, IN_LAB),
  'Query.registrationCards': notTried(IN_LAB, IN_LAB),
  'Query.deletionProofs': notTried(OWN_WATCHERS, ownInLab()),
  'Mutation.acceptQualityReport': notTried(OWN_STEWARD, ownInLab()),
  'Mutation.confirmLoad': notTried(OWN_STEWARD, ownInLab()),
  'Mutation.saveRegistrationCard': notTried(OWN_STEWARD, ownInLab()),
  'Query.myReports': notTried(OWN_STEWARD, ownInLab()),
  'Mutation.submitReports': notTried(OWN_STEWARD, ownInLab()),
  'Mutation.callerToken': notTried(OWN_STEWARD, ownInLab()),
  'Query.apiClients': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Query.labNames': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Query.organisations': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Query.people': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Mutation.addParticipant': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Mutation.changeOrganisation': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Mutation.createApiClient': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Mutation.createOrganisation': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Mutation.endApiClient': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Mutation.endPerson': notTried(ADMINISTRATORS, ADMINISTRATORS),
  'Query.members': notTried(LEADERS, LEADERS),
  'Query.invitations': notTried(LEADERS, LEADERS),
  'Mutation.endRole': notTried(LEADERS, LEADERS),
  'Mutation.grantRole': notTried(LEADERS, LEADERS),
  'Mutation.invite': notTried(LEADERS, LEADERS),
  'Mutation.withdrawInvitation': notTried(LEADERS, LEADERS),
  'Query.auditEvents': notTried(ownInLab('privacy_officer'), ownInLab()),
  'Query.auditChoices': notTried(ownInLab('privacy_officer'), ownInLab()),
  'Query.auditSealState': notTried(ownInLab('privacy_officer'), ownInLab()),
};
