import type { Database } from '../database.js';
import { findSignedInPerson, type SignedInPerson } from '../organisations/actor.read-model.js';

export interface Identity {
  issuer: string;
  subject: string;
}

/** Signed-in browsers. The cookie's value is never stored: only its hash, and only who shows the cookie finds the row. */
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** The person or program with this identity, or undefined where nobody has invited them or they left. */
  async findPersonId({ issuer, subject }: Identity): Promise<string | undefined> {
    const rows: { id: string }[] = await this.database.inTransaction({ subject: `${issuer} ${subject}` }, (tx) =>
      tx.query('select id from person where issuer = $1 and subject = $2 and left_at is null', [issuer, subject]),
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
  async findPerson(sessionHash: string, now: Date): Promise<SignedInPerson | undefined> {
    const sessions: { person_id: string }[] = await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query('select person_id from session where id_hash = $1 and expires_at > $2', [sessionHash, now]),
    );
    return sessions[0] && this.findPersonById(sessions[0].person_id);
  }

  /** As findSignedInPerson. */
  findPersonById(personId: string): Promise<SignedInPerson | undefined> {
    return findSignedInPerson(this.database, personId);
  }
}
