import { randomUUID } from 'node:crypto';

/** Puts a row in a table behind everybody's back. */
export type Insert = (table: string, row: object) => Promise<void>;
/** Whose a row is, and where. */
export interface Place {
  lab_id: string;
  organisation_id: string;
  dataset_id: string;
}

const AT = '2024-06-01T00:00:00Z';

const report = (exact: number) => ({
  version: 1,
  reports: exact,
  coverage: { delivered: 1, partial: 0, gaps: 0, months: [{ month: '2024-01', delivered: 'full', reports: exact }] },
  late: null,
  duplicates: { identical: 0, elsewhere: 0 },
  drift: null,
  keys: {
    needed: 5,
    present: 4,
    missingInRegion: 1,
    missingOutsideRegion: 0,
    missingNoArea: 0,
    notAboutHousehold: 0,
    notDwelling: 0,
    causes: null,
  },
  missedMatches: null,
});

const SUMMARY = {
  version: 1,
  coverage: { delivered: 1, partial: 0, gaps: 0 },
  median: 'unknown',
  late: 'unknown',
  duplicates: 'unknown',
  drift: 'unknown',
  keys: 'unknown',
  missedMatches: 'unknown',
};

/** The quality of one load: exact for its organisation, in bands for the lab. */
export async function fillQuality(
  insert: Insert,
  place: Place,
  load: { load_id: string; text: string; exact: number; acceptedBy?: string },
): Promise<void> {
  const { load_id, text, exact, acceptedBy } = load;
  const accepted = acceptedBy === undefined ? {} : { accepted_at: AT };
  await insert('quality_report', {
    load_id,
    ...place,
    document: report(exact),
    computed_at: AT,
    ...accepted,
    accepted_by: acceptedBy,
    remark: text,
  });
  await insert('quality_summary', { load_id, ...place, document: SUMMARY, computed_at: AT, ...accepted });
}

/** What a load changed, what was deleted, and how the source registers; the id of the proof of the deletion. */
export async function fillHistory(
  insert: Insert,
  { dataset_id, ...owner }: Place,
  load: { load_id: string; text: string; exact: number; steward: string; lab: string },
): Promise<string> {
  const { load_id, text, exact, steward, lab } = load;
  const proofId = randomUUID();
  await insert('load_difference', {
    load_id,
    ...owner,
    document: {
      grain: 'month',
      total: { added: exact, removed: 1, changed: 1, same: 1 },
      replaces: [1],
      cells: [{ period: '2024-01', category: text, added: exact, removed: 1, changed: 1 }],
    },
    computed_at: AT,
  });
  await insert('deletion_proof', {
    id: proofId,
    ...owner,
    dataset_id,
    object_kind: 'load',
    object_id: load_id,
    reason: text,
    counts: { rows: exact },
    digest: 'e'.repeat(64),
    request_id: randomUUID(),
    deleted_at: AT,
  });
  const words = `mk-${lab}-shared`;
  await insert('registration_card', {
    dataset_id,
    version: 1,
    ...owner,
    document: {
      whoRegisters: words,
      when: words,
      whenNot: words,
      doubleRegistration: words,
      remarks: words,
      changes: [{ on: '2024-03-01', what: words }],
    },
    made_by: steward,
    made_at: AT,
  });
  return proofId;
}

/** An open invitation to a lab; its id. */
export async function fillInvitation(
  insert: Insert,
  { lab_id, organisation_id }: Place,
  { text, invitedBy }: { text: string; invitedBy: string },
): Promise<string> {
  const id = randomUUID();
  await insert('invitation', {
    id,
    lab_id,
    organisation_id,
    email: `${text}@matrix.test`,
    roles: ['analyst'],
    areas: [],
    token_hash: randomUUID(),
    invited_by: invitedBy,
    created_at: AT,
    expires_at: '2100-01-01T00:00:00Z',
  });
  return id;
}

/** Who holds a share of the key of a lab. */
export const fillKeyHolder = (insert: Insert, lab_id: string, lab: string): Promise<void> =>
  insert('key_holder', {
    lab_id,
    holder_id: `mk-${lab}-shared`,
    url: 'https://holder.test',
    suite: 'ristretto255-SHA512',
    context: 'ab',
    public_key: (lab === 'one' ? '1' : '2').repeat(64),
    possession: '3'.repeat(128),
    registered_at: AT,
  });
