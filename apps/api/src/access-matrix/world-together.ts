import { randomUUID } from 'node:crypto';
import type { Insert } from './world-governance.js';

const AT = '2024-06-01T00:00:00Z';

/** A comment of A's coordinator on step 1 of lab 1 that asks the stewards for something, and the day on which that step must be ready. */
export async function fillTogether(insert: Insert, of: (name: string) => string): Promise<{ commentA: string }> {
  const commentA = randomUUID();
  const lab_id = of('lab one');
  const written_by = of('person own-organisation-coordinator');
  const target = { target_kind: 'step', target_id: 'prioritise' };
  await insert('comment', {
    ...target,
    id: commentA,
    lab_id,
    organisation_id: of('organisation a'),
    written_by,
    written_at: AT,
  });
  const ofComment = { comment_id: commentA, lab_id };
  await insert('comment_version', { ...ofComment, version: 1, words: 'mk-one-shared', written_at: AT });
  await insert('comment_mention', { ...ofComment, role: 'data_steward' });
  await insert('deadline', { ...target, lab_id, due_on: '2100-01-01', set_by: written_by, set_at: AT });
  return { commentA };
}
