import { whereAllowed } from '@datalab/access';
import { audit, Database, listReports, REPORT_COLUMNS, type ReportQuery, type ReportRow } from '@datalab/data';
import { invalidInput } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';

export interface ReportPage {
  items: ReportRow[];
  /** Where the next page begins; null on the last one. */
  nextCursor: string | null;
}

const LARGEST_PAGE = 200;
/** Who needs more than this has it in the own system. */
const DEEPEST = 10_000;

/** An organisation's own reports, as they count now. */
@Injectable()
export class ReportsService {
  constructor(private readonly database: Database) {}

  /**
   * A page of the reports of the own organisation that this person may see, newest first; empty where there are none. Never a pseudonym
   * nor a record hash, and at most ten thousand per question: a screen to check by, not an export.
   */
  list(ctx: Ctx, { after, ...query }: Omit<ReportQuery, 'skip'> & { after?: string }): Promise<ReportPage> {
    const { first } = query;
    if (!(first >= 1 && first <= LARGEST_PAGE))
      throw invalidInput('page.size', `A page holds 1 to ${LARGEST_PAGE} reports.`, [{ field: 'first' }]);
    const skip = after === undefined ? 0 : Number(after);
    if (!Number.isInteger(skip) || skip < 0 || skip + first > DEEPEST)
      throw invalidInput('page.cursor', 'There is no such page; choose a shorter period.', [{ field: 'after' }]);
    const where = whereAllowed(ctx.ability, 'read', 'Report', REPORT_COLUMNS);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const rows = await listReports(tx, { ...query, skip }, where);
      const items = rows.slice(0, first);
      if (items.length > 0)
        await audit(tx, authorOf(ctx), {
          action: 'report.read',
          objectKind: 'lab',
          objectId: query.labId,
          labId: query.labId,
          detail: { rows: items.length },
        });
      const next = skip + first;
      return { items, nextCursor: rows.length > first && next + first <= DEEPEST ? String(next) : null };
    });
  }
}
