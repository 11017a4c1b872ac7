import { ADMINISTRATORS, either, inLab, LEADERS_ANYWHERE, PROGRAMS, SIGNED_IN, type OperationRule } from '../rules.js';

const IN_LAB = inLab();
const KNOWS_LAB = either(IN_LAB, PROGRAMS);
const COORDINATOR = { who: inLab('coordinator'), known: KNOWS_LAB, secondWall: KNOWS_LAB };
const OFFICER = { who: inLab('privacy_officer'), known: KNOWS_LAB, secondWall: KNOWS_LAB };
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
  'Query.foundingOptions': {
    who: LEADERS_ANYWHERE,
    known: SIGNED_IN,
    secondWall: SIGNED_IN,
    variables: () => ({}),
  },
  'Mutation.foundLab': {
    who: LEADERS_ANYWHERE,
    known: SIGNED_IN,
    secondWall: SIGNED_IN,
    variables: ({ region, fresh }) => ({
      input: {
        name: `Lab ${fresh}`,
        goal: 'What the matrix tries',
        question: 'Does it begin?',
        regionId: region,
        partnerIds: [],
        isRehearsal: false,
      },
    }),
  },
  // The lab of the matrix is none, so nobody answers in it: the coordinator is told so, everybody else that it is not theirs.
  'Mutation.letPartnersAnswer': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.allowFounding': {
    who: ADMINISTRATORS,
    known: SIGNED_IN,
    secondWall: ADMINISTRATORS,
    variables: ({ candidateA }) => ({ personId: candidateA, may: true }),
  },
  'Mutation.changeLab': {
    ...COORDINATOR,
    variables: ({ labOne, region }) => ({
      labId: labOne,
      input: { name: 'Lab', goal: 'Another goal', regionId: region },
    }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.setLabContact': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, contactEmail: 'lab@gemeente.test' }),
  },
  'Mutation.addPartner': {
    ...COORDINATOR,
    variables: ({ labOne, organisationD }) => ({ labId: labOne, organisationId: organisationD }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.removePartner': {
    ...COORDINATOR,
    variables: ({ labOne, organisationA }) => ({ labId: labOne, organisationId: organisationA }),
    alsoLetIn: ['InvalidState'],
  },
  'Query.labClosing': { who: IN_LAB, secondWall: KNOWS_LAB, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.askToClose': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, reason: 'the matrix tries' }),
  },
  'Mutation.consentToClosing': {
    ...OFFICER,
    variables: ({ labOne }) => ({ labId: labOne }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.objectToClosing': {
    ...OFFICER,
    variables: ({ labOne }) => ({ labId: labOne, reason: 'the matrix tries' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.withdrawClosing': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, reason: 'the matrix tries' }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.closeLab': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne }),
    alsoLetIn: ['InvalidState'],
  },
  'Mutation.addLesson': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, text: 'What the matrix learned.' }),
    alsoLetIn: ['InvalidState'],
  },
  'Query.livingAreas': { who: KNOWS_LAB, secondWall: KNOWS_LAB, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.fixLivingAreas': {
    ...COORDINATOR,
    variables: ({ labOne }) => ({ labId: labOne, least: 500, names: [] }),
    alsoLetIn: ['InvalidState'],
  },
  'Query.labSchedule': { who: IN_LAB, secondWall: KNOWS_LAB, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.setLabSchedule': { ...COORDINATOR, variables: ({ labOne }) => ({ labId: labOne, rhythm: 'monthly' }) },
};
