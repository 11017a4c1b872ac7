import { randomUUID } from 'node:crypto';
import { fillReleases, fillSolutions, type InsertRow, type RowGround } from './given-out-rows.factory.js';
import { fillForecast, fillTogether, fillWayBack } from './shared-work-rows.factory.js';
import type { TestLab } from './test-lab.js';

const AT = '2024-06-01T00:00:00Z';
const DIGEST = 'd'.repeat(64);
const WORDS = 'Woorden van de proef.';

/**
 * One row in every table of the steps of a lab, behind everybody's back, for tests that ask who sees what stands there: rows that the
 * schema accepts, and not a lab that could have come about. Lab `overlast` needs a snapshot.
 */
export async function fillProcess(lab: TestLab): Promise<void> {
  const lab_id = lab.ids.lab('overlast');
  const [snapshot] = await lab.database.look<{ id: string }>('select id from snapshot where lab_id = $1 limit 1', [
    lab_id,
  ]);
  const ground: RowGround = {
    lab_id,
    organisation_id: lab.ids.organisation('gemeente'),
    dataset_id: lab.ids.dataset('meldingen'),
    snapshot_id: snapshot!.id,
    person: lab.ids.person('marit'),
  };
  const insert: InsertRow = async (table, row) => {
    const columns = Object.keys(row).join(', ');
    await lab.database.look(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::jsonb)`,
      [JSON.stringify(row)],
    );
  };
  await fillQuestions(insert, ground);
  const shellId = await fillShell(insert, ground);
  await fillAgreement(insert, ground);
  const runId = await fillRisksAndRun(insert, ground);
  const releaseId = await fillReleases(insert, ground);
  await fillSolutions(insert, ground, releaseId);
  await fillTogether(insert, ground);
  await fillForecast(insert, ground, { shellId, runId });
  // That nobody asks for a way back that no agreement names is tried elsewhere; here a row must stand.
  await lab.database.look('alter table way_back disable trigger user');
  await fillWayBack(insert, ground, { releaseId, runId, askedOf: lab.ids.organisation('politie') });
  await lab.database.look('alter table way_back enable trigger user');
}

async function fillQuestions(insert: InsertRow, { lab_id, organisation_id, person }: RowGround): Promise<void> {
  const owner = { lab_id, organisation_id };
  const made = { made_by: person, made_at: AT };
  const recorded = { recorded_by: person, recorded_at: AT };
  const question_id = randomUUID();
  await insert('organisation_goal', { ...owner, version: 1, goal: WORDS, ...made });
  await insert('question_candidate', { id: question_id, ...owner, question: WORDS, behind: WORDS, ...made });
  const score = { impact: 4, answerability: 3, privacy_cost: 2, note: WORDS, independent: true };
  await insert('question_score', { question_id, ...owner, version: 1, ...score, ...made });
  await insert('question_ranking', { lab_id, digest: DIGEST, document: {}, computed_at: AT });
  await insert('core_question', { lab_id, version: 1, question_id, chosen_by: person, chosen_at: AT });
  await insert('checklist_answers', { ...owner, checklist: 'legal', version: 1, document: {}, ...made });
  const board = { agrees: true, person_name: 'Naam', function: 'Directeur', agreed_on: '2024-05-01' };
  await insert('board_agreement', { ...owner, version: 1, ...board, ...recorded });
  const nobody = { held: false, reason: WORDS, is_public: true };
  await insert('citizen_consultation', { lab_id, version: 1, ...nobody, ...recorded });
}

async function fillShell(insert: InsertRow, ground: RowGround): Promise<string> {
  const { lab_id, organisation_id, dataset_id, person } = ground;
  const id = randomUUID();
  await insert('output_shell', {
    id,
    lab_id,
    organisation_id,
    title: WORDS,
    kind: 'descriptive',
    method: 'getis-ord-gi',
    unit: 'report',
    area_level: 'buurt',
    grain: 'year',
    period_from: '2022-01-01',
    period_to: '2024-12-31',
    dataset_ids: [dataset_id],
    rows: 'area',
    columns: ['Meldingen'],
    use: WORDS,
    version: 1,
    state: 'submitted',
    since: AT,
    made_by: person,
    made_at: AT,
  });
  await insert('output_shell_approval', {
    shell_id: id,
    organisation_id,
    lab_id,
    approved_by: person,
    approved_at: AT,
  });
  return id;
}

async function fillAgreement(insert: InsertRow, { lab_id, organisation_id, person }: RowGround): Promise<void> {
  const agreement_id = randomUUID();
  await insert('agreement', {
    id: agreement_id,
    lab_id,
    version: 1,
    state: 'signing',
    document: {},
    text_hash: DIGEST,
    made_by: person,
    made_at: AT,
    saved_at: AT,
    signing_since: AT,
  });
  const by = { agreement_id, lab_id, organisation_id, person_id: person };
  await insert('agreement_support', { ...by, at: AT });
  await insert('agreement_signature', { ...by, text_hash: DIGEST, signed_at: AT, authenticated_at: AT });
}

async function fillRisksAndRun(insert: InsertRow, ground: RowGround): Promise<string> {
  const { lab_id, organisation_id, dataset_id, snapshot_id, person } = ground;
  const measured = { lab_id, snapshot_id, document: {}, computed_at: AT };
  await insert('privacy_risk', measured);
  await insert('privacy_risk_own', { ...measured, dataset_id, organisation_id });
  await insert('value_evidence', measured);
  await insert('value_answer', {
    lab_id,
    organisation_id,
    value: 'privacy',
    verdict: 'safeguarded',
    answer: WORDS,
    snapshot_digest: DIGEST,
    sources: DIGEST,
    evidence: DIGEST,
    method: '',
    answered_by: person,
    answered_at: AT,
  });
  const run_id = randomUUID();
  await insert('analysis_run', {
    id: run_id,
    lab_id,
    organisation_id,
    snapshot_id,
    shell_id: randomUUID(),
    shell_version: 1,
    title: WORDS,
    method: 'moran-local',
    method_version: 1,
    kind: 'descriptive',
    params: {},
    seed: 1,
    requested_by: person,
  });
  await insert('run_outcome', { lab_id, run_id, outcome: {}, selection: {} });
  await insert('run_result', { lab_id, run_id, tier: 'lab', document: {}, digest: DIGEST });
  return run_id;
}
