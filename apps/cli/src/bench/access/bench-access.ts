import { abilityFor, whereAllowed } from '@datalab/access';
import { LOAD_COLUMNS, SessionRepository, Database } from '@datalab/data';
import pg from 'pg';
import { readEnv } from '../../env.js';
import { ScratchLab } from '../../intake/scratch-lab.js';
import { medianOf } from '../median.js';
import { timeHttp } from './http-half.js';

/** The list behind the two walls takes at most this much of the time of the same list without policies. */
const TARGET_RATIO = 1.25;
const ROWS = 1_000_000;
const PAGE = 50;
const ROUNDS = 400;

export interface AccessBench {
  rows: number;
  /** Medians in milliseconds of one transaction: context, page, commit. */
  withPoliciesMs: number;
  withoutPoliciesMs: number;
  ratio: number;
  /** Of the same page as a statement that the connection keeps prepared, so that neither side plans it again. */
  preparedRatio: number;
  /** The same for the number of all rows that the list also says. */
  totalWithPoliciesMs: number;
  totalWithoutPoliciesMs: number;
  totalRatio: number;
  httpMs: number;
  plans: { withPolicies: string[]; withoutPolicies: string[] };
  isSameIndex: boolean;
  passed: boolean;
}

interface Query {
  sql: string;
  parameters: unknown[];
  /** Named, so that the connection keeps it prepared. */
  name?: string;
}

/**
 * The newest 50 of 1,000,000 loads, of which a quarter are the asker's, as the service asks for them: by the role of the api, whom the policies
 * hold, and by a role with the same grants that passes them. Both in a transaction that sets the context, in turn, on one connection each.
 * Needs the fresh database that `npm run bench` brings.
 */
export async function benchAccess(print: (line: string) => void): Promise<AccessBench> {
  const lab = await ScratchLab.open();
  const { DATABASE_API_URL: apiUrl } = readEnv('DATABASE_API_URL');
  const held = new pg.Client({ connectionString: apiUrl });
  const free = new pg.Client({ connectionString: await roleWithoutPolicies(lab.admin, apiUrl) });
  try {
    await fill(lab);
    await held.connect();
    await free.connect();
    const { context, page, total } = await questionsOf(lab, apiUrl);
    print(`access: the newest ${PAGE} of ${ROWS} loads, ${ROUNDS} rounds in turn; medians; ratios count, not seconds`);
    const pages = await inTurn(held, free, context, page, ROUNDS);
    const prepared = await inTurn(held, free, context, { ...page, name: 'page' }, ROUNDS);
    const totals = await inTurn(held, free, context, total, 15);
    const plans = {
      withPolicies: await planOf(held, context, page),
      withoutPolicies: await planOf(free, context, page),
    };
    const isSameIndex = indexesOf(plans.withPolicies) === indexesOf(plans.withoutPolicies);
    print(
      `  page with policies: ${ms(pages.held)}; without: ${ms(pages.free)}; ratio ${pages.ratio.toFixed(2)}, at most ${TARGET_RATIO}`,
    );
    print(
      `  the same, kept prepared, with policies: ${ms(prepared.held)}; without: ${ms(prepared.free)}; ratio ${prepared.ratio.toFixed(2)}`,
    );
    print(
      `  number of all rows with policies: ${ms(totals.held)}; without: ${ms(totals.free)}; ratio ${totals.ratio.toFixed(2)}`,
    );
    for (const [name, lines] of Object.entries(plans))
      print(`  plan, ${name}:\n${lines.map((line) => `    ${line}`).join('\n')}`);
    print(`  same index: ${isSameIndex ? 'yes' : 'no'}`);
    const httpMs = await timeHttp(lab, apiUrl, PAGE);
    print(`  over HTTP, through the whole api: ${ms(httpMs)}`);
    return {
      rows: ROWS,
      withPoliciesMs: pages.held,
      withoutPoliciesMs: pages.free,
      ratio: pages.ratio,
      preparedRatio: prepared.ratio,
      totalWithPoliciesMs: totals.held,
      totalWithoutPoliciesMs: totals.free,
      totalRatio: totals.ratio,
      httpMs,
      plans,
      isSameIndex,
      passed: pages.ratio <= TARGET_RATIO && isSameIndex,
    };
  } finally {
    await held.end();
    await free.end();
    await lab.close();
  }
}

/** A quarter of the loads in the asker's lab and of their organisation, the rest of others: all in one order of creation. */
async function fill({ admin, labId, stewardId }: ScratchLab): Promise<void> {
  await admin.query(
    `insert into organisation (key, name, type) select 'other' || n, 'Other ' || n, 'other' from generate_series(1, 3) n`,
  );
  await admin.query(
    `insert into lab_participant (lab_id, organisation_id) select $1, id from organisation where key like 'other%'`,
    [labId],
  );
  await admin.query(
    `insert into dataset (lab_id, organisation_id, key, name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose, retention_months)
     select $1, id, 'bench', 'Bench', 'records', 'v', '1', 'none', 'bench', 12 from organisation where key like 'other%'`,
    [labId],
  );
  await admin.query(
    `with d as (select id, organisation_id, row_number() over (order by id) - 1 as n from dataset where lab_id = $1 and key in ('records', 'bench'))
     insert into load (lab_id, organisation_id, dataset_id, revision, state, covers, declared_totals, content_sha256, created_by)
     select $1, d.organisation_id, d.id, i, 'accepted', '{[2024-01-01,2024-02-01)}', '{}', repeat('a', 64), $2
     from generate_series(1, $3::int) i join d on d.n = i % 4 order by i`,
    [labId, stewardId, ROWS],
  );
  await admin.query('vacuum analyze load');
}

/** The questions of the list, as its read model puts them, with the WHERE that the rules generate. */
async function questionsOf(lab: ScratchLab, apiUrl: string): Promise<{ context: Query; page: Query; total: Query }> {
  const database = await Database.connect({ url: apiUrl, name: 'datalab bench', poolSize: 1 });
  try {
    const person = await new SessionRepository(database).findPersonById(lab.stewardId);
    const where = whereAllowed(abilityFor(person!.actor), 'read', 'Load', LOAD_COLUMNS);
    const parameters = [...where.parameters, lab.labId];
    const scope = `(${where.sql}) and lab_id = $${parameters.length}`;
    return {
      context: {
        sql: `select set_config('app.user_id', $1, true), set_config('app.organisation_id', $2, true)`,
        parameters: [lab.stewardId, person!.actor.organisationId],
      },
      page: { sql: `select id from load where ${scope} order by id desc limit ${PAGE + 1}`, parameters },
      total: { sql: `select count(*)::int as total from load where ${scope}`, parameters },
    };
  } finally {
    await database.close();
  }
}

async function roleWithoutPolicies(admin: pg.Pool, apiUrl: string): Promise<string> {
  const url = new URL(apiUrl);
  await admin.query(
    `create role bench_without_policies login bypassrls in role datalab_api password '${url.password}'`,
  );
  await admin.query(`grant connect on database ${url.pathname.slice(1)} to bench_without_policies`);
  url.username = 'bench_without_policies';
  return url.href;
}

async function inTurn(held: pg.Client, free: pg.Client, context: Query, query: Query, rounds: number) {
  const times = { held: [] as number[], free: [] as number[] };
  const warmUp = Math.ceil(rounds / 10);
  for (let n = 0; n < rounds + warmUp; n += 1) {
    const pair = { held: await timeOne(held, context, query), free: await timeOne(free, context, query) };
    if (n < warmUp) continue;
    times.held.push(pair.held);
    times.free.push(pair.free);
  }
  const [one, other] = [medianOf(times.held), medianOf(times.free)];
  return { held: one, free: other, ratio: one / other };
}

async function timeOne(client: pg.Client, context: Query, { sql, parameters, name }: Query): Promise<number> {
  const started = performance.now();
  await client.query('begin');
  await client.query(context.sql, context.parameters);
  const { rows } = await client.query({ text: sql, values: parameters, name });
  await client.query('commit');
  if (rows.length === 0) throw new Error('the bench asked for rows and got none');
  return performance.now() - started;
}

async function planOf(client: pg.Client, context: Query, { sql, parameters }: Query): Promise<string[]> {
  await client.query('begin');
  await client.query(context.sql, context.parameters);
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, parameters);
  await client.query('commit');
  return rows.map((row) => row['QUERY PLAN']);
}

const indexesOf = (plan: readonly string[]): string =>
  plan
    .flatMap((line) => (/(?:using|on) (\w+(?:_idx|_pkey|_key))/.exec(line)?.[1] ?? []) as string | string[])
    .sort()
    .join(', ');

const ms = (value: number): string => `${value.toFixed(2)} ms`;
