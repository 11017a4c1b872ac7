import { either, inLab, PROGRAMS, type OperationRule } from '../rules.js';

const IN_LAB = inLab();
/** The second wall tells a program of the lab from nobody, and not what it came for. */
const LAB_WALL = either(IN_LAB, PROGRAMS);
const DRAFTERS = inLab('coordinator', 'privacy_officer');
const SIGNERS = inLab('privacy_officer');
const ANSWERERS = inLab('privacy_officer', 'domain_expert');
const reading = {
  who: IN_LAB,
  secondWall: LAB_WALL,
  variables: ({ labOne }: { labOne: string }) => ({ labId: labOne }),
};
const onAVersion = (who: OperationRule['who']): OperationRule => ({
  who,
  known: IN_LAB,
  secondWall: who,
  variables: () => ({}),
  notTried: 'one version is under way at a time; libs/features/src/agreement tries who may do what to it, both walls',
});

/** Step 3: the agreement, the risk, the seven public values. */
export const AGREEMENT_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.agreement': reading,
  'Mutation.startAgreement': { ...reading, who: DRAFTERS, known: IN_LAB, secondWall: DRAFTERS },
  'Mutation.saveAgreement': onAVersion(DRAFTERS),
  'Mutation.offerAgreement': onAVersion(DRAFTERS),
  'Mutation.supportAgreement': onAVersion(DRAFTERS),
  'Mutation.withdrawAgreement': onAVersion(DRAFTERS),
  'Mutation.signAgreement': onAVersion(SIGNERS),
  'Query.publicValues': reading,
  'Query.privacyRisk': reading,
  'Mutation.answerValues': {
    who: ANSWERERS,
    known: IN_LAB,
    secondWall: ANSWERERS,
    variables: ({ labOne }) => ({
      labId: labOne,
      answers: [{ value: 'privacy', verdict: 'safeguarded', answer: 'the matrix tries' }],
    }),
  },
};
