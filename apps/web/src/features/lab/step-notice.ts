import type { LabStep } from '../../gql/types.js';

/** The steps that have screens now. The others say so, instead of offering a door that leads nowhere. */
const BUILT: readonly LabStep['step'][] = ['prioritise', 'factual_picture'];

export type StepNotice = 'lockedBy' | 'lockedLater' | 'openLater' | 'noCriteria';

/** The sentence that explains why nothing can be done in this step; undefined where something can. */
export function stepNotice(step: LabStep): StepNotice | undefined {
  const isBuilt = BUILT.includes(step.step);
  if (step.state === 'locked') return isBuilt ? 'lockedBy' : 'lockedLater';
  if (!isBuilt && step.state === 'open') return 'openLater';
  return step.criteria.length === 0 && step.state === 'open' ? 'noCriteria' : undefined;
}
