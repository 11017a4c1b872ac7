import { listSteps, type Transaction } from '@datalab/data';
import { invalidState, type Step } from '@datalab/domain';

/** Throws InvalidState where this step of the lab is not open: what was submitted or is done is not changed under those who look at it. */
export async function requireOpenStep(tx: Transaction, labId: string, step: Step): Promise<void> {
  const state = (await listSteps(tx, labId)).find((row) => row.step === step)?.state ?? 'locked';
  if (state !== 'open')
    throw invalidState('step.not-open', `This is possible while the step "${step}" is open; it is ${state}.`);
}
