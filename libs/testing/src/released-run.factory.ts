import { randomUUID } from 'node:crypto';
import type { RunView } from '@datalab/features';
import type { TestLab } from './test-lab.js';

/** Puts the result of a run out to its lab, as if two checkers had passed it: for tests of what comes after. Gives the id of the release. */
export async function releasedRun(lab: TestLab, run: RunView): Promise<string> {
  const id = randomUUID();
  await lab.database.look(
    `insert into release (id, lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, snapshot_id, snapshot_digest, context,
       requested_by, requested_organisation_id, document, digest, policy_version, criteria, released_at)
     select $1, r.lab_id, $1, 1, 'run', r.kind, 'lab', 'released', r.id, r.snapshot_id, r.snapshot_digest, '{}', r.requested_by,
       r.organisation_id, '{"given":1,"withheld":0,"tables":[]}', repeat('f', 64), '1', '[]', now()
     from analysis_run r where r.id = $2`,
    [id, run.id],
  );
  return id;
}
