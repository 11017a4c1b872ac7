import { randomUUID } from 'node:crypto';
import { isAllowed } from '@datalab/access';
import {
  askFor,
  audit,
  Database,
  findDataset,
  findLab,
  findRegion,
  findRun,
  findSnapshot,
  insertRelease,
  listReleases,
  saveChange,
  saveSubmitted,
  saveWithdrawn,
  endStanding,
  type ReleaseRow,
  type Transaction,
} from '@datalab/data';
import {
  forbidden,
  invalidInput,
  invalidState,
  nextReleaseState,
  notFound,
  type ReleaseContext,
  type ReleaseEvent,
  type TableDesign,
} from '@datalab/domain';
import { disclosureCheckJob, releaseJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { manifestSchema } from '../picture/manifest.js';
import { asSubject, heldRelease, mayRead, readableRelease } from './release-access.js';
import { parseContext, parseDesign, parseWishes, type ReleaseWishes } from './release-input.js';
import { ReleaseGround } from './release-ground.js';
import { daysAfter, outsideTerms } from './release-terms.js';

/** What is to be given: a table of the picture, or the result of a run. */
export type ReleaseOf = { design: unknown } | { runId: string };

export interface DraftRequest {
  labId: string;
  of: ReleaseOf;
  context: unknown;
  wishes: unknown;
}

/** Releases as their requesters see them: drafted, changed, handed in, and taken back. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly database: Database,
    private readonly ground: ReleaseGround,
  ) {}

  /** The releases of a lab that this person may see, newest first; none of a lab that is not theirs. */
  list(ctx: Ctx, labId: string): Promise<ReleaseRow[]> {
    return this.database.inTransaction(asPerson(ctx), async (tx) =>
      (await listReleases(tx, labId)).filter((release) => mayRead(ctx, release)),
    );
  }

  /** One release. NotFound also where it is not theirs. */
  get(ctx: Ctx, id: string): Promise<ReleaseRow> {
    return this.database.inTransaction(asPerson(ctx), (tx) => readableRelease(ctx, tx, id));
  }

  /** Drafts the first version of something that is to be given. */
  draft(ctx: Ctx, { labId, of, context, wishes }: DraftRequest): Promise<ReleaseRow> {
    if (!isAllowed(ctx.ability, 'read', 'Picture', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) =>
      this.insert(ctx, tx, {
        labId,
        seriesId: randomUUID(),
        ...(await subjectOf(tx, labId, of)),
        context: parseContext(context),
        ...parseWishes(wishes),
      }),
    );
  }

  /** Drafts another version of the same: one of the safe forms that the machine proposed, by its place in the list. */
  draftSafeVersion(ctx: Ctx, id: string, index: number): Promise<ReleaseRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const refused = await readableRelease(ctx, tx, id);
      const version = refused.stopped?.versions[index];
      if (version === undefined)
        throw invalidInput('release.no-such-version', 'This is not one of the proposed versions.', [
          { field: 'index' },
        ]);
      const snapshot = await findSnapshot(tx, refused.labId);
      return this.insert(ctx, tx, {
        labId: refused.labId,
        seriesId: refused.seriesId,
        kind: refused.kind,
        analysisKind: refused.analysisKind,
        runId: refused.runId,
        tableKey: refused.tableKey,
        snapshotId: refused.kind === 'table' ? snapshot!.id : refused.snapshotId,
        snapshotDigest: refused.kind === 'table' ? snapshot!.digest : refused.snapshotDigest,
        design: version.design,
        context: refused.context,
        tier: version.tier,
        embargoDays: version.tier === 'public' ? refused.embargoDays : 0,
        wantsStanding: refused.wantsStanding,
      });
    });
  }

  /** Other words, or another embargo: a draft again, and every review of before is void. */
  change(ctx: Ctx, id: string, context: unknown, wishes: unknown): Promise<ReleaseRow> {
    return this.move(ctx, id, 'change', async (tx, release, state) => {
      requireRequester(ctx, release);
      const { embargoDays, wantsStanding } = parseWishes(wishes);
      await saveChange(tx, id, { state, context: parseContext(context), embargoDays, wantsStanding });
    });
  }

  /** Hands a draft in: the machine looks first, then two people. */
  submit(ctx: Ctx, id: string): Promise<ReleaseRow> {
    return this.move(ctx, id, 'submit', async (tx, release, state) => {
      requireRequester(ctx, release);
      const policy = await this.ground.requirePolicy(tx, release.labId);
      const outside = outsideTerms(policy, release);
      if (outside !== undefined)
        throw invalidState(`release.${outside}`, 'This is outside what the organisations agreed.');
      const at = ctx.clock.now();
      await saveSubmitted(tx, id, { state, at, checkBefore: daysAfter(at, policy.checkDays) });
      const { labId } = release;
      const asked = { labId, actorId: ctx.actor.personId, requestId: ctx.requestId };
      await askFor(tx, disclosureCheckJob, { releaseId: id }, asked);
    });
  }

  /** Asks once more to let out what was approved and could not go out at that moment, as while a value had no answer. */
  askToRelease(ctx: Ctx, id: string): Promise<ReleaseRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const release = await readableRelease(ctx, tx, id);
      if (release.requestedBy !== ctx.actor.personId && !isAllowed(ctx.ability, 'lead', 'Lab', { id: release.labId }))
        throw forbidden('release.not-yours', 'Only who asked for a release, or the coordinator, lets it out.');
      if (release.state !== 'approved')
        throw invalidState('release.wrong-state', 'Only what two checkers approved goes out.');
      const { labId } = release;
      await askFor(tx, releaseJob, { releaseId: id }, { labId, actorId: ctx.actor.personId, requestId: ctx.requestId });
      await audit(tx, authorOf(ctx), { action: 'release.ask', objectKind: 'release', objectId: id, labId });
      return release;
    });
  }

  /** Takes a release back, with a reason that stays to be read. What was out is shown as withdrawn from then on. */
  withdraw(ctx: Ctx, id: string, reason: string): Promise<ReleaseRow> {
    const words = reason.trim();
    if (words.length < 3 || words.length > 1_000)
      throw invalidInput('release.reason-missing', 'Say why it is taken back, in 3 to 1,000 characters.', [
        { field: 'reason' },
      ]);
    checkOwnWords({ reason: words });
    return this.move(ctx, id, 'withdraw', async (tx, release) => {
      if (!isAllowed(ctx.ability, 'withdraw', 'Release', asSubject(release)))
        throw forbidden('release.not-yours', 'This release is not yours to take back.');
      const at = ctx.clock.now();
      await saveWithdrawn(tx, id, { by: ctx.actor.personId, at, reason: words });
      if (release.standingId !== null) await endStanding(tx, release.standingId, 'withdrawn', at);
    });
  }

  private async insert(ctx: Ctx, tx: Transaction, wanted: Wanted): Promise<ReleaseRow> {
    const { labId, tier } = wanted;
    const { personId, organisationId } = ctx.actor;
    if (!isAllowed(ctx.ability, 'draft', 'Release', { labId, reach: 'work', requestedBy: personId }))
      throw forbidden('release.not-drafter', 'An analyst or domain expert of the lab asks for a release.');
    const id = randomUUID();
    await insertRelease(tx, {
      ...wanted,
      embargoDays: tier === 'public' ? wanted.embargoDays : 0,
      wantsStanding: wanted.kind === 'table' && wanted.wantsStanding,
      id,
      requestedBy: personId,
      requestedOrganisationId: organisationId,
    });
    await recordDeed(tx, ctx, {
      action: 'release.draft',
      objectKind: 'release',
      objectId: id,
      labId,
      detail: { tier },
    });
    return readableRelease(ctx, tx, id);
  }

  private move(
    ctx: Ctx,
    id: string,
    event: ReleaseEvent,
    save: (tx: Transaction, release: ReleaseRow, state: ReleaseRow['state']) => Promise<void>,
  ): Promise<ReleaseRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const seen = await heldRelease(ctx, tx, id);
      const state = nextReleaseState(seen.state, event);
      await save(tx, seen, state);
      const { labId } = seen;
      await recordDeed(tx, ctx, { action: `release.${event}`, objectKind: 'release', objectId: id, labId });
      return readableRelease(ctx, tx, id);
    });
  }
}

type Wanted = Subject & ReleaseWishes & { labId: string; seriesId: string; context: ReleaseContext };
type Subject = Pick<
  ReleaseRow,
  'kind' | 'analysisKind' | 'runId' | 'tableKey' | 'snapshotId' | 'snapshotDigest' | 'design'
>;

function requireRequester(ctx: Ctx, release: ReleaseRow): void {
  if (release.requestedBy !== ctx.actor.personId)
    throw forbidden('release.not-yours', 'Only who asked for a release changes it and hands it in.');
}

/** What is to be given, looked up and found to be there. */
async function subjectOf(tx: Transaction, labId: string, of: ReleaseOf): Promise<Subject> {
  if ('runId' in of) {
    const run = await findRun(tx, of.runId);
    if (run?.labId !== labId) throw notFound('run');
    if (run.state !== 'done' || run.snapshotDigest === null)
      throw invalidState('release.run-not-done', 'Only a run that is done has a result to give.');
    const { snapshotId, snapshotDigest, kind } = run;
    return { kind: 'run', analysisKind: kind, runId: run.id, tableKey: null, snapshotId, snapshotDigest, design: null };
  }
  const design = parseDesign(of.design);
  const snapshot = await checkDesign(tx, labId, design);
  const { id, digest } = snapshot;
  return {
    kind: 'table',
    analysisKind: 'descriptive',
    runId: null,
    tableKey: null,
    snapshotId: id,
    snapshotDigest: digest,
    design,
  };
}

async function checkDesign(tx: Transaction, labId: string, design: TableDesign) {
  const dataset = await findDataset(tx, design.datasetId);
  const lab = await findLab(tx, labId);
  if (dataset?.labId !== labId || lab === undefined) throw notFound('dataset');
  const snapshot = await findSnapshot(tx, labId);
  const source = snapshot && manifestSchema.parse(snapshot.manifest).sources.find((s) => s.datasetId === dataset.id);
  const region = await findRegion(tx, lab.regionId);
  if (snapshot === undefined || source === undefined)
    throw invalidState('picture.not-there', 'Nothing of this source is in the picture yet.');
  const levels = region?.levels.map(({ code }) => code) ?? [];
  const isThere = levels.includes(design.level) && source.grains.includes(design.grain);
  if (!isThere)
    throw invalidInput('release.design-invalid', 'The picture has no table of this level and period.', [
      { field: 'level' },
    ]);
  return snapshot;
}
