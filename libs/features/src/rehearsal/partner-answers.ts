import type { Ctx } from '../context.js';
import type { LabView } from '../labs/lab-view.js';

/**
 * What one invented partner does of what waits for its organisation in a rehearsal, by the services that everybody's deeds go through; how many things that
 * were. Doing it again does nothing more.
 */
export type PartnerAnswers = (ctx: Ctx, lab: LabView) => Promise<number>;

/** Does those that are wanted, one after the other, and counts them. */
export async function doThose(...wanted: readonly (false | (() => Promise<unknown>))[]): Promise<number> {
  let done = 0;
  for (const deed of wanted)
    if (deed !== false) {
      await deed();
      done += 1;
    }
  return done;
}

export const isOpenStep = ({ steps }: LabView, step: LabView['steps'][number]['step']): boolean =>
  steps.some((one) => one.step === step && one.state === 'open');
