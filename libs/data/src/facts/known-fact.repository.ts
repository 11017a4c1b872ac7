import type { KnownFactKind, KnownUnit } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** What an organisation brought of what it knew already. */
export interface KnownFactRow {
  id: string;
  organisationId: string;
  kind: KnownFactKind;
  title: string;
  note: string;
  source: string;
  isPublished: boolean;
  /** Of a figure alone, as are unit and days. */
  value: number | null;
  unit: KnownUnit | null;
  /** Null: the whole region, or not of one area. */
  areaCode: string | null;
  /** `YYYY-MM-DD`, both days included. */
  from: string | null;
  to: string | null;
  /** Where a document lies: a link, or in words. */
  location: string | null;
  addedAt: Date;
}

const FACT = `select id, organisation_id as "organisationId", kind, title, note, source, is_published as "isPublished", value, unit,
    area_code as "areaCode", starts_on::text as "from", ends_on::text as "to", location, added_at as "addedAt" from known_fact`;

/** What the organisations of a lab brought and did not take back, oldest first, 1,000 at most. */
export const listKnownFacts = (tx: Transaction, labId: string): Promise<KnownFactRow[]> =>
  tx.query(`${FACT} where lab_id = $1 and removed_at is null order by added_at, id limit 1000`, [labId]);

/** One that was not taken back. */
export async function findKnownFact(
  tx: Transaction,
  id: string,
): Promise<(KnownFactRow & { labId: string }) | undefined> {
  const rows: (KnownFactRow & { labId: string })[] = await tx.query(
    `${FACT.replace('select id', 'select lab_id as "labId", id')} where id = $1 and removed_at is null`,
    [id],
  );
  return rows[0];
}

export type NewKnownFact = Omit<KnownFactRow, 'id'> & { labId: string; addedBy: string };

/** Adds one; gives its id. */
export async function insertKnownFact(tx: Transaction, fact: NewKnownFact): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into known_fact (lab_id, organisation_id, kind, title, note, source, is_published, value, unit, area_code, starts_on, ends_on,
       location, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`,
    [
      fact.labId,
      fact.organisationId,
      fact.kind,
      fact.title,
      fact.note,
      fact.source,
      fact.isPublished,
      fact.value,
      fact.unit,
      fact.areaCode,
      fact.from,
      fact.to,
      fact.location,
      fact.addedBy,
      fact.addedAt,
    ],
  );
  return rows[0]!.id;
}

/** Takes one back: it is no longer listed. */
export const removeKnownFact = (tx: Transaction, id: string, by: string, at: Date): Promise<unknown> =>
  tx.query('update known_fact set removed_by = $2, removed_at = $3 where id = $1', [id, by, at]);
