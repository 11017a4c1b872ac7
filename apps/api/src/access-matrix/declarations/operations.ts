import {
  either,
  IN_A_LAB,
  inLab,
  ownInLab,
  ownProgram,
  program,
  PROGRAMS,
  SIGNED_IN,
  type OperationRule,
  type Who,
} from '../rules.js';
import { AGREEMENT_OPERATIONS } from './agreement-operations.js';
import { FACTS_OPERATIONS } from './facts-operations.js';
import { LAB_OPERATIONS } from './lab-operations.js';
import { RELEASE_OPERATIONS } from './release-operations.js';
import { SOLUTION_OPERATIONS } from './solutions.js';
import { PEOPLE_OPERATIONS } from './people-operations.js';
import { STEP_ONE_OPERATIONS } from './step-one-operations.js';
import { TOGETHER_OPERATIONS } from './together.js';
import { FORECAST_OPERATIONS } from './forecasts.js';
import { RUN_OPERATIONS } from './run-operations.js';
import { WAY_BACK_OPERATIONS } from './way-back.js';

const IN_LAB = inLab();
/** Everybody who knows that the lab is there: its people, and programs of its participants. */
const KNOWS_LAB = either(IN_LAB, PROGRAMS);
/** Programs with a scope to follow deliveries, to make them, and to hand in reports. */
const FOLLOWING = ownProgram('loads:write', 'status:read');
const DELIVERING = ownProgram('loads:write');
const SUBMITTING = ownProgram('loads:write', 'reports:submit');
/** The programs that see a dataset of their organisation: all. */
const KNOWS_DATASET = either(IN_LAB, ownProgram());
const OWN_STEWARD = ownInLab('data_steward');
const OWN_WATCHERS = either(ownInLab('data_steward', 'privacy_officer'), FOLLOWING);
const WITH_EXACT_FIGURES = ownInLab('data_steward', 'domain_expert', 'analyst', 'privacy_officer');
/** The second wall knows the organisation and the lab of a program, and not its scope. */
const OWN_WALL = either(ownInLab(), ownProgram());
const LAB_WALL = KNOWS_LAB;
/** The audit log: declared, and held to the schema; who reads it is tried where it is made. */
const notTried = (who: Who, secondWall: Who): OperationRule => ({
  who,
  secondWall,
  variables: () => ({}),
  notTried: 'the matrix makes no audit rows; libs/features/src/audit tries who reads them',
});

/** Every query and every mutation: who gets it, who may know of it, and with what it is asked for the row of organisation A in lab 1. */
export const OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.me': { who: SIGNED_IN, secondWall: SIGNED_IN, variables: () => ({}) },
  'Query.labs': {
    // Everybody has an answer; who is in no lab gets an empty list, and who is in another one that one (nothing of lab 1 in it).
    who: IN_A_LAB,
    list: true,
    secondWall: LAB_WALL,
    variables: () => ({}),
  },
  'Query.lab': { who: KNOWS_LAB, secondWall: LAB_WALL, variables: ({ labOne }) => ({ id: labOne }) },
  'Query.load': {
    who: OWN_WATCHERS,
    secondWall: OWN_WALL,
    variables: ({ loadA }) => ({ id: loadA }),
  },
  'Query.loads': {
    who: OWN_WATCHERS,
    list: true,
    secondWall: OWN_WALL,
    variables: ({ labOne, datasetA }) => ({ labId: labOne, datasetId: datasetA, first: 50 }),
  },
  'Query.mapSheet': {
    who: WITH_EXACT_FIGURES,
    known: IN_LAB,
    secondWall: OWN_WALL,
    variables: ({ labOne, datasetA }) => ({
      input: { labId: labOne, view: 'mirror', datasetId: datasetA, level: 'buurt', period: '2024', category: 'all' },
    }),
  },
  'Query.trend': {
    who: WITH_EXACT_FIGURES,
    known: IN_LAB,
    secondWall: OWN_WALL,
    variables: ({ labOne, datasetA }) => ({
      input: { labId: labOne, view: 'mirror', datasetId: datasetA, areaCode: 'B01', grain: 'year', category: 'all' },
    }),
  },
  'Query.rhythm': {
    who: WITH_EXACT_FIGURES,
    known: IN_LAB,
    secondWall: OWN_WALL,
    variables: ({ labOne, datasetA }) => ({
      input: { labId: labOne, view: 'mirror', datasetId: datasetA, areaCode: 'B01', category: 'all' },
    }),
  },
  'Query.squares': {
    who: WITH_EXACT_FIGURES,
    known: IN_LAB,
    secondWall: OWN_WALL,
    variables: ({ labOne, datasetA }) => ({
      input: { labId: labOne, view: 'mirror', datasetId: datasetA, year: '2024', category: 'all' },
    }),
  },
  'Mutation.addDataset': {
    // For the own organisation, each.
    who: inLab('data_steward'),
    known: KNOWS_LAB,
    secondWall: LAB_WALL,
    alsoLetIn: ['Conflict', 'InvalidState'],
    variables: ({ labOne, fresh }) => ({
      labId: labOne,
      dataset: {
        name: `Set ${fresh}`,
        kind: 'counts',
        legalBasis: 'taak van algemeen belang',
        purposes: ['understand_nuisance'],
        retentionMonths: 12,
        isOpen: false,
      },
    }),
  },
  'Mutation.changeDataset': {
    who: OWN_STEWARD,
    known: KNOWS_DATASET,
    secondWall: LAB_WALL,
    // Something of the one of the matrix was delivered: its steward is told so, everybody else that it is not theirs.
    alsoLetIn: ['InvalidState'],
    variables: ({ datasetA, fresh }) => ({
      datasetId: datasetA,
      dataset: {
        name: `Set ${fresh}`,
        kind: 'counts',
        legalBasis: 'taak van algemeen belang',
        purposes: ['understand_nuisance'],
        retentionMonths: 12,
        isOpen: false,
      },
    }),
  },
  'Mutation.removeDataset': {
    who: OWN_STEWARD,
    known: KNOWS_DATASET,
    secondWall: LAB_WALL,
    alsoLetIn: ['InvalidState'],
    variables: ({ datasetA }) => ({ datasetId: datasetA }),
  },
  'Mutation.registerKeyHolder': {
    who: inLab('coordinator'),
    known: KNOWS_LAB,
    secondWall: LAB_WALL,
    // The test platform knows no key service at this address: refused after it was asked who leads.
    alsoLetIn: ['InvalidInput'],
    variables: ({ labOne }) => ({
      labId: labOne,
      holder: {
        holderId: 'holder-1',
        url: 'https://keys.example',
        suite: 'ristretto255-SHA512',
        context: '00',
        publicKey: '0'.repeat(64),
        possession: '0'.repeat(128),
      },
    }),
  },
  'Mutation.saveMapping': {
    who: OWN_STEWARD,
    known: KNOWS_DATASET,
    secondWall: OWN_WALL,
    variables: ({ datasetA }) => ({ datasetId: datasetA, mapping: {} }),
    alsoLetIn: ['InvalidInput'],
  },
  'Mutation.openLoad': {
    who: either(OWN_STEWARD, DELIVERING),
    known: KNOWS_DATASET,
    secondWall: OWN_WALL,
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
    known: OWN_WATCHERS,
    secondWall: OWN_WALL,
    variables: ({ loadA }) => ({ id: loadA, reason: 'the matrix tries' }),
  },

  'Query.qualitySummaries': { who: IN_LAB, secondWall: LAB_WALL, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.acceptQualityReport': {
    who: OWN_STEWARD,
    known: OWN_WATCHERS,
    secondWall: OWN_WALL,
    variables: ({ toAcceptA }) => ({ loadId: toAcceptA, remark: null }),
  },
  'Mutation.confirmLoad': {
    who: either(OWN_STEWARD, DELIVERING),
    secondWall: OWN_WALL,
    alsoLetIn: ['given, with NotFound inside'],
    variables: ({ toConfirmA }) => ({ id: toConfirmA }),
  },
  'Query.registrationCards': {
    who: KNOWS_DATASET,
    secondWall: LAB_WALL,
    variables: ({ datasetA }) => ({ datasetId: datasetA }),
  },
  'Mutation.saveRegistrationCard': {
    who: OWN_STEWARD,
    known: KNOWS_DATASET,
    secondWall: OWN_WALL,
    variables: ({ datasetA }) => ({
      datasetId: datasetA,
      card: {
        whoRegisters: 'the matrix',
        when: 'when it tries',
        whenNot: 'otherwise',
        doubleRegistration: 'never',
        remarks: '',
        changes: [],
      },
    }),
  },
  'Query.deletionProofs': {
    // Of the own organisation, each: nothing of A's is in another's answer.
    who: either(inLab('data_steward', 'privacy_officer'), program('loads:write', 'status:read')),
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne }),
  },
  'Query.myReports': {
    who: OWN_STEWARD,
    list: true,
    secondWall: OWN_WALL,
    variables: ({ labOne, datasetA }) => ({ labId: labOne, first: 50, filter: { datasetId: datasetA } }),
  },
  'Mutation.submitReports': {
    who: either(OWN_STEWARD, SUBMITTING),
    known: KNOWS_DATASET,
    secondWall: OWN_WALL,
    alsoLetIn: ['given, with NotFound inside'],
    // No rows is a call too: the system runs and had nothing to report.
    variables: ({ datasetA }) => ({ input: { datasetId: datasetA, idempotencyKey: 'the-matrix', rows: [] } }),
  },
  'Mutation.callerToken': {
    // In the name of the own organisation, each.
    who: either(inLab('data_steward'), program('loads:write')),
    known: KNOWS_LAB,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne }),
  },
  ...AGREEMENT_OPERATIONS,
  ...FACTS_OPERATIONS,
  ...RUN_OPERATIONS,
  ...FORECAST_OPERATIONS,
  ...PEOPLE_OPERATIONS,
  ...LAB_OPERATIONS,
  ...RELEASE_OPERATIONS,
  ...STEP_ONE_OPERATIONS,
  ...SOLUTION_OPERATIONS,
  ...TOGETHER_OPERATIONS,
  ...WAY_BACK_OPERATIONS,

  'Query.auditEvents': notTried(ownInLab('privacy_officer'), ownInLab()),
  'Query.auditChoices': notTried(ownInLab('privacy_officer'), ownInLab()),
  'Query.auditSealState': notTried(ownInLab('privacy_officer'), ownInLab()),
};
