import type { Actor, Membership } from '@datalab/access';
import type { LabRole, OrganisationType } from '@datalab/domain';
import type { Database } from '../database.js';

export interface Identity {
  issuer: string;
  subject: string;
}

/** Who shows a session cookie: the person with the organisation that they work for. */
export interface SessionPerson {
  actor: Actor;
  email: string;
  organisation: { id: string; name: string; type: OrganisationType };
}

/** Signed-in browsers. The cookie's value is never stored: only its hash, and only who shows the cookie finds the row. */
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** The person with this identity, or undefined where nobody has invited them. */
  async findPersonId({ issuer, subject }: Identity): Promise<string | undefined> {
    const rows: { id: string }[] = await this.database.inTransaction({ subject: `${issuer} ${subject}` }, (tx) =>
      tx.query('select id from person where issuer = $1 and subject = $2', [issuer, subject]),
    );
    return rows[0]?.id;
  }

  async open(sessionHash: string, personId: string, idToken: string, expiresAt: Date): Promise<void> {
    await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query('insert into session (id_hash, person_id, id_token, expires_at) values ($1, $2, $3, $4)', [
        sessionHash,
        personId,
        idToken,
        expiresAt,
      ]),
    );
  }

  /** Ends the session; gives the identity token back, with which the identity provider ends its own. */
  async end(sessionHash: string): Promise<string | undefined> {
    const rows: { id_token: string }[][] = await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query('delete from session where id_hash = $1 returning id_token', [sessionHash]),
    );
    return rows[0]?.[0]?.id_token;
  }

  /** Who the cookie belongs to, with their roles as they are at this moment; undefined when it is unknown or has expired. */
  async findPerson(sessionHash: string, now: Date): Promise<SessionPerson | undefined> {
    const sessions: { person_id: string }[] = await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query('select person_id from session where id_hash = $1 and expires_at > $2', [sessionHash, now]),
    );
    return sessions[0] && this.findPersonById(sessions[0].person_id);
  }

  /** A person with their roles; undefined when there is nobody of that id. */
  async findPersonById(personId: string): Promise<SessionPerson | undefined> {
    return this.database.inTransaction({ userId: personId }, async (tx) => {
      const people: PersonRow[] = await tx.query(
        `select p.name, p.email, p.organisation_id as "organisationId" from person p where p.id = $1`,
        [personId],
      );
      const person = people[0];
      if (person === undefined) return undefined;
      const memberships = await tx.query(MEMBERSHIPS, [personId]);
      await tx.query(`select set_config('app.organisation_id', $1, true)`, [person.organisationId]);
      const organisations: { id: string; name: string; type: OrganisationType }[] = await tx.query(
        'select id, name, type from organisation where id = $1',
        [person.organisationId],
      );
      return {
        actor: { personId, organisationId: person.organisationId, name: person.name, memberships },
        email: person.email,
        organisation: organisations[0]!,
      };
    });
  }
}

interface PersonRow {
  name: string;
  email: string;
  organisationId: string;
}

const MEMBERSHIPS = `select lab_id as "labId", organisation_id as "organisationId", role, areas
  from membership where person_id = $1 and ended_at is null order by lab_id, role`;

/** The roles of one person in one lab, for a job that checks its actor again. Runs in the lab's own context. */
export async function listMembershipsInLab(database: Database, labId: string, personId: string): Promise<Membership[]> {
  const rows: { labId: string; organisationId: string; role: LabRole; areas: string[] }[] =
    await database.inTransaction({ labId }, (tx) => tx.query(MEMBERSHIPS, [personId]));
  return rows;
}
