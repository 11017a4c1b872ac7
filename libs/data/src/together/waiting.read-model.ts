import { SOON_DAYS, type LabRole } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** That something waits for somebody: which kind of thing by id and round, so that the same thing asked again counts anew. */
export interface WaitingRow {
  personId: string;
  item: string;
}

/**
 * One statement of everything that one role is asked for by name and has not done. What the criteria of a step miss is not among it: it follows from the
 * lab as everybody sees it (libs/features, together/waiting-in-lab.ts).
 */
const WAITING = `
with here as (
  select m.person_id, m.role, m.organisation_id from membership m join person p on p.id = m.person_id
  where m.lab_id = $1 and m.ended_at is null and p.left_at is null and p.kind = 'human'
)
-- A step that was handed in and that one's organisation has not answered.
select h.person_id as "personId", 'consent:' || s.step || ':' || s.round as item from lab_step s
  join here h on h.role = 'privacy_officer' or h.role = 'domain_expert' and s.step <> 'share_safely'
  where s.lab_id = $1 and s.state = 'in_review'
    and not exists (select from step_event e where e.lab_id = $1 and e.step = s.step and e.round = s.round
                    and e.organisation_id = h.organisation_id and e.event in ('consent', 'object'))
-- One that all have answered, for who leads.
union select h.person_id, 'decide:' || s.step || ':' || s.round from lab_step s join here h on h.role = 'coordinator'
  where s.lab_id = $1 and s.state = 'in_review'
    and not exists (select from lab_participant lp where lp.lab_id = $1 and not exists (
      select from step_event e where e.lab_id = $1 and e.step = s.step and e.round = s.round
        and e.organisation_id = lp.organisation_id and e.event in ('consent', 'object')))
union select h.person_id, 'mention:' || c.id || ':' || cm.role from comment_mention cm join comment c on c.id = cm.comment_id
  join here h on h.role = cm.role and (cm.organisation_id is null or cm.organisation_id = h.organisation_id)
  where cm.lab_id = $1 and cm.settled_at is null and c.withdrawn_at is null
-- Days that are near or over, of steps that are not done: for who leads, and of a step for all who work in the lab.
union select h.person_id, case when d.due_on < $2::date then 'overdue:' else 'due:' end || d.target_kind || ':' || d.target_id || ':' || d.due_on
  from deadline d join here h on h.role = 'coordinator' or d.target_kind = 'step' and h.role <> 'wijkteam_member'
  where d.lab_id = $1 and d.due_on <= $2::date + $3::int
    and not exists (select from lab_step s where s.lab_id = $1 and s.state = 'done' and d.target_kind in ('step', 'criterion')
                    and s.step = split_part(d.target_id, '.', 1))
-- The newest load of a dataset, where it was refused or wants to be confirmed.
union select h.person_id, 'load:' || l.id || ':' || l.state from dataset d join here h on h.role = 'data_steward' and h.organisation_id = d.organisation_id
  join lateral (select l.id, l.state from load l where l.dataset_id = d.id order by l.revision desc limit 1) l on l.state in ('refused', 'to_confirm')
  where d.lab_id = $1
union select h.person_id, 'sign:' || a.id from agreement a join here h on h.role = 'privacy_officer'
  where a.lab_id = $1 and a.state = 'signing'
    and not exists (select from agreement_signature s where s.agreement_id = a.id and s.organisation_id = h.organisation_id)
union select h.person_id, 'shell:' || o.id || ':' || o.version from output_shell o join here h on h.role = 'domain_expert'
  where o.lab_id = $1 and o.state = 'submitted'
    and not exists (select from output_shell_approval p where p.shell_id = o.id and p.organisation_id = h.organisation_id)
union select h.person_id, 'check:' || r.id || ':' || r.round from release r
  join here h on h.role in ('privacy_officer', 'analyst', 'domain_expert') and h.person_id <> r.requested_by
  where r.lab_id = $1 and r.state in ('submitted', 'partially_reviewed')
    and not exists (select from release_review v where v.release_id = r.id and v.round = r.round and v.organisation_id = h.organisation_id)`;

/** What people are asked for by name in a lab on a day (`YYYY-MM-DD`), for the worker in the context of that lab. */
export const listWaiting = (tx: Transaction, labId: string, today: string): Promise<WaitingRow[]> =>
  tx.query(WAITING, [labId, today, SOON_DAYS]);

/** Somebody who works in a lab, in all of their roles there. */
export interface PersonAtWork {
  personId: string;
  organisationId: string;
  roles: LabRole[];
}

/** Everybody who works in a lab now; programs and the invented are nobody to wait for. */
export const listPeopleAtWork = (tx: Transaction, labId: string): Promise<PersonAtWork[]> =>
  tx.query(
    `select m.person_id as "personId", m.organisation_id as "organisationId", array_agg(distinct m.role) as roles
     from membership m join person p on p.id = m.person_id
     where m.lab_id = $1 and m.ended_at is null and p.left_at is null and p.kind = 'human'
     group by 1, 2 order by 1`,
    [labId],
  );
