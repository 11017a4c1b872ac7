import { isAllowed } from '@datalab/access';
import {
  Database,
  deleteLabSchedule,
  findLabSchedule,
  findNewestSnapshotId,
  saveLabSchedule,
  type LabRhythm,
  type LabScheduleRow,
} from '@datalab/data';
import { forbidden, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';

const MONTHS: Readonly<Record<LabRhythm, number>> = { monthly: 1, quarterly: 3 };

/** A lab that keeps measuring: its picture is made anew every month or quarter, beside the baseline that it began with. */
@Injectable()
export class LabScheduleService {
  constructor(private readonly database: Database) {}

  /** Null where the lab makes its picture only when somebody delivers. For everybody who takes part. */
  async find(ctx: Ctx, labId: string): Promise<LabScheduleRow | null> {
    if (!isAllowed(ctx.ability, 'read', 'Step', { labId, step: '' })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => (await findLabSchedule(tx, labId)) ?? null);
  }

  /** Sets the rhythm, from the first day of the next month or quarter on. The picture of this moment becomes the baseline, where there is none yet. */
  async set(ctx: Ctx, labId: string, rhythm: LabRhythm): Promise<LabScheduleRow | null> {
    mustLead(ctx, labId);
    const { personId } = ctx.actor;
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const baselineSnapshotId = (await findNewestSnapshotId(tx, labId)) ?? null;
      const nextDue = firstDayOfNext(rhythm, ctx.clock.now());
      await saveLabSchedule(tx, { labId, rhythm, baselineSnapshotId, nextDue, setBy: personId });
      await recordDeed(tx, ctx, {
        action: 'lab.schedule',
        objectKind: 'lab',
        objectId: labId,
        labId,
        detail: { rhythm },
      });
      return (await findLabSchedule(tx, labId)) ?? null;
    });
  }

  /** From here on the picture is made only when somebody delivers. */
  async end(ctx: Ctx, labId: string): Promise<null> {
    mustLead(ctx, labId);
    await this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (!(await deleteLabSchedule(tx, labId))) throw notFound('schedule');
      await recordDeed(tx, ctx, {
        action: 'lab.schedule',
        objectKind: 'lab',
        objectId: labId,
        labId,
        detail: { rhythm: 'none' },
      });
    });
    return null;
  }
}

/** The first day of the month, or quarter, after this moment. */
export function firstDayOfNext(rhythm: LabRhythm, now: Date): string {
  const months = MONTHS[rhythm];
  const month = Math.floor(now.getUTCMonth() / months) * months + months;
  return new Date(Date.UTC(now.getUTCFullYear(), month, 1)).toISOString().slice(0, 10);
}

function mustLead({ ability }: Ctx, labId: string): void {
  if (!isAllowed(ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
  if (!isAllowed(ability, 'lead', 'Lab', { id: labId }))
    throw forbidden('lab.not-coordinator', 'Only the coordinator says how often the picture is made anew.');
}
