import { answerValues, giveOut, runShell, until } from '@datalab/client';
import { demoStories, demoValues } from '@datalab/demo';
import { GGD, HOUSING, inRole } from '../../installations/fresh-demo-lab.js';
import { signIn } from '../../platform-under-test.js';
import { ANALYST, HOUSING_OFFICER, MAP_SHELL, MIX_SHELL, OFFICER, OTHERS } from './cast.js';
import { fill, press, type Stage } from './stage.js';

const STORY = {
  what: 'Het aantal meldingen van twee bronnen per duizend inwoners, per wijk.',
  why: 'Wij kiezen in welke wijken wij samen beginnen.',
  notToConclude: 'Meer meldingen is niet hetzelfde als meer overlast.',
};
const REMARK = 'Nagekeken: dit mag zo naar de partners.';
/** What a machine makes while people wait; a loaded one takes its time. */
const PATIENCE = { timeout: 120_000 };

/** The analyst has the description made and asks to give it out; two people of two organisations look at it and let it go. Then a comparison. */
export async function playStepFour(stage: Stage): Promise<void> {
  await ask(stage);
  await check(stage, OFFICER);
  await check(stage, HOUSING_OFFICER);
  const analyst = await stage.open(ANALYST, '/releases', 'Uitgiften');
  await analyst.getByText('uitgegeven op').first().waitFor(PATIENCE);
  await stage.look(analyst, '24-step-4-released');
  await compare(stage.labId);
}

async function ask(stage: Stage): Promise<void> {
  const page = await stage.open(ANALYST, '/analyses', 'Verdiepende analyses');
  await press(page, `Vraag aan: ${MAP_SHELL}`);
  await stage.look(page, '24-step-4-ask');
  await press(page.getByRole('dialog'), 'Vraag aan');
  await page.getByRole('link', { name: MAP_SHELL }).click();
  // The page follows the run by itself until its result is there.
  await page.getByRole('heading', { name: 'Wat kwam eruit?' }).waitFor(PATIENCE);
  await stage.look(page, '24-step-4-result');
  await valuesOf(stage.labId, page.url().split('/').at(-1)!);
  await press(page, 'Geef deze uitkomst uit');
  await fill(page, {
    'Wat laat het zien?': STORY.what,
    'Waarvoor is het nodig?': STORY.why,
    'Wat mag u er niet uit concluderen?': STORY.notToConclude,
  });
  await press(page, 'Bewaren als concept');
  await page.getByRole('link', { name: 'Naar de uitgiften' }).click();
  await press(page, 'Laten controleren');
  await page.getByText('wordt bekeken').first().waitFor();
}

/** Every organisation answers the seven values of this analysis. */
async function valuesOf(labId: string, runId: string): Promise<void> {
  for (const organisation of [GGD, ...OTHERS])
    await answerValues(await signIn(inRole('privacy_officer', organisation)), labId, demoValues, runId);
}

async function check(stage: Stage, checker: string): Promise<void> {
  const page = await stage.open(checker, '/check', 'Controle');
  await press(page, 'Bekijken');
  await page.getByRole('button', { name: 'Akkoord' }).waitFor(PATIENCE);
  if (checker === OFFICER) await stage.look(page, '24-step-4-check');
  await fill(page, { Toelichting: REMARK });
  await press(page, 'Akkoord');
  await page
    .getByText(`akkoord – ${REMARK}`)
    .nth(checker === OFFICER ? 0 : 1)
    .waitFor();
}

/** What goes with what: asked for, checked and given out over the API, as the description was on the screen. */
async function compare(labId: string): Promise<void> {
  const analyst = await signIn(ANALYST);
  await until('the turn of a comparison', 60, async () => {
    const { runTurns } = await analyst.ask<{ runTurns: { kind: string; waitsFor: string | null }[] }>(
      'query ($labId: ID!) { runTurns(labId: $labId) { kind waitsFor } }',
      { labId },
    );
    return runTurns.find(({ kind }) => kind === 'diagnostic')!.waitsFor === null ? true : undefined;
  });
  const run = await runShell(analyst, labId, MIX_SHELL, { purpose: 'improve_registration', seed: 1 });
  if (run.state !== 'done') throw new Error(`the comparison is ${run.state}: ${run.failure ?? ''}`);
  await valuesOf(labId, run.id);
  const checkers = await Promise.all([GGD, HOUSING].map((name) => signIn(inRole('privacy_officer', name))));
  const { state, stopped } = await giveOut(
    labId,
    run.id,
    { title: MIX_SHELL, ...demoStories['Wie van ons welke overlast hoort']! },
    { analyst, checkers },
  );
  if (state !== 'released') throw new Error(`the comparison is ${state}: ${JSON.stringify(stopped)}`);
}
