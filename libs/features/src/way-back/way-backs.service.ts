import { randomUUID } from 'node:crypto';
import { isAllowed } from '@datalab/access';
import {
  Database,
  findLab,
  findPolicyInForce,
  findReceiverKey,
  findRelease,
  findRun,
  findWayBackParties,
  insertWayBack,
  insertWayBackAnswer,
  listDatasets,
  listParticipants,
  listReleases,
  listWayBacks,
  moveWayBack,
  type RunRow,
  type Transaction,
  type WayBackRow,
} from '@datalab/data';
import {
  conflict,
  forbidden,
  invalidInput,
  invalidState,
  isWayBackUnderWay,
  nextWayBackState,
  notFound,
  wayBackEvent,
  type Words,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { justShown } from '../agreement/signatures.service.js';
import { runRequestSchema } from '../analyses/run-request.js';
import { asPerson, type Ctx } from '../context.js';
import { groupsOf } from './household-groups.js';
import { fingerprintOf } from './receiver-key.js';
import { heldWayBack, toldWayBack, wordsOf } from './way-back-access.js';

/** A released result at which the way back may begin. */
export interface WayBackStart {
  releaseId: string;
  title: string;
  groups: { code: string; words: Words }[];
}

export interface WayBackOverview {
  /** Whom the agreement in force names; null where nobody, and then there is no way back. */
  receiver: { id: string; name: string } | null;
  /** SHA-256 of the receiver's registered public key, to compare with what its own computer says; for people of the receiver. */
  keyFingerprint: string | null;
  mayAsk: boolean;
  /** Empty for who may not ask. */
  starts: WayBackStart[];
  requests: WayBackRow[];
}

/** The way back (care only): who asks and who answers. The list itself is WayBackListsService. */
@Injectable()
export class WayBacksService {
  constructor(private readonly database: Database) {}

  /** The requests of a lab that one may know of, with what one may ask now. NotFound where the lab is not yours, Forbidden for who has no part in this. */
  getOverview(ctx: Ctx, labId: string): Promise<WayBackOverview> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if ((await findLab(tx, labId)) === undefined || !isAllowed(ctx.ability, 'read', 'Agreement', { labId }))
        throw notFound('lab');
      const own = { labId, receiverId: ctx.actor.organisationId, askedOf: [] };
      if (!isAllowed(ctx.ability, 'read', 'WayBack', own))
        throw forbidden(
          'way-back.not-yours',
          'Privacy officers, domain experts, stewards and the coordinator see this.',
        );
      const receiverId = (await findPolicyInForce(tx, labId))?.wayBackReceiverId ?? null;
      const receiver = (await listParticipants(tx, labId)).find(({ organisationId }) => organisationId === receiverId);
      const key = receiverId === null ? undefined : await findReceiverKey(tx, labId, receiverId);
      const mayAsk = receiverId === own.receiverId && isAllowed(ctx.ability, 'request', 'WayBack', own);
      return {
        receiver: receiver === undefined ? null : { id: receiver.organisationId, name: receiver.name },
        keyFingerprint: key === undefined ? null : fingerprintOf(key),
        mayAsk,
        starts: mayAsk ? await startsOf(tx, labId, receiverId) : [],
        requests: (await listWayBacks(tx, labId)).filter((row) => isAllowed(ctx.ability, 'read', 'WayBack', row)),
      };
    });
  }

  /**
   * Asks for the own records about the addresses of a released result. From then on the privacy officer of every organisation whose knowledge that reveals
   * has to answer. Conflict where another request is under way: two lists side by side could differ by one address.
   */
  ask(ctx: Ctx, labId: string, wish: { releaseId: string; group: string; reason: string }): Promise<WayBackRow> {
    const reason = wordsOf('reason', wish.reason, 10);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (!isAllowed(ctx.ability, 'read', 'Agreement', { labId })) throw notFound('lab');
      const policy = await findPolicyInForce(tx, labId);
      const receiverId = ctx.actor.organisationId;
      if (!isAllowed(ctx.ability, 'request', 'WayBack', { labId, receiverId, askedOf: [] }))
        throw forbidden('way-back.may-not-request', 'A domain expert of the receiver asks for the way back.');
      if (policy === undefined || policy.wayBackReceiverId !== receiverId)
        throw forbidden('way-back.not-receiver', 'The agreement in force does not name your organisation for this.');
      if ((await listWayBacks(tx, labId)).some(({ state }) => isWayBackUnderWay(state)))
        throw conflict('way-back.under-way', 'One request at a time: another is under way, or its list still lasts.');
      const run = await releasedRun(tx, labId, wish.releaseId);
      if (!groupsOf(run.method).some(({ code }) => code === wish.group))
        throw invalidInput('way-back.no-such-group', 'No such addresses follow from this result.', [
          { field: 'group' },
        ]);
      const askedOf = await findWayBackParties(tx, run.id, receiverId);
      await requireOwnSource(tx, labId, run, receiverId);
      if (askedOf.length === 0)
        throw invalidState('way-back.nothing-of-others', 'This result is of your organisation alone.');
      const id = randomUUID();
      await insertWayBack(tx, {
        id,
        labId,
        receiverId,
        agreementVersion: policy.version,
        releaseId: wish.releaseId,
        runId: run.id,
        householdGroup: wish.group,
        reason,
        askedOf,
        askedBy: ctx.actor.personId,
        at: ctx.clock.now(),
      });
      return toldWayBack(ctx, tx, id, 'ask');
    });
  }

  /**
   * Answers for the own organisation, by its privacy officer who has just shown who they are. One refusal ends the request; the last approval lets
   * the receiver open the list. Forbidden (`agreement.sign-in-again`) where they have to sign in again first.
   */
  answer(ctx: Ctx, id: string, approves: boolean, said: string): Promise<WayBackRow> {
    const reason = wordsOf('reason', said, approves ? 0 : 3);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { labId, state, askedOf, answers } = await heldWayBack(ctx, tx, id, 'answer');
      const authenticatedAt = justShown(ctx);
      const { organisationId, personId } = ctx.actor;
      const given = answers.flatMap((row) => (row.approves === null ? [] : [{ ...row, approves: row.approves }]));
      if (given.some((row) => row.organisationId === organisationId))
        throw conflict('way-back.answered-already', 'Your organisation has answered this already.');
      const next = nextWayBackState(state, wayBackEvent(askedOf, given, { organisationId, approves }));
      const at = ctx.clock.now();
      await insertWayBackAnswer(tx, {
        wayBackId: id,
        labId,
        organisationId,
        personId,
        approves,
        reason,
        at,
        authenticatedAt,
      });
      if (next !== state) await moveWayBack(tx, id, { state: next, ...(next === 'refused' && { endedAt: at }) });
      return toldWayBack(ctx, tx, id, approves ? 'approve' : 'refuse');
    });
  }

  /** Takes a request back that was not opened yet. */
  withdraw(ctx: Ctx, id: string, why: string): Promise<WayBackRow> {
    const endReason = wordsOf('reason', why, 3);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { state } = await heldWayBack(ctx, tx, id, 'request');
      await moveWayBack(tx, id, { state: nextWayBackState(state, 'withdraw'), endedAt: ctx.clock.now(), endReason });
      return toldWayBack(ctx, tx, id, 'withdraw');
    });
  }
}

/** The run of a released result of this lab. NotFound where there is none, InvalidState where it was taken back or is not of a run. */
async function releasedRun(tx: Transaction, labId: string, releaseId: string): Promise<RunRow> {
  const release = await findRelease(tx, releaseId);
  if (release === undefined || release.labId !== labId || release.releasedAt === null) throw notFound('release');
  const run = release.runId === null ? undefined : await findRun(tx, release.runId);
  if (release.state !== 'released' || run === undefined)
    throw invalidState('way-back.not-released', 'The way back begins at the result of an analysis that is released.');
  return run;
}

/** The receiver's sources of which rows are records: a table of counts leads to nobody. */
const recordSources = async (tx: Transaction, labId: string, receiverId: string) =>
  (await listDatasets(tx, labId)).filter(
    ({ organisationId, kind }) => organisationId === receiverId && kind === 'records',
  );

async function requireOwnSource(tx: Transaction, labId: string, run: RunRow, receiverId: string): Promise<void> {
  const { datasetIds } = runRequestSchema.parse(run.params).scope;
  const own = await recordSources(tx, labId, receiverId);
  if (!own.some(({ id }) => datasetIds.includes(id)))
    throw invalidState(
      'way-back.no-own-source',
      'Your organisation has no source in this result: there is nothing to give.',
    );
}

/** Released results that lead anywhere, each once, for who may ask. */
async function startsOf(tx: Transaction, labId: string, receiverId: string): Promise<WayBackStart[]> {
  const own = await recordSources(tx, labId, receiverId);
  const starts: WayBackStart[] = [];
  for (const release of await listReleases(tx, labId)) {
    if (release.state !== 'released' || release.runId === null) continue;
    const run = await findRun(tx, release.runId);
    const { datasetIds } = runRequestSchema.parse(run!.params).scope;
    const groups = groupsOf(run!.method).map(({ code, words }) => ({ code, words }));
    if (groups.length > 0 && own.some(({ id }) => datasetIds.includes(id)))
      starts.push({ releaseId: release.id, title: run!.title, groups });
  }
  return starts;
}
