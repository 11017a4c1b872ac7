import { randomUUID } from 'node:crypto';
import type { Insert } from './world-governance.js';

const DESIGN = { level: 'buurt', grain: 'year', category: 'all', from: null, leaveOut: [] };
const CONTEXT = {
  title: 'A release of the matrix',
  what: 'What is shown.',
  why: 'Why.',
  notToConclude: 'What not to conclude.',
};

/**
 * A release of a table of organisation A in lab 1, on its way out: asked for by its analyst, looked at by the machine, judged once and talked about; and
 * a standing release beside it.
 */
export async function fillRelease(
  insert: Insert,
  of: (name: string) => string,
): Promise<{ releaseA: string; standingA: string; noteA: string }> {
  const [releaseA, standingA, noteA] = [randomUUID(), randomUUID(), randomUUID()];
  const [lab_id, organisation_id] = [of('lab one'), of('organisation a')];
  const snapshot_id = randomUUID();
  // Older than the picture of the lab, and empty: the release keeps its digest.
  await insert('snapshot', {
    id: snapshot_id,
    lab_id,
    digest: 'e'.repeat(64),
    manifest: { inputs: 'x', sources: [] },
    created_at: '2024-05-01T00:00:00Z',
  });
  const design = { datasetId: of('dataset set-a-one'), ...DESIGN };
  await insert('release', {
    id: releaseA,
    lab_id,
    series_id: randomUUID(),
    version: 1,
    kind: 'table',
    analysis_kind: 'descriptive',
    tier: 'lab',
    state: 'submitted',
    snapshot_id,
    snapshot_digest: 'e'.repeat(64),
    design,
    context: CONTEXT,
    round: 1,
    wants_standing: false,
    embargo_days: 0,
    requested_by: of('person own-organisation-analyst'),
    requested_organisation_id: organisation_id,
    created_at: '2024-06-01T00:00:00Z',
    submitted_at: '2024-06-01T00:00:00Z',
    check_before: '2024-06-08T00:00:00Z',
    document: { tables: [], given: 1, withheld: 0 },
    digest: 'f'.repeat(64),
    policy_version: '1',
    criteria: [{ code: 'context-complete', met: true }],
    machine_checked_at: '2024-06-01T00:00:00Z',
  });
  const said = { release_id: releaseA, lab_id, organisation_id, at: '2024-06-02T00:00:00Z' };
  // By somebody who is no column, so that every column may still judge.
  const person_id = of('person no-lab-own-organisation');
  const judged = { as_privacy_officer: false, verdict: 'approve', remark: 'well', digest: '0'.repeat(64), round: 1 };
  await insert('release_review', { id: randomUUID(), ...said, person_id, ...judged });
  await insert('release_comment', { id: randomUUID(), ...said, person_id, words: 'said about it' });
  const check = { rules: [], outcomes: [], cells: [], risks: [] };
  await insert('release_check', { release_id: releaseA, lab_id, document: check, checked_at: '2024-06-01T00:00:00Z' });
  await insert('standing_release', {
    id: standingA,
    lab_id,
    series_id: randomUUID(),
    design,
    context: CONTEXT,
    tier: 'lab',
    checked_release_id: releaseA,
    given_at: '2024-06-01T00:00:00Z',
    good_until: '2025-06-01T00:00:00Z',
  });
  await insert('public_note', {
    id: noteA,
    lab_id,
    kind: 'context',
    words: 'What the figures do not know.',
    state: 'received',
    received_at: '2024-06-02T00:00:00Z',
  });
  return { releaseA, standingA, noteA };
}
