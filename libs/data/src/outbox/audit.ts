import type { Transaction } from '../database.js';

/** What was done, to what. Ids, states and counts only: never a value of a row, never a pseudonym. */
export interface AuditEvent {
  action: string;
  objectKind: string;
  objectId: string;
  labId?: string;
  detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditAuthor {
  actorId: string;
  /** Absent for work of the platform itself. */
  organisationId?: string;
  requestId: string;
}

/** Appends to the audit log in the transaction of what it tells of: both are there, or neither is. */
export async function audit(tx: Transaction, author: AuditAuthor, event: AuditEvent): Promise<void> {
  await tx.query(
    `insert into audit_event (actor_id, organisation_id, lab_id, action, object_kind, object_id, request_id, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      author.actorId,
      author.organisationId ?? null,
      event.labId ?? null,
      event.action,
      event.objectKind,
      event.objectId,
      author.requestId,
      JSON.stringify(event.detail ?? {}),
    ],
  );
}
