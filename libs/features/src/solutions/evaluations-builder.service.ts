import {
  announce,
  audit,
  Database,
  findLab,
  findSnapshot,
  listAreas,
  listNewestEvaluations,
  listPlansToEvaluate,
  saveEvaluation,
  type AreaRow,
  type SnapshotRow,
} from '@datalab/data';
import { bug, type Clock, type EvaluationPlan } from '@datalab/domain';
import { monthlyCounts, SnapshotStore, type Snapshot } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import type { Work } from '../work.js';
import { manifestSchema } from '../picture/manifest.js';
import { evaluationPlanSchema, evaluationSchema, type Evaluation } from './evaluation-plan.js';
import { judgeMeasure } from './judge-measure.js';

/** Measures the registered measures of a lab on its newest snapshot. Running again on the same snapshot gives the same and replaces it. */
@Injectable()
export class EvaluationsBuilderService {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
    private readonly clock: Clock,
  ) {}

  /** Evaluates every plan of the lab; without a snapshot or a plan there is nothing to do. The work is the lab's: it goes on when who asked has left. */
  async execute(work: Work): Promise<void> {
    const { labId } = work;
    const ground = await this.database.inTransaction({ labId }, async (tx) => {
      const plans = await listPlansToEvaluate(tx, labId);
      const snapshot = await findSnapshot(tx, labId);
      const lab = await findLab(tx, labId);
      const before = new Map((await listNewestEvaluations(tx, labId)).map((row) => [row.solutionId, row.document]));
      return { plans, before, snapshot, areas: lab === undefined ? [] : await listAreas(tx, lab.regionId) };
    });
    if (ground.snapshot === undefined || ground.plans.length === 0) return;
    const { snapshot, areas } = ground;
    const file = await this.store.find(snapshot.digest);
    const outcomes: [string, Evaluation][] = [];
    for (const { solutionId, document } of ground.plans)
      outcomes.push([
        solutionId,
        unlessTheSameMonths(
          await this.judge(evaluationPlanSchema.parse(document), snapshot, file, areas),
          ground.before.get(solutionId),
        ),
      ]);
    await this.database.inTransaction({ labId }, async (tx) => {
      for (const [solutionId, outcome] of outcomes) {
        const row = { solutionId, snapshotId: snapshot.id, state: outcome.state, document: outcome };
        await saveEvaluation(tx, labId, { ...row, evaluatedAt: this.clock.now() });
      }
      const { actorId, requestId } = work;
      await audit(
        tx,
        { actorId, requestId },
        { action: 'evaluation.build', objectKind: 'snapshot', objectId: snapshot.id, labId },
      );
      await announce(tx, { kind: 'lab', id: labId, labId });
    });
  }

  private async judge(
    plan: EvaluationPlan,
    snapshot: SnapshotRow,
    file: Snapshot | undefined,
    areas: readonly AreaRow[],
  ): Promise<Evaluation> {
    const source = manifestSchema
      .parse(snapshot.manifest)
      .sources.find(({ datasetId }) => datasetId === plan.datasetId);
    if (file === undefined || source === undefined) return { state: 'refused', why: 'source-gone' };
    const within = (codes: readonly string[]) => lowestWithin(areas, codes);
    const ask = (codes: readonly string[]) =>
      monthlyCounts(file, { datasetId: plan.datasetId, category: plan.category, areaCodes: within(codes) });
    return judgeMeasure(plan, {
      delivered: source.periods
        .filter(({ grain, delivered }) => grain === 'month' && delivered === 'full')
        .map(({ period }) => period)
        .sort(),
      measured: await ask(plan.areaCodes),
      comparison: plan.comparisonAreaCodes.length === 0 ? undefined : await ask(plan.comparisonAreaCodes),
    });
  }
}

/**
 * A figure changes with a new month and not with a new picture of the same months: the difference of two could be the one report that came in
 * between (disclosure.md §2.10).
 */
function unlessTheSameMonths(fresh: Evaluation, before: unknown): Evaluation {
  const earlier = evaluationSchema.safeParse(before).data;
  const isSame =
    earlier?.state === 'evaluated' &&
    fresh.state === 'evaluated' &&
    earlier.monthsBefore === fresh.monthsBefore &&
    earlier.monthsAfter === fresh.monthsAfter;
  return isSame ? earlier : fresh;
}

/** Every area that lies in one of these, itself included: rows may know any level. */
function lowestWithin(areas: readonly AreaRow[], codes: readonly string[]): string[] {
  const wanted = new Set(codes);
  const found = areas.filter(({ lineage }) => lineage.some((code) => wanted.has(code))).map(({ code }) => code);
  if (codes.length > 0 && found.length === 0) throw bug('a plan names areas that are not in the region');
  return found;
}
