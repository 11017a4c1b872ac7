import type { ContextKind } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface AreaContactRow {
  organisationId: string;
  organisationName: string;
  areaCode: string;
  reach: string;
  writtenAt: Date;
}

export interface PickupRow {
  id: string;
  labId: string;
  organisationId: string;
  organisationName: string;
  areaCode: string;
  what: string;
  /** `YYYY-MM-DD`. */
  nextOn: string | null;
  pickedUpAt: Date;
}

export interface ContextNoteRow {
  id: string;
  labId: string;
  organisationId: string;
  organisationName: string;
  areaCode: string;
  kind: ContextKind;
  words: string;
  startsOn: string;
  endsOn: string | null;
  writtenAt: Date;
}

/** Whom to reach for these areas, of every organisation that said so. */
export const listAreaContacts = (
  tx: Transaction,
  labId: string,
  areaCodes: readonly string[],
): Promise<AreaContactRow[]> =>
  tx.query(
    `select c.organisation_id as "organisationId", o.name as "organisationName", c.area_code as "areaCode", c.reach, c.written_at as "writtenAt"
     from area_contact c join organisation o on o.id = c.organisation_id where c.lab_id = $1 and c.area_code = any($2) order by o.name`,
    [labId, areaCodes],
  );

export async function saveAreaContact(
  tx: Transaction,
  row: { labId: string; organisationId: string; areaCode: string; reach: string; writtenBy: string; writtenAt: Date },
): Promise<void> {
  await tx.query(
    `insert into area_contact (lab_id, organisation_id, area_code, reach, written_by, written_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (lab_id, organisation_id, area_code) do update
       set reach = excluded.reach, written_by = excluded.written_by, written_at = excluded.written_at`,
    [row.labId, row.organisationId, row.areaCode, row.reach, row.writtenBy, row.writtenAt],
  );
}

const PICKUP = `select p.id, p.lab_id as "labId", p.organisation_id as "organisationId", o.name as "organisationName", p.area_code as "areaCode",
  p.what, p.next_on::text as "nextOn", p.picked_up_at as "pickedUpAt" from pickup p join organisation o on o.id = p.organisation_id`;

/** What somebody picks up in these areas and has not ended. */
export const listPickups = (tx: Transaction, labId: string, areaCodes: readonly string[]): Promise<PickupRow[]> =>
  tx.query(
    `${PICKUP} where p.lab_id = $1 and p.area_code = any($2) and p.ended_at is null order by p.next_on nulls last, p.picked_up_at`,
    [labId, areaCodes],
  );

export async function findPickup(tx: Transaction, id: string): Promise<PickupRow | undefined> {
  const rows: PickupRow[] = await tx.query(`${PICKUP} where p.id = $1 and p.ended_at is null`, [id]);
  return rows[0];
}

export async function insertPickup(
  tx: Transaction,
  row: Pick<PickupRow, 'labId' | 'organisationId' | 'areaCode' | 'what' | 'nextOn' | 'pickedUpAt'> & {
    pickedUpBy: string;
  },
): Promise<void> {
  await tx.query(
    `insert into pickup (lab_id, organisation_id, area_code, what, next_on, picked_up_by, picked_up_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.labId, row.organisationId, row.areaCode, row.what, row.nextOn, row.pickedUpBy, row.pickedUpAt],
  );
}

export async function endPickup(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update pickup set ended_at = $2 where id = $1', [id, at]);
}

const NOTE = `select n.id, n.lab_id as "labId", n.organisation_id as "organisationId", o.name as "organisationName", n.area_code as "areaCode", n.kind,
  n.words, n.starts_on::text as "startsOn", n.ends_on::text as "endsOn", n.written_at as "writtenAt"
  from context_note n join organisation o on o.id = n.organisation_id`;

/** What was noted of these areas and not withdrawn, newest first; 200 at most. */
export const listContextNotes = (
  tx: Transaction,
  labId: string,
  areaCodes: readonly string[],
): Promise<ContextNoteRow[]> =>
  tx.query(
    `${NOTE} where n.lab_id = $1 and n.area_code = any($2) and n.withdrawn_at is null order by n.starts_on desc, n.id limit 200`,
    [labId, areaCodes],
  );

export async function findContextNote(tx: Transaction, id: string): Promise<ContextNoteRow | undefined> {
  const rows: ContextNoteRow[] = await tx.query(`${NOTE} where n.id = $1 and n.withdrawn_at is null`, [id]);
  return rows[0];
}

export async function insertContextNote(
  tx: Transaction,
  row: Omit<ContextNoteRow, 'id' | 'organisationName'> & { writtenBy: string },
): Promise<void> {
  await tx.query(
    `insert into context_note (lab_id, organisation_id, area_code, kind, words, starts_on, ends_on, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.labId,
      row.organisationId,
      row.areaCode,
      row.kind,
      row.words,
      row.startsOn,
      row.endsOn,
      row.writtenBy,
      row.writtenAt,
    ],
  );
}

export async function withdrawContextNote(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update context_note set withdrawn_at = $2 where id = $1', [id, at]);
}
