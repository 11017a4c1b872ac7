import type { Transaction } from '../database.js';

/** What the lab wants to find out, with what was seen that made somebody ask. */
export interface DeeperQuestionRow {
  id: string;
  labId: string;
  organisationId: string;
  organisationName: string;
  question: string;
  /** What was seen, in words; may be empty. */
  seen: string;
  /** Source, area, category and period in which it was seen; null where it is of none in particular. */
  datasetId: string | null;
  areaCode: string | null;
  category: string | null;
  period: string | null;
  writtenAt: Date;
}

const QUESTION = `select q.id, q.lab_id as "labId", q.organisation_id as "organisationId", o.name as "organisationName", q.question, q.seen,
    q.dataset_id as "datasetId", q.area_code as "areaCode", q.category, q.period, q.written_at as "writtenAt"
  from deeper_question q join organisation o on o.id = q.organisation_id`;

/** The questions of a lab that stand, oldest first, 500 at most. */
export const listDeeperQuestions = (tx: Transaction, labId: string): Promise<DeeperQuestionRow[]> =>
  tx.query(`${QUESTION} where q.lab_id = $1 and q.withdrawn_at is null order by q.written_at, q.id limit 500`, [labId]);

/** One that stands. */
export async function findDeeperQuestion(tx: Transaction, id: string): Promise<DeeperQuestionRow | undefined> {
  const rows: DeeperQuestionRow[] = await tx.query(`${QUESTION} where q.id = $1 and q.withdrawn_at is null`, [id]);
  return rows[0];
}

export type NewDeeperQuestion = Omit<DeeperQuestionRow, 'id' | 'organisationName'> & { writtenBy: string };

/** Adds one; gives its id. */
export async function insertDeeperQuestion(tx: Transaction, question: NewDeeperQuestion): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into deeper_question (lab_id, organisation_id, question, seen, dataset_id, area_code, category, period, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      question.labId,
      question.organisationId,
      question.question,
      question.seen,
      question.datasetId,
      question.areaCode,
      question.category,
      question.period,
      question.writtenBy,
      question.writtenAt,
    ],
  );
  return rows[0]!.id;
}

/** Takes a question back. */
export const withdrawDeeperQuestion = (tx: Transaction, id: string, by: string, at: Date): Promise<unknown> =>
  tx.query('update deeper_question set withdrawn_by = $2, withdrawn_at = $3 where id = $1 and withdrawn_at is null', [
    id,
    by,
    at,
  ]);
