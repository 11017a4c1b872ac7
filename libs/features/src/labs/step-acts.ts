import { isAllowed } from '@datalab/access';
import { insertStepEvent, saveStep, type StepRow, type Transaction } from '@datalab/data';
import {
  changesOf,
  forbidden,
  invalidInput,
  isChangeable,
  invalidState,
  notFound,
  standingOf,
  type Step,
  type StepEvent,
} from '@datalab/domain';
import { type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { areMet, type LabView, type StepView } from './lab-view.js';

/** What somebody does to a step. */
export interface StepAct {
  labId: string;
  step: Step;
  event: StepEvent;
  reason: string | null;
}

const SHORTEST_REASON = 3;
const LONGEST_REASON = 2000;

/** The reason as it is kept; throws InvalidInput where there is none to speak of. */
export function reasonIn(text: string): string {
  const reason = text.trim();
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON)
    throw invalidInput('step.reason-missing', `Say why, in ${SHORTEST_REASON} to ${LONGEST_REASON} characters.`, [
      { field: 'reason' },
    ]);
  return reason;
}

/** Throws NotFound to who does not take part, Forbidden to who takes part and may not do this. */
export function mustBeAllowed({ ability }: Ctx, { labId, step, event }: Omit<StepAct, 'reason'>): void {
  if (!isAllowed(ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
  if (event === 'consent' || event === 'object') {
    if (isAllowed(ability, 'consent', 'Step', { labId, step })) return;
    throw forbidden(
      'step.not-yours-to-consent',
      'Here the domain expert or the privacy officer of your organisation answers for it; in step 3 the privacy officer.',
    );
  }
  if (!isAllowed(ability, 'lead', 'Lab', { id: labId }))
    throw forbidden('lab.not-coordinator', 'Only the coordinator moves a lab through its steps.');
}

/** Throws InvalidState where what is asked does not fit what is there. */
export function mustFit(view: LabView, { step, event }: StepAct): void {
  if (!isChangeable(view.state)) throw invalidState('lab.closed', 'This lab is closed: it can be read, not changed.');
  const { criteria, consents } = stepOf(view, step);
  if (event === 'submit') {
    if (criteria.length === 0) throw invalidState('step.no-criteria', 'This step cannot be finished in this version.');
    const open = criteria.filter(({ met }) => !met).map(({ code }) => code);
    if (open.length > 0)
      throw invalidState('step.criteria-open', `These criteria do not hold yet: ${open.join(', ')}.`);
  }
  if (event === 'approve') {
    const { isEnough, given, needed, silent } = standingOf(step, consents, view.quorum);
    if (!isEnough)
      throw invalidState(
        'step.consent-missing',
        `${given} of ${needed} organisations consented; not answered: ${silent.map(({ name }) => name).join(', ') || '–'}.`,
      );
  }
}

/** Whether an act on a step in review meets criteria that no longer hold: then the step falls back instead. */
export const fallsBack = (view: LabView, stored: StepRow, { event }: StepAct): boolean =>
  stored.state === 'in_review' &&
  (event === 'consent' || event === 'object' || event === 'approve') &&
  !areMet(stepOf(view, stored.step).criteria);

/** Writes an act with all that follows from it: states, history, audit. `rows` are locked. */
export async function write(tx: Transaction, ctx: Ctx, view: LabView, rows: readonly StepRow[], act: StepAct) {
  const { labId, step, event } = act;
  const states = new Map(rows.map((row) => [row.step, row.state]));
  for (const change of changesOf(states, step, event)) {
    const isOwn = change.step === step;
    const reason = isOwn ? act.reason : null;
    if (change.from !== change.to) await saveStep(tx, labId, change, reason);
    const round = rows.find((row) => row.step === change.step)!.round + (change.event === 'submit' ? 1 : 0);
    await insertStepEvent(tx, {
      ...change,
      labId,
      round,
      actorId: ctx.actor.personId,
      organisationId: ctx.actor.organisationId,
      reason,
      criteria: isOwn ? stepOf(view, step).criteria : [],
    });
  }
  await recordDeed(tx, ctx, { action: `step.${event}`, objectKind: 'step', objectId: step, labId });
}

/** One step of a view; it has all five. */
export const stepOf = (view: LabView, step: Step): StepView => view.steps.find((row) => row.step === step)!;
