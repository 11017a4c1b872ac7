import type { Database } from '../database.js';
import { findSignedInPerson, type SignedInPerson } from '../organisations/actor.read-model.js';
import { announce } from '../outbox/changes.js';

export interface Identity {
  issuer: string;
  subject: string;
}

/** What a browser may still do without the identity provider, and with what the provider is asked again. */
export interface Renewal {
  freshUntil: Date;
  /** Null where the provider gave none: then the session ends when it is no longer fresh. */
  refreshTokenSealed: Buffer | null;
}

export interface SessionRow extends Renewal {
  personId: string;
  expiresAt: Date;
  /** When they last showed the provider who they are; null where it did not say. */
  authenticatedAt: Date | null;
}

/** A signed-in browser as its owner sees it. */
export interface OwnSession {
  id: string;
  startedAt: Date;
  renewedAt: Date;
  expiresAt: Date;
  isCurrent: boolean;
}

const RENEWAL_TAKES_AT_MOST = '15 seconds';

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

  /** As findSignedInPerson. */
  findPersonById(personId: string): Promise<SignedInPerson | undefined> {
    return findSignedInPerson(this.database, personId);
  }

  /** Opens a session, and clears away those that are over. Without `renewal` it stays fresh to its end. */
  async open(
    sessionHash: string,
    personId: string,
    idToken: string,
    expiresAt: Date,
    renewal: Renewal & { authenticatedAt?: Date | undefined } = { freshUntil: expiresAt, refreshTokenSealed: null },
  ): Promise<void> {
    await this.database.inTransaction({ sessionHash }, async (tx) => {
      await tx.query('delete from session where expires_at < now()');
      await tx.query(
        `insert into session (id_hash, person_id, id_token, expires_at, fresh_until, refresh_token_sealed, authenticated_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          sessionHash,
          personId,
          idToken,
          expiresAt,
          renewal.freshUntil,
          renewal.refreshTokenSealed,
          renewal.authenticatedAt ?? null,
        ],
      );
    });
  }

  /** The session of a cookie; undefined when it is unknown or has expired. */
  async find(sessionHash: string, now: Date): Promise<SessionRow | undefined> {
    const rows: SessionRow[] = await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query(
        `select person_id as "personId", fresh_until as "freshUntil", expires_at as "expiresAt",
                refresh_token_sealed as "refreshTokenSealed", authenticated_at as "authenticatedAt"
         from session where id_hash = $1 and expires_at > $2`,
        [sessionHash, now],
      ),
    );
    return rows[0];
  }

  /** Takes on the renewal of a session that is no longer fresh; false where another process does so already, or did. */
  async claimRenewal(sessionHash: string, now: Date): Promise<boolean> {
    const [, claimed]: [unknown, number] = await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query(
        `update session set renewing_since = $2 where id_hash = $1 and fresh_until <= $2
           and (renewing_since is null or renewing_since < $2::timestamptz - $3::interval)`,
        [sessionHash, now, RENEWAL_TAKES_AT_MOST],
      ),
    );
    return claimed > 0;
  }

  /** Lets somebody else try: the renewal did not come about. */
  async releaseRenewal(sessionHash: string): Promise<void> {
    await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query('update session set renewing_since = null where id_hash = $1', [sessionHash]),
    );
  }

  /** Keeps what the provider gave anew; false where the session was ended meanwhile. */
  async saveRenewal(sessionHash: string, renewal: Renewal, idToken: string | undefined, now: Date): Promise<boolean> {
    const [, saved]: [unknown, number] = await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query(
        `update session set fresh_until = least($2, expires_at), refresh_token_sealed = $3, id_token = coalesce($4, id_token),
           renewed_at = $5, renewing_since = null where id_hash = $1`,
        [sessionHash, renewal.freshUntil, renewal.refreshTokenSealed, idToken ?? null, now],
      ),
    );
    return saved > 0;
  }

  /** Ends the session; gives the identity token back, with which the identity provider ends its own. */
  async end(sessionHash: string): Promise<string | undefined> {
    const rows: { id_token: string }[][] = await this.database.inTransaction({ sessionHash }, (tx) =>
      tx.query('delete from session where id_hash = $1 returning id_token', [sessionHash]),
    );
    return rows[0]?.[0]?.id_token;
  }

  /** Ends every session of one person, and tells whatever is open for them. */
  async endAllOf(personId: string): Promise<void> {
    await this.database.inTransaction({ userId: personId }, async (tx) => {
      await tx.query('delete from session where person_id = $1', [personId]);
      await announce(tx, { kind: 'access', id: personId });
    });
  }

  /** The sessions of one person that are not over, the newest first. `current`: hash of the one that asks. */
  async listOf(personId: string, current: string | undefined, now: Date): Promise<OwnSession[]> {
    return this.database.inTransaction({ userId: personId }, (tx) =>
      tx.query(
        `select id, created_at as "startedAt", renewed_at as "renewedAt", expires_at as "expiresAt",
                coalesce(id_hash = $2, false) as "isCurrent"
         from session where person_id = $1 and expires_at > $3 order by created_at desc, id`,
        [personId, current ?? null, now],
      ),
    );
  }
}
