import { randomUUID } from 'node:crypto';
import { STANDARD_INTAKE_TERMS, STANDARD_INTAKE_VERSION } from '@datalab/domain';
import { digestOfClauses } from '@datalab/features';
import type { Insert, Place } from './world-governance.js';

const AT = '2024-06-01T00:00:00Z';

/** Step 2 of one organisation: it signed, knows something, has nothing else and asks. Ids of what somebody may try to take back. */
export async function fillFacts(
  insert: Insert,
  { lab_id, organisation_id, dataset_id }: Place,
  { text, secret, person, digest }: { text: string; secret: string; person: string; digest?: string },
): Promise<{ knownFactA: string; nothingA: string; questionA: string }> {
  const own = { lab_id, organisation_id };
  const [knownFactA, nothingA, questionA] = [randomUUID(), randomUUID(), randomUUID()];
  const signed = {
    ...own,
    version: STANDARD_INTAKE_VERSION,
    clauses: STANDARD_INTAKE_TERMS,
    digest: digest ?? digestOfClauses(STANDARD_INTAKE_TERMS),
    signed_by: person,
  };
  await insert('intake_signature', { ...signed, id: randomUUID(), signed_at: AT });
  // One that was taken back: told to its own organisation alone.
  const ended = { ended_at: AT, ended_by: person, ended_reason: secret };
  await insert('intake_signature', { ...signed, id: randomUUID(), signed_at: AT, ...ended });
  await insert('known_fact', {
    ...own,
    id: knownFactA,
    kind: 'figure',
    title: text,
    note: text,
    source: text,
    is_published: true,
    value: 12,
    unit: 'reports',
    area_code: 'B01',
    starts_on: '2023-01-01',
    ends_on: '2023-12-31',
    added_by: person,
    added_at: AT,
  });
  await insert('known_fact', {
    ...own,
    id: randomUUID(),
    kind: 'document',
    title: text,
    note: text,
    source: text,
    is_published: true,
    location: text,
    added_by: person,
    added_at: AT,
  });
  await insert('nothing_to_deliver', {
    ...own,
    id: nothingA,
    dataset_id,
    reason: text,
    declared_by: person,
    declared_at: AT,
  });
  await insert('deeper_question', {
    ...own,
    id: questionA,
    question: text,
    seen: text,
    dataset_id,
    area_code: 'B01',
    category: 'noise',
    period: '2024',
    written_by: person,
    written_at: AT,
  });
  return { knownFactA, nothingA, questionA };
}

/** What a source registered in all of the region, and how that differs from the picture before: exact for its own organisation alone. */
export async function insertComparisons(
  insert: Insert,
  map: {
    snapshot_id: string;
    lab_id: string;
    organisation_id: string;
    dataset_id: string;
    grain: string;
    period: string;
  },
  exact: number,
): Promise<void> {
  const { snapshot_id, lab_id, organisation_id, dataset_id } = map;
  for (const tier of ['own', 'lab']) {
    const amount = tier === 'own' ? { least: exact, most: exact } : { least: 10, most: 49 };
    const changes = { added: amount, removed: amount, changed: amount };
    const document = {
      previous: { digest: 'd'.repeat(64), at: AT },
      isKnown: true,
      total: changes,
      cells: [{ period: '2024', category: 'noise', ...changes }],
    };
    await insert('snapshot_difference', { snapshot_id, dataset_id, tier, lab_id, organisation_id, document });
  }
  for (const tier of ['lab', 'public'])
    await insert('cell', {
      ...map,
      level: 'gemeente',
      category: 'noise',
      tier,
      area_code: 'G',
      state: 'shown',
      reports: 20,
      rate_per_thousand: 2,
    });
}
