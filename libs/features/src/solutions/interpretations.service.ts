import { isAllowed } from '@datalab/access';
import {
  Database,
  findInterpretation,
  findReleasedResult,
  insertInterpretation,
  listInterpretations,
  listReadings,
  listReadingsWritten,
  lockInterpretation,
  saveReading,
  updateInterpretation,
  type InterpretationRow,
  type ReadingRow,
  type Transaction,
} from '@datalab/data';
import {
  conflict,
  forbidden,
  invalidInput,
  invalidState,
  nextInterpretationState,
  notFound,
  type InterpretationEvent,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { requireOpenStep } from '../labs/require-open-step.js';

export interface InterpretationView extends InterpretationRow {
  /** While all read apart: the own one alone. */
  readings: ReadingRow[];
  /** Organisations that have written one. */
  writtenBy: string[];
}

/** The interpretation session (*duidingssessie*): released results, one after the other, first read apart and then together. */
@Injectable()
export class InterpretationsService {
  constructor(private readonly database: Database) {}

  /** Everything on the table of a lab, in the order in which it was put there. */
  async list(ctx: Ctx, labId: string): Promise<InterpretationView[]> {
    if (!isAllowed(ctx.ability, 'read', 'Interpretation', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => viewsOf(tx, labId));
  }

  /** Puts a released result on the table. A result that was taken back, or is there already, is not put there. */
  async open(ctx: Ctx, labId: string, releaseId: string, question: string): Promise<InterpretationView> {
    this.checkLead(ctx, labId);
    checkOwnWords({ question });
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await requireOpenStep(tx, labId, 'solutions');
      const result = await findReleasedResult(tx, releaseId);
      if (result === undefined || result.labId !== labId) throw notFound('release');
      if (result.state !== 'released')
        throw invalidState('interpretation.not-released', 'A result that was taken back is not interpreted.');
      const [openedBy, openedAt] = [ctx.actor.personId, ctx.clock.now()];
      const id = await insertInterpretation(tx, { labId, releaseId, question: question.trim(), openedBy, openedAt });
      if (id === undefined) throw conflict('interpretation.there-already', 'This result is on the table already.');
      return this.settle(tx, ctx, labId, id, 'open');
    });
  }

  /**
   * Writes what the own organisation reads in a result, and where it stays of another opinion. While all read apart it can be said anew; once shared the
   * reading stays as it was and only the dissent is added to, so that nobody rewrites their first thought.
   */
  async write(ctx: Ctx, id: string, words: string, dissent: string): Promise<InterpretationView> {
    checkOwnWords({ words, dissent });
    if (words.trim().length < 3)
      throw invalidInput('reading.too-short', 'Say what you read in it.', [{ field: 'words' }]);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { labId, state } = await this.readable(tx, ctx, id);
      const { organisationId, personId: writtenBy } = ctx.actor;
      if (!isAllowed(ctx.ability, 'write', 'Reading', { labId, organisationId }))
        throw forbidden('reading.not-expert', 'A domain expert writes the reading of their organisation.');
      await requireOpenStep(tx, labId, 'solutions');
      const before = (await listReadings(tx, labId)).find(
        (row) => row.interpretationId === id && row.organisationId === organisationId,
      );
      if (state !== 'apart' && before !== undefined && before.words !== words.trim())
        throw invalidState('reading.shared', 'A reading that was shared stays as it was; add where you disagree.');
      const row = { interpretationId: id, labId, organisationId, writtenBy, writtenAt: ctx.clock.now() };
      await saveReading(tx, { ...row, words: words.trim(), dissent: dissent.trim() });
      return this.settle(tx, ctx, labId, id, 'write-reading');
    });
  }

  /** Shows all readings to all. At least two organisations have written one, so that nobody speaks last. */
  share(ctx: Ctx, id: string): Promise<InterpretationView> {
    return this.move(ctx, id, 'share', async (tx, row) => {
      const written = (await listReadingsWritten(tx, row.labId)).filter(
        ({ interpretationId }) => interpretationId === id,
      );
      if (written.length < FEWEST_READINGS)
        throw invalidState('interpretation.too-few', 'Readings are shared once two organisations have written one.');
      return row;
    });
  }

  /** Writes down what all can live with, and what remains in doubt. Dissent stays beside it. */
  async agree(ctx: Ctx, id: string, agreedReading: string, doubt: string): Promise<InterpretationView> {
    checkOwnWords({ agreedReading, doubt });
    if (agreedReading.trim().length < 3)
      throw invalidInput('interpretation.no-reading', 'Say what you agreed on.', [{ field: 'agreedReading' }]);
    return this.move(ctx, id, 'agree', (_tx, row) =>
      Promise.resolve({ ...row, agreedReading: agreedReading.trim(), doubt: doubt.trim(), agreedAt: ctx.clock.now() }),
    );
  }

  /** Takes up again what was agreed; the readings stay. */
  reopen(ctx: Ctx, id: string): Promise<InterpretationView> {
    return this.move(ctx, id, 'reopen', (_tx, row) => Promise.resolve({ ...row, agreedAt: null }));
  }

  private move(
    ctx: Ctx,
    id: string,
    event: InterpretationEvent,
    change: (tx: Transaction, row: InterpretationRow) => Promise<InterpretationRow>,
  ): Promise<InterpretationView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const seen = await this.readable(tx, ctx, id);
      this.checkLead(ctx, seen.labId);
      await requireOpenStep(tx, seen.labId, 'solutions');
      const row = (await lockInterpretation(tx, id))!;
      const state = nextInterpretationState(row.state, event);
      await updateInterpretation(tx, id, { ...(await change(tx, row)), state });
      return this.settle(tx, ctx, row.labId, id, event);
    });
  }

  private async readable(tx: Transaction, ctx: Ctx, id: string): Promise<InterpretationRow> {
    const row = await findInterpretation(tx, id);
    if (row === undefined || !isAllowed(ctx.ability, 'read', 'Interpretation', { labId: row.labId }))
      throw notFound('interpretation');
    return row;
  }

  private checkLead(ctx: Ctx, labId: string): void {
    if (!isAllowed(ctx.ability, 'read', 'Interpretation', { labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'lead', 'Interpretation', { labId }))
      throw forbidden('lab.not-coordinator', 'The coordinator leads the interpretation session.');
  }

  private async settle(
    tx: Transaction,
    ctx: Ctx,
    labId: string,
    id: string,
    event: string,
  ): Promise<InterpretationView> {
    await recordDeed(tx, ctx, {
      action: `interpretation.${event}`,
      objectKind: 'interpretation',
      objectId: id,
      labId,
    });
    return (await viewsOf(tx, labId)).find((view) => view.id === id)!;
  }
}

const FEWEST_READINGS = 2;

async function viewsOf(tx: Transaction, labId: string): Promise<InterpretationView[]> {
  const rows = await listInterpretations(tx, labId);
  const readings = await listReadings(tx, labId);
  const written = await listReadingsWritten(tx, labId);
  return rows.map((row) => ({
    ...row,
    readings: readings.filter(({ interpretationId }) => interpretationId === row.id),
    writtenBy: written.filter(({ interpretationId }) => interpretationId === row.id).map((one) => one.organisationId),
  }));
}
