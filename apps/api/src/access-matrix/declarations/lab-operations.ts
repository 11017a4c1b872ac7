import { either, inLab, PROGRAMS, type OperationRule } from '../rules.js';

const IN_LAB = inLab();
const KNOWS_LAB = either(IN_LAB, PROGRAMS);
const COORDINATOR = { who: inLab('coordinator'), known: KNOWS_LAB, secondWall: KNOWS_LAB };
const ANSWERING = { who: inLab('domain_expert', 'privacy_officer'), known: KNOWS_LAB, secondWall: KNOWS_LAB };

/** A lab's way through its steps, and what it is. */
export const LAB_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Mutation.submitStep': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, step: 'factual_picture' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.consentToStep': {
    ...ANSWERING,
    variables: ({ labOne }) => ({ labId: labOne, step: 'factual_picture' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.objectToStep': {
    ...ANSWERING,
    variables: ({ labOne }) => ({ labId: labOne, step: 'factual_picture', reason: 'the matrix tries' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.returnStep': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, step: 'factual_picture', reason: 'the matrix tries' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.approveStep': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, step: 'factual_picture' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.reopenStep': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, step: 'prioritise', reason: 'the matrix tries' }),
  },
  'Query.reopenConsequences': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, step: 'prioritise' }),
  },
  'Query.stepHistory': {
    who: IN_LAB,
    secondWall: KNOWS_LAB,
    variables: ({ labOne }) => ({ labId: labOne }),
  },
};
