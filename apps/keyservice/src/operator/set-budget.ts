import { inTransaction } from '../database/transaction.js';
import {
  OperatorFault,
  recordAct,
  required,
  requiredId,
  type Arguments,
  type OperatorContext,
} from './operator-context.js';

const MOST_PER_DAY = 10_000_000;

/**
 * `set-budget --lab ID --organisation ID --per-day N`: lets a listed organisation take part in a listed lab, up to N elements a day (UTC).
 * Zero stops it. Takes effect with the next question, also on what was used today.
 */
export async function setBudget(context: OperatorContext, args: Arguments) {
  const labId = requiredId(args, 'lab');
  const organisationId = requiredId(args, 'organisation');
  const perDay = required(args, 'per-day');
  const elementsPerDay = Number(perDay);
  if (!/^\d+$/.test(perDay) || elementsPerDay > MOST_PER_DAY) {
    throw new OperatorFault(`--per-day is a whole number from 0 to ${MOST_PER_DAY}.`);
  }
  await inTransaction(context.pool, async (tx) => {
    const listed = await tx.query(
      'select 1 from lab cross join organisation where lab_id = $1 and organisation_id = $2',
      [labId, organisationId],
    );
    if (listed.rowCount !== 1) throw new OperatorFault('The lab or the organisation is not listed.');
    await tx.query(
      `insert into budget (lab_id, organisation_id, elements_per_day, set_at) values ($1, $2, $3, $4)
       on conflict (lab_id, organisation_id) do update set elements_per_day = excluded.elements_per_day, set_at = excluded.set_at`,
      [labId, organisationId, elementsPerDay, context.clock.now()],
    );
    await recordAct(tx, context, 'set-budget', { labId, organisationId, elementsPerDay });
  });
  return { labId, organisationId, elementsPerDay };
}
