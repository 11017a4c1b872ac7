import type { PublicValue, ValuesGround, ValueVerdict } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** What one organisation answered on one value. */
export interface ValueAnswerRow extends ValuesGround {
  value: PublicValue;
  organisationId: string;
  verdict: ValueVerdict;
  answer: string;
  answeredAt: Date;
  /** Name of who answered, for colleagues; null for all others. */
  answeredBy: string | null;
}

const ANSWER = `select a.value, a.organisation_id as "organisationId", a.verdict, a.answer, a.snapshot_digest as "snapshotDigest",
  a.sources, a.evidence, a.method, a.answered_at as "answeredAt", p.name as "answeredBy"
  from value_answer a left join person p on p.id = a.answered_by`;

/** Of each value and organisation the newest answer, for the lab itself (`shellId` null) or for the analysis of one output shell. */
export const listValueAnswers = (tx: Transaction, labId: string, shellId: string | null): Promise<ValueAnswerRow[]> =>
  tx.query(
    `${ANSWER} where a.id in (
       select distinct on (value, organisation_id) id from value_answer where lab_id = $1 and shell_id is not distinct from $2
       order by value, organisation_id, answered_at desc, id desc)
     order by a.value, a.organisation_id`,
    [labId, shellId],
  );

/** Every answer on one value, newest first, 200 at most: how an opinion came to be. */
export const listAnswersOfValue = (
  tx: Transaction,
  labId: string,
  shellId: string | null,
  value: PublicValue,
): Promise<ValueAnswerRow[]> =>
  tx.query(
    `${ANSWER} where a.lab_id = $1 and a.shell_id is not distinct from $2 and a.value = $3 order by a.answered_at desc, a.id desc limit 200`,
    [labId, shellId, value],
  );

export interface NewValueAnswer {
  labId: string;
  shellId: string | null;
  value: PublicValue;
  organisationId: string;
  verdict: ValueVerdict;
  answer: string;
  ground: ValuesGround;
  answeredBy: string;
  answeredAt: Date;
}

/** Adds an answer; earlier ones stay. */
export async function insertValueAnswer(tx: Transaction, answer: NewValueAnswer): Promise<void> {
  const { ground } = answer;
  await tx.query(
    `insert into value_answer (lab_id, shell_id, value, organisation_id, verdict, answer, snapshot_digest, sources, evidence, method,
       answered_by, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      answer.labId,
      answer.shellId,
      answer.value,
      answer.organisationId,
      answer.verdict,
      answer.answer,
      ground.snapshotDigest,
      ground.sources,
      ground.evidence,
      ground.method,
      answer.answeredBy,
      answer.answeredAt,
    ],
  );
}

/** The organisations that take part in a lab, for person and worker alike. */
export async function listPartyIds(tx: Transaction, labId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select organisation_id as id from lab_participant where lab_id = $1 order by 1',
    [labId],
  );
  return rows.map(({ id }) => id);
}
