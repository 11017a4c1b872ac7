import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@datalab/domain';
import { checkBatch, evaluateBatch, type Element, type Evaluation, type Ristretto } from '@datalab/pseudonym';
import type pg from 'pg';
import type { Logger } from 'pino';
import { chargeBudget, findBudget } from '../budgets/budget.repository.js';
import { unwrapShare } from '../keys/key-wrap.js';
import { findLabKey } from '../keys/lab-key.repository.js';
import type { Caller } from '../tokens/caller.js';
import { Problem } from './problem.js';

/** Evaluates batches under the key of the caller's lab, within the caller's budget. */
export class EvaluationService {
  constructor(
    private readonly pool: pg.Pool,
    private readonly ristretto: Ristretto,
    private readonly wrappingKey: Uint8Array,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /**
   * Order matters: who asks, is it well-formed, then the charge, then the work. So a stranger costs no budget and no multiplication, and
   * nothing is evaluated that was not charged and audited before.
   */
  async evaluate(caller: Caller, labId: string, elements: readonly Element[], requestId: string): Promise<Evaluation> {
    await this.mustTakePart(caller, labId);
    checkBatch(this.ristretto, elements);
    const key = await findLabKey(this.pool, labId);
    if (key === undefined) throw new Problem('keyservice.lab-unknown');
    if (key.wrappedShare === undefined) throw new Problem('keyservice.key-destroyed');
    await this.charge(caller, elements.length, requestId);
    const share = unwrapShare(key.wrappedShare, this.wrappingKey, key);
    try {
      return await evaluateBatch(this.ristretto, { ...key, share }, elements, randomBytes, () => setImmediate());
    } finally {
      share.fill(0);
    }
  }

  /** Whether the caller may ask at all; looked at before the body is read. */
  async mustTakePart(caller: Caller, labId: string): Promise<void> {
    const budget = caller.labId === labId ? await findBudget(this.pool, labId, caller.organisationId) : undefined;
    if (budget === undefined) throw new Problem('keyservice.not-listed');
  }

  private async charge({ organisationId, labId }: Caller, elements: number, requestId: string): Promise<void> {
    const charge = { requestId, labId, organisationId, elements, at: this.clock.now() };
    const result = await chargeBudget(this.pool, charge);
    if (result.outcome === 'charged') return;
    if (result.outcome === 'not_listed') throw new Problem('keyservice.not-listed');
    const { elementsPerDay, used } = result;
    this.log.error({ event: 'budget.exceeded', requestId, labId, organisationId, elements, used, elementsPerDay });
    throw new Problem('keyservice.budget-exceeded');
  }
}
