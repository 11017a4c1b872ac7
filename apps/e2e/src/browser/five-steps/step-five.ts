import { CITY, HOUSING, inRole } from '../../installations/fresh-demo-lab.js';
import { signIn } from '../../platform-under-test.js';
import { COORDINATOR, EXPERT, MAP_SHELL } from './cast.js';
import { fill, press, type Stage } from './stage.js';

/** A first of March to come, whenever this is played. */
const nextYear = (): string => `${new Date().getFullYear() + 1}-03-01`;
const FINDING = 'Drie wijken vallen op';
const SOLUTION = 'Wekelijks samen de wijk in';

/** The result is read apart and together; the GGD states what was found, proposes what it does about it, and promises it with a name and a date. */
export async function playStepFive(stage: Stage): Promise<void> {
  await read(stage);
  await promise(stage);
}

async function read(stage: Stage): Promise<void> {
  const leader = await stage.open(COORDINATOR, '/session', 'Duidingssessie');
  await leader.getByLabel('Welke uitkomst legt u op tafel?').selectOption({ label: MAP_SHELL });
  await press(leader, 'Leg op tafel');
  await leader.getByText('Uitkomst 1 van 1').waitFor();
  const expert = await stage.open(EXPERT, '/session', 'Duidingssessie');
  await fill(expert, { 'Wat leest uw organisatie hierin?': 'In drie wijken komen wij veel vaker dan elders.' });
  await press(expert, 'Bewaar');
  await expert.getByText('Bewaard.').waitFor();
  await othersRead(stage.labId);
  await leader.reload();
  await press(leader, 'Leg alle lezingen op tafel');
  await fill(leader, { 'Wat lezen we samen?': 'De overlast hoopt zich op in drie wijken in het midden van de stad.' });
  await press(leader, 'Leg vast');
  await leader.getByText('Besproken', { exact: true }).waitFor();
  await stage.look(leader, '25-step-5-together');
}

async function othersRead(labId: string): Promise<void> {
  for (const organisation of [CITY, HOUSING]) {
    const session = await signIn(inRole('domain_expert', organisation));
    const { interpretations } = await session.ask<{ interpretations: { id: string }[] }>(
      'query ($labId: ID!) { interpretations(labId: $labId) { id } }',
      { labId },
    );
    await session.ask(
      'mutation ($id: ID!, $words: String!) { writeReading(id: $id, words: $words, dissent: "") { id } }',
      { id: interpretations[0]!.id, words: 'Wij herkennen dat, het meest in Noorderzoom.' },
    );
  }
}

async function promise(stage: Stage): Promise<void> {
  const page = await stage.open(EXPERT, '/session', 'Duidingssessie');
  await press(page, 'Schrijf een bevinding');
  await fill(page, {
    'Bevinding in één regel': FINDING,
    'De bevinding': 'In drie wijken zijn er per inwoner de meeste meldingen.',
  });
  await press(page, 'Schrijf een bevinding');
  await page.getByRole('button', { name: 'Schrijf een bevinding' }).waitFor();

  await stage.open(EXPERT, '/solutions', 'Oplossingen');
  await press(page, 'Stel een oplossing voor');
  await fill(page, {
    'Naam van de oplossing': SOLUTION,
    'Wat gaat u doen?': 'Elke donderdagavond lopen een verpleegkundige en een wijkagent samen een ronde.',
    'Wat verwacht u ervan?': 'Een vijfde minder meldingen binnen een jaar.',
  });
  await page.getByLabel('Waar? (mag leeg: het hele gebied)').selectOption({ label: 'Wijk 02 Noorderzoom' });
  await page.getByLabel(HOUSING, { exact: true }).check();
  await press(page, 'Stel voor');
  const solution = page.getByRole('article', { name: SOLUTION });
  await press(solution, 'Kies deze oplossing');
  await solution.getByLabel('Wie is verantwoordelijk?').selectOption({ index: 1 });
  await fill(solution, { 'Begint op': nextYear() });
  await press(solution, 'Kies deze oplossing');
  await solution.getByText('Gekozen', { exact: true }).waitFor();
  await press(solution, 'Leg vast wat we meten');
  await solution.getByLabel('In welke bron meten we?').selectOption({ index: 1 });
  await fill(solution, { 'Waaraan zien we dat het schaadt?': 'De overlast verschuift naar de wijk ernaast.' });
  await press(solution, 'Leg vast wat we meten');
  await solution.getByText(/Vastgelegd op .*20 procent minder meldingen/).waitFor();
  await stage.look(page, '25-step-5-solutions');
}
