import { isAllowed } from '@datalab/access';
import { Database, listStepEvents, lockSteps, type StepEventRow } from '@datalab/data';
import { invalidState, notFound, type Step } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { LabViews, type LabView } from './lab-view.js';
import { readConsequences, type ReopenConsequences } from './reopen-consequences.js';
import { fallsBack, mustBeAllowed, mustFit, reasonIn, write, type StepAct } from './step-acts.js';

/** A lab's way through the five steps: who moves it, who consents, and what was said on the way. */
@Injectable()
export class StepsService {
  constructor(
    private readonly database: Database,
    private readonly views: LabViews,
  ) {}

  /** Hands a step in for review; every criterion must hold. The coordinator's. */
  submit(ctx: Ctx, labId: string, step: Step): Promise<LabView> {
    return this.act(ctx, { labId, step, event: 'submit', reason: null });
  }

  /** The own organisation agrees with what was handed in; it may say otherwise until the step is done, and the last that it said counts. */
  consent(ctx: Ctx, labId: string, step: Step): Promise<LabView> {
    return this.act(ctx, { labId, step, event: 'consent', reason: null });
  }

  /** The own organisation does not agree, and says why; kept as dissent where a quorum decides otherwise. */
  async object(ctx: Ctx, labId: string, step: Step, reason: string): Promise<LabView> {
    return this.act(ctx, { labId, step, event: 'object', reason: reasonIn(reason) });
  }

  /** Takes a step out of review, with a reason; consent that was given lapses. The coordinator's. */
  async return(ctx: Ctx, labId: string, step: Step, reason: string): Promise<LabView> {
    return this.act(ctx, { labId, step, event: 'return', reason: reasonIn(reason) });
  }

  /** Closes a step to which enough organisations consented, and opens the next one. The coordinator's, as the last. */
  approve(ctx: Ctx, labId: string, step: Step): Promise<LabView> {
    return this.act(ctx, { labId, step, event: 'approve', reason: null });
  }

  /** Opens a step that was done again, with a reason; every later step is locked, and what was signed and released in them is documented history. */
  async reopen(ctx: Ctx, labId: string, step: Step, reason: string): Promise<LabView> {
    return this.act(ctx, { labId, step, event: 'reopen', reason: reasonIn(reason) });
  }

  /** What reopening a step would do, for whoever is about to. NotFound where the lab is not yours. */
  async reopenConsequences(ctx: Ctx, labId: string, step: Step): Promise<ReopenConsequences> {
    mustBeAllowed(ctx, { labId, step, event: 'reopen' });
    return this.database.inTransaction(asPerson(ctx), async (tx) =>
      readConsequences(tx, await this.views.read(tx, labId), step),
    );
  }

  /** What happened to the steps of a lab, or to one of them, the newest first. For everybody who takes part. */
  async history(ctx: Ctx, labId: string, step?: Step): Promise<StepEventRow[]> {
    if (!isAllowed(ctx.ability, 'read', 'Step', { labId, step: step ?? '' })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => listStepEvents(tx, labId, step));
  }

  private async act(ctx: Ctx, act: StepAct): Promise<LabView> {
    mustBeAllowed(ctx, act);
    const view = await this.database.inTransaction(asPerson(ctx), async (tx) => {
      const rows = await lockSteps(tx, act.labId);
      const before = await this.views.read(tx, act.labId);
      const stored = rows.find(({ step }) => step === act.step)!;
      const isBack = fallsBack(before, stored, act);
      if (!isBack) mustFit(before, act);
      await write(tx, ctx, before, rows, isBack ? { ...act, event: 'fall_back', reason: null } : act);
      return isBack ? undefined : this.views.read(tx, act.labId);
    });
    // Only now: that it fell back stays written down.
    if (view === undefined)
      throw invalidState(
        'step.fell-back',
        'A criterion no longer holds, so the step is open again. Look what is missing.',
      );
    return view;
  }
}
