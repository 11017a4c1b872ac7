import type { LabRole, Target } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** Whom a comment asks for something. */
export interface MentionRow {
  role: LabRole;
  /** Null: those of every organisation. */
  organisationId: string | null;
  /** When somebody said that it is done; null while it waits. */
  settledAt: Date | null;
}

/** What somebody said about one thing of a lab. */
export interface LabCommentRow {
  id: string;
  labId: string;
  targetKind: Target['kind'];
  targetId: string;
  organisationId: string;
  organisationName: string;
  writtenBy: string;
  /** Null for who works at another organisation. */
  writerName: string | null;
  /** What the writer is in the lab now. */
  roles: LabRole[];
  writtenAt: Date;
  withdrawnAt: Date | null;
  /** As it reads now first, then what it was before; none of what was withdrawn. */
  versions: { words: string; writtenAt: string }[];
  mentions: MentionRow[];
}

const COMMENT = `select c.id, c.lab_id as "labId", c.target_kind as "targetKind", c.target_id as "targetId",
    c.organisation_id as "organisationId", o.name as "organisationName", c.written_by as "writtenBy",
    case when c.organisation_id = (select app.organisation_id()) then p.name end as "writerName",
    array(select m.role from membership m where m.lab_id = c.lab_id and m.person_id = c.written_by and m.ended_at is null order by m.role) as roles,
    c.written_at as "writtenAt", c.withdrawn_at as "withdrawnAt",
    (select coalesce(jsonb_agg(jsonb_build_object('words', v.words, 'writtenAt', v.written_at) order by v.version desc), '[]')
     from comment_version v where v.comment_id = c.id) as versions,
    (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'organisationId', m.organisation_id, 'settledAt', m.settled_at)
                               order by m.role), '[]')
     from comment_mention m where m.comment_id = c.id) as mentions
  from comment c join organisation o on o.id = c.organisation_id left join person p on p.id = c.written_by`;

type Stored = Omit<LabCommentRow, 'mentions'> & {
  mentions: (Omit<MentionRow, 'settledAt'> & { settledAt: string | null })[];
};

const read = ({ mentions, ...row }: Stored): LabCommentRow => ({
  ...row,
  mentions: mentions.map(({ settledAt, ...one }) => ({
    ...one,
    settledAt: settledAt === null ? null : new Date(settledAt),
  })),
});

/** What was said about one thing, oldest first, 200 at most. */
export async function listComments(tx: Transaction, labId: string, { kind, id }: Target): Promise<LabCommentRow[]> {
  const rows: Stored[] = await tx.query(
    `${COMMENT} where c.lab_id = $1 and c.target_kind = $2 and c.target_id = $3 order by c.written_at, c.id limit 200`,
    [labId, kind, id],
  );
  return rows.map(read);
}

export async function findComment(tx: Transaction, id: string): Promise<LabCommentRow | undefined> {
  const rows: Stored[] = await tx.query(`${COMMENT} where c.id = $1`, [id]);
  return rows.map(read)[0];
}

/** How many stand of each thing that was talked about in a lab. */
export const countComments = (
  tx: Transaction,
  labId: string,
): Promise<{ kind: Target['kind']; id: string; count: number }[]> =>
  tx.query(
    `select target_kind as kind, target_id as id, count(*)::int as count from comment
     where lab_id = $1 and withdrawn_at is null group by 1, 2`,
    [labId],
  );

/** What asks for something of these roles of an organisation and was not settled, oldest first, 100 at most. */
export const listOpenMentions = (
  tx: Transaction,
  labId: string,
  { roles, organisationId }: { roles: readonly LabRole[]; organisationId: string },
): Promise<{ commentId: string; role: LabRole; kind: Target['kind']; id: string; since: Date }[]> =>
  tx.query(
    `select c.id as "commentId", m.role, c.target_kind as kind, c.target_id as id, c.written_at as since
     from comment_mention m join comment c on c.id = m.comment_id
     where m.lab_id = $1 and m.settled_at is null and c.withdrawn_at is null and m.role = any($2)
       and (m.organisation_id is null or m.organisation_id = $3) order by c.written_at, c.id limit 100`,
    [labId, roles, organisationId],
  );

export interface NewComment {
  labId: string;
  target: Target;
  organisationId: string;
  writtenBy: string;
  writtenAt: Date;
  words: string;
  mentions: readonly { role: LabRole; organisationId: string | null }[];
}

/** Writes one with its first version and whom it asks; gives its id. */
export async function insertComment(tx: Transaction, comment: NewComment): Promise<string> {
  const { labId, target, organisationId, writtenBy, writtenAt, words, mentions } = comment;
  const [{ id }] = (await tx.query(
    `insert into comment (lab_id, target_kind, target_id, organisation_id, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [labId, target.kind, target.id, organisationId, writtenBy, writtenAt],
  )) as [{ id: string }];
  await insertVersion(tx, { id, labId, version: 1, words, writtenAt });
  for (const { role, organisationId: asked } of mentions)
    await tx.query('insert into comment_mention (comment_id, lab_id, role, organisation_id) values ($1, $2, $3, $4)', [
      id,
      labId,
      role,
      asked,
    ]);
  return id;
}

export const insertVersion = (
  tx: Transaction,
  version: { id: string; labId: string; version: number; words: string; writtenAt: Date },
): Promise<unknown> =>
  tx.query('insert into comment_version (comment_id, lab_id, version, words, written_at) values ($1, $2, $3, $4, $5)', [
    version.id,
    version.labId,
    version.version,
    version.words,
    version.writtenAt,
  ]);

export const withdrawComment = (tx: Transaction, id: string, at: Date): Promise<unknown> =>
  tx.query('update comment set withdrawn_at = $2 where id = $1 and withdrawn_at is null', [id, at]);

/** Says that what a comment asks of a role is done; false where it was already, or asks that role nothing. */
export async function settleMention(
  tx: Transaction,
  { id, role, by, at }: { id: string; role: LabRole; by: string; at: Date },
): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    'update comment_mention set settled_by = $3, settled_at = $4 where comment_id = $1 and role = $2 and settled_at is null',
    [id, role, by, at],
  );
  return changed > 0;
}
