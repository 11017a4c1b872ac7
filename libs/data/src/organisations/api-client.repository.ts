import type { ApiClientScope } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface ApiClientRow {
  id: string;
  personId: string;
  organisationId: string;
  labId: string;
  clientId: string;
  name: string;
  scopes: ApiClientScope[];
  createdAt: Date;
  endedAt: Date | null;
}

const COLUMNS = `id, person_id as "personId", organisation_id as "organisationId", lab_id as "labId", client_id as "clientId", name,
  scopes, created_at as "createdAt", ended_at as "endedAt"`;

export const listApiClients = (tx: Transaction): Promise<ApiClientRow[]> =>
  tx.query(`select ${COLUMNS} from api_client order by ended_at is not null, name, id`);

export interface NewApiClient extends Pick<ApiClientRow, 'organisationId' | 'labId' | 'clientId' | 'name' | 'scopes'> {
  issuer: string;
  /** By which the provider names the program in its tokens. */
  subject: string;
  createdBy: string;
}

/** Makes a program with the person that it acts as. Throws PostgreSQL's 23505 where client or subject is known already. */
export async function insertApiClient(tx: Transaction, client: NewApiClient): Promise<ApiClientRow> {
  const { organisationId, labId, clientId, name, scopes, issuer, subject, createdBy } = client;
  const people: { id: string }[] = await tx.query(
    `insert into person (organisation_id, issuer, subject, name, kind) values ($1, $2, $3, $4, 'api_client') returning id`,
    [organisationId, issuer, subject, name],
  );
  const rows: ApiClientRow[] = await tx.query(
    `insert into api_client (person_id, lab_id, organisation_id, issuer, client_id, name, scopes, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${COLUMNS}`,
    [people[0]!.id, labId, organisationId, issuer, clientId, name, scopes, createdBy],
  );
  return rows[0]!;
}

/** Ends a program, with the person that it acted as; undefined where there is none that still runs. */
export async function endApiClient(tx: Transaction, id: string, at: Date): Promise<ApiClientRow | undefined> {
  const [rows]: [ApiClientRow[]] = await tx.query(
    `update api_client set ended_at = $2 where id = $1 and ended_at is null returning ${COLUMNS}`,
    [id, at],
  );
  if (rows[0] !== undefined) await tx.query('update person set left_at = $2 where id = $1', [rows[0].personId, at]);
  return rows[0];
}
