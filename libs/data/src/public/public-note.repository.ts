import type { Transaction } from '../database.js';

export const NOTE_KINDS = ['objection', 'context'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
export const DECLINE_REASONS = ['tells_of_a_person', 'not_about_this', 'abuse', 'said_already'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export interface NoteRow {
  id: string;
  labId: string;
  releaseId: string | null;
  kind: NoteKind;
  words: string;
  state: 'received' | 'published' | 'declined';
  receivedAt: Date;
  answer: string | null;
  declineReason: DeclineReason | null;
  answeredAt: Date | null;
}

/** Keeps a note of somebody who is nobody: nothing of who it was, and nothing of it can be read back in the same way. */
export async function insertNote(
  tx: Transaction,
  note: Pick<NoteRow, 'id' | 'labId' | 'releaseId' | 'kind' | 'words'>,
): Promise<void> {
  await tx.query('insert into public_note (id, lab_id, release_id, kind, words) values ($1, $2, $3, $4, $5)', [
    note.id,
    note.labId,
    note.releaseId,
    note.kind,
    note.words,
  ]);
}

const NOTE = `select id, lab_id as "labId", release_id as "releaseId", kind, words, state, received_at as "receivedAt", answer,
  decline_reason as "declineReason", answered_at as "answeredAt" from public_note`;

/** The notes of a lab for those who answer them, newest first; 500 at most. */
export const listNotes = (tx: Transaction, labId: string): Promise<NoteRow[]> =>
  tx.query(`${NOTE} where lab_id = $1 order by received_at desc limit 500`, [labId]);

export async function findNote(tx: Transaction, id: string): Promise<NoteRow | undefined> {
  const rows: NoteRow[] = await tx.query(`${NOTE} where id = $1`, [id]);
  return rows[0];
}

/** Published with its answer, or declined for a reason; a note that was decided on stays as it is. True where it was not before. */
export async function decideNote(
  tx: Transaction,
  id: string,
  decision: {
    answer: string | null;
    declineReason: DeclineReason | null;
    by: string;
    organisationId: string;
    at: Date;
  },
): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `update public_note set state = $2, answer = $3, decline_reason = $4, answered_by = $5, answered_organisation_id = $6, answered_at = $7
     where id = $1 and state = 'received'`,
    [
      id,
      decision.answer === null ? 'declined' : 'published',
      decision.answer,
      decision.declineReason,
      decision.by,
      decision.organisationId,
      decision.at,
    ],
  );
  return changed === 1;
}
