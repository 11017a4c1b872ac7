import { inLab, ownInLab, type OperationRule, type TypeRule } from '../rules.js';

const IN_LAB = inLab();
/** Who does more in the lab than look after a wijk. */
const FULL = inLab('coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer');
const COORDINATOR = inLab('coordinator');
const EXPERT = inLab('domain_expert');
const STATING = inLab('coordinator', 'analyst', 'domain_expert');
const PROPOSING = inLab('coordinator', 'domain_expert');
const OWNING = ownInLab('coordinator', 'domain_expert');
const names = (list: string): string[] => list.split(/\s+/);
const WORDS = 'mk-one-shared';

const leading = { who: COORDINATOR, known: FULL, secondWall: COORDINATOR };
const reading = { who: EXPERT, known: FULL, secondWall: EXPERT };
const stating = { who: STATING, known: IN_LAB, secondWall: STATING };
const owning = { who: OWNING, known: IN_LAB, secondWall: OWNING };
/** Each writes for their own organisation. */
const working = { who: IN_LAB, secondWall: IN_LAB };
const ending = { who: ownInLab(), known: IN_LAB, secondWall: ownInLab() };

/** Step 5, the regie card and the Monday page. */
export const SOLUTION_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.interpretations': { who: FULL, secondWall: FULL, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.openInterpretation': {
    ...leading,
    // It is on the table already.
    alsoLetIn: ['Conflict'],
    variables: ({ labOne, releaseOne }) => ({ labId: labOne, releaseId: releaseOne, question: '' }),
  },
  'Mutation.writeReading': {
    ...reading,
    variables: ({ interpretationOne }) => ({ id: interpretationOne, words: WORDS, dissent: 'nee' }),
  },
  'Mutation.shareReadings': {
    ...leading,
    alsoLetIn: ['InvalidState'],
    variables: ({ interpretationOne }) => ({ id: interpretationOne }),
  },
  'Mutation.agreeInterpretation': {
    ...leading,
    alsoLetIn: ['InvalidState'],
    variables: ({ interpretationOne }) => ({ id: interpretationOne, agreedReading: WORDS, doubt: '' }),
  },
  'Mutation.reopenInterpretation': { ...leading, variables: ({ interpretationOne }) => ({ id: interpretationOne }) },
  'Query.findings': { who: IN_LAB, secondWall: IN_LAB, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.stateFinding': {
    ...stating,
    variables: ({ labOne, interpretationOne }) => ({
      labId: labOne,
      finding: { interpretationId: interpretationOne, title: WORDS, words: WORDS, strength: 'description' },
    }),
  },
  'Mutation.answerWithoutSolution': {
    ...stating,
    alsoLetIn: ['InvalidState'],
    variables: ({ findingOne }) => ({ id: findingOne, reason: 'daarom' }),
  },
  'Mutation.withdrawFinding': { ...stating, variables: ({ findingOne }) => ({ id: findingOne }) },
  'Query.solutions': { who: IN_LAB, secondWall: IN_LAB, variables: ({ labOne }) => ({ labId: labOne }) },
  'Query.solutionOwners': { who: IN_LAB, secondWall: IN_LAB, variables: ({ labOne }) => ({ labId: labOne }) },
  'Mutation.proposeSolution': {
    who: PROPOSING,
    known: IN_LAB,
    secondWall: PROPOSING,
    variables: ({ labOne, findingOne }) => ({
      labId: labOne,
      solution: { title: WORDS, words: WORDS, partners: [], areaCodes: [], expected: '', findingIds: [findingOne] },
    }),
  },
  'Mutation.chooseSolution': {
    ...owning,
    alsoLetIn: ['InvalidState', 'InvalidInput'],
    variables: ({ solutionA, candidateA }) => ({
      id: solutionA,
      choice: { ownerId: candidateA, startsOn: '2100-01-01', endsOn: null },
    }),
  },
  'Mutation.registerEvaluation': {
    ...owning,
    variables: ({ solutionA, datasetA }) => ({
      id: solutionA,
      plan: {
        datasetId: datasetA,
        category: 'noise',
        level: 'buurt',
        areaCodes: ['B01'],
        comparisonAreaCodes: [],
        firstMonth: '2100-01',
        expectedChange: -0.2,
        harm: WORDS,
      },
    }),
  },
  'Mutation.startSolution': { ...owning, variables: ({ solutionA }) => ({ id: solutionA }) },
  'Mutation.endSolution': {
    ...owning,
    variables: ({ solutionA }) => ({ id: solutionA, how: 'drop', words: 'daarom' }),
  },

  'Query.regieCard': {
    who: IN_LAB,
    secondWall: IN_LAB,
    variables: ({ labOne }) => ({ labId: labOne, areaCode: 'B01' }),
  },
  'Query.mondayPage': {
    who: IN_LAB,
    secondWall: IN_LAB,
    variables: ({ labOne }) => ({ labId: labOne, areaCode: 'B01' }),
  },
  'Mutation.saveAreaContact': {
    ...working,
    variables: ({ labOne }) => ({ labId: labOne, areaCode: 'B01', reach: WORDS }),
  },
  'Mutation.pickUp': {
    ...working,
    variables: ({ labOne }) => ({ labId: labOne, areaCode: 'B01', what: WORDS, nextOn: null }),
  },
  'Mutation.endPickup': { ...ending, variables: ({ pickupA }) => ({ id: pickupA }) },
  'Mutation.writeContextNote': {
    ...working,
    variables: ({ labOne }) => ({
      labId: labOne,
      areaCode: 'B01',
      note: { kind: 'event', words: WORDS, startsOn: '2024-01-01', endsOn: null },
    }),
  },
  'Mutation.withdrawContextNote': { ...ending, variables: ({ contextNoteA }) => ({ id: contextNoteA }) },
};

/** The types of step 5, the regie card and the Monday page. */
export const SOLUTION_TYPES: Readonly<Record<string, TypeRule>> = {
  Interpretation: {
    who: FULL,
    withIt: names('id releaseId question state agreedReading doubt openedAt agreedAt readings writtenBy'),
  },
  Reading: { who: FULL, withIt: names('organisationId organisationName words dissent writtenAt') },
  Finding: {
    who: IN_LAB,
    withIt: names('id interpretationId title words strength noSolutionReason statedAt'),
    // Which result it stands on is told to those who see the session.
    fields: { releaseId: FULL },
    neverFilled: { withdrawnAt: 'it was not withdrawn' },
  },
  SolutionOwner: { who: IN_LAB, withIt: names('id name') },
  Solution: {
    who: IN_LAB,
    withIt: names(
      'id organisationId organisationName partners title words state ownerName startsOn endsOn areaCodes expected outcome findingIds registeredAt plan evaluation',
    ),
    neverFilled: { reason: 'it was not stopped' },
  },
  EvaluationPlan: {
    who: IN_LAB,
    withIt: names('datasetId category level areaCodes comparisonAreaCodes firstMonth expectedChange harm'),
  },
  Evaluation: {
    who: IN_LAB,
    withIt: names('state method ratio low high verdict monthsBefore monthsAfter evaluatedAt'),
    neverFilled: { why: 'it was evaluated' },
  },
  RegieArea: { who: IN_LAB, withIt: names('code name level') },
  RegisteringOrganisation: {
    who: IN_LAB,
    withIt: [],
    neverFilled: {
      organisationId: 'the world has no figure of all years',
      name: 'the world has no figure of all years',
    },
  },
  AreaContact: { who: IN_LAB, withIt: names('organisationId organisationName areaCode reach') },
  Pickup: { who: IN_LAB, withIt: names('id organisationId organisationName areaCode what nextOn') },
  ContextNote: {
    who: IN_LAB,
    withIt: names('id organisationId organisationName areaCode kind words startsOn endsOn'),
  },
  RegieCard: { who: IN_LAB, withIt: names('area registering figures contacts running pickups notes nextOn') },
  SourceChange: {
    who: IN_LAB,
    withIt: names('datasetId datasetName period before now change compared'),
    neverFilled: { then: 'the world holds one year', nearest: 'the number of this year is shown' },
  },
  AreaFigure: {
    who: IN_LAB,
    withIt: names('datasetId datasetName period reports ratePerThousand compared'),
    neverFilled: { nearest: 'the number of this year is shown' },
  },
  HotArea: { who: IN_LAB, withIt: names('areaCode name datasetId since') },
  MondayPage: { who: IN_LAB, withIt: names('area madeAt changes hotAreas agreed pickups notes') },
};
