import {
  askFor,
  Database,
  findPolicyInForce,
  findReceiverKey,
  findWayBackList,
  moveWayBack,
  saveReceiverKey,
  type WayBackRow,
} from '@datalab/data';
import { isAllowed } from '@datalab/access';
import { careOutcome } from '@datalab/disclosure';
import { forbidden, invalidInput, invalidState, nextWayBackState, notFound } from '@datalab/domain';
import { wayBackListJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { recordDeed, recordRead } from '../audit/record.js';
import { asPerson, type Ctx } from '../context.js';
import { fingerprintOf, receiverKeyOf } from './receiver-key.js';
import { heldWayBack, toldWayBack, wordsOf } from './way-back-access.js';

/** A list as it is handed to its receiver: sealed, to be opened on the receiver's own computer. */
export interface SealedWayBackList {
  wayBackId: string;
  box: Buffer;
  /** SHA-256 (hex) of the box. */
  digest: string;
  expiresAt: Date;
}

/** The list of a way back, from the receiver's side: its key, the opening, the sealed list, and what came of it. */
@Injectable()
export class WayBackListsService {
  constructor(private readonly database: Database) {}

  /**
   * Registers the public half of the receiver's key, in the place of an earlier one; gives its fingerprint. The steward of the organisation does, whose
   * computer has the other half; for an organisation that the agreement in force names.
   */
  registerKey(ctx: Ctx, labId: string, publicKey: string): Promise<string> {
    const key = receiverKeyOf(publicKey);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (!isAllowed(ctx.ability, 'read', 'Agreement', { labId })) throw notFound('lab');
      const { organisationId, personId } = ctx.actor;
      if (!isAllowed(ctx.ability, 'receive', 'WayBack', { labId, receiverId: organisationId, askedOf: [] }))
        throw forbidden('way-back.may-not-receive', 'A data steward of the receiver registers its key.');
      if ((await findPolicyInForce(tx, labId))?.wayBackReceiverId !== organisationId)
        throw forbidden('way-back.not-receiver', 'The agreement in force does not name your organisation for this.');
      await saveReceiverKey(tx, { labId, organisationId, publicKey: key, registeredBy: personId, at: ctx.clock.now() });
      const event = { action: 'way-back.register-key', objectKind: 'receiver_key', objectId: organisationId, labId };
      await recordDeed(tx, ctx, event);
      return fingerprintOf(key);
    });
  }

  /**
   * Says who tells the residents, and how, before anything else is done; only then is the list made. InvalidState where the receiver has no key yet, or
   * another agreement is in force than the one that the answers were given under.
   */
  open(ctx: Ctx, id: string, told: string): Promise<WayBackRow> {
    const toldFirst = wordsOf('toldFirst', told, 10);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const request = await heldWayBack(ctx, tx, id, 'request');
      const { labId, receiverId, agreementVersion } = request;
      const state = nextWayBackState(request.state, 'open');
      const policy = await findPolicyInForce(tx, labId);
      if (policy?.version !== agreementVersion || policy.wayBackReceiverId !== receiverId)
        throw invalidState('way-back.agreement-changed', 'The agreement has changed since: ask anew.');
      if ((await findReceiverKey(tx, labId, receiverId)) === undefined)
        throw invalidState('way-back.no-key', 'Your data steward registers a key first: `datalab resolve --new-key`.');
      const { personId } = ctx.actor;
      await moveWayBack(tx, id, { state, toldFirst, openedBy: personId, openedAt: ctx.clock.now() });
      const { requestId } = ctx;
      await askFor(tx, wayBackListJob, { wayBackId: id }, { labId, actorId: personId, requestId });
      return toldWayBack(ctx, tx, id, 'open');
    });
  }

  /** The sealed list, for the receiver's steward, while it lasts. Each time that it is fetched is on the log. */
  getList(ctx: Ctx, id: string): Promise<SealedWayBackList> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { state, labId, expiresAt } = await heldWayBack(ctx, tx, id, 'receive');
      const list = await findWayBackList(tx, id);
      if (state !== 'ready' || expiresAt === null || expiresAt <= ctx.clock.now() || list === undefined)
        throw invalidState('way-back.no-list', 'There is no list of this request, or not any more.');
      await recordRead(tx, ctx, { action: 'way-back.read-list', objectKind: 'way_back', objectId: id, labId });
      return { wayBackId: id, ...list, expiresAt };
    });
  }

  /**
   * What came of it: with how many residents was spoken, and how many have help now. Only the bands are kept: the numbers themselves stay at the receiver.
   * The list is destroyed next.
   */
  settle(ctx: Ctx, id: string, { reached, helped }: { reached: number; helped: number }): Promise<WayBackRow> {
    if (![reached, helped].every((n) => Number.isInteger(n) && n >= 0 && n <= 10_000) || helped > reached)
      throw invalidInput('way-back.numbers', 'Whole numbers; no more can have help than were spoken with.', [
        { field: 'helped' },
      ]);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { state } = await heldWayBack(ctx, tx, id, 'request');
      await moveWayBack(tx, id, {
        state: nextWayBackState(state, 'settle'),
        reached: careOutcome(reached),
        helped: careOutcome(helped),
        settledAt: ctx.clock.now(),
      });
      return toldWayBack(ctx, tx, id, 'settle');
    });
  }
}
