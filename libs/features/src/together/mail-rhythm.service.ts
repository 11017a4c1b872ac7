import { Database, findMailRhythm, saveMailRhythm } from '@datalab/data';
import { forbidden, type MailRhythm } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';

/** How often somebody is mailed that something waits: theirs alone to say. */
@Injectable()
export class MailRhythmService {
  constructor(private readonly database: Database) {}

  find(ctx: Ctx): Promise<MailRhythm> {
    return this.database.inTransaction(asPerson(ctx), (tx) => findMailRhythm(tx, ctx.actor.personId));
  }

  /** Forbidden to a program, which has no mailbox. */
  async set(ctx: Ctx, rhythm: MailRhythm): Promise<MailRhythm> {
    if (ctx.actor.apiClient !== undefined) throw forbidden('mail.program', 'A program is not mailed.');
    await this.database.inTransaction(asPerson(ctx), (tx) =>
      saveMailRhythm(tx, ctx.actor.personId, rhythm, ctx.clock.now()),
    );
    return rhythm;
  }
}
