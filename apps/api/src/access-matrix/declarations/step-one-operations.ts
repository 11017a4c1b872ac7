import { either, inLab, ownInLab, PROGRAMS, type OperationRule, type Who } from '../rules.js';
import type { MatrixIds } from '../ids.js';

const IN_LAB = inLab();
/** A program has no role: the rules show it nothing of this, the second wall knows that it is in the lab. */
const LAB_WALL = either(IN_LAB, PROGRAMS);
const DRAFTERS = inLab('domain_expert', 'analyst', 'coordinator');
const EXPERTS = inLab('domain_expert');

/** Step 1 of the lab of the matrix is done: who may do this hears so. */
const inStepOne = (who: Who, variables: (ids: MatrixIds) => object): OperationRule => ({
  who,
  known: IN_LAB,
  secondWall: LAB_WALL,
  variables,
  alsoLetIn: ['InvalidState'],
});
const onShell = (who: Who, variables: (ids: MatrixIds) => object): OperationRule => ({
  who,
  known: IN_LAB,
  secondWall: who,
  variables,
});

const shell = ({ datasetA }: MatrixIds) => ({
  title: 'The matrix draws',
  kind: 'descriptive',
  method: 'rates',
  unit: 'report',
  areaLevel: 'buurt',
  grain: 'year',
  periodFrom: '2022-01-01',
  periodTo: '2024-12-31',
  datasetIds: [datasetA],
  rows: 'area',
  columns: ['Reports'],
  use: 'The matrix looks at it.',
});

/** Questions, what organisations state, and shells. */
export const STEP_ONE_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.stepOne': { who: IN_LAB, secondWall: LAB_WALL, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.stateGoal': inStepOne(EXPERTS, ({ labOne }) => ({ labId: labOne, goal: 'what the matrix wants of it' })),
  'Mutation.proposeQuestion': inStepOne(IN_LAB, ({ labOne }) => ({
    labId: labOne,
    input: { question: 'What does the matrix ask?', behind: 'It tries whether it may.' },
  })),
  // The steward of organisation A proposed it.
  'Mutation.withdrawQuestion': inStepOne(
    either(inLab('coordinator'), ownInLab('data_steward')),
    ({ candidateQuestionA }) => ({
      questionId: candidateQuestionA,
    }),
  ),
  'Mutation.scoreQuestions': inStepOne(EXPERTS, ({ labOne, candidateQuestionA }) => ({
    labId: labOne,
    scores: [{ questionId: candidateQuestionA, impact: 1, answerability: 1, privacyCost: 1, note: '' }],
  })),
  'Mutation.chooseCoreQuestion': inStepOne(inLab('coordinator'), ({ candidateQuestionA }) => ({
    questionId: candidateQuestionA,
    reason: 'because the matrix says so',
  })),
  'Mutation.answerChecklist': inStepOne(inLab('domain_expert', 'privacy_officer'), ({ labOne }) => ({
    labId: labOne,
    checklist: 'legal',
    answers: [{ item: 'retention', answer: 'yes', explanation: 'two years' }],
  })),
  'Mutation.recordBoard': inStepOne(inLab('domain_expert', 'privacy_officer'), ({ labOne }) => ({
    labId: labOne,
    input: { agrees: true, personName: 'The matrix', function: 'matrix', agreedOn: '2024-05-01' },
  })),
  'Mutation.recordConsultation': inStepOne(inLab('coordinator'), ({ labOne }) => ({
    labId: labOne,
    input: { held: false, reason: 'The matrix asks nobody.', isPublic: true },
  })),

  'Query.outputShells': { who: IN_LAB, secondWall: LAB_WALL, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.draftShell': onShell(DRAFTERS, (ids) => ({ labId: ids.labOne, shell: shell(ids) })),
  'Mutation.reviseShell': onShell(DRAFTERS, (ids) => ({ shellId: ids.approvedShellA, shell: shell(ids) })),
  // Row-level security answers a change that it does not let through by changing nothing: seen by the lab, changed by these.
  'Mutation.changeShell': {
    ...onShell(DRAFTERS, (ids) => ({ shellId: ids.draftShellA, shell: shell(ids) })),
    secondWall: LAB_WALL,
  },
  'Mutation.discardShell': {
    ...onShell(DRAFTERS, ({ draftShellA }) => ({ shellId: draftShellA })),
    secondWall: LAB_WALL,
  },
  'Mutation.submitShell': {
    ...onShell(DRAFTERS, ({ draftShellA }) => ({ shellId: draftShellA })),
    secondWall: LAB_WALL,
  },
  'Mutation.sendShellBack': {
    ...onShell(EXPERTS, ({ submittedShellA }) => ({ shellId: submittedShellA, remark: 'the matrix tries' })),
    secondWall: LAB_WALL,
  },
  'Mutation.approveShell': onShell(EXPERTS, ({ submittedShellA }) => ({ shellId: submittedShellA })),
};
