import { randomUUID } from 'node:crypto';
import type { LabRole, OrganisationType } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** Makes a source of a rehearsal for the organisation that began it. Row-level security lets the worker do so in a rehearsal alone. */
export const insertInventedDataset = (
  tx: Transaction,
  dataset: { id: string; labId: string; organisationId: string; key: string; name: string },
): Promise<unknown> =>
  tx.query(
    `insert into dataset (id, lab_id, organisation_id, key, name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose, retention_months)
     values ($1, $2, $3, $4, $5, 'records', 'oefening', '1', 'geen: alles is verzonnen', 'oefenen', 120)`,
    [dataset.id, dataset.labId, dataset.organisationId, dataset.key, dataset.name],
  );

/** A partner of a rehearsal, with the one person who answers for it. */
export interface NewInventedPartner {
  labId: string;
  name: string;
  type: OrganisationType;
  personName: string;
  roles: readonly LabRole[];
}

/** Nobody signs in by this issuer. */
const NOBODYS_ISSUER = 'urn:datalab:invented';

/** Makes a partner of a rehearsal; the worker alone can, and in a rehearsal alone. */
export async function insertInventedPartner(
  tx: Transaction,
  { labId, name, type, personName, roles }: NewInventedPartner,
): Promise<{ organisationId: string; personId: string }> {
  const [organisationId, personId] = [randomUUID(), randomUUID()];
  await tx.query('insert into organisation (id, key, name, type, is_invented) values ($1::uuid, $2, $3, $4, true)', [
    organisationId,
    `invented-${organisationId}`,
    name,
    type,
  ]);
  await tx.query(
    `insert into person (id, organisation_id, issuer, subject, name, kind) values ($1::uuid, $2, $3, $4, $5, 'invented')`,
    [personId, organisationId, NOBODYS_ISSUER, personId, personName],
  );
  await tx.query('insert into lab_participant (lab_id, organisation_id) values ($1, $2)', [labId, organisationId]);
  for (const role of roles)
    await tx.query('insert into membership (lab_id, person_id, organisation_id, role) values ($1, $2, $3, $4)', [
      labId,
      personId,
      organisationId,
      role,
    ]);
  return { organisationId, personId };
}

/** Who answers for the invented partners of a rehearsal, in the order of their organisations' names; for its coordinator. */
export const listInventedPeople = (
  tx: Transaction,
  labId: string,
): Promise<{ personId: string; organisationName: string }[]> =>
  tx.query(
    `select distinct m.person_id as "personId", o.name as "organisationName" from membership m
     join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
     where m.lab_id = $1 and m.ended_at is null and p.kind = 'invented' order by o.name`,
    [labId],
  );
