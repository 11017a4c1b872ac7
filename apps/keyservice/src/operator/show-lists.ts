import type { OperatorContext } from './operator-context.js';

/** `show`: labs, organisations, issuers, budgets with today's use, and alarms. Counts and ids; no key. */
export async function showLists({ pool, clock }: OperatorContext) {
  const day = clock.now().toISOString().slice(0, 10);
  const labs = await pool.query(
    `select lab_id as "labId", encode(public_key, 'hex') as "publicKey", wrapping_key_id as "wrappingKeyId",
            created_at as "createdAt", destroyed_at as "destroyedAt" from lab_key order by lab_id`,
  );
  const issuers = await pool.query(
    'select issuer, jwks_url as "jwksUrl", added_at as "addedAt" from token_issuer order by 1',
  );
  const organisations = await pool.query(
    'select organisation_id as "organisationId", issuer, added_at as "addedAt" from organisation order by 1',
  );
  const budgets = await pool.query(
    `select b.lab_id as "labId", b.organisation_id as "organisationId", b.elements_per_day as "elementsPerDay",
            coalesce(u.elements, 0) as "usedToday"
     from budget b left join budget_use u on u.lab_id = b.lab_id and u.organisation_id = b.organisation_id and u.day = $1
     order by 1, 2`,
    [day],
  );
  const alarms = await pool.query(
    `select lab_id as "labId", organisation_id as "organisationId", day::text, refusals,
            elements_refused::int as "elementsRefused", last_at as "lastAt" from budget_alarm order by day desc, 1, 2 limit 100`,
  );
  return {
    labs: labs.rows,
    issuers: issuers.rows,
    organisations: organisations.rows,
    budgets: budgets.rows,
    alarms: alarms.rows,
  };
}
