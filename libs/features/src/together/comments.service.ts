import { isAllowed } from '@datalab/access';
import {
  countComments,
  Database,
  findComment,
  insertComment,
  insertVersion,
  listComments,
  listOpenMentions,
  listParticipantIds,
  settleMention,
  withdrawComment,
  type LabCommentRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, notFound, type LabRole, type Target } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { LabViews } from '../labs/lab-view.js';
import { textIn } from '../labs/text-in.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { mustTalk, standingOfTarget } from './target-in-lab.js';

/** Whom a comment asks for something: those in a role, of one organisation or (null) of all. */
export interface Mention {
  role: LabRole;
  organisationId: string | null;
}

/** Something that a comment asks of this person's role and that nobody said was done. */
export interface OpenMention {
  commentId: string;
  role: LabRole;
  target: Target;
  /** What it is about; null of a step and a criterion. */
  title: string | null;
  since: Date;
}

/** What people of a lab say to each other about one thing: changed and withdrawn by who wrote it, with what was said before kept. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly views: LabViews,
  ) {}

  /** What was said about a thing, oldest first. NotFound where the lab has none such for this person. */
  list(ctx: Ctx, labId: string, target: Target): Promise<LabCommentRow[]> {
    return this.about(ctx, labId, target, (tx) => listComments(tx, labId, target));
  }

  /** Of which things somebody said something, and how many comments stand. */
  async counts(ctx: Ctx, labId: string): Promise<{ kind: Target['kind']; id: string; count: number }[]> {
    mustTalk(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => countComments(tx, labId));
  }

  /** What waits for this person because a comment asks it of their role; nothing for who does not take part as a person. */
  async openMentions(ctx: Ctx, labId: string): Promise<OpenMention[]> {
    const roles = ctx.actor.memberships.filter((one) => one.labId === labId).map(({ role }) => role);
    if (roles.length === 0) return [];
    const { organisationId } = ctx.actor;
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const found: OpenMention[] = [];
      for (const { commentId, role, kind, id, since } of await listOpenMentions(tx, labId, { roles, organisationId })) {
        const target = { kind, id };
        const title = (await standingOfTarget(tx, labId, target, []))?.title ?? null;
        found.push({ commentId, role, target, title, since });
      }
      return found;
    });
  }

  /** Says something, and asks those in these roles for something. Throws InvalidInput where it tells of a person. */
  async write(
    ctx: Ctx,
    labId: string,
    target: Target,
    words: string,
    mentions: readonly Mention[],
  ): Promise<LabCommentRow[]> {
    const text = wordsIn(words);
    const { organisationId, personId } = ctx.actor;
    return this.about(ctx, labId, target, async (tx) => {
      if (!isAllowed(ctx.ability, 'write', 'Comment', { labId, organisationId }))
        throw forbidden('comment.lab-closed', 'In a closed lab nothing is said any more.');
      const participants = await listParticipantIds(tx, labId);
      if (mentions.some((one) => one.organisationId !== null && !participants.includes(one.organisationId)))
        throw notFound('organisation');
      const asked = [...new Map(mentions.map((one) => [one.role, one])).values()];
      const written = { writtenBy: personId, writtenAt: ctx.clock.now() };
      const id = await insertComment(tx, { labId, target, organisationId, ...written, words: text, mentions: asked });
      await this.record(tx, ctx, { id, labId }, 'comment.write');
      return listComments(tx, labId, target);
    });
  }

  /** Says it otherwise; what stood there stays readable. */
  async change(ctx: Ctx, id: string, words: string): Promise<LabCommentRow[]> {
    const text = wordsIn(words);
    return this.own(ctx, id, 'comment.change', (tx, { labId, versions }) =>
      insertVersion(tx, { id, labId, version: versions.length + 1, words: text, writtenAt: ctx.clock.now() }),
    );
  }

  /** Takes it back: that somebody said something stays, and its words are read by nobody any more. */
  withdraw(ctx: Ctx, id: string): Promise<LabCommentRow[]> {
    return this.own(ctx, id, 'comment.withdraw', (tx) => withdrawComment(tx, id, ctx.clock.now()));
  }

  /** Says that what a comment asks of a role is done: somebody in that role, or who asked. */
  settle(ctx: Ctx, id: string, role: LabRole): Promise<LabCommentRow[]> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const comment = await this.find(tx, ctx, id);
      const mention = comment.mentions.find((one) => one.role === role);
      if (mention === undefined) throw notFound('mention');
      const { personId, organisationId, memberships } = ctx.actor;
      const isAsked =
        memberships.some((one) => one.labId === comment.labId && one.role === role) &&
        (mention.organisationId === null || mention.organisationId === organisationId);
      if (!isAsked && comment.writtenBy !== personId)
        throw forbidden('comment.not-asked', 'Who was asked says that it is done, or who asked.');
      if (!(await settleMention(tx, { id, role, by: personId, at: ctx.clock.now() })))
        throw invalidState('comment.settled', 'Somebody said already that this is done.');
      await this.record(tx, ctx, comment, 'comment.settle');
      return listComments(tx, comment.labId, targetOf(comment));
    });
  }

  private async about<T>(ctx: Ctx, labId: string, target: Target, work: (tx: Transaction) => Promise<T>): Promise<T> {
    mustTalk(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { steps } = await this.views.read(tx, labId);
      if ((await standingOfTarget(tx, labId, target, steps)) === undefined) throw notFound(target.kind);
      return work(tx);
    });
  }

  private own(
    ctx: Ctx,
    id: string,
    action: string,
    work: (tx: Transaction, comment: LabCommentRow) => Promise<unknown>,
  ): Promise<LabCommentRow[]> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const comment = await this.find(tx, ctx, id);
      if (comment.writtenBy !== ctx.actor.personId)
        throw forbidden('comment.not-yours', 'Who wrote it changes it or takes it back.');
      if (comment.withdrawnAt !== null) throw invalidState('comment.withdrawn', 'This was taken back.');
      await work(tx, comment);
      await this.record(tx, ctx, comment, action);
      return listComments(tx, comment.labId, targetOf(comment));
    });
  }

  private async find(tx: Transaction, ctx: Ctx, id: string): Promise<LabCommentRow> {
    const row = await findComment(tx, id);
    if (row === undefined || !isAllowed(ctx.ability, 'read', 'Comment', row)) throw notFound('comment');
    const { organisationId } = ctx.actor;
    if (!isAllowed(ctx.ability, 'write', 'Comment', { labId: row.labId, organisationId }))
      throw forbidden('comment.lab-closed', 'In a closed lab nothing is said any more.');
    return row;
  }

  private record(tx: Transaction, ctx: Ctx, { id, labId }: Pick<LabCommentRow, 'id' | 'labId'>, action: string) {
    return recordDeed(tx, ctx, { action, objectKind: 'comment', objectId: id, labId });
  }
}

const targetOf = ({ targetKind, targetId }: LabCommentRow): Target => ({ kind: targetKind, id: targetId });

function wordsIn(text: string): string {
  const words = textIn('words', text, 2, 2_000);
  if (words.includes('\u0000')) throw invalidInput('comment.words', 'Plain text only.', [{ field: 'words' }]);
  checkOwnWords({ words });
  return words;
}
