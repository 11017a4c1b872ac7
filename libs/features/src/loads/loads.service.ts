import { isAllowed, whereAllowed } from '@datalab/access';
import {
  announce,
  askFor,
  audit,
  Database,
  findDataset,
  findLoad,
  findRegion,
  findLab,
  insertLoad,
  listLeftWithoutTwin,
  listLoads,
  LOAD_COLUMNS,
  lockLoad,
  updateLoad,
  type LoadEntity,
  type LoadPage,
  type LoadTotals,
  type ScreeningAnswer,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, nextLoadState, notFound, type CoveredRange } from '@datalab/domain';
import { factualPictureJob, ingestJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { recordRead } from '../audit/record.js';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { checkCoverage } from './coverage.js';
import { datasetToDeliver } from './dataset-to-deliver.js';
import { checkedAnswers } from './screening-answers.js';

export interface OpenLoad {
  datasetId: string;
  covers: readonly CoveredRange[];
  totals: LoadTotals;
  contentSha256: string;
  /** False alarms of the screening that the steward answered. */
  answers?: readonly ScreeningAnswer[];
  /** Where it changes or removes what was delivered before: wait until the steward has seen how and confirms. */
  confirmDifference?: boolean;
  /** Why rows got no household key, by cause. */
  keyCauses?: Readonly<Record<string, number>>;
}

const LARGEST_PAGE = 200;

/** Loads as their organisation handles them: open, upload, follow, withdraw. Checking what is in them is the worker's (ingest). */
@Injectable()
export class LoadsService {
  constructor(private readonly database: Database) {}

  /** Announces a delivery: what it covers and what the steward confirmed. The file follows; nothing counts before it was accepted. */
  open(ctx: Ctx, input: OpenLoad): Promise<LoadEntity> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const dataset = await datasetToDeliver(tx, ctx, input.datasetId, 'upload');
      checkCoverage(input.covers, await today(tx, dataset.labId, ctx));
      const answers = checkedAnswers(input.answers ?? [], dataset.kind);
      const load = await insertLoad(tx, {
        labId: dataset.labId,
        organisationId: dataset.organisationId,
        datasetId: dataset.id,
        covers: input.covers,
        declaredTotals: input.totals,
        contentSha256: input.contentSha256,
        confirmDifference: input.confirmDifference,
        keyCauses: input.keyCauses,
        createdBy: ctx.actor.personId,
        answers,
      });
      await this.record(tx, ctx, load, 'load.open');
      // The reason and the name of the column are the steward's own words: they stay with the load, where its organisation alone reads them.
      for (const { field, kind } of answers)
        await audit(tx, authorOf(ctx), {
          ...eventOf(load),
          action: 'load.answer-finding',
          detail: { field: field ?? 'none', kind },
        });
      return load;
    });
  }

  /** The load that this person may send bytes to at this moment. */
  getReceiving(ctx: Ctx, loadId: string): Promise<LoadEntity> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const load = await findLoad(tx, loadId);
      if (load === undefined || !isAllowed(ctx.ability, 'upload', 'Dataset', load)) throw notFound('load');
      if (load.state !== 'receiving' || load.origin !== 'file')
        throw invalidState('load.not-receiving', 'This load does not take any more bytes.');
      return load;
    });
  }

  /** The whole file is here: asks for its check. Doing so twice asks once. */
  finishUpload(ctx: Ctx, loadId: string, bytes: number): Promise<LoadEntity> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const load = await lockLoad(tx, loadId);
      if (load === undefined || !isAllowed(ctx.ability, 'upload', 'Dataset', load)) throw notFound('load');
      if (load.state !== 'receiving') return load;
      const state = nextLoadState(load.state, 'uploaded');
      await updateLoad(tx, loadId, { state, bytesReceived: String(bytes), bytesTotal: String(bytes) });
      await askFor(tx, ingestJob, { loadId }, workOf(ctx, load.labId));
      await this.record(tx, ctx, load, 'load.uploaded');
      return { ...load, state };
    });
  }

  /** The steward has seen what the load changes and wants it so: it is checked again and then counts. */
  confirm(ctx: Ctx, loadId: string): Promise<LoadEntity> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const load = await lockLoad(tx, loadId);
      if (load === undefined || !isAllowed(ctx.ability, 'upload', 'Dataset', load)) throw notFound('load');
      const change = { state: nextLoadState(load.state, 'confirmed'), confirmedAt: ctx.clock.now() };
      await updateLoad(tx, loadId, change);
      await askFor(tx, ingestJob, { loadId }, workOf(ctx, load.labId));
      await this.record(tx, ctx, load, 'load.confirm');
      return { ...load, ...change };
    });
  }

  get(ctx: Ctx, loadId: string): Promise<LoadEntity> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const load = await findLoad(tx, loadId);
      if (load === undefined || !isAllowed(ctx.ability, 'read', 'Load', load)) throw notFound('load');
      await recordRead(tx, ctx, { ...eventOf(load), action: 'load.read' });
      return load;
    });
  }

  /** The newest delivery to a dataset; undefined where there is none that this person may see. */
  async findLatest(ctx: Ctx, datasetId: string): Promise<LoadEntity | undefined> {
    const dataset = await this.database.inTransaction(asPerson(ctx), (tx) => findDataset(tx, datasetId));
    if (dataset === undefined) return undefined;
    return (await this.list(ctx, { labId: dataset.labId, datasetId, first: 1 })).items[0];
  }

  /** A page of the lab's loads that this person may see, newest first. */
  async list(ctx: Ctx, query: { labId: string; datasetId?: string; first: number; after?: string }): Promise<LoadPage> {
    if (!(query.first >= 1 && query.first <= LARGEST_PAGE))
      throw invalidInput('page.size', `A page holds 1 to ${LARGEST_PAGE} loads.`, [{ field: 'first' }]);
    const where = whereAllowed(ctx.ability, 'read', 'Load', LOAD_COLUMNS);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const page = await listLoads(tx, query, where);
      const { labId } = query;
      // Who sees none was shown nothing, and may have named a lab that is not theirs.
      if (page.items.length > 0)
        await recordRead(tx, ctx, {
          action: 'load.list',
          objectKind: 'lab',
          objectId: labId,
          labId,
          dataOrganisationId: ctx.actor.organisationId,
          detail: { loads: page.items.length },
        });
      return page;
    });
  }

  /**
   * Takes a delivery back; the pictures made from now on do not hold it. What was delivered again without a change is taken back with it: it
   * holds no rows of its own, so it would claim to count what counts no more.
   */
  async withdraw(ctx: Ctx, loadId: string, reason: string): Promise<LoadEntity> {
    if (reason.trim().length < 3)
      throw invalidInput('load.reason-missing', 'Say why the load is withdrawn.', [{ field: 'reason' }]);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const load = await lockLoad(tx, loadId);
      if (load === undefined || !isAllowed(ctx.ability, 'read', 'Load', load)) throw notFound('load');
      if (!isAllowed(ctx.ability, 'withdraw', 'Load', load))
        throw forbidden('load.not-steward', 'Only the steward of its own organisation withdraws a load.');
      const state = nextLoadState(load.state, 'withdrawn');
      const change = { state, withdrawnReason: reason.trim(), decidedAt: ctx.clock.now() };
      await updateLoad(tx, loadId, change);
      if (load.state === 'accepted')
        await askFor(tx, factualPictureJob, { labId: load.labId }, workOf(ctx, load.labId));
      await this.record(tx, ctx, load, 'load.withdraw');
      for (const { id } of await listLeftWithoutTwin(tx, load)) {
        await updateLoad(tx, id, change);
        await this.record(tx, ctx, { ...load, id }, 'load.withdraw');
      }
      return { ...load, ...change };
    });
  }

  private async record(tx: Transaction, ctx: Ctx, load: LoadEntity, action: string): Promise<void> {
    await audit(tx, authorOf(ctx), { ...eventOf(load), action });
    await announce(tx, changeOf(load));
  }
}

const eventOf = ({ id, labId, organisationId }: LoadEntity) => ({
  objectKind: 'load',
  objectId: id,
  labId,
  dataOrganisationId: organisationId,
});

/** What is announced when something of a load changed. */
export const changeOf = (load: LoadEntity) =>
  ({ kind: 'load', id: load.id, labId: load.labId, organisationId: load.organisationId }) as const;

const workOf = (ctx: Ctx, labId: string) => ({ labId, actorId: ctx.actor.personId, requestId: ctx.requestId });

/** The calendar date in the lab's region: what is "in the future" depends on where the reports were made. */
async function today(tx: Transaction, labId: string, ctx: Ctx): Promise<string> {
  const lab = await findLab(tx, labId);
  const region = lab && (await findRegion(tx, lab.regionId));
  if (region === undefined) throw notFound('lab');
  return dateIn(region.timeZone, ctx.clock.now());
}

/** `YYYY-MM-DD` as a calendar on the wall there shows it. */
export const dateIn = (timeZone: string, instant: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
