import type { LabStep } from '../../gql/types.js';

export type StepNotice = 'lockedBy' | 'noCriteria';

/** The sentence that explains why nothing can be done in this step; undefined where something can. */
export function stepNotice({ state, criteria }: LabStep): StepNotice | undefined {
  if (state === 'locked') return 'lockedBy';
  return criteria.length === 0 && state === 'open' ? 'noCriteria' : undefined;
}
