import type { LabRole, OrganisationType } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** Somebody who holds at least one role in a lab. */
export interface MemberRow {
  personId: string;
  name: string;
  organisationId: string;
  organisationName: string;
  organisationType: OrganisationType;
  roles: { role: LabRole; areas: string[] }[];
}

/** The people of a lab with their roles as they stand, by organisation and name. */
export const listMembers = (tx: Transaction, labId: string): Promise<MemberRow[]> =>
  tx.query(
    `select p.id as "personId", p.name, o.id as "organisationId", o.name as "organisationName", o.type as "organisationType",
            jsonb_agg(jsonb_build_object('role', m.role, 'areas', m.areas) order by m.role) as roles
     from membership m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
     where m.lab_id = $1 and m.ended_at is null and p.left_at is null
     group by p.id, p.name, o.id, o.name, o.type order by o.name, p.name, p.id`,
    [labId],
  );

/** Somebody who could be given a role. */
export interface CandidateRow {
  id: string;
  organisationId: string;
  kind: 'human' | 'api_client';
  isAdministrator: boolean;
}

/** A person who is here still, if row-level security lets this actor see them. */
export async function findCandidate(tx: Transaction, personId: string): Promise<CandidateRow | undefined> {
  const rows: CandidateRow[] = await tx.query(
    `select id, organisation_id as "organisationId", kind, is_administrator as "isAdministrator"
     from person where id = $1 and left_at is null`,
    [personId],
  );
  return rows[0];
}

export interface NewMembership {
  labId: string;
  personId: string;
  organisationId: string;
  role: LabRole;
  areas: readonly string[];
}

/** Gives a role; one that was ended before begins again, one that is held gets these areas. */
export async function saveMembership(tx: Transaction, membership: NewMembership): Promise<void> {
  const { labId, personId, organisationId, role, areas } = membership;
  await tx.query(
    `insert into membership (lab_id, person_id, organisation_id, role, areas) values ($1, $2, $3, $4, $5)
     on conflict (lab_id, person_id, role) do update set areas = excluded.areas, ended_at = null`,
    [labId, personId, organisationId, role, areas],
  );
}

/** Ends a role; false where it was not held. */
export async function endMembership(
  tx: Transaction,
  { labId, personId, role }: Pick<NewMembership, 'labId' | 'personId' | 'role'>,
  at: Date,
): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `update membership set ended_at = $4 where lab_id = $1 and person_id = $2 and role = $3 and ended_at is null`,
    [labId, personId, role, at],
  );
  return changed > 0;
}

/** How many hold the role of coordinator; locks them, so that two do not leave at once. */
export async function countCoordinators(tx: Transaction, labId: string): Promise<number> {
  const rows: unknown[] = await tx.query(
    `select 1 from membership where lab_id = $1 and role = 'coordinator' and ended_at is null for update`,
    [labId],
  );
  return rows.length;
}

/** Which of these codes are no area of the lab's region. */
export async function listUnknownAreas(tx: Transaction, labId: string, codes: readonly string[]): Promise<string[]> {
  const rows: { code: string }[] = await tx.query(
    `select code from unnest($2::text[]) code where not exists (
       select from area a where a.code = code.code and a.region_id in (
         select region_id from lab where id = $1 union select region_id from app.lab_names() where lab_id = $1))`,
    [labId, codes],
  );
  return rows.map(({ code }) => code);
}
