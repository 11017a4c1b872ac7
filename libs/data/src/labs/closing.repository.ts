import type { Consent, LabEvent, LabState, TemplateKey } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface NewLabEvent {
  labId: string;
  event: LabEvent;
  /** Which time it was asked to close. */
  round: number;
  /** Null for what the platform did by itself. */
  by: { personId: string; organisationId: string } | null;
  reason: string | null;
}

/** Appends to the history of a lab as a whole; it can never be changed. */
export async function insertLabEvent(tx: Transaction, { labId, event, round, by, reason }: NewLabEvent): Promise<void> {
  await tx.query(
    'insert into lab_event (lab_id, event, round, actor_id, organisation_id, reason) values ($1, $2, $3, $4, $5, $6)',
    [labId, event, round, by?.personId ?? null, by?.organisationId ?? null, reason],
  );
}

/** The state of a lab, held until this transaction ends. */
export async function lockLab(tx: Transaction, labId: string): Promise<{ state: LabState; round: number } | undefined> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('closing of ' || $1, 0))`, [labId]);
  const rows: { state: LabState; round: number }[] = await tx.query(
    'select state, closing_round as round from lab where id = $1',
    [labId],
  );
  return rows[0];
}

export const saveLabState = (tx: Transaction, labId: string, state: LabState, round: number): Promise<unknown> =>
  tx.query('update lab set state = $2, state_since = now(), closing_round = $3 where id = $1', [labId, state, round]);

/** The worker says that a lab is closed. */
export const finishLab = (tx: Transaction, labId: string): Promise<unknown> =>
  tx.query(`update lab set state = 'closed', state_since = now() where id = $1 and state = 'closing'`, [labId]);

/** What every participant answered to closing the lab, this time, by name. */
export const listClosingConsents = (tx: Transaction, labId: string): Promise<Consent[]> =>
  tx.query(
    `select p.organisation_id as "organisationId", o.name,
            case a.event when 'consent' then 'consent' when 'object' then 'objection' end as answer, a.at,
            case a.event when 'object' then a.reason end as reason
     from lab l join lab_participant p on p.lab_id = l.id join organisation o on o.id = p.organisation_id
     left join lateral (
       select e.event, e.at, e.reason from lab_event e
       where e.lab_id = l.id and e.round = l.closing_round and e.organisation_id = p.organisation_id
         and e.event in ('consent', 'object')
       order by e.at desc, e.id desc limit 1) a on true
     where l.id = $1 order by o.name`,
    [labId],
  );

/** Why the lab was asked to close, the last time; null where it never was. */
export async function findClosingReason(tx: Transaction, labId: string): Promise<string | null> {
  const rows: { reason: string }[] = await tx.query(
    `select reason from lab_event where lab_id = $1 and event = 'ask' order by at desc limit 1`,
    [labId],
  );
  return rows[0]?.reason ?? null;
}

export async function insertLesson(
  tx: Transaction,
  lesson: { labId: string; template: TemplateKey; text: string; writtenBy: string },
): Promise<void> {
  await tx.query('insert into lesson (lab_id, template, text, written_by) values ($1, $2, $3, $4)', [
    lesson.labId,
    lesson.template,
    lesson.text,
    lesson.writtenBy,
  ]);
}

/** What one lab taught, in the order in which it was written. */
export const listLessonsOf = (tx: Transaction, labId: string): Promise<{ id: string; text: string }[]> =>
  tx.query('select id, text from lesson where lab_id = $1 order by written_at, id', [labId]);
