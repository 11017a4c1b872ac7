import type { OrganisationType } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface OrganisationRow {
  id: string;
  name: string;
  type: OrganisationType;
}

/** The organisations that row-level security lets this person see, by name. */
export const listOrganisations = (tx: Transaction): Promise<OrganisationRow[]> =>
  tx.query('select id, name, type from organisation where not is_invented order by name, id');

export async function findOrganisation(tx: Transaction, id: string): Promise<OrganisationRow | undefined> {
  const rows: OrganisationRow[] = await tx.query('select id, name, type from organisation where id = $1', [id]);
  return rows[0];
}

/** Makes an organisation. Two may bear the same name: which there are is not for everybody to find out. */
export async function insertOrganisation(
  tx: Transaction,
  { name, type }: Pick<OrganisationRow, 'name' | 'type'>,
): Promise<OrganisationRow> {
  const [{ key }] = (await tx.query('select uuidv7()::text as key')) as [{ key: string }];
  const rows: OrganisationRow[] = await tx.query(
    'insert into organisation (key, name, type) values ($1, $2, $3) returning id, name, type',
    [key, name, type],
  );
  return rows[0]!;
}

/** Changes name and type; undefined where there is no such organisation. */
export async function updateOrganisation(tx: Transaction, { id, name, type }: OrganisationRow): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query('update organisation set name = $2, type = $3 where id = $1', [
    id,
    name,
    type,
  ]);
  return changed > 0;
}

/** A lab by its name alone, for who gives out roles in it. */
export interface LabName {
  id: string;
  name: string;
}

export const listLabNames = (tx: Transaction): Promise<LabName[]> =>
  tx.query('select lab_id as id, name from app.lab_names() order by name, lab_id');

/** The organisations that take part in a lab. */
export const listParticipantIds = async (tx: Transaction, labId: string): Promise<string[]> => {
  const rows: { id: string }[] = await tx.query(
    'select organisation_id as id from lab_participant where lab_id = $1 order by 1',
    [labId],
  );
  return rows.map(({ id }) => id);
};

/** Lets an organisation take part; doing so twice changes nothing. */
export async function insertParticipant(tx: Transaction, labId: string, organisationId: string): Promise<void> {
  await tx.query('insert into lab_participant (lab_id, organisation_id) values ($1, $2) on conflict do nothing', [
    labId,
    organisationId,
  ]);
}
