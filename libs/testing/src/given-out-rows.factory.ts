import { randomUUID } from 'node:crypto';

/** Whose the rows are: somebody of the municipality in lab `overlast`, over a snapshot that is there. */
export interface RowGround {
  lab_id: string;
  organisation_id: string;
  dataset_id: string;
  snapshot_id: string;
  person: string;
}
/** Puts a row in a table as a superuser. */
export type InsertRow = (table: string, row: object) => Promise<void>;

const AT = '2024-06-01T00:00:00Z';
const DIGEST = 'd'.repeat(64);
const WORDS = 'Woorden van de proef.';

/** One row in every table of what a lab gives out; the id of the release. */
export async function fillReleases(insert: InsertRow, ground: RowGround): Promise<string> {
  const { lab_id, organisation_id, snapshot_id, person } = ground;
  const release_id = randomUUID();
  const series = { lab_id, series_id: randomUUID(), design: {}, context: {}, tier: 'lab' };
  await insert('release', {
    ...series,
    id: release_id,
    version: 1,
    kind: 'table',
    analysis_kind: 'descriptive',
    state: 'submitted',
    snapshot_id,
    snapshot_digest: DIGEST,
    requested_by: person,
    requested_organisation_id: organisation_id,
  });
  const said = { release_id, lab_id, organisation_id, person_id: person, at: AT };
  const judged = { round: 1, as_privacy_officer: false, verdict: 'approve', digest: DIGEST };
  await insert('release_review', { ...said, ...judged });
  await insert('release_comment', { ...said, words: WORDS });
  await insert('release_check', { release_id, lab_id, document: {}, checked_at: AT });
  const good = { given_at: AT, good_until: '2025-06-01T00:00:00Z' };
  await insert('standing_release', { ...series, checked_release_id: release_id, ...good });
  await insert('public_note', { id: randomUUID(), lab_id, kind: 'context', words: WORDS });
  return release_id;
}

/** One row in every table of what is read in a release and done about it. */
export async function fillSolutions(insert: InsertRow, ground: RowGround, release_id: string): Promise<void> {
  const { lab_id, organisation_id, snapshot_id, person } = ground;
  const [interpretation_id, finding_id, solution_id] = [randomUUID(), randomUUID(), randomUUID()];
  const opened = { state: 'together', opened_by: person, opened_at: AT };
  await insert('interpretation', { id: interpretation_id, lab_id, release_id, ...opened });
  const written = { words: WORDS, written_by: person, written_at: AT };
  await insert('reading', { interpretation_id, lab_id, organisation_id, ...written });
  const told = { lab_id, title: WORDS, words: WORDS };
  const stated = { strength: 'description', stated_by: person, stated_at: AT };
  await insert('finding', { id: finding_id, interpretation_id, ...told, ...stated });
  const proposed = { state: 'option', proposed_by: person, proposed_at: AT, changed_at: AT };
  await insert('solution', { id: solution_id, organisation_id, ...told, ...proposed });
  await insert('solution_finding', { solution_id, finding_id, lab_id });
  const plan = { document: {}, digest: DIGEST, registered_by: person, registered_at: AT };
  await insert('evaluation_plan', { solution_id, lab_id, ...plan });
  const outcome = { state: 'too_early', document: {}, evaluated_at: AT };
  await insert('evaluation', { solution_id, lab_id, snapshot_id, ...outcome });
  const place = { lab_id, organisation_id, area_code: 'B01' };
  await insert('area_contact', { ...place, reach: WORDS, written_by: person, written_at: AT });
  await insert('pickup', { ...place, what: WORDS, picked_up_by: person, picked_up_at: AT });
  await insert('context_note', { ...place, kind: 'event', starts_on: '2024-01-01', ...written });
}
