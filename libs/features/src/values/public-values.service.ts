import { isAllowed } from '@datalab/access';
import {
  Database,
  findRun,
  findSnapshot,
  insertValueAnswer,
  listOwnPrivacyRisk,
  listParticipants,
  listPrivacyRisk,
  type RunRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, notFound, PUBLIC_VALUES, VALUE_VERDICTS } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { bandedRiskSchema, exactRiskSchema, type BandedRisk, type ExactRisk } from './risk-report.js';
import { readValues, type ValuesNow } from './values-view.js';

/** What an organisation answers: on one value or more, each once. */
export const valueAnswersSchema = z
  .array(
    z.strictObject({
      value: z.enum(PUBLIC_VALUES),
      verdict: z.enum(VALUE_VERDICTS),
      answer: z.string().trim().min(3).max(2_000),
    }),
  )
  .min(1)
  .max(PUBLIC_VALUES.length)
  .refine((answers) => new Set(answers.map(({ value }) => value)).size === answers.length);

export interface PublicValuesView extends ValuesNow {
  labId: string;
  /** The run of which the analysis is looked at; null for the lab. */
  runId: string | null;
  organisations: { organisationId: string; name: string }[];
}

/** The risk in the newest snapshot: in bands per source and over all, exact for the own sources of those who may see their figures. */
export interface PrivacyRiskView {
  /** Null where no snapshot was measured yet. */
  computedAt: Date | null;
  sources: { datasetId: string | null; risk: BandedRisk; own: ExactRisk | null }[];
}

/** The seven public values of a lab and of its analyses: evidence, answers and dissent. */
@Injectable()
export class PublicValuesService {
  constructor(private readonly database: Database) {}

  /** Evidence beside answers, of the lab or of the analysis of a run. NotFound where it is not yours. */
  getView(ctx: Ctx, labId: string, runId: string | null): Promise<PublicValuesView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      mayRead(ctx, labId);
      return viewOf(tx, labId, await runOf(tx, labId, runId));
    });
  }

  /** How recognisable people would be in the rows of the newest snapshot. */
  getRisk(ctx: Ctx, labId: string): Promise<PrivacyRiskView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      mayRead(ctx, labId);
      const snapshot = await findSnapshot(tx, labId);
      if (snapshot === undefined) return { computedAt: null, sources: [] };
      const banded = await listPrivacyRisk(tx, snapshot.id);
      const own = new Map((await listOwnPrivacyRisk(tx, snapshot.id)).map((row) => [row.datasetId, row.document]));
      const { organisationId } = ctx.actor;
      return {
        computedAt: banded[0]?.computedAt ?? null,
        sources: banded.map((row) => {
          const isOwn = isAllowed(ctx.ability, 'read', 'Mirror', { labId, organisationId });
          const exact = isOwn && row.organisationId === organisationId ? own.get(row.datasetId ?? '') : undefined;
          return {
            datasetId: row.datasetId,
            risk: bandedRiskSchema.parse(row.document),
            own: exact === undefined ? null : exactRiskSchema.parse(exact),
          };
        }),
      };
    });
  }

  /** Answers for the own organisation on what lies there now; an earlier answer stays to be read. */
  answer(ctx: Ctx, labId: string, runId: string | null, input: unknown): Promise<PublicValuesView> {
    const parsed = valueAnswersSchema.safeParse(input);
    if (!parsed.success) throw invalidInput('values.invalid', 'Give each value one verdict and a reason in words.');
    checkOwnWords(Object.fromEntries(parsed.data.map(({ value, answer }) => [value, answer])));
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      mayRead(ctx, labId);
      if (!isAllowed(ctx.ability, 'answer', 'PublicValues', { labId }))
        throw forbidden('values.not-yours', 'A privacy officer or a domain expert answers for their organisation.');
      const run = await runOf(tx, labId, runId);
      const { ground } = await readValues(tx, labId, run);
      const { organisationId, personId } = ctx.actor;
      const answeredAt = ctx.clock.now();
      for (const one of parsed.data)
        await insertValueAnswer(tx, {
          ...one,
          labId,
          shellId: run?.shellId ?? null,
          organisationId,
          ground,
          answeredBy: personId,
          answeredAt,
        });
      const objectId = run?.shellId ?? labId;
      const objectKind = run === null ? 'lab' : 'shell';
      await recordDeed(tx, ctx, { action: 'value.answer', objectKind, objectId, labId });
      return viewOf(tx, labId, run);
    });
  }
}

function mayRead(ctx: Ctx, labId: string): void {
  if (!isAllowed(ctx.ability, 'read', 'PublicValues', { labId })) throw notFound('lab');
}

async function runOf(tx: Transaction, labId: string, runId: string | null): Promise<RunRow | null> {
  if (runId === null) return null;
  const run = await findRun(tx, runId);
  if (run === undefined || run.labId !== labId) throw notFound('run');
  return run;
}

async function viewOf(tx: Transaction, labId: string, run: RunRow | null): Promise<PublicValuesView> {
  const organisations = await listParticipants(tx, labId);
  return {
    labId,
    runId: run?.id ?? null,
    organisations: organisations.map(({ organisationId, name }) => ({ organisationId, name })),
    ...(await readValues(tx, labId, run)),
  };
}
