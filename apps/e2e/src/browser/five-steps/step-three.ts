import { answerValues, until } from '@datalab/client';
import { demoAgreement, demoValues } from '@datalab/demo';
import { PURPOSE_WORDS, type Step } from '@datalab/domain';
import { GGD, inRole } from '../../installations/fresh-demo-lab.js';
import { accountOf, signIn } from '../../platform-under-test.js';
import { ANALYST, COORDINATOR, OFFICER, OTHERS } from './cast.js';
import { isReady } from './is-ready.js';
import { othersSignAgreement } from './others.js';
import { fill, press, type Stage } from './stage.js';

const HEADING = 'Afspraken over delen';

/** The trekker writes the agreement; the GGD signs after showing again who it is, and answers what it thinks of the seven values. */
export async function playStepThree(stage: Stage): Promise<void> {
  await write(stage);
  await sign(stage);
  await answer(stage);
}

async function write(stage: Stage): Promise<void> {
  const page = await stage.open(COORDINATOR, '/agreement', HEADING);
  await press(page, 'Begin met het voorbeeld');
  await press(page, 'Aanpassen');
  for (const purpose of ['deploy_people_and_means', 'improve_registration'] as const)
    await page.getByLabel(PURPOSE_WORDS[purpose].nl, { exact: true }).check();
  await fill(page, {
    'Kenmerk van de DPIA': demoAgreement.dpia.reference,
    'Vastgesteld op': demoAgreement.dpia.on,
    'Nadere afspraken': demoAgreement.arrangements,
  });
  await press(page, 'Bewaren');
  await press(page, 'Leg deze tekst voor');
  await page.getByText('Handtekeningen: 0 van 3').waitFor();
}

async function sign(stage: Stage): Promise<void> {
  const page = await stage.open(OFFICER, '/agreement', HEADING);
  await page.getByText(demoAgreement.dpia.reference).first().waitFor();
  await page.getByRole('link', { name: '1. Opnieuw aanmelden' }).click();
  const { email, password } = await accountOf(OFFICER);
  await fill(page, { 'E-mail': email, Wachtwoord: password });
  await press(page, 'Inloggen');
  await press(page, '2. Ondertekenen');
  await page.getByText('Handtekeningen: 1 van 3').waitFor();
  await othersSignAgreement(stage.labId);
  await page.reload();
  await page.getByText('Handtekeningen: 3 van 3').waitFor();
  await stage.look(page, '23-step-3-agreement');
}

async function answer(stage: Stage): Promise<void> {
  const page = await stage.open(OFFICER, '/values', 'De zeven publieke waarden');
  await press(page, 'Antwoorden over Privacy');
  await page.getByRole('radio', { name: 'gewaarborgd', exact: true }).check();
  await fill(page, { 'Waarom?': demoValues[0].answer });
  await press(page, 'Antwoord bewaren');
  await page.getByText(demoValues[0].answer).waitFor();
  await stage.look(page, '23-step-3-values');
  await settleValues(stage.labId, 'share_safely');
}

/** Everybody answers the rest of the values until they stand: figures that come meanwhile open them again. */
async function settleValues(labId: string, step: Step): Promise<void> {
  const analyst = await signIn(ANALYST);
  const officers = await Promise.all([GGD, ...OTHERS].map((name) => signIn(inRole('privacy_officer', name))));
  await until(`the values of ${step}`, 200, async () => {
    for (const officer of officers) await answerValues(officer, labId, demoValues);
    return isReady(analyst, labId, step);
  });
}
