import { randomUUID } from 'node:crypto';
import type { Insert } from './world-governance.js';

const AT = '2024-06-01T00:00:00Z';
const DIGEST = 'e'.repeat(64);

/** A run of one lab that is done, with a result that its analysts may see. Its id. */
export async function fillRun(
  insert: Insert,
  place: { lab_id: string; organisation_id: string; dataset_id: string },
  { snapshotId, person, text }: { snapshotId: string; person: string; text: string },
): Promise<string> {
  const id = randomUUID();
  const scope = {
    unit: 'report',
    areaLevel: 'buurt',
    grain: 'year',
    from: '2024-01-01',
    to: '2024-12-31',
    categories: null,
  };
  await insert('analysis_run', {
    id,
    lab_id: place.lab_id,
    organisation_id: place.organisation_id,
    snapshot_id: snapshotId,
    shell_id: randomUUID(),
    shell_version: 1,
    title: text,
    method: 'moran-local',
    method_version: 1,
    kind: 'descriptive',
    params: { purpose: 'understand_nuisance', scope: { ...scope, datasetIds: [place.dataset_id] }, options: {} },
    seed: 1,
    state: 'done',
    progress: 1,
    refusals: [{ clause: 'fields', code: 'field', words: { nl: 'eerder', en: 'before' } }],
    requested_by: person,
    requested_at: AT,
    started_at: AT,
    ended_at: AT,
    snapshot_digest: DIGEST,
    policy_version: 1,
    outcome_digest: DIGEST,
  });
  const run = { lab_id: place.lab_id, run_id: id };
  await insert('run_result', { ...run, tier: 'lab', document: { n: 20 }, digest: DIGEST });
  return id;
}
