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
