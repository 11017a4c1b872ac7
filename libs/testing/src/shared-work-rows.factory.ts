import { randomUUID } from 'node:crypto';
import type { InsertRow, RowGround } from './given-out-rows.factory.js';

const AT = '2024-06-01T00:00:00Z';
const DIGEST = 'd'.repeat(64);
const WORDS = 'Woorden van de proef.';

/** One row in every table of what people say to each other in a lab, and of the mail that tells them that something waits. */
export async function fillTogether(insert: InsertRow, { lab_id, organisation_id, person }: RowGround): Promise<void> {
  const comment_id = randomUUID();
  const target = { target_kind: 'step', target_id: 'prioritise' };
  await insert('comment', { id: comment_id, lab_id, ...target, organisation_id, written_by: person, written_at: AT });
  await insert('comment_version', { comment_id, lab_id, version: 1, words: WORDS, written_at: AT });
  await insert('comment_mention', { comment_id, lab_id, role: 'coordinator' });
  await insert('deadline', { lab_id, ...target, due_on: '2024-07-01', set_by: person, set_at: AT });
  const mail_id = randomUUID();
  await insert('mail', {
    id: mail_id,
    person_id: person,
    lab_id,
    items: 1,
    state: 'ready',
    attempts: 0,
    try_after: AT,
    made_at: AT,
  });
  await insert('mail_notice', { lab_id, person_id: person, item: 'score', found_at: AT, mail_id });
  await insert('mail_preference', { person_id: person, rhythm: 'daily', changed_at: AT });
}

/** One row in every table of a forecast: what was promised, a test of it and an objection. */
export async function fillForecast(
  insert: InsertRow,
  { lab_id, organisation_id, snapshot_id, person }: RowGround,
  { shellId, runId }: { shellId: string; runId: string },
): Promise<void> {
  const contract_id = randomUUID();
  const limits = { least_gain: 0.02, most_amplification: 2, attention_share: 0.1, attention_sensitivity: 0.5 };
  const written = { written_by: person, written_at: AT, fixed_by: person, fixed_at: AT };
  await insert('forecast_contract', {
    id: contract_id,
    lab_id,
    organisation_id,
    shell_id: shellId,
    title: WORDS,
    purpose: 'care',
    goal: WORDS,
    proportionality: WORDS,
    baseline: 'best naive',
    ...limits,
    coverage_least: 0.75,
    coverage_most: 0.9,
    stops_after: '2030-01-01',
    state: 'fixed',
    ...written,
  });
  await insert('forecast_test', { run_id: runId, lab_id, contract_id, kind: 'test', snapshot_id, refusals: [] });
  const objection = { organisation_id, words: WORDS, objected_by: person, objected_at: AT };
  await insert('forecast_objection', { contract_id, lab_id, ...objection });
}

/** One row in every table of the way back to a source: what was asked, an answer, and a list that was made. */
export async function fillWayBack(
  insert: InsertRow,
  { lab_id, organisation_id, person }: RowGround,
  { releaseId, runId, askedOf }: { releaseId: string; runId: string; askedOf: string },
): Promise<void> {
  const way_back_id = randomUUID();
  await insert('receiver_key', {
    lab_id,
    organisation_id,
    public_key: `\\x${'00'.repeat(32)}`,
    registered_by: person,
    registered_at: AT,
  });
  await insert('way_back', {
    id: way_back_id,
    lab_id,
    receiver_id: organisation_id,
    agreement_version: 1,
    release_id: releaseId,
    run_id: runId,
    household_group: 'all',
    reason: WORDS,
    asked_of: [askedOf],
    state: 'asked',
    asked_by: person,
    asked_at: AT,
  });
  const answer = { person_id: person, approves: true, reason: '', at: AT, authenticated_at: AT };
  await insert('way_back_answer', { way_back_id, lab_id, organisation_id: askedOf, ...answer });
  await insert('way_back_list', { way_back_id, lab_id, receiver_id: organisation_id, box: '\\x00', digest: DIGEST });
}
