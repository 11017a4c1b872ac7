import { either, inLab, ownInLab, PROGRAMS, type OperationRule } from '../rules.js';

const IN_LAB = inLab();
/** The second wall tells a program of the lab from nobody, and not what it came for. */
const LAB_WALL = either(IN_LAB, PROGRAMS);
const reading = {
  who: IN_LAB,
  secondWall: LAB_WALL,
  variables: ({ labOne }: { labOne: string }) => ({ labId: labOne }),
};
/** For the organisation of who asks: each of their own. */
const SIGNERS = inLab('privacy_officer');
const DECLARERS = inLab('data_steward', 'domain_expert');
const KNOWERS = inLab('data_steward', 'domain_expert', 'analyst');
const ASKERS = inLab('domain_expert', 'analyst');

/** Step 2: intake terms, what is known, who has nothing, what is asked next. */
export const FACTS_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.intakeTerms': reading,
  'Mutation.writeIntakeTerms': {
    who: inLab('coordinator'),
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne, clauses: [{ title: 'The matrix', text: 'The matrix tries.' }] }),
  },
  'Mutation.signIntakeTerms': {
    who: SIGNERS,
    known: IN_LAB,
    // Signed already: then nothing is written, so the second wall has nothing to refuse.
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne, version: 1 }),
  },
  'Mutation.withdrawIntakeTerms': {
    who: SIGNERS,
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne, reason: 'the matrix tries' }),
  },

  'Query.knownFacts': reading,
  'Mutation.addKnownFact': {
    who: KNOWERS,
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({
      labId: labOne,
      fact: { kind: 'document', title: 'The matrix', source: 'tries', isPublished: true, location: 'on a shelf' },
    }),
  },
  'Mutation.removeKnownFact': {
    who: ownInLab('data_steward', 'domain_expert', 'analyst'),
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ knownFactA }) => ({ id: knownFactA }),
  },

  'Query.nothingToDeliver': reading,
  'Mutation.declareNothing': {
    who: DECLARERS,
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne, reason: 'the matrix tries' }),
  },
  'Mutation.endNothing': {
    who: ownInLab('data_steward', 'domain_expert'),
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ nothingA }) => ({ id: nothingA }),
  },

  'Query.pictureDifferences': reading,
  'Query.crossSource': reading,

  'Query.deeperQuestions': reading,
  'Mutation.writeDeeperQuestion': {
    who: ASKERS,
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ labOne }) => ({ labId: labOne, question: { question: 'What does the matrix try?' } }),
  },
  'Mutation.withdrawDeeperQuestion': {
    who: ownInLab('domain_expert', 'analyst'),
    known: IN_LAB,
    secondWall: LAB_WALL,
    variables: ({ questionA }) => ({ id: questionA }),
  },
};
