import { inTransaction } from '../database/transaction.js';
import {
  OperatorFault,
  recordAct,
  required,
  requiredId,
  type Arguments,
  type OperatorContext,
} from './operator-context.js';

/** `add-organisation --organisation ID --issuer URL`: lists an organisation and the one issuer that may speak for it. */
export async function addOrganisation(context: OperatorContext, args: Arguments) {
  const organisationId = requiredId(args, 'organisation');
  const issuer = required(args, 'issuer');
  await inTransaction(context.pool, async (tx) => {
    const listed = await tx.query('select 1 from token_issuer where issuer = $1', [issuer]);
    if (listed.rowCount !== 1) throw new OperatorFault(`Issuer ${issuer} is not listed: add-issuer first.`);
    const { rowCount } = await tx.query(
      'insert into organisation (organisation_id, issuer, added_at) values ($1, $2, $3) on conflict do nothing',
      [organisationId, issuer, context.clock.now()],
    );
    if (rowCount !== 1) throw new OperatorFault(`Organisation ${organisationId} is listed already.`);
    await recordAct(tx, context, 'add-organisation', { organisationId, issuer });
  });
  return { organisationId, issuer };
}
