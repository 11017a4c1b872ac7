import { signInWithPassword, writeStepOne } from '@datalab/client';
import { demoStepOne } from '@datalab/demo';
import type { DemoAccount } from './demo-accounts.js';

/** Who says what in step 1 of the demo lab. */
export interface DemoSpeakers {
  coordinator: DemoAccount;
  analyst: DemoAccount;
  /** One of each participant. */
  experts: readonly DemoAccount[];
}

/** The partners of the demo go through step 1: goals, questions, scores, lists, boards, citizens, shells. What is there already is left. */
export async function prioritiseDemo(
  baseUrl: string,
  labId: string,
  { coordinator, analyst, experts }: DemoSpeakers,
): Promise<void> {
  const session = ({ email, password }: DemoAccount) => signInWithPassword(baseUrl, email, password);
  const speaking = await Promise.all(
    experts.map(async (expert) => [expert.organisation, await session(expert)] as const),
  );
  const people = {
    coordinator: await session(coordinator),
    drafter: await session(analyst),
    experts: Object.fromEntries(speaking),
  };
  await writeStepOne(labId, people, demoStepOne);
}
