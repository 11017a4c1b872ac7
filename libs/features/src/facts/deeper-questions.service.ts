import { isAllowed } from '@datalab/access';
import {
  Database,
  findDataset,
  findDeeperQuestion,
  insertDeeperQuestion,
  listDeeperQuestions,
  withdrawDeeperQuestion,
  type DeeperQuestionRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { checkArea, checkTakesPart } from './lab-facts-access.js';

const deeperQuestionSchema = z.strictObject({
  question: z.string().trim().min(10).max(1_000),
  seen: z.string().trim().max(1_000).default(''),
  datasetId: z.uuid().nullable().default(null),
  areaCode: z.string().trim().min(1).max(40).nullable().default(null),
  category: z
    .string()
    .regex(/^[a-z_]{2,40}$/)
    .nullable()
    .default(null),
  period: z
    .string()
    .regex(/^(all|\d{4}(-(Q[1-4]|(0[1-9]|1[0-2])))?)$/)
    .nullable()
    .default(null),
});

/** Questions for the deeper analyses, each with what was seen that made somebody ask. Step 2 ends with at least one. */
@Injectable()
export class DeeperQuestionsService {
  constructor(private readonly database: Database) {}

  /** The questions that stand, oldest first. */
  list(ctx: Ctx, labId: string): Promise<DeeperQuestionRow[]> {
    checkTakesPart(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), (tx) => listDeeperQuestions(tx, labId));
  }

  /** Writes one for the own organisation. */
  write(ctx: Ctx, labId: string, document: unknown): Promise<DeeperQuestionRow> {
    checkTakesPart(ctx, labId);
    const { organisationId, personId } = ctx.actor;
    checkWriter(ctx, { labId, organisationId });
    const parsed = deeperQuestionSchema.safeParse(document);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(question)');
      throw invalidInput(
        'question.invalid',
        `This is no question for the deeper analyses: ${fields.join(', ')}.`,
        fields.map((field) => ({ field })),
      );
    }
    const { question, seen, datasetId, areaCode } = parsed.data;
    checkOwnWords({ question, seen });
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      if (datasetId !== null && (await findDataset(tx, datasetId))?.labId !== labId) throw notFound('dataset');
      await checkArea(tx, labId, areaCode);
      const written = { writtenBy: personId, writtenAt: ctx.clock.now() };
      const id = await insertDeeperQuestion(tx, { ...parsed.data, labId, organisationId, ...written });
      await record(tx, ctx, labId, id, 'deeper-question.write');
      return (await findDeeperQuestion(tx, id))!;
    });
  }

  /** Takes one of the own organisation back. */
  withdraw(ctx: Ctx, id: string): Promise<DeeperQuestionRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await findDeeperQuestion(tx, id);
      if (row === undefined || !isAllowed(ctx.ability, 'read', 'Picture', row)) throw notFound('question');
      checkWriter(ctx, row);
      await withdrawDeeperQuestion(tx, id, ctx.actor.personId, ctx.clock.now());
      await record(tx, ctx, row.labId, id, 'deeper-question.withdraw');
      return row;
    });
  }
}

function checkWriter({ ability }: Ctx, of: { labId: string; organisationId: string }): void {
  if (!isAllowed(ability, 'write', 'DeeperQuestion', of))
    throw forbidden(
      'question.not-yours',
      'Questions for the deeper analyses are written by the domain experts and analysts of an organisation.',
    );
}

async function record(tx: Transaction, ctx: Ctx, labId: string, id: string, action: string): Promise<void> {
  await recordDeed(tx, ctx, { action, objectKind: 'deeper-question', objectId: id, labId });
}
