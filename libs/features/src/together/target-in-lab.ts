import { isAllowed } from '@datalab/access';
import { findTarget, type Transaction } from '@datalab/data';
import { criterionId, notFound, type Target } from '@datalab/domain';
import type { Ctx } from '../context.js';
import type { StepView } from '../labs/lab-view.js';

/** Throws NotFound to who does not take part in this lab as a person. */
export function mustTalk({ ability, actor: { organisationId } }: Ctx, labId: string): void {
  if (!isAllowed(ability, 'read', 'Comment', { labId, organisationId })) throw notFound('lab');
}

/** A thing as it is named in a list; null of a step and a criterion, which have words of their own. `isMet`: nothing is to be done about it any more. */
export interface TargetStanding {
  title: string | null;
  isMet: boolean;
}

/** How a thing of a lab stands; undefined where the lab has none such, or this person does not see it. */
export async function standingOfTarget(
  tx: Transaction,
  labId: string,
  target: Target,
  steps: readonly StepView[],
): Promise<TargetStanding | undefined> {
  if (target.kind === 'step') {
    const step = steps.find((one) => one.step === target.id);
    return step && { title: null, isMet: step.state === 'done' };
  }
  if (target.kind === 'criterion') {
    for (const { step, state, criteria } of steps)
      for (const { code, met } of criteria)
        if (criterionId(step, code) === target.id) return { title: null, isMet: met || state === 'done' };
    return undefined;
  }
  const row = await findTarget(tx, labId, target);
  return row && { title: row.title, isMet: row.isSettled };
}
