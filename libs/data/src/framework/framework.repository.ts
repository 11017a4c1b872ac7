import type { ChecklistAnswer, ChecklistName } from '@datalab/domain';
import type { Transaction } from '../database.js';
import { lockPart } from '../questions/organisation-goal.repository.js';

/** What an organisation answered on a list, in its newest version. `checklistVersion` says which list it was. */
export interface ChecklistAnswersRow {
  organisationId: string;
  checklist: ChecklistName;
  version: number;
  document: ChecklistDocument;
  madeAt: Date;
}
export interface ChecklistDocument {
  checklistVersion: number;
  answers: { item: string; answer: ChecklistAnswer; explanation: string }[];
}

/** The newest answers of each organisation on each list. */
export const listChecklistAnswers = (tx: Transaction, labId: string): Promise<ChecklistAnswersRow[]> =>
  tx.query(
    `select distinct on (organisation_id, checklist) organisation_id as "organisationId", checklist, version, document, made_at as "madeAt"
     from checklist_answers where lab_id = $1 order by organisation_id, checklist, version desc`,
    [labId],
  );

/** Whose it is and who wrote it. */
interface Made {
  labId: string;
  organisationId: string;
  madeBy: string;
  madeAt: Date;
}

export async function insertChecklistAnswers(
  tx: Transaction,
  row: Made & { checklist: ChecklistName; document: ChecklistDocument },
): Promise<void> {
  await lockPart(tx, row.labId, row.organisationId);
  await tx.query(
    `insert into checklist_answers (lab_id, organisation_id, checklist, version, document, made_by, made_at)
     select $1::uuid, $2::uuid, $3::text, coalesce(max(version), 0) + 1, $4::jsonb, $5::uuid, $6::timestamptz
     from checklist_answers where lab_id = $1 and organisation_id = $2 and checklist = $3`,
    [row.labId, row.organisationId, row.checklist, JSON.stringify(row.document), row.madeBy, row.madeAt],
  );
}

/** What a board said, who said it for the board, and when. */
export interface BoardAgreementRow {
  organisationId: string;
  version: number;
  agrees: boolean;
  personName: string;
  function: string;
  /** `YYYY-MM-DD`. */
  agreedOn: string;
  recordedAt: Date;
}

/** The newest word of each board. */
export const listBoardAgreements = (tx: Transaction, labId: string): Promise<BoardAgreementRow[]> =>
  tx.query(
    `select distinct on (organisation_id) organisation_id as "organisationId", version, agrees, person_name as "personName", function,
            agreed_on::text as "agreedOn", recorded_at as "recordedAt"
     from board_agreement where lab_id = $1 order by organisation_id, version desc`,
    [labId],
  );

export async function insertBoardAgreement(
  tx: Transaction,
  row: Made & Pick<BoardAgreementRow, 'agrees' | 'personName' | 'function' | 'agreedOn'>,
): Promise<void> {
  await lockPart(tx, row.labId, row.organisationId);
  await tx.query(
    `insert into board_agreement (lab_id, organisation_id, version, agrees, person_name, function, agreed_on, recorded_by, recorded_at)
     select $1::uuid, $2::uuid, coalesce(max(version), 0) + 1, $3::boolean, $4, $5, $6::date, $7::uuid, $8::timestamptz
     from board_agreement where lab_id = $1 and organisation_id = $2`,
    [row.labId, row.organisationId, row.agrees, row.personName, row.function, row.agreedOn, row.madeBy, row.madeAt],
  );
}

/** How the people whom it is about were asked, or why they were not: then everybody may read why. */
export type Consultation =
  | { held: true; how: string; heldOn: string; outcome: string; reason: null; isPublic: boolean }
  | { held: false; how: null; heldOn: null; outcome: null; reason: string; isPublic: true };
export type ConsultationRow = Consultation & { version: number; recordedAt: Date };

/** The newest word on the consultation of citizens; undefined where there is none. */
export async function findConsultation(tx: Transaction, labId: string): Promise<ConsultationRow | undefined> {
  const rows: ConsultationRow[] = await tx.query(
    `select version, held, how, held_on::text as "heldOn", outcome, reason, is_public as "isPublic", recorded_at as "recordedAt"
     from citizen_consultation where lab_id = $1 order by version desc limit 1`,
    [labId],
  );
  return rows[0];
}

export async function insertConsultation(
  tx: Transaction,
  row: Consultation & { labId: string; madeBy: string; madeAt: Date },
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 22))', [row.labId]);
  await tx.query(
    `insert into citizen_consultation (lab_id, version, held, how, held_on, outcome, reason, is_public, recorded_by, recorded_at)
     select $1::uuid, coalesce(max(version), 0) + 1, $2::boolean, $3, $4::date, $5, $6, $7::boolean, $8::uuid, $9::timestamptz
     from citizen_consultation where lab_id = $1`,
    [row.labId, row.held, row.how, row.heldOn, row.outcome, row.reason, row.isPublic, row.madeBy, row.madeAt],
  );
}
