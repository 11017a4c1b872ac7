import { isAllowed } from '@datalab/access';
import {
  announce,
  askFor,
  audit,
  Database,
  findClosingReason,
  findLab,
  insertLabEvent,
  insertLesson,
  listClosingConsents,
  listLessonsOf,
  lockLab,
  saveLabState,
  type Transaction,
} from '@datalab/data';
import {
  forbidden,
  invalidState,
  isTemplateKey,
  nextLabState,
  notFound,
  type Consent,
  type LabEvent,
  type LabState,
} from '@datalab/domain';
import { closeLabJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { reasonIn } from './step-acts.js';
import { textIn } from './text-in.js';

/** How far the closing of a lab is. */
export interface LabClosing {
  state: LabState;
  since: Date;
  /** Why it was asked; null where it never was. */
  reason: string | null;
  consents: Consent[];
  /** What it taught; goes into the template that it was made from. */
  lessons: { id: string; text: string }[];
}

/** Closing a lab: asked by its coordinator, consented to by every organisation, done by the worker; there is no way back from there. */
@Injectable()
export class ClosingService {
  constructor(private readonly database: Database) {}

  /** For everybody who takes part. */
  async standing(ctx: Ctx, labId: string): Promise<LabClosing> {
    if (!isAllowed(ctx.ability, 'read', 'Step', { labId, step: '' })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => readStanding(tx, labId));
  }

  /** The coordinator asks the organisations to close the lab, and says why. */
  async ask(ctx: Ctx, labId: string, reason: string): Promise<LabClosing> {
    return this.act(ctx, labId, 'ask', reasonIn(reason));
  }

  /** The own organisation agrees that its records, and the keys of the lab, are destroyed. Its privacy officer's. */
  consent(ctx: Ctx, labId: string): Promise<LabClosing> {
    return this.act(ctx, labId, 'consent', null);
  }

  /** The own organisation does not agree, and says why. */
  async object(ctx: Ctx, labId: string, reason: string): Promise<LabClosing> {
    return this.act(ctx, labId, 'object', reasonIn(reason));
  }

  /** The coordinator takes the question back. */
  async withdraw(ctx: Ctx, labId: string, reason: string): Promise<LabClosing> {
    return this.act(ctx, labId, 'withdraw', reasonIn(reason));
  }

  /** Everybody consented: the worker deletes, and nothing in the lab is changed from here on. */
  close(ctx: Ctx, labId: string): Promise<LabClosing> {
    return this.act(ctx, labId, 'close', null);
  }

  /** The coordinator writes down what the next lab should know; without a template there is nowhere for it to go. */
  async addLesson(ctx: Ctx, labId: string, text: string): Promise<LabClosing> {
    mustLead(ctx, labId);
    const lesson = textIn('lesson', text, 10, 2000);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { template } = (await findLab(tx, labId))!;
      if (template === null || !isTemplateKey(template))
        throw invalidState(
          'lesson.no-template',
          'This lab was made from no template, so there is none that it could teach.',
        );
      await insertLesson(tx, { labId, template, text: lesson, writtenBy: ctx.actor.personId });
      await audit(tx, authorOf(ctx), { action: 'lab.lesson', objectKind: 'lab', objectId: labId, labId });
      return readStanding(tx, labId);
    });
  }

  private act(ctx: Ctx, labId: string, event: LabEvent, reason: string | null): Promise<LabClosing> {
    if (event === 'consent' || event === 'object') mustAnswer(ctx, labId);
    else mustLead(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const lab = await lockLab(tx, labId);
      if (lab === undefined) throw notFound('lab');
      const state = nextLabState(lab.state, event);
      if (event === 'close') await mustBeUnanimous(tx, labId);
      const round = lab.round + (event === 'ask' ? 1 : 0);
      const { personId, organisationId } = ctx.actor;
      await insertLabEvent(tx, { labId, event, round, by: { personId, organisationId }, reason });
      await audit(tx, authorOf(ctx), { action: `lab.${event}`, objectKind: 'lab', objectId: labId, labId });
      if (event === 'close')
        await askFor(tx, closeLabJob, { labId }, { labId, actorId: personId, requestId: ctx.requestId });
      // Last: nothing in the lab is written once it closes, also not by this transaction.
      if (state !== lab.state) await saveLabState(tx, labId, state, round);
      await announce(tx, { kind: 'lab', id: labId, labId });
      return readStanding(tx, labId);
    });
  }
}

async function readStanding(tx: Transaction, labId: string): Promise<LabClosing> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw notFound('lab');
  return {
    state: lab.state,
    since: lab.stateSince,
    reason: await findClosingReason(tx, labId),
    consents: await listClosingConsents(tx, labId),
    lessons: await listLessonsOf(tx, labId),
  };
}

async function mustBeUnanimous(tx: Transaction, labId: string): Promise<void> {
  const missing = (await listClosingConsents(tx, labId)).filter(({ answer }) => answer !== 'consent');
  if (missing.length > 0)
    throw invalidState(
      'lab.consent-missing',
      `A lab closes when every organisation consents; not yet: ${missing.map(({ name }) => name).join(', ')}.`,
    );
}

function mustLead({ ability }: Ctx, labId: string): void {
  if (!isAllowed(ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
  if (!isAllowed(ability, 'lead', 'Lab', { id: labId }))
    throw forbidden(
      'lab.not-coordinator',
      'Only the coordinator closes a lab, and nothing changes in one that is closed.',
    );
}

function mustAnswer({ ability }: Ctx, labId: string): void {
  if (!isAllowed(ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
  if (!isAllowed(ability, 'consent', 'Closing', { labId }))
    throw forbidden('lab.not-yours-to-consent', 'The privacy officer of your organisation answers for it here.');
}
