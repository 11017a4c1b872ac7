import type { Consent, Step, StepEvent, StepState } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** One thing that happened to a step. */
export interface StepEventRow {
  id: string;
  step: Step;
  event: StepEvent;
  round: number;
  from: StepState;
  to: StepState;
  actorId: string;
  organisationId: string;
  /** Empty for one that no longer takes part. */
  organisation: string;
  reason: string | null;
  criteria: { code: string; met: boolean; missing: { organisationId: string | null; role: string }[] }[];
  at: Date;
}

/** Everything that happened to the steps of a lab, or to one of them, the newest first, 500 at most. */
export const listStepEvents = (tx: Transaction, labId: string, step?: Step): Promise<StepEventRow[]> =>
  tx.query(
    `select e.id, e.step, e.event, e.round, e.from_state as "from", e.to_state as "to", e.actor_id as "actorId",
            e.organisation_id as "organisationId", coalesce(o.name, '') as organisation, e.reason, e.criteria, e.at
     from step_event e left join organisation o on o.id = e.organisation_id
     where e.lab_id = $1 and ($2::text is null or e.step = $2) order by e.at desc, e.id desc limit 500`,
    [labId, step ?? null],
  );

/** Where every participant of a lab stands in the present round of each step, by step and name; the last that it answered counts. */
export const listConsents = (tx: Transaction, labId: string): Promise<(Consent & { step: Step })[]> =>
  tx.query(
    `select s.step, p.organisation_id as "organisationId", o.name,
            case a.event when 'consent' then 'consent' when 'object' then 'objection' end as answer, a.at,
            case a.event when 'object' then a.reason end as reason
     from lab_step s
     join lab_participant p on p.lab_id = s.lab_id
     join organisation o on o.id = p.organisation_id
     left join lateral (
       select e.event, e.at, e.reason from step_event e
       where e.lab_id = s.lab_id and e.step = s.step and e.round = s.round and e.organisation_id = p.organisation_id
         and e.event in ('consent', 'object')
       order by e.at desc, e.id desc limit 1) a on true
     where s.lab_id = $1 order by s.step, o.name`,
    [labId],
  );
