import type { Clock } from '@datalab/domain';
import type { RandomBytes, Ristretto } from '@datalab/pseudonym';
import type pg from 'pg';
import type { OperatorEnv } from '../env.js';

/** What every command of the operator gets. `pool` is connected as the owner of the tables. */
export interface OperatorContext {
  readonly pool: pg.Pool;
  readonly env: OperatorEnv;
  readonly clock: Clock;
  readonly rng: RandomBytes;
  readonly ristretto: Ristretto;
  /** The person who acts; every act is written down under this name. */
  readonly operator: string;
}

/** A command as typed: `--name value` pairs. */
export type Arguments = Readonly<Record<string, string | undefined>>;

/** A fault in what the operator typed. */
export class OperatorFault extends Error {
  override readonly name = 'OperatorFault';
}

/** A required argument of the command. */
export function required(args: Arguments, name: string): string {
  const value = args[name];
  if (value === undefined || value === '') throw new OperatorFault(`--${name} is missing.`);
  return value;
}

/** An id as the lists take it; the tables hold the same rule. */
export function requiredId(args: Arguments, name: string): string {
  const value = required(args, name);
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(value)) {
    throw new OperatorFault(`--${name} holds letters, digits, hyphen and underscore, at most 64.`);
  }
  return value;
}

/** Writes an act of the operator, in the transaction of the act itself. Ids and numbers only. */
export async function recordAct(
  tx: pg.PoolClient,
  { clock, operator }: OperatorContext,
  act: string,
  subject: Record<string, string | number>,
): Promise<void> {
  await tx.query('insert into operator_act (at, operator, act, subject) values ($1, $2, $3, $4)', [
    clock.now(),
    operator,
    act,
    JSON.stringify(subject),
  ]);
}
