import type { Step, StepState } from '@datalab/domain';
import type { PlatformSession } from '../platform-session.js';
import { until } from './until.js';

interface StepAnswer {
  step: Step;
  state: StepState;
  criteria: { code: string; met: boolean; missing: { name: string | null; role: string }[] }[];
}

const STEPS =
  'query ($labId: ID!) { lab(id: $labId) { steps { step state criteria { code met missing { name role } } } } }';
const SUBMIT = 'mutation ($labId: ID!, $step: Step!) { submitStep(labId: $labId, step: $step) { id } }';
const CONSENT = 'mutation ($labId: ID!, $step: Step!) { consentToStep(labId: $labId, step: $step) { id } }';
const APPROVE = 'mutation ($labId: ID!, $step: Step!) { approveStep(labId: $labId, step: $step) { id } }';
/** The worker may still be at what a criterion waits for: the picture of a city takes minutes. */
const PATIENCE_SECONDS = 900;

async function stepOf(session: PlatformSession, labId: string, step: Step): Promise<StepAnswer> {
  const { lab } = await session.ask<{ lab: { steps: StepAnswer[] } }>(STEPS, { labId });
  return lab.steps.find((one) => one.step === step)!;
}

/** How a step stands. */
export const stateOfStep = async (session: PlatformSession, labId: string, step: Step): Promise<StepState> =>
  (await stepOf(session, labId, step)).state;

/** Who closes a step: the coordinator, and one of every organisation. */
export interface StepPeople {
  coordinator: PlatformSession;
  consenting: readonly PlatformSession[];
  meanwhile?: () => Promise<void>;
}

/**
 * The coordinator hands a step in once all its criteria hold, one of every organisation consents, and the coordinator closes it; done already is fine.
 * `meanwhile`: what people still do while it is waited for, as answering again what new figures reopened. Throws with what is missing, and from whom,
 * where the criteria do not come to hold.
 */
export async function finishStep(
  labId: string,
  step: Step,
  { coordinator, consenting, meanwhile }: StepPeople,
): Promise<void> {
  const before = await stateOfStep(coordinator, labId, step);
  if (before === 'done') return;
  if (before === 'open') {
    let missing = '';
    await until(`step ${step}`, PATIENCE_SECONDS, async () => {
      await meanwhile?.();
      const open = (await stepOf(coordinator, labId, step)).criteria.filter(({ met }) => !met);
      missing = open
        .map((one) => `${one.code} (${one.missing.map(({ name, role }) => name ?? role).join(', ')})`)
        .join('; ');
      return open.length === 0 ? true : undefined;
    }).catch((error: Error) => {
      throw new Error(`${error.message}, which still lacks: ${missing}`);
    });
    await coordinator.ask(SUBMIT, { labId, step });
  }
  for (const session of consenting) await session.ask(CONSENT, { labId, step });
  await coordinator.ask(APPROVE, { labId, step });
}
