import { findStepState, type Transaction } from '@datalab/data';
import { invalidState, notFound, type Step } from '@datalab/domain';

/**
 * Throws InvalidState where this step of the lab is not open: what was submitted or is done is not changed under those who look at it. NotFound
 * where the database shows this person no such lab.
 */
export async function requireOpenStep(tx: Transaction, labId: string, step: Step): Promise<void> {
  const state = await findStepState(tx, labId, step);
  if (state === undefined) throw notFound('lab');
  if (state !== 'open')
    throw invalidState('step.not-open', `This is possible while the step "${step}" is open; it is ${state}.`);
}
