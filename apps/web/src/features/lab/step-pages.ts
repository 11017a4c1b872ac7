import type { TargetKind } from '@datalab/domain';
import type { LabStep } from '../../gql/types.js';

/** The page on which the work of each step is done. */
export const STEP_PAGES = {
  prioritise: '/labs/$labId/question',
  factual_picture: '/labs/$labId/facts',
  share_safely: '/labs/$labId/agreement',
  deeper_analyses: '/labs/$labId/analyses',
  solutions: '/labs/$labId/solutions',
} as const satisfies Record<LabStep['step'], string>;

/** Criteria that are seen to elsewhere than on the page of their step. */
const ELSEWHERE: Partial<Record<string, '/labs/$labId/people' | '/labs/$labId/cards' | '/labs/$labId/values'>> = {
  'two-organisations': '/labs/$labId/people',
  'coordinator-named': '/labs/$labId/people',
  'analyst-named': '/labs/$labId/people',
  'stewards-named': '/labs/$labId/people',
  'domain-experts-named': '/labs/$labId/people',
  'cards-written': '/labs/$labId/cards',
  'values-answered': '/labs/$labId/values',
};

/** Where a criterion is made to hold. */
export const pageOfCriterion = (step: LabStep['step'], criterion: string) => ELSEWHERE[criterion] ?? STEP_PAGES[step];

/** Where a thing that is talked about stands. */
export const THING_PAGES = {
  step: '/labs/$labId',
  criterion: '/labs/$labId',
  question: '/labs/$labId/question',
  shell: '/labs/$labId/question',
  run: '/labs/$labId/analyses',
  finding: '/labs/$labId/solutions',
  solution: '/labs/$labId/solutions',
  dataset: '/labs/$labId/facts',
} as const satisfies Record<TargetKind, string>;
