import type { Transaction } from '../database.js';
import { purposeOf } from './purpose.js';

/** How it ended: done, refused (not allowed, not there, not now) or failed on our side. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/**
 * What was done, to what. Ids, words and counts only: never a value of a row, a pseudonym, free text. The database refuses anything that
 * does not look like one, and with it the transaction.
 */
export interface AuditEvent {
  /** `<subject>.<deed>`: letters, dots and dashes. */
  action: string;
  objectKind: string;
  objectId: string;
  labId?: string;
  /** Whose data it is, where that is one organisation's: its privacy officer sees the event too. */
  dataOrganisationId?: string;
  /** `done` where it is left out. */
  outcome?: AuditOutcome;
  detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditAuthor {
  actorId: string;
  /** Absent for work of the platform itself. */
  organisationId?: string;
  requestId: string;
}

/** Appends to the audit log in the transaction of what it tells of: both are there, or neither is. Reads are events like writes. */
export async function audit(tx: Transaction, author: AuditAuthor, event: AuditEvent): Promise<void> {
  await tx.query(
    `insert into audit_event (actor_id, organisation_id, lab_id, data_organisation_id, action, object_kind, object_id, outcome, purpose,
       request_id, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      author.actorId,
      author.organisationId ?? null,
      event.labId ?? null,
      event.dataOrganisationId ?? null,
      event.action,
      event.objectKind,
      event.objectId,
      event.outcome ?? 'done',
      purposeOf(event.action),
      author.requestId,
      JSON.stringify(event.detail ?? {}),
    ],
  );
}
