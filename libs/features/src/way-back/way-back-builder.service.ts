import { createHash } from 'node:crypto';
import { abilityFor, isAllowed } from '@datalab/access';
import {
  announce,
  audit,
  Database,
  deleteWayBackList,
  findActorInLab,
  findPolicyInForce,
  findReceiverKey,
  findRelease,
  findRun,
  findSnapshotById,
  findWayBack,
  holdWayBack,
  insertProof,
  listOverdueLists,
  moveWayBack,
  saveWayBackList,
  type Transaction,
  type WayBackChange,
  type WayBackRow,
} from '@datalab/data';
import { gatePolicy, SWITCHED_RULES } from '@datalab/disclosure';
import {
  checkRun,
  DomainError,
  nextWayBackState,
  WAY_BACK_DAYS,
  WAY_BACK_LEAST_ADDRESSES,
  type Clock,
} from '@datalab/domain';
import { sealRecordHashes, type RandomBytes } from '@datalab/pseudonym';
import type { SnapshotStore } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import type { RunReader } from '../analyses/data/run-reader.js';
import { findMethod } from '../analyses/registry.js';
import { runRequestSchema, useOf } from '../analyses/run-request.js';
import type { Work } from '../work.js';
import { findGroup } from './household-groups.js';
import { findOwnRecords, type OwnRecords } from './own-records.js';

const DAY_MS = 86_400_000;

/** A list that will not be made, with its code. */
class NotToBeMade extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Makes and destroys the lists of the way back, in the worker: what the agreement does not allow any more is refused here, whatever was let through before. */
@Injectable()
export class WayBackBuilderService {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
    private readonly reader: RunReader,
    private readonly clock: Clock,
    private readonly rng: RandomBytes,
  ) {}

  /**
   * Makes the list of a request that was opened: lays the sources of its run beside each other once more, in memory, and seals the receiver's own record
   * hashes. Fewer than five addresses is no list. Running again does no harm: a request that is not being opened any more is left alone.
   */
  async execute(work: Work, wayBackId: string): Promise<void> {
    const { labId } = work;
    const request = await this.inLab(labId, (tx) => findWayBack(tx, wayBackId));
    if (request?.state !== 'opening') return;
    try {
      const { publicKey, records } = await this.find(work, request);
      if (records.addresses < WAY_BACK_LEAST_ADDRESSES) return await this.end(work, wayBackId, 'find_too_few', {});
      const box = sealRecordHashes(records.hashes, wayBackId, publicKey, this.rng);
      const readyAt = this.clock.now();
      const expiresAt = new Date(readyAt.getTime() + WAY_BACK_DAYS * DAY_MS);
      const digest = createHash('sha256').update(box).digest('hex');
      await this.end(work, wayBackId, 'list_made', { readyAt, expiresAt }, (tx) =>
        saveWayBackList(tx, { wayBackId, labId, receiverId: request.receiverId, box, digest }),
      );
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      await this.end(work, wayBackId, 'fail', { failure });
    }
  }

  /** The work was given up: whoever waits is told. */
  giveUp(work: Work, wayBackId: string): Promise<void> {
    return this.end(work, wayBackId, 'fail', { failure: 'attempts-spent' });
  }

  /** Destroys every list that lasted its days, or of which the outcome came in, each with a proof. Running again finds nothing. */
  async upkeep(work: Work): Promise<number> {
    const { labId } = work;
    const overdue = await this.inLab(labId, (tx) => listOverdueLists(tx, labId, this.clock.now()));
    for (const { id, receiverId } of overdue)
      await this.inLab(labId, async (tx) => {
        await holdWayBack(tx, id);
        const { state } = (await findWayBack(tx, id))!;
        const deletedAt = this.clock.now();
        const digest = await deleteWayBackList(tx, id);
        const next = state === 'ready' ? nextWayBackState(state, 'expire') : state;
        await moveWayBack(tx, id, { state: next, destroyedAt: deletedAt });
        await insertProof(tx, {
          labId,
          organisationId: receiverId,
          datasetId: null,
          objectKind: 'way_back_list',
          objectId: id,
          reason: state === 'ready' ? 'expired' : 'settled',
          counts: { lists: digest === undefined ? 0 : 1 },
          digest: digest ?? null,
          requestId: work.requestId,
          deletedAt,
        });
        await this.tell(tx, work, id, 'destroy-list');
      });
    return overdue.length;
  }

  private async find(work: Work, request: WayBackRow): Promise<{ publicKey: Buffer; records: OwnRecords }> {
    const { labId, receiverId } = request;
    const actor = await findActorInLab(this.database, labId, work.actorId);
    if (actor === undefined || !isAllowed(abilityFor(actor), 'request', 'WayBack', request))
      throw new NotToBeMade('actor-left');
    const ground = await this.inLab(labId, async (tx) => ({
      policy: await findPolicyInForce(tx, labId),
      release: await findRelease(tx, request.releaseId),
      run: (await findRun(tx, request.runId))!,
      publicKey: await findReceiverKey(tx, labId, receiverId),
    }));
    const { policy, release, run, publicKey } = ground;
    if (policy?.version !== request.agreementVersion || policy.wayBackReceiverId !== receiverId)
      throw new NotToBeMade('agreement-changed');
    if (release?.state !== 'released') throw new NotToBeMade('result-withdrawn');
    if (publicKey === undefined) throw new NotToBeMade('no-key');
    const method = findMethod(run.method);
    if (method === undefined || method.version !== run.methodVersion) throw new NotToBeMade('method-changed');
    const { scope, options, purpose } = runRequestSchema.parse(run.params);
    if (checkRun(policy, useOf(method, scope, options, purpose)).length > 0) throw new NotToBeMade('outside-agreement');
    const digest = await this.inLab(labId, async (tx) => (await findSnapshotById(tx, run.snapshotId))?.digest);
    const snapshot = digest === undefined ? undefined : await this.store.find(digest);
    if (snapshot === undefined) throw new NotToBeMade('snapshot-destroyed');
    const group = findGroup(run.method, request.householdGroup);
    const gate = gatePolicy({ version: `agreement-${policy.version}`, floors: policy.floors, rules: SWITCHED_RULES });
    const { data } = await this.reader.read(
      { labId, snapshotId: run.snapshotId, snapshot, scope, use: method.use(scope, options), gate },
      async (rows, duck) => {
        // Numbers of households that were not laid beside each other mean nothing across sources.
        if (!rows.linked) throw new NotToBeMade('not-linked');
        return findOwnRecords(duck, receiverId, scope, await group.find(rows, options));
      },
    );
    return { publicKey, records: data };
  }

  private async end(
    work: Work,
    id: string,
    event: 'list_made' | 'find_too_few' | 'fail',
    change: Omit<WayBackChange, 'state'>,
    also: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await this.inLab(work.labId, async (tx) => {
      await holdWayBack(tx, id);
      const now = await findWayBack(tx, id);
      // Done by another try meanwhile: then that is how it ended.
      if (now?.state !== 'opening') return;
      await moveWayBack(tx, id, { state: nextWayBackState(now.state, event), ...change });
      await also(tx);
      await this.tell(tx, work, id, event.replaceAll('_', '-'));
    });
  }

  private async tell(tx: Transaction, { labId, actorId, requestId }: Work, id: string, action: string): Promise<void> {
    const event = { action: `way-back.${action}`, objectKind: 'way_back', objectId: id, labId };
    await audit(tx, { actorId, requestId }, event);
    await announce(tx, { kind: 'lab', id: labId, labId });
  }

  private inLab<T>(labId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction({ labId }, work);
  }
}

/** Why there is no list, as a code; undefined for what may pass when it is tried again. */
function failureOf(error: unknown): string | undefined {
  if (error instanceof NotToBeMade) return error.code;
  if (!(error instanceof DomainError) || error.kind === 'Unavailable' || error.kind === 'Bug') return undefined;
  return error.code.replace(/^run\./, '').replaceAll('.', '-');
}
