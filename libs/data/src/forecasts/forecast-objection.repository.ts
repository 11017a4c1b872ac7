import type { Transaction } from '../database.js';

/** An organisation's objection to a forecast; it stands until the organisation takes it back. */
export interface ForecastObjectionRow {
  contractId: string;
  organisationId: string;
  organisationName: string;
  words: string;
  objectedAt: Date;
  withdrawnAt: Date | null;
}

/** All objections to the forecasts of a lab, oldest first. */
export const listForecastObjections = (tx: Transaction, labId: string): Promise<ForecastObjectionRow[]> =>
  tx.query(
    `select b.contract_id as "contractId", b.organisation_id as "organisationId", o.name as "organisationName", b.words,
       b.objected_at as "objectedAt", b.withdrawn_at as "withdrawnAt"
     from forecast_objection b join organisation o on o.id = b.organisation_id where b.lab_id = $1 order by b.objected_at`,
    [labId],
  );

/** Writes down the objection of an organisation, in place of an earlier one. */
export async function saveForecastObjection(
  tx: Transaction,
  row: { contractId: string; labId: string; organisationId: string; words: string; objectedBy: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into forecast_objection (contract_id, lab_id, organisation_id, words, objected_by, objected_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (contract_id, organisation_id) do update set words = excluded.words, objected_by = excluded.objected_by,
       objected_at = excluded.objected_at, withdrawn_at = null`,
    [row.contractId, row.labId, row.organisationId, row.words, row.objectedBy, row.at],
  );
}

/** The organisation takes its objection back. */
export async function withdrawForecastObjection(
  tx: Transaction,
  contractId: string,
  organisationId: string,
  at: Date,
): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `update forecast_objection set withdrawn_at = $3 where contract_id = $1 and organisation_id = $2 and withdrawn_at is null`,
    [contractId, organisationId, at],
  );
  return changed > 0;
}
