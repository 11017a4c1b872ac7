import { isAllowed } from '@datalab/access';
import {
  Database,
  decideNote,
  findNote,
  findPolicyInForce,
  listNotes,
  type DeclineReason,
  type NoteRow,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { daysAfter } from '../releases/release-terms.js';

/** Within so many days a note is answered where no agreement says otherwise: what a citizen may expect of a government. */
export const ANSWER_DAYS = 28;

export type NoteView = NoteRow & { answerBefore: Date };

/** Notes of citizens, as those in a lab read and answer them. */
@Injectable()
export class PublicNotesService {
  constructor(private readonly database: Database) {}

  /** The notes of a lab, newest first, with the moment before which each is answered. None for who does not work on results. */
  list(ctx: Ctx, labId: string): Promise<NoteView[]> {
    if (!isAllowed(ctx.ability, 'read', 'PublicNote', { labId })) return Promise.resolve([]);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const days = (await findPolicyInForce(tx, labId))?.answerDays ?? ANSWER_DAYS;
      return (await listNotes(tx, labId)).map((note) => ({ ...note, answerBefore: daysAfter(note.receivedAt, days) }));
    });
  }

  /** Publishes a note with its answer; both stand on the page from then on. */
  answer(ctx: Ctx, id: string, answer: string): Promise<NoteView[]> {
    const words = answer.trim();
    if (words.length < 10 || words.length > 4_000)
      throw invalidInput('note.answer-length', 'An answer has 10 to 4,000 characters.', [{ field: 'answer' }]);
    checkOwnWords({ answer: words });
    return this.decide(ctx, id, { answer: words, declineReason: null });
  }

  /** Does not publish a note, for one of four reasons; the page counts these. */
  decline(ctx: Ctx, id: string, reason: DeclineReason): Promise<NoteView[]> {
    return this.decide(ctx, id, { answer: null, declineReason: reason });
  }

  private async decide(
    ctx: Ctx,
    id: string,
    decision: { answer: string | null; declineReason: DeclineReason | null },
  ): Promise<NoteView[]> {
    const labId = await this.database.inTransaction(asPerson(ctx), async (tx) => {
      const note = await findNote(tx, id);
      if (note === undefined || !isAllowed(ctx.ability, 'read', 'PublicNote', note)) throw notFound('note');
      if (!isAllowed(ctx.ability, 'check', 'PublicNote', note))
        throw forbidden('note.not-yours', 'The coordinator or a privacy officer answers notes.');
      const by = { by: ctx.actor.personId, organisationId: ctx.actor.organisationId, at: ctx.clock.now() };
      if (!(await decideNote(tx, id, { ...decision, ...by })))
        throw invalidState('note.decided', 'Somebody answered this note already.');
      const action = decision.answer === null ? 'note.decline' : 'note.answer';
      await recordDeed(tx, ctx, { action, objectKind: 'note', objectId: id, labId: note.labId });
      return note.labId;
    });
    return this.list(ctx, labId);
  }
}
