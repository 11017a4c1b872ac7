import { isAllowed } from '@datalab/access';
import {
  acceptQuality,
  announce,
  audit,
  Database,
  findDifference,
  findLoad,
  findQuality,
  listQualitySummaries,
  type LoadEntity,
  type QualityRow,
  type QualitySummaryRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, notFound, type LoadDifference } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { checkOwnWords } from './check-own-words.js';
import { qualityReportSchema, type QualityReport } from './quality-report.js';
import { qualitySummarySchema, type QualitySummary } from './quality-summary.js';

export type QualityView = Omit<QualityRow, 'document'> & { report: QualityReport };
export type QualitySummaryView = Omit<QualitySummaryRow, 'document'> & { summary: QualitySummary };

const LONGEST_REMARK = 1_000;

/** How good loads are and what they change: exact for the own organisation, in bands for the lab. */
@Injectable()
export class QualityService {
  constructor(private readonly database: Database) {}

  /** What a load changes against what it replaces; undefined where it replaces nothing. NotFound where the load is not yours. */
  findDifference(ctx: Ctx, loadId: string): Promise<LoadDifference | undefined> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await readable(ctx, tx, loadId);
      return (await findDifference(tx, loadId)) as LoadDifference | undefined;
    });
  }

  /** The quality report of a load; undefined until the worker has made it. */
  findReport(ctx: Ctx, loadId: string): Promise<QualityView | undefined> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await readable(ctx, tx, loadId);
      return viewOf(await findQuality(tx, loadId));
    });
  }

  /** Its steward has read the report and stands for the load, with a remark where there is one. Once; a new load gets a new report. */
  accept(ctx: Ctx, loadId: string, remark: string | null): Promise<QualityView> {
    const words = remark?.trim() ?? '';
    if (words.length > LONGEST_REMARK)
      throw invalidInput('quality.remark-too-long', `A remark holds ${LONGEST_REMARK} characters at most.`, [
        { field: 'remark' },
      ]);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      checkOwnWords({ remark: words });
      const load = await readable(ctx, tx, loadId);
      if (!isAllowed(ctx.ability, 'withdraw', 'Load', load))
        throw forbidden('load.not-steward', 'Only the steward of its own organisation accepts a quality report.');
      const quality = await findQuality(tx, loadId);
      if (quality === undefined || load.state !== 'accepted')
        throw invalidState('quality.not-there', 'This load has no quality report to accept.');
      if (quality.acceptedAt !== null)
        throw invalidState('quality.accepted-already', 'This quality report was accepted already.');
      await acceptQuality(tx, loadId, { personId: ctx.actor.personId, at: ctx.clock.now(), remark: words || null });
      await audit(tx, authorOf(ctx), {
        action: 'quality.accept',
        objectKind: 'load',
        objectId: loadId,
        labId: load.labId,
      });
      const { id, labId, organisationId } = load;
      await announce(tx, { kind: 'load', id, labId, organisationId });
      await announce(tx, { kind: 'lab', id: labId, labId });
      return viewOf(await findQuality(tx, loadId))!;
    });
  }

  /** The quality of every source of a lab, in bands, for its people. NotFound where the lab is not yours, and for a program. */
  async listSummaries(ctx: Ctx, labId: string): Promise<QualitySummaryView[]> {
    if (!isAllowed(ctx.ability, 'read', 'Picture', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) =>
      (await listQualitySummaries(tx, labId)).map(({ document, ...row }) => ({
        ...row,
        summary: qualitySummarySchema.parse(document),
      })),
    );
  }
}

async function readable(ctx: Ctx, tx: Transaction, loadId: string): Promise<LoadEntity> {
  const load = await findLoad(tx, loadId);
  if (load === undefined || !isAllowed(ctx.ability, 'read', 'Load', load)) throw notFound('load');
  return load;
}

const viewOf = (row: QualityRow | undefined): QualityView | undefined => {
  if (row === undefined) return undefined;
  const { document, ...rest } = row;
  return { ...rest, report: qualityReportSchema.parse(document) };
};
