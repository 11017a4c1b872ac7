import type { Actor, ApiClientOf, Membership } from '@datalab/access';
import type { OrganisationType } from '@datalab/domain';
import type { Database, Transaction } from '../database.js';

/** Who asks: the person, or the program that acts as one, with the organisation that they work for. */
export interface SignedInPerson {
  actor: Actor;
  /** Null for a program. */
  email: string | null;
  organisation: { id: string; name: string; type: OrganisationType };
  /** The name by which the identity provider knows the program; null for a person. */
  clientId: string | null;
}

interface PersonRow {
  name: string;
  email: string | null;
  kind: 'human' | 'api_client' | 'invented';
  organisationId: string;
  isAdministrator: boolean;
  mayFoundLabs: boolean;
}

const PERSON = `select name, email, kind, organisation_id as "organisationId", is_administrator as "isAdministrator",
    may_found_labs as "mayFoundLabs"
  from person where id = $1 and left_at is null`;
const MEMBERSHIPS = `select lab_id as "labId", organisation_id as "organisationId", role, areas,
    coalesce((select l.state in ('closing', 'closed') from lab l where l.id = lab_id), false) as "isClosed"
  from membership where person_id = $1 and ended_at is null order by lab_id, role`;
const API_CLIENT = `select id, lab_id as "labId", scopes, client_id as "clientId", organisation_id as "organisationId"
  from api_client where person_id = $1 and ended_at is null
    and not exists (select from lab l where l.id = lab_id and l.state in ('closing', 'closed'))`;

type ApiClientRow = ApiClientOf & { clientId: string; organisationId: string };

/**
 * Somebody with their roles, or a program with its scopes, as they are at this moment; undefined when there is nobody of that id, when they
 * left, or when the program was ended.
 */
export function findSignedInPerson(database: Database, personId: string): Promise<SignedInPerson | undefined> {
  return database.inTransaction({ userId: personId }, async (tx) => {
    const people: PersonRow[] = await tx.query(PERSON, [personId]);
    const person = people[0];
    if (person === undefined) return undefined;
    const who = { personId, organisationId: person.organisationId, name: person.name };
    const rights =
      person.kind === 'api_client' ? await rightsOfClient(tx, personId) : await rightsOf(tx, person, personId);
    if (rights === undefined) return undefined;
    await tx.query(`select set_config('app.organisation_id', $1, true)`, [person.organisationId]);
    const organisations: SignedInPerson['organisation'][] = await tx.query(
      'select id, name, type from organisation where id = $1',
      [person.organisationId],
    );
    const { clientId, ...granted } = rights;
    return { actor: { ...who, ...granted }, email: person.email, organisation: organisations[0]!, clientId };
  });
}

type Rights = Pick<Actor, 'memberships' | 'apiClient' | 'isAdministrator' | 'mayFoundLabs'> & {
  clientId: string | null;
};

async function rightsOf(
  tx: Transaction,
  { isAdministrator, mayFoundLabs }: PersonRow,
  personId: string,
): Promise<Rights> {
  const memberships = await listMemberships(tx, personId);
  return {
    memberships,
    ...(isAdministrator && { isAdministrator }),
    ...(mayFoundLabs && { mayFoundLabs }),
    clientId: null,
  };
}

/** `isClosed` is there only where it is true. */
async function listMemberships(tx: Transaction, personId: string): Promise<Membership[]> {
  const rows: (Membership & { isClosed: boolean })[] = await tx.query(MEMBERSHIPS, [personId]);
  return rows.map(({ isClosed, ...membership }) => ({ ...membership, ...(isClosed && { isClosed }) }));
}

async function rightsOfClient(tx: Transaction, personId: string): Promise<Rights | undefined> {
  const clients: ApiClientRow[] = await tx.query(API_CLIENT, [personId]);
  if (clients[0] === undefined) return undefined;
  const { id, labId, scopes, clientId } = clients[0];
  return { memberships: [], apiClient: { id, labId, scopes }, clientId };
}

/**
 * Who asked for a job, with what they may in its lab as it stands when the job runs; undefined when they may nothing there any more. Runs in
 * the lab's own context, so other labs are not in it.
 */
export function findActorInLab(database: Database, labId: string, personId: string): Promise<Actor | undefined> {
  return database.inTransaction({ labId }, async (tx) => {
    const memberships = await listMemberships(tx, personId);
    const [membership] = memberships;
    if (membership !== undefined) return { personId, organisationId: membership.organisationId, name: '', memberships };
    const clients: ApiClientRow[] = await tx.query(API_CLIENT, [personId]);
    if (clients[0] === undefined) return undefined;
    const { id, scopes, organisationId } = clients[0];
    return { personId, organisationId, name: '', memberships: [], apiClient: { id, labId, scopes } };
  });
}
