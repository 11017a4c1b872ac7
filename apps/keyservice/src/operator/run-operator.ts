import { parseArgs } from 'node:util';
import type { Clock } from '@datalab/domain';
import { loadSodiumRistretto, type RandomBytes } from '@datalab/pseudonym';
import pg from 'pg';
import { migrate } from '../database/migrate.js';
import { operatorEnv } from '../env.js';
import { addIssuer } from './add-issuer.js';
import { addLab } from './add-lab.js';
import { addOrganisation } from './add-organisation.js';
import { applyLists } from './apply-lists.js';
import { destroyKey } from './destroy-key.js';
import { OperatorFault, required, type Arguments, type OperatorContext } from './operator-context.js';
import { rewrapKeys } from './rewrap-keys.js';
import { setBudget } from './set-budget.js';
import { showLists } from './show-lists.js';

const COMMANDS: Record<string, (context: OperatorContext, args: Arguments) => Promise<unknown>> = {
  'add-issuer': addIssuer,
  'add-lab': addLab,
  'add-organisation': addOrganisation,
  'set-budget': setBudget,
  apply: applyLists,
  'destroy-key': destroyKey,
  'rewrap-keys': rewrapKeys,
  show: showLists,
};
const OPTIONS = ['operator', 'lab', 'organisation', 'issuer', 'jwks-file', 'jwks-url', 'per-day', 'confirm', 'file'];

export interface OperatorSurroundings {
  readonly variables: Record<string, string | undefined>;
  readonly clock: Clock;
  readonly rng: RandomBytes;
}

/**
 * One command of the operator, as typed; gives what is to be printed. Every command but `migrate` names the operator, under whom the act is
 * written. Throws OperatorFault for what was typed wrong. The database is brought up to date first.
 */
export async function runOperator(
  typed: readonly string[],
  { variables, clock, rng }: OperatorSurroundings,
): Promise<unknown> {
  const { name, args } = read(typed);
  const command = COMMANDS[name];
  if (command === undefined && name !== 'migrate') {
    throw new OperatorFault(`Commands: migrate, ${Object.keys(COMMANDS).join(', ')}.`);
  }
  const env = operatorEnv(variables);
  const operator = command === undefined ? '' : required(args, 'operator');
  const applied = await migrate(env.ownerUrl, env.serviceRole);
  if (command === undefined) return { applied };
  const pool = new pg.Pool({ connectionString: env.ownerUrl, max: 2 });
  // A connection that is lost while nothing asks, or while it closes, ends no command; the next statement says so itself.
  pool.on('error', () => undefined);
  try {
    const ristretto = await loadSodiumRistretto();
    return await command({ pool, env, clock, rng, ristretto, operator }, args);
  } finally {
    await pool.end();
  }
}

function read(typed: readonly string[]): { name: string; args: Arguments } {
  try {
    const { positionals, values } = parseArgs({
      args: [...typed],
      allowPositionals: true,
      options: Object.fromEntries(OPTIONS.map((option) => [option, { type: 'string' as const }])),
    });
    const [name = '', ...rest] = positionals;
    if (rest.length > 0) throw new OperatorFault('One command at a time.');
    return { name, args: values as Arguments };
  } catch (reason) {
    throw reason instanceof OperatorFault ? reason : new OperatorFault((reason as Error).message);
  }
}
