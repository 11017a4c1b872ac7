import { randomUUID } from 'node:crypto';
import type { Insert } from './world-governance.js';

const AT = '2024-06-01T00:00:00Z';

/** A forecast contract of one lab that was tested and active, and that an objection switched off. Its id. */
export async function fillForecast(
  insert: Insert,
  place: { lab_id: string; organisation_id: string; dataset_id: string },
  { snapshotId, person, text, shellId }: { snapshotId: string; person: string; text: string; shellId: string },
): Promise<string> {
  const [id, runId] = [randomUUID(), randomUUID()];
  const { lab_id, organisation_id } = place;
  const scope = {
    unit: 'area',
    areaLevel: 'wijk',
    grain: 'month',
    from: '2021-01-01',
    to: '2024-05-31',
    datasetIds: [place.dataset_id],
    categories: null,
  };
  await insert('analysis_run', {
    id: runId,
    lab_id,
    organisation_id,
    snapshot_id: snapshotId,
    shell_id: shellId,
    shell_version: 1,
    title: text,
    method: 'forecast',
    method_version: 2,
    kind: 'predictive',
    params: { purpose: 'understand_nuisance', scope, options: {} },
    seed: 1,
    state: 'done',
    progress: 1,
    refusals: [],
    requested_by: person,
    requested_at: AT,
    ended_at: AT,
    snapshot_digest: 'e'.repeat(64),
    policy_version: 1,
    outcome_digest: 'e'.repeat(64),
  });
  await insert('forecast_contract', {
    id,
    lab_id,
    organisation_id,
    shell_id: shellId,
    title: text,
    purpose: 'understand_nuisance',
    goal: text,
    proportionality: text,
    baseline: 'best naive',
    least_gain: 0.02,
    most_amplification: 1.2,
    attention_share: 0.1,
    attention_sensitivity: 0.3,
    coverage_least: 0.7,
    coverage_most: 0.95,
    stops_after: '2100-01-01',
    state: 'suspended',
    written_by: person,
    written_at: AT,
    fixed_by: person,
    fixed_at: AT,
    active_since: AT,
    activated_by: person,
    activated_at: AT,
    activated_run_id: runId,
    off_reason: 'objected',
    off_at: AT,
    off_by: person,
    off_words: text,
  });
  const said = { contract_id: id, lab_id };
  const none = { amplification: 1, misplaced: 0, misplacedWithout: 0, persistence: 1, persistenceWithout: 1 };
  await insert('forecast_test', {
    ...said,
    run_id: runId,
    kind: 'test',
    snapshot_id: snapshotId,
    concluded_at: AT,
    document: {
      compared: 600,
      from: '2024-01',
      to: '2024-05',
      baseline: 'last value',
      modelScore: 0.9,
      baselineScore: 1,
      gain: 0.1,
      coverage: 0.8,
      loop: none,
      methods: [],
      drift: null,
      ran: {
        areas: 2,
        level: 'wijk',
        grain: 'month',
        sources: [text],
        methods: ['mixture'],
        version: 'forecast 2',
        seed: 1,
        snapshotDigest: 'e'.repeat(64),
      },
    },
    refusals: ['baseline-not-beaten'],
  });
  await insert('forecast_objection', { ...said, organisation_id, words: text, objected_by: person, objected_at: AT });
  return id;
}
