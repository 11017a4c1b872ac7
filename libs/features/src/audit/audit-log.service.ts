import { isAllowed } from '@datalab/access';
import {
  Database,
  findAuditChoices,
  findSealState,
  listAuditEvents,
  type AuditChoices,
  type AuditFilter,
  type AuditPage,
  type SealState,
  type SignedHead,
  type Transaction,
} from '@datalab/data';
import { invalidInput, invalidState, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { toLogboekLine } from './logboek.js';
import { recordRead } from './record.js';

const LARGEST_PAGE = 200;
const EXPORTED_AT_A_TIME = 2_000;

/** The audit log of a lab as an organisation's privacy officer reads it: its own people's deeds, and what was done with its data. */
@Injectable()
export class AuditLogService {
  constructor(private readonly database: Database) {}

  /** A page, newest first. Reading the log is in the log too. */
  async list(ctx: Ctx, filter: AuditFilter, page: { first: number; after?: string }): Promise<AuditPage> {
    if (!(page.first >= 1 && page.first <= LARGEST_PAGE))
      throw invalidInput('page.size', `A page holds 1 to ${LARGEST_PAGE} events.`, [{ field: 'first' }]);
    return this.read(ctx, filter.labId, 'audit.read', (tx) => listAuditEvents(tx, filter, page));
  }

  /** What there is to filter by: actions and the own people. */
  listChoices(ctx: Ctx, labId: string): Promise<AuditChoices> {
    return this.read(ctx, labId, undefined, (tx) => findAuditChoices(tx, labId));
  }

  /** How far the log of the lab is sealed, and the newest signed head. */
  getSealState(ctx: Ctx, labId: string): Promise<SealState> {
    return this.read(ctx, labId, undefined, (tx) => findSealState(tx, labId));
  }

  /** The newest signed head, to be kept by somebody who cannot write to this database. */
  getHead(ctx: Ctx, labId: string): Promise<SignedHead> {
    return this.read(ctx, labId, 'audit.export-head', async (tx) => {
      const { head } = await findSealState(tx, labId);
      if (head === null) throw invalidState('audit.no-head', 'Nothing of this lab has been sealed yet.');
      return head;
    });
  }

  /** All that the filter leaves, newest first, as JSON lines in the form of Logboek Dataverwerkingen; in pieces. */
  async *exportLogboek(ctx: Ctx, filter: AuditFilter): AsyncGenerator<string> {
    let after: string | undefined;
    // Written down before the first line goes out, once.
    await this.read(ctx, filter.labId, 'audit.export', () => Promise.resolve());
    for (;;) {
      const page = await this.read(ctx, filter.labId, undefined, (tx) =>
        listAuditEvents(tx, filter, { first: EXPORTED_AT_A_TIME, after }),
      );
      yield page.items.map((event) => `${JSON.stringify(toLogboekLine(event))}\n`).join('');
      if (page.nextCursor === null) return;
      after = page.nextCursor;
    }
  }

  private async read<T>(ctx: Ctx, labId: string, action: string | undefined, work: (tx: Transaction) => Promise<T>) {
    const { organisationId } = ctx.actor;
    if (!isAllowed(ctx.ability, 'read', 'AuditLog', { labId, organisationId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const answer = await work(tx);
      if (action !== undefined) await recordRead(tx, ctx, { action, objectKind: 'lab', objectId: labId, labId });
      return answer;
    });
  }
}
