import type pg from 'pg';
import { inTransaction } from '../database/transaction.js';

/** One question: who asks for how many elements, when. */
export interface Charge {
  readonly requestId: string;
  readonly labId: string;
  readonly organisationId: string;
  readonly elements: number;
  readonly at: Date;
}

/** `not_listed`: the organisation has no budget in this lab, so it does not take part. */
export type ChargeOutcome =
  | { readonly outcome: 'charged' }
  | { readonly outcome: 'over_budget'; readonly elementsPerDay: number; readonly used: number }
  | { readonly outcome: 'not_listed' };

/** Days are UTC: a budget is an operational limit, not a statistic. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Elements a day that the operator allows this organisation in this lab; undefined when it does not take part. */
export async function findBudget(
  database: Pick<pg.Pool, 'query'>,
  labId: string,
  organisationId: string,
): Promise<number | undefined> {
  const { rows } = await database.query<{ elements_per_day: number }>(
    'select elements_per_day from budget where lab_id = $1 and organisation_id = $2',
    [labId, organisationId],
  );
  return rows[0]?.elements_per_day;
}

/**
 * Charges a question to the budget of the day and writes the audit row (counts only), or refuses it whole and raises the alarm row. Atomic:
 * questions that arrive together never pass the budget together. A charge is not given back when the evaluation fails afterwards.
 */
export async function chargeBudget(pool: pg.Pool, charge: Charge): Promise<ChargeOutcome> {
  return inTransaction(pool, async (tx) => {
    const elementsPerDay = await findBudget(tx, charge.labId, charge.organisationId);
    if (elementsPerDay === undefined) return { outcome: 'not_listed' };
    const key = [charge.labId, charge.organisationId, dayOf(charge.at)];
    await tx.query('insert into budget_use values ($1, $2, $3, 0) on conflict do nothing', key);
    const { rowCount } = await tx.query(
      `update budget_use set elements = elements + $4::int
       where lab_id = $1 and organisation_id = $2 and day = $3 and elements::bigint + $4 <= $5`,
      [...key, charge.elements, elementsPerDay],
    );
    const outcome = rowCount === 1 ? 'charged' : 'over_budget';
    await tx.query(
      `insert into evaluation_audit (at, request_id, lab_id, organisation_id, elements, outcome)
       values ($1, $2, $3, $4, $5, $6)`,
      [charge.at, charge.requestId, charge.labId, charge.organisationId, charge.elements, outcome],
    );
    if (outcome === 'charged') return { outcome };
    await raiseAlarm(tx, charge, key);
    const { rows } = await tx.query<{ elements: number }>(
      'select elements from budget_use where lab_id = $1 and organisation_id = $2 and day = $3',
      key,
    );
    return { outcome, elementsPerDay, used: rows[0]?.elements ?? 0 };
  });
}

async function raiseAlarm(tx: pg.PoolClient, { at, elements }: Charge, key: readonly string[]): Promise<void> {
  await tx.query(
    `insert into budget_alarm values ($1, $2, $3, $4, $4, 1, $5)
     on conflict (lab_id, organisation_id, day) do update set last_at = excluded.last_at,
       refusals = budget_alarm.refusals + 1, elements_refused = budget_alarm.elements_refused + excluded.elements_refused`,
    [...key, at, elements],
  );
}
