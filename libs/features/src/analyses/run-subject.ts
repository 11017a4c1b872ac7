import { randomInt } from 'node:crypto';
import type { ApprovedShell } from '@datalab/data';
import { invalidInput, invalidState } from '@datalab/domain';
import type { AnyMethod } from './method.js';
import { findMethod } from './registry.js';

const MOST_SEED = 2 ** 31 - 1;

/** The method of an approved shell. InvalidState where it cannot be run, or not of this unit. */
export function methodOf(shell: ApprovedShell): AnyMethod {
  const method = findMethod(shell.method);
  if (method === undefined)
    throw invalidState('run.method-not-built', 'This method cannot be run on the platform yet.');
  if (method.kind !== shell.kind || !method.units.includes(shell.unit))
    throw invalidState('run.shell-does-not-fit', 'The method of this output shell does not count this unit.');
  return method;
}

/** The seed that was given, or one that is drawn. InvalidInput where it is no whole number from 0. */
export function seedOf(seed: number | undefined): number {
  if (seed === undefined) return randomInt(MOST_SEED);
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED)
    throw invalidInput('run.seed-out-of-bounds', 'A seed is a whole number of 0 or more.', [{ field: 'seed' }]);
  return seed;
}
