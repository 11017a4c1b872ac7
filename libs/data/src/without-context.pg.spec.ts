import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  deliver,
  describeWithDatabase,
  fillProcess,
  provisionUseRow,
  reportRows,
  countRow,
  TestLab,
  type LoginRole,
} from '@datalab/testing';
import { registerKeyHolder } from './labs/key-holder.repository.js';
import { SessionRepository } from './sessions/session.repository.js';

/**
 * How many rows each role sees that says neither for whom nor for which lab it asks: `none`, `all`, or `denied` by grant. Every table
 * of the schema is in here; the test fills them all first.
 */
const WITHOUT_CONTEXT: Record<string, Record<'owner' | 'operator' | 'api' | 'worker', 'none' | 'all' | 'denied'>> = {
  address: { owner: 'all', operator: 'all', api: 'all', worker: 'all' },
  agreement: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  agreement_signature: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  agreement_support: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  analysis_run: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  api_client: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  area: { owner: 'all', operator: 'all', api: 'all', worker: 'all' },
  area_contact: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  audit_event: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  audit_head: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  audit_seal: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  audit_tail: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  board_agreement: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  cell: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  checklist_answers: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  citizen_consultation: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  comment: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  comment_mention: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  comment_version: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  context_note: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  core_question: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  dataset: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  deadline: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  deeper_question: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  deletion_proof: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  evaluation: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  evaluation_plan: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  finding: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  forecast_contract: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  forecast_objection: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  forecast_test: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  hotspot_test: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  // Published figures, the same for everybody.
  indicator: { owner: 'all', operator: 'all', api: 'all', worker: 'all' },
  indicator_value: { owner: 'all', operator: 'all', api: 'all', worker: 'all' },
  intake_signature: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  intake_terms: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  interpretation: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  invitation: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  key_holder: { owner: 'none', operator: 'all', api: 'none', worker: 'denied' },
  known_fact: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  lab: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  lab_event: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  lab_participant: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  lab_schedule: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  lab_step: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  ledger_entry: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  ledger_line: { owner: 'none', operator: 'denied', api: 'denied', worker: 'none' },
  lesson: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  load: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  load_difference: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  // Whom to mail when is of no lab; the worker counts, by id (ADR 0068).
  mail: { owner: 'none', operator: 'denied', api: 'denied', worker: 'all' },
  mail_notice: { owner: 'none', operator: 'denied', api: 'denied', worker: 'all' },
  mail_preference: { owner: 'none', operator: 'denied', api: 'none', worker: 'all' },
  membership: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  migrations: { owner: 'all', operator: 'denied', api: 'denied', worker: 'denied' },
  nothing_to_deliver: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  organisation: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  organisation_goal: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  outbox: { owner: 'none', operator: 'denied', api: 'none', worker: 'all' },
  output_shell: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  output_shell_approval: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  person: { owner: 'none', operator: 'all', api: 'none', worker: 'none' },
  pickup: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  postcode: { owner: 'all', operator: 'all', api: 'all', worker: 'all' },
  privacy_risk: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  privacy_risk_own: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  provision_use_row: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  public_note: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  quality_report: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  quality_summary: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  question_candidate: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  question_ranking: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  question_score: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  reading: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  receiver_key: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  region: { owner: 'all', operator: 'all', api: 'all', worker: 'all' },
  registration_card: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  release: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  release_check: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  release_comment: { owner: 'none', operator: 'denied', api: 'none', worker: 'denied' },
  release_review: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  report: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  report_count: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  run_outcome: { owner: 'none', operator: 'denied', api: 'denied', worker: 'none' },
  run_result: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  series_grain: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  session: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  snapshot: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  snapshot_difference: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  snapshot_load: { owner: 'none', operator: 'denied', api: 'denied', worker: 'none' },
  solution: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  solution_finding: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  source_key: { owner: 'none', operator: 'denied', api: 'denied', worker: 'none' },
  square: { owner: 'all', operator: 'all', api: 'all', worker: 'all' },
  standing_release: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  step_event: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  submission: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  submitted_report: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  value_answer: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  value_evidence: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  way_back: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  way_back_answer: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
  way_back_list: { owner: 'none', operator: 'denied', api: 'none', worker: 'none' },
};
/** A submission as the api writes it, hung on the load that is there. */
const SUBMIT = `with l as (select * from load order by id limit 1),
  s as (insert into submission (lab_id, organisation_id, dataset_id, load_id, idempotency_key, content_sha256, rows, days, created_by)
        select lab_id, organisation_id, dataset_id, id, 'test-key-1', content_sha256, 1, '{2024-01-15}', created_by from l)
  insert into submitted_report (lab_id, organisation_id, dataset_id, record_hash, occurred_on, load_id, line)
  select lab_id, organisation_id, dataset_id, content_sha256, '2024-01-15', id, '{}' from l`;
const INVITE = `insert into invitation (organisation_id, email, token_hash, invited_by, expires_at)
  select organisation_id, 'nieuw@gemeente.test', 'hash of a link', id, now() from person where id = $1`;
/** One row each of what the stewards and the worker would write later. */
const GOVERNANCE = `
  insert into load_difference (load_id, lab_id, organisation_id, document, computed_at)
    select id, lab_id, organisation_id, '{}', now() from load;
  insert into quality_report (load_id, lab_id, organisation_id, dataset_id, document, computed_at)
    select id, lab_id, organisation_id, dataset_id, '{}', now() from load;
  insert into quality_summary (load_id, lab_id, organisation_id, dataset_id, document, computed_at)
    select id, lab_id, organisation_id, dataset_id, '{}', now() from load;
  insert into registration_card (dataset_id, version, lab_id, organisation_id, document, made_by, made_at)
    select dataset_id, 1, lab_id, organisation_id, '{}', created_by, now() from load where revision = 1;
  insert into intake_terms (lab_id, version, clauses, digest, made_by, made_at)
    select lab_id, 2, '[]', repeat('a', 64), created_by, now() from load limit 1;
  insert into nothing_to_deliver (lab_id, organisation_id, reason, declared_by, declared_at)
    select lab_id, organisation_id, 'niets', created_by, now() from load limit 1;
  insert into known_fact (lab_id, organisation_id, kind, title, source, is_published, location, added_by, added_at)
    select lab_id, organisation_id, 'document', 'iets', 'iets', true, 'kast', created_by, now() from load limit 1;
  insert into deeper_question (lab_id, organisation_id, question, written_by, written_at)
    select lab_id, organisation_id, 'waarom?', created_by, now() from load limit 1;
  insert into snapshot_difference (snapshot_id, dataset_id, tier, lab_id, organisation_id, document)
    select s.id, d.id, 'own', s.lab_id, d.organisation_id, '{}' from snapshot s join dataset d on d.lab_id = s.lab_id;
  insert into deletion_proof (lab_id, organisation_id, dataset_id, object_kind, object_id, reason, counts, request_id, deleted_at)
    select lab_id, organisation_id, dataset_id, 'rows', id, 'expired', '{}', 'test', now() from load;
  insert into lab_event (lab_id, event, round, actor_id, organisation_id, reason)
    select lab_id, 'ask', 1, created_by, organisation_id, 'a test' from load;
  insert into lesson (lab_id, template, text, written_by)
    select lab_id, 'filth', 'What the test learned.', created_by from load;
  insert into lab_schedule (lab_id, rhythm, next_due, set_by)
    select distinct on (lab_id) lab_id, 'monthly', date '2024-07-01', created_by from load;
  insert into step_event (lab_id, step, event, round, from_state, to_state, actor_id, organisation_id)
    select lab_id, 'prioritise', 'submit', 1, 'open', 'in_review', created_by, organisation_id from load;
  insert into series_grain (lab_id, snapshot_id, dataset_id, tier, level, parent_code, category, year, grain)
    select s.lab_id, s.id, l.dataset_id, 'lab', 'buurt', 'W1', 'all', '2024', 'year'
    from load l join snapshot s on s.lab_id = l.lab_id where l.revision = 1 on conflict do nothing;
  with entry as (
    insert into ledger_entry (lab_id, snapshot_id, kind, tier, table_key, digest, policy_version, lines, outcomes)
    select lab_id, id, 'picture', 'lab', 'test', digest, 'test', 1, '{}' from snapshot returning id, lab_id, snapshot_id)
  insert into ledger_line (entry_id, lab_id, snapshot_id, dataset_id, level, grain, period, category, area_codes, lows, highs)
    select id, lab_id, snapshot_id, lab_id, 'buurt', 'year', '2024', 'all', '{B01}', '{5}', '{10}' from entry`;
/** What whoever checks the audit log sees whole; all else is denied to them. */
const AUDITED = ['audit_event', 'audit_head', 'audit_seal', 'audit_tail', 'lab'];
const ROLES = ['owner', 'operator', 'api', 'worker'] as const;

describeWithDatabase('what stands in the database, for whom it is not said', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    const holder = {
      holderId: 'holder-a',
      url: 'https://keys.example',
      suite: 'ristretto255-SHA512',
      context: '00',
      publicKey: 'a'.repeat(64),
      possession: 'b'.repeat(128),
    };
    const operator = await lab.database.as('operator');
    await operator.inTransaction({}, (tx) => registerKeyHolder(tx, lab.ids.lab('overlast'), holder));
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(12) });
    await deliver(lab, { by: 'pim', dataset: 'tellingen', rows: [countRow()] });
    await deliver(lab, { by: 'sanne', dataset: 'voorzieningen', rows: [provisionUseRow()] });
    await lab.database.look(SUBMIT);
    await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(12) });
    for (const key of ['overlast', 'rust'] as const) await lab.buildPicture(key);
    // One chain is sealed and has a head; the events of the other wait.
    await lab.seal('overlast');
    const sessions = new SessionRepository(await lab.database.as('api'));
    await lab.database.look(INVITE, [lab.ids.person('marit')]);
    await sessions.open('hash of a cookie', lab.ids.person('sanne'), 'token', new Date('2030-01-01'));
    await lab.database.look(GOVERNANCE);
    await fillProcess(lab);
    await lab.database.look(`insert into indicator (region_id, year, code, title) values ($1, 2023, 'a_inw', 'A')`, [
      lab.ids.region,
    ]);
    await lab.database.look(
      `insert into indicator_value (region_id, year, code, area_code, value) values ($1, 2023, 'a_inw', 'W1', 1)`,
      [lab.ids.region],
    );
    await lab.database.look(`insert into square (region_id, code, area_code) values ($1, 'E1000N4000', 'B01')`, [
      lab.ids.region,
    ]);
  });
  afterAll(() => lab.close());

  const rowsIn = async (table: string): Promise<number> => {
    const rows = await lab.database.look<{ n: number }>(`select count(*)::int as n from ${table}`);
    return rows[0]!.n;
  };
  const seenBy = async (role: LoginRole, table: string): Promise<string> => {
    const counted = await lab.database
      .query<{ n: number }>(role, {}, `select count(*)::int as n from ${table}`)
      .catch((error: Error) => error.message);
    if (typeof counted === 'string') return counted.startsWith('permission denied') ? 'denied' : counted;
    if (counted[0]!.n === 0) return 'none';
    return counted[0]!.n === (await rowsIn(table)) ? 'all' : 'some';
  };

  it('is something in every table, and every table is listed here', async () => {
    const tables = await lab.database.look<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(WITHOUT_CONTEXT));
    for (const { name } of tables) expect([name, (await rowsIn(name)) > 0]).toEqual([name, true]);
  });

  it.each(ROLES)('is kept from the %s who does not say for whom it asks', async (role) => {
    const seen: Record<string, string> = {};
    for (const table of Object.keys(WITHOUT_CONTEXT)) seen[table] = await seenBy(role, table);
    expect(seen).toEqual(Object.fromEntries(Object.entries(WITHOUT_CONTEXT).map(([table, by]) => [table, by[role]])));
  });

  it('is shown to the auditor where it is the log, and nowhere else', async () => {
    const seen: string[] = [];
    for (const table of Object.keys(WITHOUT_CONTEXT))
      if ((await seenBy('auditor', table)) !== 'denied') seen.push(table);
    expect(seen).toEqual(AUDITED);
    await expect(lab.database.query('auditor', {}, 'select goal from lab')).rejects.toThrow('permission denied');
  });
});
