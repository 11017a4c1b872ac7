import type { ReviewVerdict } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface ReviewRow {
  releaseId: string;
  round: number;
  organisationId: string;
  organisationName: string;
  personId: string;
  /** Name of a colleague; null for people of other organisations, whose organisation says enough. */
  personName: string | null;
  asPrivacyOfficer: boolean;
  verdict: ReviewVerdict;
  remark: string;
  digest: string;
  at: Date;
}

/** Every review of a release, oldest first, of all rounds. */
export const listReviews = (tx: Transaction, releaseId: string): Promise<ReviewRow[]> =>
  tx.query(
    `select v.release_id as "releaseId", v.round, v.organisation_id as "organisationId", o.name as "organisationName",
            v.person_id as "personId", p.name as "personName", v.as_privacy_officer as "asPrivacyOfficer", v.verdict, v.remark, v.digest, v.at
     from release_review v join organisation o on o.id = v.organisation_id left join person p on p.id = v.person_id
     where v.release_id = $1 order by v.at, v.id`,
    [releaseId],
  );

export type NewReview = Omit<ReviewRow, 'organisationName' | 'personName'> & { labId: string };

export async function insertReview(tx: Transaction, review: NewReview): Promise<void> {
  await tx.query(
    `insert into release_review (release_id, lab_id, round, organisation_id, person_id, as_privacy_officer, verdict, remark, digest, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      review.releaseId,
      review.labId,
      review.round,
      review.organisationId,
      review.personId,
      review.asPrivacyOfficer,
      review.verdict,
      review.remark,
      review.digest,
      review.at,
    ],
  );
}

export interface CommentRow {
  id: string;
  organisationId: string;
  organisationName: string;
  personName: string | null;
  words: string;
  at: Date;
}

/** What was said about a release, oldest first; 500 at most. */
export const listReleaseComments = (tx: Transaction, releaseId: string): Promise<CommentRow[]> =>
  tx.query(
    `select c.id, c.organisation_id as "organisationId", o.name as "organisationName", p.name as "personName", c.words, c.at
     from release_comment c join organisation o on o.id = c.organisation_id left join person p on p.id = c.person_id
     where c.release_id = $1 order by c.at, c.id limit 500`,
    [releaseId],
  );

export async function insertReleaseComment(
  tx: Transaction,
  comment: { releaseId: string; labId: string; organisationId: string; personId: string; words: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into release_comment (release_id, lab_id, organisation_id, person_id, words, at) values ($1, $2, $3, $4, $5, $6)`,
    [comment.releaseId, comment.labId, comment.organisationId, comment.personId, comment.words, comment.at],
  );
}

/** What the machine found, cell by cell, for checkers; undefined for everybody else and before it looked. */
export async function findReleaseCheck(tx: Transaction, releaseId: string): Promise<unknown> {
  const rows: { document: unknown }[] = await tx.query('select document from release_check where release_id = $1', [
    releaseId,
  ]);
  return rows[0]?.document;
}
