import { categoryDrift, lateness, missedMatchRate } from '@datalab/analysis';
import {
  announce,
  audit,
  countCategories,
  countDaysLate,
  countDuplicates,
  countKeyedRows,
  countPerMonth,
  countSecondKeys,
  Database,
  findDataset,
  findLoad,
  saveQuality,
  type LoadEntity,
  type Transaction,
} from '@datalab/data';
import { bug, OUT_OF_SCOPE, type Clock, type DatasetKind } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { refuseDeparted, standingOf } from '../actor-standing.js';
import type { Work } from '../work.js';
import { deliveredPeriods } from '../picture/delivered-periods.js';
import type { QualityReport } from './quality-report.js';
import { summaryOf } from './quality-summary.js';

/** Drift is looked for in the last days of a load, so many months of them at most. */
const DRIFT_MONTHS = 3;

/** Measures accepted loads, once each. */
@Injectable()
export class QualityBuilderService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the quality report of an accepted load. Running again leaves what is there; a load that is withdrawn meanwhile gets none. An accepted
   * load is its organisation's, also when its steward left: the report is made and the audit log says that they had. Forbidden where they
   * had left and the load does not count.
   */
  async execute(work: Work, loadId: string): Promise<void> {
    const standing = await standingOf(this.database, work);
    await this.database.inTransaction({ labId: work.labId }, async (tx) => {
      const load = await findLoad(tx, loadId);
      if (load === undefined || load.state !== 'accepted' || load.unchanged) return refuseDeparted(standing);
      const dataset = await findDataset(tx, load.datasetId);
      if (dataset === undefined) throw bug('a load without a dataset');
      const report = await measure(tx, dataset.kind, load);
      await saveQuality(tx, load, { report, summary: summaryOf(report) }, this.clock.now());
      const { actorId, requestId } = work;
      const event = { action: 'quality.report', objectKind: 'load', objectId: loadId, labId: work.labId };
      await audit(tx, { actorId, requestId }, { ...event, detail: { actor: standing } });
      const { id, labId, organisationId } = load;
      await announce(tx, { kind: 'load', id, labId, organisationId });
      await announce(tx, { kind: 'lab', id: labId, labId });
    });
  }
}

async function measure(tx: Transaction, kind: DatasetKind, load: LoadEntity): Promise<QualityReport> {
  const perMonth = await countPerMonth(tx, kind, load);
  const counted = new Map(perMonth.map(({ month, reports }) => [month, reports]));
  const months = deliveredPeriods(load.covers, ['month']).map(({ period, delivered }) => ({
    month: period,
    delivered,
    reports: counted.get(period) ?? 0,
  }));
  const having = (delivered: string) => months.filter((row) => row.delivered === delivered).length;
  const isRecords = kind === 'records';
  return {
    version: 1,
    reports: perMonth.reduce((sum, { reports }) => sum + reports, 0),
    coverage: { delivered: having('full'), partial: having('partial'), gaps: having('none'), months },
    late: isRecords ? lateness(await countDaysLate(tx, load)) : null,
    duplicates: await countDuplicates(tx, kind, load),
    drift: await drift(tx, kind, load),
    keys: isRecords ? { ...(await countKeyedRows(tx, load)), causes: load.keyCauses && { ...load.keyCauses } } : null,
    missedMatches: isRecords ? await missedMatches(tx, load) : null,
  };
}

/** The last covered months of a load against the twelve before them. */
async function drift(tx: Transaction, kind: DatasetKind, load: LoadEntity): Promise<QualityReport['drift']> {
  const first = load.covers[0]!.from;
  const to = load.covers.at(-1)!.to;
  const start = monthsBefore(to, DRIFT_MONTHS);
  const from = start > first ? start : first;
  const counts = await countCategories(tx, kind, load, { from, to });
  const categories = categoryDrift(counts.filter(({ category }) => category !== OUT_OF_SCOPE));
  return { from, to, categories: categories ?? null };
}

/** The first day of the month that begins `months` − 1 months before that of the day. */
function monthsBefore(day: string, months: number): string {
  const instant = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  instant.setUTCMonth(instant.getUTCMonth() - months + 1);
  return instant.toISOString().slice(0, 10);
}

async function missedMatches(tx: Transaction, load: LoadEntity): Promise<QualityReport['missedMatches']> {
  const counts = await countSecondKeys(tx, load);
  return counts.withSecondKey === 0 ? null : { ...counts, rate: missedMatchRate(counts) };
}
