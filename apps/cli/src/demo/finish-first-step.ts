import { signInWithPassword, type PlatformSession } from '@datalab/client';
import type { DemoAccount } from './demo-accounts.js';

/** Who does it: the coordinator, and one who speaks for each participant. */
export interface FirstStepPeople {
  coordinator: DemoAccount;
  consenting: readonly DemoAccount[];
}

const STEPS = 'query ($labId: ID!) { lab(id: $labId) { steps { step state } } }';
const act = (name: string): string => `mutation ($labId: ID!) { ${name}(labId: $labId, step: prioritise) { id } }`;

/** The coordinator of the demo lab hands step 1 in, every partner consents, and it is closed, so that deliveries can begin; done already is fine. */
export async function finishFirstStep(
  baseUrl: string,
  labId: string,
  { coordinator, consenting }: FirstStepPeople,
): Promise<void> {
  const leader = await signInWithPassword(baseUrl, coordinator.email, coordinator.password);
  const state = await stateOf(leader, labId);
  if (state === 'open') await leader.ask(act('submitStep'), { labId });
  else if (state !== 'in_review') return;
  for (const { email, password } of consenting) {
    const session = await signInWithPassword(baseUrl, email, password);
    await session.ask(act('consentToStep'), { labId });
  }
  await leader.ask(act('approveStep'), { labId });
}

async function stateOf(session: PlatformSession, labId: string): Promise<string | undefined> {
  const { lab } = await session.ask<{ lab: { steps: { step: string; state: string }[] } }>(STEPS, { labId });
  return lab.steps.find(({ step }) => step === 'prioritise')?.state;
}
