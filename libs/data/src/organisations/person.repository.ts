import type { LabRole } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** Somebody as the administrator sees them. */
export interface PersonRow {
  id: string;
  name: string;
  email: string;
  organisationId: string;
  isAdministrator: boolean;
  /** Named to begin labs; who leads one may do so anyway. */
  mayFoundLabs: boolean;
  leftAt: Date | null;
  roles: { labId: string; role: LabRole }[];
}

/** The people of the platform, by name; programs are not among them. */
export const listPeople = (tx: Transaction): Promise<PersonRow[]> =>
  tx.query(
    `select p.id, p.name, p.email, p.organisation_id as "organisationId", p.is_administrator as "isAdministrator",
            p.may_found_labs as "mayFoundLabs", p.left_at as "leftAt",
            (select coalesce(jsonb_agg(jsonb_build_object('labId', m.lab_id, 'role', m.role) order by m.lab_id, m.role), '[]')
             from membership m where m.person_id = p.id and m.ended_at is null) as roles
     from person p where p.kind = 'human' order by p.left_at is not null, p.name, p.id`,
  );

export interface Arrival {
  organisationId: string;
  issuer: string;
  subject: string;
  email: string;
  name: string;
}

/** Makes a person under an id that the transaction already speaks for. Throws PostgreSQL's 23505 where identity or address is in use. */
export async function insertPerson(tx: Transaction, id: string, arrival: Arrival): Promise<void> {
  const { organisationId, issuer, subject, email, name } = arrival;
  await tx.query(
    `insert into person (id, organisation_id, issuer, subject, email, name, kind) values ($1, $2, $3, $4, $5, $6, 'human')`,
    [id, organisationId, issuer, subject, email, name],
  );
}

/** Lets somebody go: nothing is allowed from here on, every role ends, every browser is signed out. False where they were gone already. */
export async function endPerson(tx: Transaction, personId: string, at: Date): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    'update person set left_at = $2 where id = $1 and left_at is null',
    [personId, at],
  );
  if (changed === 0) return false;
  await tx.query('update membership set ended_at = $2 where person_id = $1 and ended_at is null', [personId, at]);
  await tx.query('delete from session where person_id = $1', [personId]);
  return true;
}
