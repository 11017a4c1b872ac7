import { isAllowed } from '@datalab/access';
import {
  Database,
  endIntakeSignature,
  findIntakeSignature,
  insertIntakeSignature,
  insertTerms,
  listParticipants,
  listIntakeSignatures,
  lockIntake,
  type IntakeSignatureRow,
  type Transaction,
} from '@datalab/data';
import { conflict, forbidden, invalidInput, invalidState, notFound, type IntakeClause } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { digestOfClauses, termsInForce, type TermsInForce } from './terms-in-force.js';

const clausesSchema = z
  .array(z.strictObject({ title: z.string().trim().min(3).max(120), text: z.string().trim().min(10).max(4_000) }))
  .min(1)
  .max(30);

/** Where an organisation stands: not signed, signed, or signed under a text that holds no more. */
export type IntakeStanding = 'unsigned' | 'signed' | 'outdated';

/** The terms of a lab with who signed them. */
export interface IntakeTermsView extends TermsInForce {
  organisations: {
    organisationId: string;
    organisationName: string;
    standing: IntakeStanding;
    signature: IntakeSignatureRow | undefined;
  }[];
  /** Of the own organisation: those that were ended, newest first. */
  ended: IntakeSignatureRow[];
}

/** Intake terms: written per lab, signed by each organisation's privacy officer before its first upload. */
@Injectable()
export class IntakeTermsService {
  constructor(private readonly database: Database) {}

  /** The text that holds now, and where every organisation stands. NotFound also where the lab is not yours. */
  get(ctx: Ctx, labId: string): Promise<IntakeTermsView> {
    checkLab(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => readTerms(ctx, tx, labId));
  }

  /** Writes a text of the lab's own, as its next version. Everybody signs anew; what was uploaded stays. */
  write(ctx: Ctx, labId: string, document: unknown): Promise<IntakeTermsView> {
    checkLab(ctx, labId);
    if (!isAllowed(ctx.ability, 'write', 'IntakeTerms', { labId }))
      throw forbidden('intake.not-coordinator', 'Only the coordinator writes the intake terms of a lab.');
    const clauses = parseClauses(document);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await lockIntake(tx, labId);
      const terms = await termsInForce(tx, labId);
      const digest = digestOfClauses(clauses);
      if (digest === terms.digest) throw conflict('intake.same-text', 'This is the text that holds already.');
      const version = terms.version + 1;
      const made = { madeBy: ctx.actor.personId, madeAt: ctx.clock.now() };
      await insertTerms(tx, { labId, version, clauses, digest, ...made });
      await this.record(tx, ctx, labId, 'intake.write', { version });
      return readTerms(ctx, tx, labId);
    });
  }

  /** Signs the text of this version for the own organisation. Conflict where another text holds meanwhile: then nobody has read it. */
  sign(ctx: Ctx, labId: string, version: number): Promise<IntakeTermsView> {
    const organisationId = this.checkOfficer(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await lockIntake(tx, labId);
      const terms = await termsInForce(tx, labId);
      if (terms.version !== version)
        throw conflict('intake.other-version', 'The intake terms changed meanwhile; read the new text first.');
      const standing = await findIntakeSignature(tx, labId, organisationId);
      if (standing?.digest === terms.digest) return readTerms(ctx, tx, labId);
      const [by, at] = [ctx.actor.personId, ctx.clock.now()];
      if (standing !== undefined) await endIntakeSignature(tx, standing.id, { by, at, reason: 'renewed' });
      const { clauses, digest } = terms;
      await insertIntakeSignature(tx, { labId, organisationId, version, clauses, digest, signedBy: by, signedAt: at });
      await this.record(tx, ctx, labId, 'intake.sign', { version });
      return readTerms(ctx, tx, labId);
    });
  }

  /** Takes the own organisation's signature back, with a reason: nothing new can be uploaded; what was uploaded stays until it is withdrawn. */
  withdraw(ctx: Ctx, labId: string, reason: string): Promise<IntakeTermsView> {
    const organisationId = this.checkOfficer(ctx, labId);
    if (reason.trim().length < 3)
      throw invalidInput('intake.reason-missing', 'Say why the signature is taken back.', [{ field: 'reason' }]);
    checkOwnWords({ reason });
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await lockIntake(tx, labId);
      const standing = await findIntakeSignature(tx, labId, organisationId);
      if (standing === undefined) throw invalidState('intake.unsigned', 'There is no signature to take back.');
      const end = { by: ctx.actor.personId, at: ctx.clock.now(), reason: reason.trim() };
      await endIntakeSignature(tx, standing.id, end);
      await this.record(tx, ctx, labId, 'intake.withdraw', { version: standing.version });
      return readTerms(ctx, tx, labId);
    });
  }

  private checkOfficer(ctx: Ctx, labId: string): string {
    checkLab(ctx, labId);
    const { organisationId } = ctx.actor;
    if (!isAllowed(ctx.ability, 'sign', 'IntakeSignature', { labId, organisationId }))
      throw forbidden('intake.not-officer', 'Only the privacy officer of an organisation signs its intake terms.');
    return organisationId;
  }

  private async record(tx: Transaction, ctx: Ctx, labId: string, action: string, detail: { version: number }) {
    await recordDeed(tx, ctx, { action, objectKind: 'intake-terms', objectId: labId, labId, detail });
  }
}

/** Programs know the lab, and not what is agreed in it. */
function checkLab({ ability }: Ctx, labId: string): void {
  if (!isAllowed(ability, 'read', 'Picture', { labId })) throw notFound('lab');
}

async function readTerms({ actor }: Ctx, tx: Transaction, labId: string): Promise<IntakeTermsView> {
  const terms = await termsInForce(tx, labId);
  const signatures = await listIntakeSignatures(tx, labId);
  const standing = new Map(
    signatures.filter(({ endedAt }) => endedAt === null).map((one) => [one.organisationId, one]),
  );
  return {
    ...terms,
    organisations: (await listParticipants(tx, labId)).map(({ organisationId, name }) => {
      const signature = standing.get(organisationId);
      const isSigned = signature?.digest === terms.digest;
      return {
        organisationId,
        organisationName: name,
        standing: signature === undefined ? 'unsigned' : isSigned ? 'signed' : 'outdated',
        signature,
      };
    }),
    ended: signatures.filter((one) => one.organisationId === actor.organisationId && one.endedAt !== null),
  };
}

function parseClauses(document: unknown): IntakeClause[] {
  const parsed = clausesSchema.safeParse(document);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(clauses)');
    throw invalidInput(
      'intake.invalid',
      `These are no intake terms: ${fields.join(', ')}.`,
      fields.map((field) => ({ field })),
    );
  }
  checkOwnWords(
    Object.fromEntries(parsed.data.map(({ title, text }, i) => [`clauses.${i}.text`, `${title}\n${text}`])),
  );
  return parsed.data;
}
