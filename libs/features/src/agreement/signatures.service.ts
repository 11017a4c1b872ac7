import {
  askFor,
  Database,
  findAgreementInForce,
  findSnapshot,
  insertSignature,
  moveAgreement,
  type AgreementRow,
  type Transaction,
} from '@datalab/data';
import { conflict, forbidden, invalidState, nextAgreementState } from '@datalab/domain';
import { privacyRiskJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { changeable, mayGoOn, told } from './agreements.service.js';
import { readAgreement, type AgreementView } from './agreement-view.js';

/** Whoever signs has shown who they are at most so long ago. */
export const SIGNING_MINUTES = 5;

/** Signing an agreement: by each organisation's privacy officer, on one text, having just shown who they are. */
@Injectable()
export class SignaturesService {
  constructor(private readonly database: Database) {}

  /**
   * Signs the text with this hash for the own organisation. With the last signature the version is in force and the one before it lapses.
   * Forbidden (`agreement.sign-in-again`) where the signer has not just shown who they are.
   */
  sign(ctx: Ctx, id: string, textHash: string): Promise<AgreementView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const agreement = await changeable(ctx, tx, id, 'sign');
      const authenticatedAt = justShown(ctx);
      const { stepState, versions } = await readAgreement(tx, agreement.labId);
      mayGoOn(stepState);
      if (agreement.state !== 'signing')
        throw invalidState('agreement.not-to-sign', 'This version does not lie there to be signed.');
      if (agreement.textHash !== textHash)
        throw conflict('agreement.other-text', 'This is not the text that lies there to be signed. Look at it again.');
      const { parties } = versions.find((version) => version.id === id)!;
      const { organisationId, personId } = ctx.actor;
      if (parties.some((party) => party.organisationId === organisationId && party.signedAt !== null))
        throw conflict('agreement.signed-already', 'Your organisation has signed this already.');
      const { labId } = agreement;
      const at = ctx.clock.now();
      await insertSignature(tx, { agreementId: id, labId, organisationId, personId, textHash, at, authenticatedAt });
      const isLast = parties.every((party) => party.signedAt !== null || party.organisationId === organisationId);
      if (isLast) await enterIntoForce(ctx, tx, agreement);
      return told(ctx, tx, agreement, isLast ? 'agreement.in-force' : 'agreement.sign');
    });
  }
}

/** When who signs or answers showed who they are; Forbidden (`agreement.sign-in-again`) where that is not known, or too long ago. */
export function justShown({ authenticatedAt, clock }: Ctx): Date {
  const age = authenticatedAt === undefined ? Infinity : clock.now().getTime() - authenticatedAt.getTime();
  if (authenticatedAt === undefined || age > SIGNING_MINUTES * 60_000)
    throw forbidden('agreement.sign-in-again', 'Sign in once more: whoever signs shows who they are just before.');
  return authenticatedAt;
}

async function enterIntoForce(ctx: Ctx, tx: Transaction, { id, labId, state }: AgreementRow): Promise<void> {
  const at = ctx.clock.now();
  const before = await findAgreementInForce(tx, labId);
  if (before !== undefined)
    await moveAgreement(tx, before.id, { state: nextAgreementState(before.state, 'replace'), endedAt: at });
  await moveAgreement(tx, id, { state: nextAgreementState(state, 'complete'), inForceSince: at });
  // From now on the risk over all sources together may be counted.
  const snapshot = await findSnapshot(tx, labId);
  const { actor, requestId } = ctx;
  if (snapshot !== undefined)
    await askFor(tx, privacyRiskJob, { snapshotId: snapshot.id }, { labId, actorId: actor.personId, requestId });
}
