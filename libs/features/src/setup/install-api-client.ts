import type { Transaction } from '@datalab/data';
import { invalidInput } from '@datalab/domain';
import { OPERATOR } from '../operator.js';
import type { Installation } from './installation.js';

/** Ids by the keys of an installation file. */
export type Ids = Map<string, string>;

/** Makes a program of an organisation known, with the person that it acts as; one that is there already gets its name and scopes anew. */
export async function installApiClient(
  tx: Transaction,
  { clientId, subject, name, organisation, lab, scopes }: Installation['apiClients'][number],
  organisations: Ids,
  issuer: string,
): Promise<void> {
  const organisationId = known(organisations, organisation, 'organisation');
  const people: { id: string }[] = await tx.query(
    `insert into person (organisation_id, issuer, subject, name, kind) values ($1, $2, $3, $4, 'api_client')
     on conflict (issuer, subject) where left_at is null do update set name = excluded.name returning id`,
    [organisationId, issuer, subject ?? clientId, name],
  );
  await tx.query(
    `insert into api_client (person_id, lab_id, organisation_id, issuer, client_id, name, scopes, created_by)
     select $1, id, $3, $4, $5, $6, $7, $8 from lab where key = $2
     on conflict (person_id) do update set name = excluded.name, scopes = excluded.scopes`,
    [people[0]!.id, lab, organisationId, issuer, clientId, name, scopes, OPERATOR],
  );
}

/** The id behind a key; throws InvalidInput where the file does not describe it. */
export function known<T>(ids: ReadonlyMap<string, T>, key: string, noun: string): T {
  const id = ids.get(key);
  if (id === undefined)
    throw invalidInput(`setup.unknown-${noun}`, `The file speaks of the ${noun} "${key}", which it does not describe.`);
  return id;
}
