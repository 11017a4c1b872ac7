import { readFile } from 'node:fs/promises';
import { holderCard } from '@datalab/pseudonym';
import { z } from 'zod';
import { findLabKey } from '../keys/lab-key.repository.js';
import { addLab } from './add-lab.js';
import { KEY_SET, listIssuer } from './add-issuer.js';
import { addOrganisation } from './add-organisation.js';
import { OperatorFault, required, type Arguments, type OperatorContext } from './operator-context.js';
import { setBudget } from './set-budget.js';

const ID = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const LISTS = z.strictObject({
  issuers: z.array(z.strictObject({ issuer: z.string().min(1).max(200), jwks: KEY_SET })),
  labs: z.array(
    z.strictObject({
      lab: ID,
      organisations: z.array(z.strictObject({ organisation: ID, issuer: z.string(), perDay: z.int().min(0) })),
    }),
  ),
});

/**
 * `apply --file FILE`: lists everything in a file that the operator has read and agrees with, by the same acts as one by one: issuers, labs,
 * organisations and budgets. What is listed already stays; a budget becomes what the file says. Prints the card of every lab in it, for the
 * platform to register.
 */
export async function applyLists(context: OperatorContext, args: Arguments) {
  const parsed = LISTS.safeParse(JSON.parse(await readFile(required(args, 'file'), 'utf8')));
  if (!parsed.success)
    throw new OperatorFault(
      `--file: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')} is not right.`,
    );
  const { pool } = context;
  const isListed = async (table: 'lab' | 'organisation', column: 'lab_id' | 'organisation_id', id: string) =>
    (await pool.query(`select 1 from ${table} where ${column} = $1`, [id])).rowCount === 1;

  for (const { issuer, jwks } of parsed.data.issuers) await listIssuer(context, issuer, jwks);
  const cards = [];
  for (const { lab, organisations } of parsed.data.labs) {
    if (!(await isListed('lab', 'lab_id', lab))) await addLab(context, { lab });
    for (const { organisation, issuer, perDay } of organisations) {
      if (!(await isListed('organisation', 'organisation_id', organisation)))
        await addOrganisation(context, { organisation, issuer });
      const known = await pool.query<{ perDay: number }>(
        'select elements_per_day as "perDay" from budget where lab_id = $1 and organisation_id = $2',
        [lab, organisation],
      );
      if (known.rows[0]?.perDay !== perDay) await setBudget(context, { lab, organisation, 'per-day': String(perDay) });
    }
    const key = await findLabKey(pool, lab);
    if (key?.wrappedShare !== undefined)
      cards.push(holderCard(lab, context.env.holderId, key.publicKey, key.possession));
  }
  return { cards };
}
