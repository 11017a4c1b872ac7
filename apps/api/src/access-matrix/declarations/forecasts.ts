import { either, inLab, PROGRAMS, type OperationRule, type TypeRule } from '../rules.js';
import type { MatrixIds } from '../ids.js';

const IN_LAB = inLab();
/** The second wall tells a program of the lab from nobody, and not what it came for. */
const LAB_WALL = either(IN_LAB, PROGRAMS);
const names = (list: string): string[] => list.split(/\s+/);
const ofA = ({ forecastA }: MatrixIds) => ({ id: forecastA });
const input = ({ fresh }: MatrixIds) => ({
  shellId: fresh,
  title: 'Hours of the team',
  purpose: 'understand_nuisance',
  proportionality: 'Counts of areas alone.',
  terms: {
    goal: 'Divide the hours.',
    baseline: 'best naive',
    leastGain: 0.02,
    mostAmplification: 1.2,
    attentionShare: 0.1,
    attentionSensitivity: 0.3,
    coverageLeast: 0.7,
    coverageMost: 0.95,
    stopsAfter: '2100-01-01',
  },
});
/** The contract of the world is switched off: the rights are asked first. */
const deciding = (...roles: Parameters<typeof inLab>): OperationRule => ({
  who: inLab(...roles),
  known: IN_LAB,
  secondWall: LAB_WALL,
  variables: ofA,
  alsoLetIn: ['InvalidState', 'InvalidInput', 'NotFound'],
});

/** Step 4: forecasts under contracts. */
export const FORECAST_OPERATIONS: Readonly<Record<string, OperationRule>> = {
  'Query.forecasts': { who: IN_LAB, secondWall: LAB_WALL, variables: ({ labOne }) => ({ labId: labOne }) },
  'Query.forecast': { who: IN_LAB, secondWall: LAB_WALL, variables: ofA },
  'Mutation.writeForecast': {
    ...deciding('analyst'),
    variables: (ids) => ({ labId: ids.labOne, input: input(ids) }),
  },
  'Mutation.rewriteForecast': { ...deciding('analyst'), variables: (ids) => ({ ...ofA(ids), input: input(ids) }) },
  'Mutation.fixForecast': deciding('coordinator'),
  'Mutation.testForecast': deciding('analyst'),
  'Mutation.activateForecast': deciding('coordinator'),
  'Mutation.stopForecast': {
    ...deciding('coordinator'),
    alsoLetIn: [],
    secondWall: inLab('coordinator'),
    variables: (ids) => ({ ...ofA(ids), reason: 'It is over.' }),
  },
  'Mutation.objectToForecast': {
    ...deciding('domain_expert', 'privacy_officer'),
    alsoLetIn: [],
    secondWall: inLab('domain_expert', 'privacy_officer'),
    variables: (ids) => ({ ...ofA(ids), words: 'We want an explanation first.' }),
  },
  'Mutation.withdrawForecastObjection': deciding('domain_expert', 'privacy_officer'),
};

export const FORECAST_TYPES: Readonly<Record<string, TypeRule>> = {
  ForecastContract: {
    who: IN_LAB,
    withIt: names(
      `id labId shellId organisationName title purpose proportionality terms state shows refusals writtenAt fixedAt activeSince offReason offAt offWords
       tests objections`,
    ),
  },
  ForecastTerms: {
    who: IN_LAB,
    withIt: names(
      'goal baseline leastGain mostAmplification attentionShare attentionSensitivity coverageLeast coverageMost stopsAfter',
    ),
  },
  ForecastTest: {
    who: IN_LAB,
    withIt: names('runId kind state progress requestedAt concludedAt document refusals'),
    neverFilled: { failure: 'the run of the matrix went well' },
  },
  ForecastObjection: {
    who: IN_LAB,
    withIt: names('organisationId organisationName words objectedAt'),
    neverFilled: { withdrawnAt: 'the objection of the matrix stands' },
  },
};
