import { stateOfStep, until } from '@datalab/client';
import type { Step, StepState } from '@datalab/domain';
import type { Page } from 'playwright-core';
import { GGD } from '../../installations/fresh-demo-lab.js';
import { signIn } from '../../platform-under-test.js';
import { COORDINATOR, OFFICER } from './cast.js';
import { isReady } from './is-ready.js';
import { othersConsent } from './others.js';
import { press, type Stage } from './stage.js';

/** A step of the process line, by its place. */
export const stepOn = (page: Page, number: number) => page.locator('.dl-process > li').nth(number - 1);

/** The trekker hands the step in, the GGD consents on its screen and the others beside it, and the trekker closes it. Gives how it stands then. */
export async function closeStep(stage: Stage, number: number, step: Step): Promise<StepState> {
  const session = await signIn(COORDINATOR);
  // The worker may still be at what a criterion waits for.
  await until(`step ${number}`, 300, () => isReady(session, stage.labId, step));
  const leader = await stage.open(COORDINATOR, '', 'De vijf stappen');
  await press(stepOn(leader, number), 'Leg ter beoordeling voor');
  await stepOn(leader, number).getByText('Goedkeuren kan zodra genoeg organisaties instemmen').waitFor();
  const officer = await stage.open(OFFICER, '', 'De vijf stappen');
  await press(stepOn(officer, number), `Stem in namens ${GGD}`);
  await stepOn(officer, number).getByText('Stemt in').waitFor();
  await othersConsent(stage.labId, step);
  await leader.reload();
  await press(stepOn(leader, number), 'Keur goed');
  await stepOn(leader, number).getByText('Klaar', { exact: true }).waitFor();
  return stateOfStep(session, stage.labId, step);
}
