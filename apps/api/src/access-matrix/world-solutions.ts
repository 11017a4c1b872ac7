import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@datalab/testing';
import type { Insert } from './world-governance.js';

const AT = '2024-06-01T00:00:00Z';
const WORDS = 'mk-one-shared';

/** A released result of lab 1, read by A and B and agreed on; a finding, a solution of A with its plan and outcome, and a regie card. */
export async function fillSolutions(database: TestDatabase, insert: Insert, of: (name: string) => string) {
  const lab_id = of('lab one');
  const ids = {
    releaseOne: randomUUID(),
    interpretationOne: randomUUID(),
    findingOne: randomUUID(),
    solutionA: randomUUID(),
    pickupA: randomUUID(),
    contextNoteA: randomUUID(),
  };
  await database.look(`update lab_step set state = 'open' where step = 'solutions' and lab_id = $1`, [lab_id]);
  const [snapshot] = await database.look<{ id: string }>('select id from snapshot where lab_id = $1', [lab_id]);
  const expert = of('person own-organisation-domain_expert');
  const a = of('organisation a');
  await insert('release', {
    id: ids.releaseOne,
    lab_id,
    series_id: randomUUID(),
    version: 1,
    kind: 'run',
    analysis_kind: 'diagnostic',
    tier: 'lab',
    state: 'released',
    run_id: randomUUID(),
    snapshot_id: snapshot!.id,
    snapshot_digest: 'd'.repeat(64),
    context: {},
    round: 1,
    wants_standing: false,
    embargo_days: 0,
    requested_by: expert,
    requested_organisation_id: a,
    created_at: AT,
    // The document of a run as one of long ago may be: without tables.
    document: { method: { label: 'association' } },
    digest: 'd'.repeat(64),
    policy_version: '1',
    criteria: [],
    released_at: AT,
  });
  await insert('interpretation', {
    id: ids.interpretationOne,
    lab_id,
    release_id: ids.releaseOne,
    question: WORDS,
    state: 'agreed',
    agreed_reading: WORDS,
    doubt: WORDS,
    opened_by: of('person own-organisation-coordinator'),
    opened_at: AT,
    agreed_at: AT,
  });
  for (const [organisation_id, written_by] of [
    [a, expert],
    [of('organisation b'), of('person other-organisation-domain_expert')],
  ])
    await insert('reading', {
      interpretation_id: ids.interpretationOne,
      lab_id,
      organisation_id,
      words: WORDS,
      dissent: WORDS,
      written_by,
      written_at: AT,
    });
  const told = { lab_id, words: WORDS, title: WORDS };
  await insert('finding', {
    ...told,
    id: ids.findingOne,
    interpretation_id: ids.interpretationOne,
    strength: 'association',
    no_solution_reason: WORDS,
    stated_by: expert,
    stated_at: AT,
  });
  await fillSolution(insert, { ...told, id: ids.solutionA, organisation_id: a }, expert, ids.findingOne);
  const plan = {
    datasetId: of('dataset set-a-one'),
    category: 'noise',
    level: 'buurt',
    areaCodes: ['B01'],
    comparisonAreaCodes: ['B02'],
    firstMonth: '2100-01',
    expectedChange: -0.2,
    harm: WORDS,
  };
  const ofSolution = { solution_id: ids.solutionA, lab_id };
  await insert('evaluation_plan', {
    ...ofSolution,
    document: plan,
    digest: 'f'.repeat(64),
    registered_by: expert,
    registered_at: AT,
  });
  const outcome = {
    state: 'evaluated',
    method: 'interrupted-time-series',
    ratio: 0.8,
    low: 0.7,
    high: 0.9,
    verdict: 'as_expected',
    monthsBefore: 24,
    monthsAfter: 12,
  };
  await insert('evaluation', {
    ...ofSolution,
    id: randomUUID(),
    snapshot_id: snapshot!.id,
    state: 'evaluated',
    document: outcome,
    evaluated_at: AT,
  });
  await fillCard(insert, { lab_id, organisation_id: a, area_code: 'B01' }, expert, ids);
  return ids;
}

const fillSolution = async (
  insert: Insert,
  row: { id: string; lab_id: string; organisation_id: string; title: string; words: string },
  expert: string,
  finding_id: string,
): Promise<void> => {
  await insert('solution', {
    ...row,
    partners: [],
    state: 'chosen',
    owner_id: expert,
    owner_name: WORDS,
    starts_on: '2100-01-01',
    ends_on: '2100-12-31',
    area_codes: ['B01'],
    expected: WORDS,
    outcome: WORDS,
    proposed_by: expert,
    proposed_at: AT,
    changed_at: AT,
  });
  await insert('solution_finding', { solution_id: row.id, finding_id, lab_id: row.lab_id });
};

async function fillCard(
  insert: Insert,
  place: { lab_id: string; organisation_id: string; area_code: string },
  expert: string,
  { pickupA, contextNoteA }: { pickupA: string; contextNoteA: string },
): Promise<void> {
  await insert('area_contact', { ...place, reach: WORDS, written_by: expert, written_at: AT });
  await insert('pickup', {
    ...place,
    id: pickupA,
    what: WORDS,
    next_on: '2100-01-01',
    picked_up_by: expert,
    picked_up_at: AT,
  });
  await insert('context_note', {
    ...place,
    id: contextNoteA,
    kind: 'event',
    words: WORDS,
    starts_on: '2024-01-01',
    ends_on: '2024-02-01',
    written_by: expert,
    written_at: AT,
  });
}
