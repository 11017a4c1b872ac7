import type { LabRole } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** An invitation; the secret of its link is in nobody's database. */
export interface InvitationRow {
  id: string;
  organisationId: string;
  labId: string | null;
  /** In lower case. */
  email: string;
  roles: LabRole[];
  areas: string[];
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

const COLUMNS = `id, organisation_id as "organisationId", lab_id as "labId", email, roles, areas, created_at as "createdAt",
  expires_at as "expiresAt", accepted_at as "acceptedAt", withdrawn_at as "withdrawnAt"`;

export interface NewInvitation extends Pick<
  InvitationRow,
  'organisationId' | 'labId' | 'email' | 'roles' | 'areas' | 'expiresAt'
> {
  tokenHash: string;
  invitedBy: string;
}

export async function insertInvitation(tx: Transaction, invitation: NewInvitation): Promise<InvitationRow> {
  const { organisationId, labId, email, roles, areas, expiresAt, tokenHash, invitedBy } = invitation;
  const rows: InvitationRow[] = await tx.query(
    `insert into invitation (organisation_id, lab_id, email, roles, areas, expires_at, token_hash, invited_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
    [organisationId, labId, email, roles, areas, expiresAt, tokenHash, invitedBy],
  );
  return rows[0]!;
}

/** The newest invitations first, at most two hundred: of one lab, or of the whole platform where `labId` is left out. */
export const listInvitations = (tx: Transaction, labId?: string): Promise<InvitationRow[]> =>
  tx.query(
    `select ${COLUMNS} from invitation where ($1::uuid is null or lab_id = $1) order by created_at desc, id limit 200`,
    [labId ?? null],
  );

/** The invitation whose secret this transaction shows, locked until its end. */
export async function lockShownInvitation(tx: Transaction, tokenHash: string): Promise<InvitationRow | undefined> {
  const rows: InvitationRow[] = await tx.query(`select ${COLUMNS} from invitation where token_hash = $1 for update`, [
    tokenHash,
  ]);
  return rows[0];
}

/** As above, only to look at. */
export async function findShownInvitation(tx: Transaction, tokenHash: string): Promise<InvitationRow | undefined> {
  const rows: InvitationRow[] = await tx.query(`select ${COLUMNS} from invitation where token_hash = $1`, [tokenHash]);
  return rows[0];
}

export async function acceptInvitation(tx: Transaction, id: string, personId: string, at: Date): Promise<void> {
  await tx.query('update invitation set accepted_at = $3, accepted_by = $2 where id = $1', [id, personId, at]);
}

/** Takes an invitation back; undefined where there is none that is open. */
export async function withdrawInvitation(tx: Transaction, id: string, at: Date): Promise<InvitationRow | undefined> {
  const [rows]: [InvitationRow[]] = await tx.query(
    `update invitation set withdrawn_at = $2 where id = $1 and accepted_at is null and withdrawn_at is null returning ${COLUMNS}`,
    [id, at],
  );
  return rows[0];
}
