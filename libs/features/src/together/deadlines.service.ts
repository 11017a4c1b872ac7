import { isAllowed } from '@datalab/access';
import { Database, deleteDeadline, listDeadlines, saveDeadline, type Transaction } from '@datalab/data';
import {
  deadlineStanding,
  forbidden,
  invalidInput,
  notFound,
  type DeadlineStanding,
  type Target,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { LabViews, type LabView } from '../labs/lab-view.js';
import { standingOfTarget } from './target-in-lab.js';

/** The day on which a thing of a lab must be ready, and how it stands. */
export interface Deadline {
  target: Target;
  /** What it is about; null of a step and a criterion. */
  title: string | null;
  /** `YYYY-MM-DD`; over when the day is. */
  dueOn: string;
  standing: DeadlineStanding;
  /** It is ready: nobody waits for it. */
  isMet: boolean;
}

/** The longest ahead that something is planned. */
const YEARS_AHEAD = 5;

/** Days on which steps, criteria and things must be ready; the coordinator sets them. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly database: Database,
    private readonly views: LabViews,
  ) {}

  /** The deadlines of a lab, first due first, of what this person sees; none for a program. `view` saves reading the lab again. */
  list(ctx: Ctx, labId: string, view?: Pick<LabView, 'steps'>): Promise<Deadline[]> {
    if (!isAllowed(ctx.ability, 'read', 'Deadline', { labId })) return Promise.resolve([]);
    return this.database.inTransaction(asPerson(ctx), (tx) => this.read(tx, ctx, labId, view));
  }

  /** Sets the day of one thing, or another one; null takes it away. */
  async set(ctx: Ctx, labId: string, target: Target, dueOn: string | null): Promise<Deadline[]> {
    if (!isAllowed(ctx.ability, 'read', 'Deadline', { labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'lead', 'Deadline', { labId }))
      throw forbidden('lab.not-coordinator', 'Only the coordinator sets deadlines.');
    const now = ctx.clock.now();
    if (dueOn !== null) checkDay(dueOn, now);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const view = await this.views.read(tx, labId);
      if ((await standingOfTarget(tx, labId, target, view.steps)) === undefined) throw notFound(target.kind);
      if (dueOn === null) {
        if (!(await deleteDeadline(tx, labId, target))) throw notFound('deadline');
      } else await saveDeadline(tx, { ...target, labId, dueOn, setBy: ctx.actor.personId, setAt: now });
      const action = dueOn === null ? 'deadline.end' : 'deadline.set';
      await recordDeed(tx, ctx, { action, objectKind: target.kind, objectId: objectIdOf(target), labId });
      return this.read(tx, ctx, labId, view);
    });
  }

  private async read(tx: Transaction, ctx: Ctx, labId: string, view?: Pick<LabView, 'steps'>): Promise<Deadline[]> {
    const rows = await listDeadlines(tx, labId);
    if (rows.length === 0) return [];
    const { steps } = view ?? (await this.views.read(tx, labId));
    const today = ctx.clock.now().toISOString().slice(0, 10);
    const found: Deadline[] = [];
    for (const { kind, id, dueOn } of rows) {
      const standing = await standingOfTarget(tx, labId, { kind, id }, steps);
      // What is no longer there, or is not theirs to see, has no deadline for them.
      if (standing !== undefined)
        found.push({ target: { kind, id }, dueOn, standing: deadlineStanding(dueOn, today), ...standing });
    }
    return found;
  }
}

/** A criterion goes into the log as its code: a step and a code are words of the log already. */
const objectIdOf = ({ kind, id }: Target): string => (kind === 'criterion' ? id.slice(id.indexOf('.') + 1) : id);

function checkDay(day: string, now: Date): void {
  const last = `${now.getUTCFullYear() + YEARS_AHEAD}-12-31`;
  if (day >= now.toISOString().slice(0, 10) && day <= last) return;
  throw invalidInput('deadline.day', `A deadline lies between today and ${last}.`, [{ field: 'dueOn' }]);
}
