import { expect } from '@jest/globals';
import { stateOfStep } from '@datalab/client';
import { STEPS, type StepState } from '@datalab/domain';
import { signIn } from '../../platform-under-test.js';
import { ANALYST, COORDINATOR, MAP_SHELL, OFFICER } from './cast.js';
import { stepOn } from './close-step.js';
import { fill, press, type Stage } from './stage.js';

const REASON = 'De corporatie levert een jaar opnieuw aan.';

/** The trekker opens step 2 again, having read what follows; what was signed and given out stays to be read, and no longer counts. Gives how the steps stand then. */
export async function playBack(stage: Stage): Promise<StepState[]> {
  const page = await stage.open(COORDINATOR, '', 'De vijf stappen');
  await press(stepOn(page, 2), 'Heropen deze stap');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Dit gebeurt er als u heropent:').waitFor();
  const told = await dialog.innerText();
  expect(told).toContain('3 ondertekeningen blijven leesbaar');
  expect(told).toContain('2 vrijgegeven resultaten blijven leesbaar');
  await stage.look(page, '26-back-consequences');
  await fill(dialog, { Reden: REASON });
  await press(dialog, 'Heropen deze stap');
  await stepOn(page, 2).getByText(`Heropend: ${REASON}`).waitFor();
  await stage.look(page, '26-back-reopened');

  const releases = await stage.open(ANALYST, '/releases', 'Uitgiften');
  await releases.getByText('Uitgegeven voordat de stap weer openging.').nth(1).waitFor();
  await stage.look(releases, '26-back-releases');
  const agreement = await stage.open(OFFICER, '/agreement', 'Afspraken over delen');
  await agreement.getByText('Getekend voordat deze stap weer openging').waitFor();
  await agreement.getByText('Handtekeningen: 3 van 3').waitFor();
  await stage.look(agreement, '26-back-agreement');
  const analyses = await stage.open(ANALYST, '/analyses', 'Verdiepende analyses');
  await analyses.getByText('Deze stap is nog op slot').waitFor();
  expect(await analyses.getByRole('button', { name: `Vraag aan: ${MAP_SHELL}` }).count()).toBe(0);
  const analyst = await signIn(ANALYST);
  return Promise.all(STEPS.map((step) => stateOfStep(analyst, stage.labId, step)));
}
