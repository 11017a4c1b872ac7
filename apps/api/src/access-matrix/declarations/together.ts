import { either, inLab, ownInLab, PEOPLE, PROGRAMS, SIGNED_IN, type OperationRule, type TypeRule } from '../rules.js';

const IN_LAB = inLab();
const COORDINATOR = inLab('coordinator');
/** The comment of the world was written by the coordinator of organisation A, and asks the stewards. */
const WRITER = ownInLab('coordinator');
const STEWARDS = inLab('data_steward');
const WORDS = 'mk-one-shared';
const STEP = { kind: 'step', id: 'prioritise' };
const names = (list: string): string[] => list.split(/\s+/);
/** Within the five years that a deadline may lie ahead, whenever the matrix is tried. */
const FAR = `${new Date().getUTCFullYear() + 1}-12-31`;
const NO_LOG = 'the matrix makes no audit rows; libs/features/src/together tries who is told';

/** Comments, deadlines and what happened. */
export const TOGETHER_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.labComments': {
    who: IN_LAB,
    secondWall: IN_LAB,
    variables: ({ labOne }) => ({ labId: labOne, target: STEP }),
  },
  'Query.commentCounts': { who: IN_LAB, secondWall: IN_LAB, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.writeComment': {
    who: IN_LAB,
    secondWall: IN_LAB,
    variables: ({ labOne }) => ({ labId: labOne, target: STEP, words: WORDS, mentions: [{ role: 'analyst' }] }),
  },
  'Mutation.changeComment': {
    who: WRITER,
    known: IN_LAB,
    secondWall: WRITER,
    variables: ({ commentA }) => ({ id: commentA, words: WORDS }),
  },
  'Mutation.withdrawComment': {
    who: WRITER,
    known: IN_LAB,
    secondWall: WRITER,
    variables: ({ commentA }) => ({ id: commentA }),
  },
  'Mutation.settleMention': {
    who: either(STEWARDS, WRITER),
    known: IN_LAB,
    secondWall: either(STEWARDS, WRITER),
    variables: ({ commentA }) => ({ id: commentA, role: 'data_steward' }),
  },
  'Mutation.setDeadline': {
    who: COORDINATOR,
    known: IN_LAB,
    secondWall: COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, target: STEP, dueOn: FAR }),
  },
  'Query.mailRhythm': { who: SIGNED_IN, secondWall: SIGNED_IN, variables: () => ({}) },
  'Mutation.setMailRhythm': {
    who: PEOPLE,
    known: SIGNED_IN,
    secondWall: SIGNED_IN,
    variables: () => ({ rhythm: 'never' }),
  },
  'Query.sinceBaseline': {
    who: IN_LAB,
    secondWall: either(IN_LAB, PROGRAMS),
    variables: ({ labOne }) => ({ labId: labOne, areaCodes: [] }),
  },
  'Query.labActivity': {
    who: IN_LAB,
    secondWall: IN_LAB,
    variables: ({ labOne }) => ({ labId: labOne, first: 20 }),
    notTried: NO_LOG,
  },
};

/** Their types. */
export const TOGETHER_TYPES: Readonly<Record<string, TypeRule>> = {
  LabComment: {
    who: IN_LAB,
    // The name of the writer is told to colleagues: each sees it of what they wrote themselves.
    withIt: names('id organisationId organisationName writerName isMine roles writtenAt versions mentions'),
    neverFilled: { withdrawnAt: 'it was not taken back' },
  },
  CommentVersion: { who: IN_LAB, withIt: names('words writtenAt') },
  Mention: {
    who: IN_LAB,
    withIt: ['role'],
    neverFilled: { organisationId: 'all stewards are asked', settledAt: 'it waits' },
  },
  CommentCount: { who: IN_LAB, withIt: names('kind id count') },
  OpenMention: {
    who: STEWARDS,
    withIt: names('commentId role kind targetId since'),
    neverFilled: { title: 'a step has none' },
  },
  Deadline: {
    who: IN_LAB,
    withIt: names('kind targetId dueOn standing isMet'),
    neverFilled: { title: 'a step has none' },
  },
  SinceBaseline: { who: IN_LAB, withIt: names('baselineMadeAt madeAt areas sources') },
  ComparedArea: { who: IN_LAB, withIt: names('code name isWhole') },
  SourceSinceBaseline: {
    who: IN_LAB,
    withIt: names('datasetId datasetName areas'),
    neverFilled: { then: 'the world holds one year', now: 'the world holds one year' },
  },
  AreaSinceBaseline: {
    who: IN_LAB,
    withIt: [],
    neverFilled: Object.fromEntries(
      names('areaCode then now change').map((field) => [field, 'the world holds one year']),
    ),
  },
  Activity: {
    who: IN_LAB,
    withIt: [],
    neverFilled: Object.fromEntries(
      names('id at organisationName personName roles action step').map((field) => [field, NO_LOG]),
    ),
  },
  ActivityPage: { who: IN_LAB, withIt: [], neverFilled: { items: NO_LOG, nextCursor: NO_LOG } },
};
