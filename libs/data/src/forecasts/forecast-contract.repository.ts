import type { ForecastOffReason, ForecastState, ForecastTerms } from '@datalab/domain';
import { notFound } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A forecast contract with what became of it. Dates are calendar dates. */
export interface ForecastContractRow {
  id: string;
  labId: string;
  /** Of who wrote it. */
  organisationId: string;
  organisationName: string;
  shellId: string;
  title: string;
  purpose: string;
  proportionality: string;
  terms: ForecastTerms;
  state: ForecastState;
  writtenAt: Date;
  fixedAt: Date | null;
  activeSince: Date | null;
  activatedBy: string | null;
  activatedAt: Date | null;
  /** The test that it was activated on. */
  activatedRunId: string | null;
  offReason: ForecastOffReason | null;
  offAt: Date | null;
  offWords: string | null;
}

const CONTRACT = `select c.id, c.lab_id as "labId", c.organisation_id as "organisationId", o.name as "organisationName", c.shell_id as "shellId",
    c.title, c.purpose, c.proportionality, c.state, c.written_at as "writtenAt", c.fixed_at as "fixedAt", c.active_since as "activeSince",
    c.activated_by as "activatedBy", c.activated_at as "activatedAt", c.activated_run_id as "activatedRunId", c.off_reason as "offReason",
    c.off_at as "offAt", c.off_words as "offWords",
    jsonb_build_object('goal', c.goal, 'baseline', c.baseline, 'leastGain', c.least_gain, 'mostAmplification', c.most_amplification,
      'attention', jsonb_build_object('share', c.attention_share, 'sensitivity', c.attention_sensitivity),
      'coverage', jsonb_build_object('least', c.coverage_least, 'most', c.coverage_most), 'stopsAfter', c.stops_after::text) as terms
  from forecast_contract c join organisation o on o.id = c.organisation_id`;

/** The contracts of a lab, newest first. */
export const listForecastContracts = (tx: Transaction, labId: string): Promise<ForecastContractRow[]> =>
  tx.query(`${CONTRACT} where c.lab_id = $1 order by c.written_at desc, c.id desc`, [labId]);

/** One contract; undefined where row-level security lets none through. `lock` holds it until the transaction ends. */
export async function findForecastContract(
  tx: Transaction,
  id: string,
  { lock = false } = {},
): Promise<ForecastContractRow | undefined> {
  // Not `for update`: who objects may read every contract and change an active one alone.
  if (lock) await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 37))', [id]);
  const rows: ForecastContractRow[] = await tx.query(`${CONTRACT} where c.id = $1`, [id]);
  return rows[0];
}

/** What is written in a draft, and by whom. */
export interface ForecastDraft {
  labId: string;
  organisationId: string;
  shellId: string;
  title: string;
  purpose: string;
  proportionality: string;
  terms: ForecastTerms;
  writtenBy: string;
  writtenAt: Date;
}

const COLUMNS = `lab_id, organisation_id, shell_id, title, purpose, proportionality, goal, baseline, least_gain, most_amplification, attention_share,
  attention_sensitivity, coverage_least, coverage_most, stops_after, written_by, written_at`;
const valuesOf = ({ terms, ...draft }: ForecastDraft): unknown[] => [
  draft.labId,
  draft.organisationId,
  draft.shellId,
  draft.title,
  draft.purpose,
  draft.proportionality,
  terms.goal,
  terms.baseline,
  terms.leastGain,
  terms.mostAmplification,
  terms.attention.share,
  terms.attention.sensitivity,
  terms.coverage.least,
  terms.coverage.most,
  terms.stopsAfter,
  draft.writtenBy,
  draft.writtenAt,
];

/** Writes down a draft; its id. */
export async function insertForecastContract(tx: Transaction, draft: ForecastDraft): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into forecast_contract (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`,
    valuesOf(draft),
  );
  return rows[0]!.id;
}

/** Writes a draft anew; the database refuses once it is fixed. */
export async function rewriteForecastContract(tx: Transaction, id: string, draft: ForecastDraft): Promise<void> {
  const [, ...values] = valuesOf(draft);
  await change(
    tx,
    `update forecast_contract set organisation_id = $2, shell_id = $3, title = $4, purpose = $5, proportionality = $6, goal = $7, baseline = $8,
       least_gain = $9, most_amplification = $10, attention_share = $11, attention_sensitivity = $12, coverage_least = $13, coverage_most = $14,
       stops_after = $15, written_by = $16, written_at = $17 where id = $1`,
    [id, ...values],
  );
}

/** An update that row-level security kept from happening is no update: throws NotFound. */
async function change(tx: Transaction, sql: string, values: unknown[]): Promise<void> {
  const [, changed]: [unknown, number] = await tx.query(sql, values);
  if (changed === 0) throw notFound('forecast');
}

interface By {
  personId: string;
  at: Date;
}

export async function fixForecastContract(tx: Transaction, id: string, { personId, at }: By): Promise<void> {
  await change(tx, `update forecast_contract set state = 'fixed', fixed_by = $2, fixed_at = $3 where id = $1`, [
    id,
    personId,
    at,
  ]);
}

/** Switches a forecast on, on this test; the database refuses where its newest test speaks against it. */
export async function activateForecast(
  tx: Transaction,
  id: string,
  { personId, at, runId }: By & { runId: string },
): Promise<void> {
  await change(
    tx,
    `update forecast_contract set state = 'active', activated_by = $2, activated_at = $3, activated_run_id = $4,
       active_since = coalesce(active_since, $3) where id = $1`,
    [id, personId, at, runId],
  );
}

/** The worker concluded a test: what switched it off before is over. */
export async function saveForecastTested(tx: Transaction, id: string): Promise<void> {
  await change(
    tx,
    `update forecast_contract set state = 'tested', off_reason = null, off_at = null, off_by = null, off_words = null where id = $1`,
    [id],
  );
}

/** Switches a forecast off; `by`: nobody where it happened by itself. */
export async function switchForecastOff(
  tx: Transaction,
  id: string,
  off: { state: 'suspended' | 'ended'; reason: ForecastOffReason; at: Date; by?: string; words?: string },
): Promise<void> {
  await change(
    tx,
    `update forecast_contract set state = $2, off_reason = $3, off_at = $4, off_by = $5, off_words = $6 where id = $1`,
    [id, off.state, off.reason, off.at, off.by ?? null, off.words ?? null],
  );
}
