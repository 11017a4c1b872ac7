import { isAllowed } from '@datalab/access';
import {
  Database,
  findFinding,
  findInterpretation,
  findReleasedResult,
  insertFinding,
  listFindings,
  listSolutions,
  updateFinding,
  type FindingRow,
  type ReleasedResult,
  type Transaction,
} from '@datalab/data';
import {
  bug,
  carries,
  forbidden,
  invalidInput,
  invalidState,
  notFound,
  STRENGTHS,
  type Strength,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { requireOpenStep } from '../labs/require-open-step.js';

export interface NewFindingInput {
  interpretationId: string;
  title: string;
  words: string;
  strength: Strength;
}

/** Findings: what the lab says it knows now, each written from one released result and never stronger than that. */
@Injectable()
export class FindingsService {
  constructor(private readonly database: Database) {}

  /** The findings of a lab, those that were withdrawn marked as such. */
  async list(ctx: Ctx, labId: string): Promise<FindingRow[]> {
    if (!isAllowed(ctx.ability, 'read', 'Finding', { labId })) throw notFound('lab');
    // Which result a finding stands on is told to those who see the session.
    const seesSession = isAllowed(ctx.ability, 'read', 'Interpretation', { labId });
    const findings = await this.database.inTransaction(asPerson(ctx), (tx) => listFindings(tx, labId));
    return findings.map((finding) => (seesSession ? finding : { ...finding, releaseId: null }));
  }

  /** States a finding from a result that was read together and agreed on. */
  async state(ctx: Ctx, labId: string, input: NewFindingInput): Promise<FindingRow> {
    const { title, words, strength } = input;
    checkOwnWords({ title, words });
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      this.checkWriter(ctx, labId);
      await requireOpenStep(tx, labId, 'solutions');
      const interpretation = await findInterpretation(tx, input.interpretationId);
      if (interpretation === undefined || interpretation.labId !== labId) throw notFound('interpretation');
      if (interpretation.state !== 'agreed')
        throw invalidState('finding.not-agreed', 'A finding follows from a reading that was agreed on.');
      const result = await findReleasedResult(tx, interpretation.releaseId);
      if (result === undefined || result.state !== 'released')
        throw invalidState('finding.result-withdrawn', 'The result that this would stand on was taken back.');
      if (!carries(strengthOf(result), strength))
        throw invalidInput('finding.too-strong', `This result carries at most: ${strengthOf(result)}.`, [
          { field: 'strength' },
        ]);
      const [statedBy, statedAt] = [ctx.actor.personId, ctx.clock.now()];
      const texts = { title: longEnough('title', title), words: longEnough('words', words) };
      const id = await insertFinding(tx, {
        labId,
        interpretationId: interpretation.id,
        ...texts,
        strength,
        statedBy,
        statedAt,
      });
      return this.settle(tx, ctx, labId, id, 'state');
    });
  }

  /** Says why nothing will be done about a finding: that, too, is an answer. */
  async answerWithoutSolution(ctx: Ctx, id: string, reason: string): Promise<FindingRow> {
    checkOwnWords({ reason });
    return this.change(ctx, id, 'answer-without-solution', async (tx, finding) => {
      const solutions = await listSolutions(tx, finding.labId);
      if (solutions.some(({ findingIds, state }) => findingIds.includes(id) && state !== 'dropped'))
        throw invalidState('finding.has-solution', 'There is a solution for this finding.');
      return { ...finding, noSolutionReason: longEnough('reason', reason) };
    });
  }

  /** Takes a finding back; it stays readable as such. */
  withdraw(ctx: Ctx, id: string): Promise<FindingRow> {
    return this.change(ctx, id, 'withdraw', (_tx, finding) =>
      Promise.resolve({ ...finding, withdrawnAt: finding.withdrawnAt ?? ctx.clock.now() }),
    );
  }

  private change(
    ctx: Ctx,
    id: string,
    event: string,
    to: (tx: Transaction, finding: FindingRow) => Promise<FindingRow>,
  ): Promise<FindingRow> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const finding = await findFinding(tx, id);
      if (finding === undefined || !isAllowed(ctx.ability, 'read', 'Finding', { labId: finding.labId }))
        throw notFound('finding');
      this.checkWriter(ctx, finding.labId);
      await requireOpenStep(tx, finding.labId, 'solutions');
      await updateFinding(tx, id, await to(tx, finding));
      return this.settle(tx, ctx, finding.labId, id, event);
    });
  }

  private checkWriter(ctx: Ctx, labId: string): void {
    if (!isAllowed(ctx.ability, 'read', 'Finding', { labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'write', 'Finding', { labId }))
      throw forbidden('finding.not-yours', 'Findings are stated by the coordinator, analysts and domain experts.');
  }

  private async settle(tx: Transaction, ctx: Ctx, labId: string, id: string, event: string): Promise<FindingRow> {
    await recordDeed(tx, ctx, { action: `finding.${event}`, objectKind: 'finding', objectId: id, labId });
    return (await findFinding(tx, id))!;
  }
}

const labelled = z.object({ method: z.object({ label: z.enum(STRENGTHS) }) });

/**
 * What a released result can carry: a table describes; an analysis says it itself, as its label follows from its design. Throws Bug on a released
 * document that does not say it: it would be taken for less, and nobody would know why.
 */
export function strengthOf({ document }: Pick<ReleasedResult, 'document'>): Strength {
  const parsed = labelled.safeParse(document);
  if (!parsed.success) throw bug('a released document that does not say what it can carry');
  return parsed.data.method.label;
}

function longEnough(field: string, text: string): string {
  if (text.trim().length < 3) throw invalidInput('text.too-short', 'Say it in a few words at least.', [{ field }]);
  return text.trim();
}
