import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@datalab/testing';
import type { Insert } from './world-governance.js';

/** One request for the way back of organisation A in lab 1, which B has to answer. No agreement stands behind it here: the table is asked not to look. */
export async function fillWayBack(
  database: TestDatabase,
  insert: Insert,
  of: (name: string) => string,
  { runA, releaseA }: { runA: string; releaseA: string },
): Promise<{ wayBackA: string }> {
  const wayBackA = randomUUID();
  await database.look('alter table way_back disable trigger is_asked');
  await insert('way_back', {
    id: wayBackA,
    lab_id: of('lab one'),
    receiver_id: of('organisation a'),
    agreement_version: 1,
    release_id: releaseA,
    run_id: runA,
    household_group: 'known-to-all',
    reason: 'mk-one-shared: to offer help',
    asked_of: [of('organisation b')],
    state: 'asked',
    asked_by: of('person own-organisation-domain_expert'),
    asked_at: '2024-06-03T00:00:00Z',
  });
  await database.look('alter table way_back enable trigger is_asked');
  return { wayBackA };
}
