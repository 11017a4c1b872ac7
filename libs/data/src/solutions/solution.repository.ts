import type { SolutionState } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface SolutionRow {
  id: string;
  labId: string;
  organisationId: string;
  organisationName: string;
  partners: string[];
  title: string;
  words: string;
  state: SolutionState;
  ownerId: string | null;
  /** As they are called in the lab; empty without an owner. */
  ownerName: string;
  /** `YYYY-MM-DD`. */
  startsOn: string | null;
  endsOn: string | null;
  areaCodes: string[];
  expected: string;
  outcome: string;
  reason: string | null;
  changedAt: Date;
  findingIds: string[];
  /** When what will be measured was registered; null where it was not. */
  registeredAt: Date | null;
}

const SOLUTION = `select s.id, s.lab_id as "labId", s.organisation_id as "organisationId", o.name as "organisationName", s.partners, s.title,
  s.words, s.state, s.owner_id as "ownerId", s.owner_name as "ownerName", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn",
  s.area_codes as "areaCodes", s.expected, s.outcome, s.reason, s.changed_at as "changedAt",
  array(select finding_id from solution_finding f where f.solution_id = s.id order by 1) as "findingIds", p.registered_at as "registeredAt"
  from solution s join organisation o on o.id = s.organisation_id left join evaluation_plan p on p.solution_id = s.id`;

/** Every solution of a lab, by when it starts. */
export const listSolutions = (tx: Transaction, labId: string): Promise<SolutionRow[]> =>
  tx.query(`${SOLUTION} where s.lab_id = $1 order by s.starts_on nulls last, s.proposed_at, s.id`, [labId]);

export async function findSolution(tx: Transaction, id: string): Promise<SolutionRow | undefined> {
  const rows: SolutionRow[] = await tx.query(`${SOLUTION} where s.id = $1`, [id]);
  return rows[0];
}

/** Locked until the transaction ends. Undefined also for a solution that this person may not change. */
export async function lockSolution(tx: Transaction, id: string): Promise<SolutionRow | undefined> {
  const rows: unknown[] = await tx.query('select 1 from solution where id = $1 for update', [id]);
  return rows.length === 0 ? undefined : findSolution(tx, id);
}

export interface NewSolution extends Pick<SolutionRow, 'labId' | 'organisationId' | 'partners' | 'title' | 'words'> {
  areaCodes: readonly string[];
  expected: string;
  findingIds: readonly string[];
  proposedBy: string;
  proposedAt: Date;
}

export async function insertSolution(tx: Transaction, row: NewSolution): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into solution (lab_id, organisation_id, partners, title, words, state, area_codes, expected, proposed_by, proposed_at, changed_at)
     values ($1, $2, $3, $4, $5, 'option', $6, $7, $8, $9, $9) returning id`,
    [
      row.labId,
      row.organisationId,
      row.partners,
      row.title,
      row.words,
      row.areaCodes,
      row.expected,
      row.proposedBy,
      row.proposedAt,
    ],
  );
  const { id } = rows[0]!;
  await tx.query(
    'insert into solution_finding (solution_id, finding_id, lab_id) select $1, finding, $2 from unnest($3::uuid[]) finding',
    [id, row.labId, row.findingIds],
  );
  return id;
}

export type SolutionChange = Pick<
  SolutionRow,
  'state' | 'ownerId' | 'ownerName' | 'startsOn' | 'endsOn' | 'areaCodes' | 'expected' | 'outcome' | 'reason'
> & { changedAt: Date };

export async function updateSolution(tx: Transaction, id: string, to: SolutionChange): Promise<void> {
  await tx.query(
    `update solution set state = $2, owner_id = $3, owner_name = $4, starts_on = $5, ends_on = $6, area_codes = $7, expected = $8, outcome = $9,
       reason = $10, changed_at = $11 where id = $1`,
    [
      id,
      to.state,
      to.ownerId,
      to.ownerName,
      to.startsOn,
      to.endsOn,
      to.areaCodes,
      to.expected,
      to.outcome,
      to.reason,
      to.changedAt,
    ],
  );
}

/** A colleague who holds a role in this lab, and their name; undefined for anybody else. */
export async function findColleague(
  tx: Transaction,
  labId: string,
  organisationId: string,
  personId: string,
): Promise<{ id: string; name: string } | undefined> {
  const rows: { id: string; name: string }[] = await tx.query(
    `select p.id, p.name from person p
     where p.id = $3 and p.organisation_id = $2
       and exists (select from membership m where m.person_id = p.id and m.lab_id = $1 and m.organisation_id = $2 and m.ended_at is null)`,
    [labId, organisationId, personId],
  );
  return rows[0];
}

/** Those of the own organisation who could own a solution in this lab, by name. */
export const listColleagues = (
  tx: Transaction,
  labId: string,
  organisationId: string,
): Promise<{ id: string; name: string }[]> =>
  tx.query(
    `select distinct p.id, p.name from person p join membership m on m.person_id = p.id
     where m.lab_id = $1 and m.organisation_id = $2 and m.ended_at is null order by p.name`,
    [labId, organisationId],
  );
