import { isAllowed, type Action } from '@datalab/access';
import {
  Database,
  findAgreement,
  insertAgreement,
  insertSupport,
  lockAgreement,
  moveAgreement,
  saveAgreement,
  type AgreementRow,
  type Transaction,
} from '@datalab/data';
import {
  conflict,
  forbidden,
  invalidInput,
  invalidState,
  nextAgreementState,
  notFound,
  sampleAgreement,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { agreementChoicesSchema, choicesOf, documentOf, type AgreementChoices } from './agreement-choices.js';
import { draftFaults, hashOfText, readAgreement, readGround, type AgreementView } from './agreement-view.js';

const LONGEST_REASON = 1_000;

/** The agreement of a lab while it is written: drafts, what changes, and who wants it to be signed. Signing is SignaturesService. */
@Injectable()
export class AgreementsService {
  constructor(private readonly database: Database) {}

  /** Every version with its text, who supports and who signed it. NotFound where the lab is not yours. */
  getView(ctx: Ctx, labId: string): Promise<AgreementView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (!isAllowed(ctx.ability, 'read', 'Agreement', { labId })) throw notFound('lab');
      return readAgreement(tx, labId);
    });
  }

  /** Begins a draft: from the newest version that was not withdrawn, else from the sample. Conflict where one is under way. */
  start(ctx: Ctx, labId: string): Promise<AgreementView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      mayOr(ctx, 'draft', labId);
      const { versions, ground } = await readAgreement(tx, labId);
      if (versions.some(({ state }) => ['draft', 'proposed', 'signing'].includes(state)))
        throw conflict('agreement.under-way', 'A version of this agreement is under way already.');
      const last = versions.find(({ state }) => state !== 'withdrawn');
      const document = last
        ? documentOf(choicesOf(last.document), ground)
        : sampleAgreement(ground.organisations, ground.lab);
      const at = ctx.clock.now();
      const id = await insertAgreement(tx, { labId, document, madeBy: ctx.actor.personId, at });
      return told(ctx, tx, { id, labId }, 'agreement.draft');
    });
  }

  /** Saves a draft that nobody changed since `revision`; what it still lacks is told, not refused. */
  save(ctx: Ctx, id: string, revision: number, choices: unknown): Promise<AgreementView> {
    const parsed = parseChoices(choices);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const agreement = await changeable(ctx, tx, id, 'draft');
      if (agreement.state !== 'draft')
        throw invalidState('agreement.not-a-draft', 'Only a draft is edited; what was offered stays as it is.');
      const document = documentOf(parsed, await readGround(tx, agreement.labId));
      if (!(await saveAgreement(tx, id, { document, revision, at: ctx.clock.now() })))
        throw conflict('agreement.changed-meanwhile', 'Somebody else has changed this draft. Look at it again.');
      return told(ctx, tx, agreement, 'agreement.save');
    });
  }

  /**
   * Offers a draft: the first agreement of a lab to be signed, a change of one in force to the other organisations, one of which must want
   * it too. From here on the text stays as it is.
   */
  offer(ctx: Ctx, id: string): Promise<AgreementView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const agreement = await changeable(ctx, tx, id, 'draft');
      const { stepState, versions, ground } = await readAgreement(tx, agreement.labId);
      mayGoOn(stepState);
      const faults = draftFaults(agreement, ground);
      if (faults.length > 0)
        throw invalidState(
          'agreement.not-whole',
          `This draft cannot be signed yet: ${faults.map(({ clause, code }) => `${clause} ${code}`).join(', ')}.`,
        );
      const isChange = versions.some(({ state }) => state === 'in_force');
      const state = nextAgreementState(agreement.state, isChange ? 'propose' : 'offer');
      const at = ctx.clock.now();
      const textHash = hashOfText(agreement.document, agreement.version);
      await moveAgreement(tx, id, { state, textHash, ...(state === 'signing' && { signingSince: at }) });
      await insertSupport(tx, supportOf(ctx, agreement));
      return told(ctx, tx, agreement, isChange ? 'agreement.propose' : 'agreement.offer');
    });
  }

  /** A second organisation wants the change too: then signing begins. */
  support(ctx: Ctx, id: string): Promise<AgreementView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const agreement = await changeable(ctx, tx, id, 'draft');
      const { stepState, versions } = await readAgreement(tx, agreement.labId);
      mayGoOn(stepState);
      const state = nextAgreementState(agreement.state, 'consent');
      const supporters = versions.find((version) => version.id === id)!.parties.filter((party) => party.supportedAt);
      if (supporters.some(({ organisationId }) => organisationId === ctx.actor.organisationId))
        throw forbidden('agreement.own-proposal', 'Another organisation than the one that proposes must want it too.');
      await insertSupport(tx, supportOf(ctx, agreement));
      await moveAgreement(tx, id, { state, signingSince: ctx.clock.now() });
      return told(ctx, tx, agreement, 'agreement.support');
    });
  }

  /** Takes back a version that is not in force, with a reason; signatures under it stay to be read and count for nothing. */
  withdraw(ctx: Ctx, id: string, reason: string): Promise<AgreementView> {
    const endReason = reason.trim();
    if (endReason.length < 3 || endReason.length > LONGEST_REASON)
      throw invalidInput('agreement.reason-missing', 'Say why it is withdrawn.', [{ field: 'reason' }]);
    checkOwnWords({ reason: endReason });
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const agreement = await changeable(ctx, tx, id, 'draft');
      const state = nextAgreementState(agreement.state, 'withdraw');
      await moveAgreement(tx, id, { state, endedAt: ctx.clock.now(), endReason });
      return told(ctx, tx, agreement, 'agreement.withdraw');
    });
  }
}

/** Throws NotFound where the lab is not theirs, Forbidden where it is and they may not. */
export function mayOr(ctx: Ctx, action: Extract<Action, 'draft' | 'sign'>, labId: string): void {
  if (!isAllowed(ctx.ability, 'read', 'Agreement', { labId })) throw notFound('agreement');
  if (!isAllowed(ctx.ability, action, 'Agreement', { labId }))
    throw action === 'sign'
      ? forbidden('agreement.not-privacy-officer', 'Only a privacy officer signs, for their own organisation.')
      : forbidden('agreement.not-drafter', 'Only a coordinator or a privacy officer changes the agreement.');
}

/** Locks a version for who may do this to it. */
export async function changeable(
  ctx: Ctx,
  tx: Transaction,
  id: string,
  action: Extract<Action, 'draft' | 'sign'>,
): Promise<AgreementRow> {
  const found = await findAgreement(tx, id);
  if (found === undefined) throw notFound('agreement');
  mayOr(ctx, action, found.labId);
  // Read again under its lock: it may have moved meanwhile.
  return (await lockAgreement(tx, id)) ?? found;
}

/** Nothing is offered, supported or signed before the factual picture is done. */
export function mayGoOn(stepState: AgreementView['stepState']): void {
  if (stepState === 'locked')
    throw invalidState('agreement.step-locked', 'Signing begins when the joint factual picture is done.');
}

/** Writes down what was done, tells whoever looks at the lab, and reads how it stands now. */
export async function told(
  ctx: Ctx,
  tx: Transaction,
  { id, labId }: { id: string; labId: string },
  action: string,
): Promise<AgreementView> {
  await recordDeed(tx, ctx, { action, objectKind: 'agreement', objectId: id, labId });
  return readAgreement(tx, labId);
}

const supportOf = ({ actor, clock }: Ctx, { id, labId }: AgreementRow) => ({
  agreementId: id,
  labId,
  organisationId: actor.organisationId,
  personId: actor.personId,
  at: clock.now(),
});

function parseChoices(input: unknown): AgreementChoices {
  const parsed = agreementChoicesSchema.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(agreement)');
    throw invalidInput(
      'agreement.invalid',
      `This is not an agreement: ${fields.join(', ')}.`,
      fields.map((field) => ({ field })),
    );
  }
  const { background, arrangements, bases, dpia } = parsed.data;
  checkOwnWords({
    background,
    arrangements,
    ...Object.fromEntries(bases.map(({ law }, index) => [`bases.${index}.law`, law])),
    ...(dpia && { 'dpia.reference': dpia.reference }),
  });
  return parsed.data;
}
