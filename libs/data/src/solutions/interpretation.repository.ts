import type { InterpretationState, Strength } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface InterpretationRow {
  id: string;
  labId: string;
  releaseId: string;
  question: string;
  state: InterpretationState;
  agreedReading: string;
  doubt: string;
  openedAt: Date;
  agreedAt: Date | null;
}

export interface ReadingRow {
  interpretationId: string;
  organisationId: string;
  organisationName: string;
  words: string;
  dissent: string;
  writtenAt: Date;
}

const INTERPRETATION = `select id, lab_id as "labId", release_id as "releaseId", question, state, agreed_reading as "agreedReading", doubt,
  opened_at as "openedAt", agreed_at as "agreedAt" from interpretation`;

/** Every result that was put on the table of a lab, in the order in which they were. */
export const listInterpretations = (tx: Transaction, labId: string): Promise<InterpretationRow[]> =>
  tx.query(`${INTERPRETATION} where lab_id = $1 order by opened_at, id`, [labId]);

/** Locked until the transaction ends, so that two people do not move it at once. */
export async function lockInterpretation(tx: Transaction, id: string): Promise<InterpretationRow | undefined> {
  const rows: InterpretationRow[] = await tx.query(`${INTERPRETATION} where id = $1 for update`, [id]);
  return rows[0];
}

export async function findInterpretation(tx: Transaction, id: string): Promise<InterpretationRow | undefined> {
  const rows: InterpretationRow[] = await tx.query(`${INTERPRETATION} where id = $1`, [id]);
  return rows[0];
}

export interface NewInterpretation {
  labId: string;
  releaseId: string;
  question: string;
  openedBy: string;
  openedAt: Date;
}

/** The id of the new one; undefined where this result is on the table already. */
export async function insertInterpretation(tx: Transaction, row: NewInterpretation): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query(
    `insert into interpretation (lab_id, release_id, question, state, opened_by, opened_at)
     values ($1, $2, $3, 'apart', $4, $5) on conflict (lab_id, release_id) do nothing returning id`,
    [row.labId, row.releaseId, row.question, row.openedBy, row.openedAt],
  );
  return rows[0]?.id;
}

export async function updateInterpretation(
  tx: Transaction,
  id: string,
  to: Pick<InterpretationRow, 'state' | 'agreedReading' | 'doubt' | 'agreedAt'>,
): Promise<void> {
  await tx.query(
    'update interpretation set state = $2, agreed_reading = $3, doubt = $4, agreed_at = $5 where id = $1',
    [id, to.state, to.agreedReading, to.doubt, to.agreedAt],
  );
}

/** The readings that row-level security lets through: of others only once everybody looks together. */
export const listReadings = (tx: Transaction, labId: string): Promise<ReadingRow[]> =>
  tx.query(
    `select r.interpretation_id as "interpretationId", r.organisation_id as "organisationId", o.name as "organisationName", r.words, r.dissent,
            r.written_at as "writtenAt"
     from reading r join organisation o on o.id = r.organisation_id where r.lab_id = $1 order by o.name`,
    [labId],
  );

export interface NewReading {
  interpretationId: string;
  labId: string;
  organisationId: string;
  words: string;
  dissent: string;
  writtenBy: string;
  writtenAt: Date;
}

/** Writes an organisation's reading, or says it anew. */
export async function saveReading(tx: Transaction, row: NewReading): Promise<void> {
  await tx.query(
    `insert into reading (interpretation_id, lab_id, organisation_id, words, dissent, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (interpretation_id, organisation_id) do update
       set words = excluded.words, dissent = excluded.dissent, written_by = excluded.written_by, written_at = excluded.written_at`,
    [row.interpretationId, row.labId, row.organisationId, row.words, row.dissent, row.writtenBy, row.writtenAt],
  );
}

export interface FindingRow {
  id: string;
  labId: string;
  interpretationId: string;
  releaseId: string | null;
  title: string;
  words: string;
  strength: Strength;
  noSolutionReason: string | null;
  statedAt: Date;
  withdrawnAt: Date | null;
}

const FINDING = `select f.id, f.lab_id as "labId", f.interpretation_id as "interpretationId", i.release_id as "releaseId", f.title, f.words,
  f.strength, f.no_solution_reason as "noSolutionReason", f.stated_at as "statedAt", f.withdrawn_at as "withdrawnAt"
  from finding f left join interpretation i on i.id = f.interpretation_id`;

/** The findings of a lab, those that were withdrawn included. */
export const listFindings = (tx: Transaction, labId: string): Promise<FindingRow[]> =>
  tx.query(`${FINDING} where f.lab_id = $1 order by f.stated_at, f.id`, [labId]);

export async function findFinding(tx: Transaction, id: string): Promise<FindingRow | undefined> {
  const rows: FindingRow[] = await tx.query(`${FINDING} where f.id = $1`, [id]);
  return rows[0];
}

export interface NewFinding extends Pick<FindingRow, 'labId' | 'interpretationId' | 'title' | 'words' | 'strength'> {
  statedBy: string;
  statedAt: Date;
}

export async function insertFinding(tx: Transaction, row: NewFinding): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into finding (lab_id, interpretation_id, title, words, strength, stated_by, stated_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [row.labId, row.interpretationId, row.title, row.words, row.strength, row.statedBy, row.statedAt],
  );
  return rows[0]!.id;
}

export async function updateFinding(
  tx: Transaction,
  id: string,
  to: Pick<FindingRow, 'noSolutionReason' | 'withdrawnAt'>,
): Promise<void> {
  await tx.query('update finding set no_solution_reason = $2, withdrawn_at = $3 where id = $1', [
    id,
    to.noSolutionReason,
    to.withdrawnAt,
  ]);
}

/** Which organisations have written a reading, also while what they wrote is theirs alone. */
export const listReadingsWritten = (
  tx: Transaction,
  labId: string,
): Promise<{ interpretationId: string; organisationId: string }[]> =>
  tx.query(
    `select interpretation_id as "interpretationId", organisation_id as "organisationId" from app.readings_written() where lab_id = $1`,
    [labId],
  );

/** What a released result is and can carry; undefined where it is not out, or not this lab's. */
export interface ReleasedResult {
  id: string;
  labId: string;
  kind: 'table' | 'run';
  state: string;
  document: unknown;
}

export async function findReleasedResult(tx: Transaction, releaseId: string): Promise<ReleasedResult | undefined> {
  const rows: ReleasedResult[] = await tx.query(
    `select id, lab_id as "labId", kind, state, document from release where id = $1 and released_at is not null`,
    [releaseId],
  );
  return rows[0];
}
