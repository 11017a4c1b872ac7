import type { Criterion, StepChange, StepEvent, Step, StepState } from '@datalab/domain';
import type { Transaction } from '../database.js';
import { listSteps, type StepRow } from './lab.read-model.js';

/** The steps of a lab, held until this transaction ends: nobody moves the lab, or answers in it, at the same time. */
export async function lockSteps(tx: Transaction, labId: string): Promise<StepRow[]> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('steps of ' || $1, 0))`, [labId]);
  return listSteps(tx, labId);
}

/** Writes one change of one step; `reason` where it was given one. A step that is handed in begins its next round. */
export async function saveStep(
  tx: Transaction,
  labId: string,
  { step, event, to }: StepChange,
  reason: string | null,
): Promise<void> {
  await tx.query(
    `update lab_step set state = $3, since = now(), reason = $4, round = round + ($5 = 'submit')::int,
       reopened_at = case when $5 in ('reopen', 'lock') then now() else reopened_at end
     where lab_id = $1 and step = $2`,
    [labId, step, to, reason, event],
  );
}

/** What happened to a step, by whom. */
export interface NewStepEvent {
  labId: string;
  step: Step;
  event: StepEvent;
  round: number;
  from: StepState;
  to: StepState;
  actorId: string;
  organisationId: string;
  reason: string | null;
  /** As they were at that moment. */
  criteria: readonly Criterion[];
}

/** Appends to the history of a lab's steps; it can never be changed. */
export async function insertStepEvent(tx: Transaction, event: NewStepEvent): Promise<void> {
  const criteria = event.criteria.map(({ code, met, missing }) => ({
    code,
    met,
    missing: missing.map(({ organisationId, role }) => ({ organisationId, role })),
  }));
  await tx.query(
    `insert into step_event (lab_id, step, event, round, from_state, to_state, actor_id, organisation_id, reason, criteria)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      event.labId,
      event.step,
      event.event,
      event.round,
      event.from,
      event.to,
      event.actorId,
      event.organisationId,
      event.reason,
      JSON.stringify(criteria),
    ],
  );
}
