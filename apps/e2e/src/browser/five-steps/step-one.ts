import { demoStepOne } from '@datalab/demo';
import { PURPOSE_WORDS } from '@datalab/domain';
import type { Locator } from 'playwright-core';
import { GGD, GGD_DATASET, GGD_SOURCE, HOUSING_SOURCE } from '../../installations/fresh-demo-lab.js';
import { ANALYST, COORDINATOR, EXPERT, MAP_SHELL, MIX_SHELL, STEWARD } from './cast.js';
import { othersApproveShells, othersSpeak } from './others.js';
import { choose, fill, part, press, type Stage } from './stage.js';

const [CORE, OTHER] = demoStepOne.questions as unknown as { question: string; behind: string }[];
const { consultation } = demoStepOne;
const board = demoStepOne.boards[GGD]!;

/** What may be done with what the GGD brings: the purposes of the agreement of step 3. */
const PURPOSES = ['deploy_people_and_means', 'improve_registration', 'evaluate_measures'] as const;

/** The GGD promises its reports, says what it wants, proposes, answers the lists and scores; the trekker chooses; the analyst draws and the GGD approves. */
export async function playStepOne(stage: Stage): Promise<void> {
  await promise(stage);
  await speak(stage);
  await othersSpeak(stage.labId);
  await decide(stage);
  await draw(stage);
}

async function promise(stage: Stage): Promise<void> {
  const page = await stage.open(STEWARD, '/facts', 'Samen feitelijke foto maken');
  await press(page, 'Zeg een gegevensset toe');
  const form = page.getByRole('form', { name: 'Zeg een gegevensset toe' });
  await fill(form, {
    Naam: GGD_DATASET.name,
    'Wettelijke grondslag': GGD_DATASET.legalBasis,
    'Hoe veel maanden bewaren': String(GGD_DATASET.retentionMonths),
  });
  await choose(form, { 'Uit wat voor systeem komt het?': GGD_DATASET.vocabulary.name });
  for (const purpose of PURPOSES) await form.getByLabel(PURPOSE_WORDS[purpose].nl, { exact: true }).check();
  await press(form, 'Zeg toe');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: GGD_DATASET.name }).waitFor();
}

async function speak(stage: Stage): Promise<void> {
  const page = await stage.open(EXPERT, '/question', 'Vraagstuk');
  await press(page, 'Schrijf ons doel op');
  await fill(page, { [`Wat wil ${GGD} met dit lab bereiken?`]: demoStepOne.goals[GGD]! });
  await press(page, 'Bewaren');
  await page.getByRole('button', { name: 'Pas ons doel aan' }).waitFor();

  for (const { question, behind } of [CORE!, OTHER!]) {
    await press(page, 'Stel een vraag voor');
    await fill(page, { 'De vraag': question, 'Wat gaat u met het antwoord doen?': behind });
    await press(page, 'Stel een vraag voor');
    await part(page, 'Vragen die het lab kan oppakken').getByText(question).waitFor();
  }
  const scoring = part(page, 'Wat vindt uw organisatie van elke vraag?');
  for (const [i, { question }] of [CORE!, OTHER!].entries()) {
    const [impact, answerability, privacyCost] = demoStepOne.scores[GGD]![i]!;
    await choose(scoring, {
      [`Opbrengst: ${question}`]: String(impact),
      [`Te beantwoorden: ${question}`]: String(answerability),
      [`Kosten voor privacy: ${question}`]: String(privacyCost),
    });
  }
  await press(scoring, 'Scores bewaren');
  await scoring.getByText(`${GGD}: klaar`).waitFor();

  for (const list of ['Juridische lijst', 'Kwaliteitslijst']) await answer(part(page, list));

  const boards = part(page, 'Akkoord van de besturen');
  await press(boards, 'Leg vast wat ons bestuur zegt');
  await fill(boards, {
    'Wie zegt dit namens het bestuur?': board.personName,
    Functie: board.function,
    'Op welke dag?': board.agreedOn,
  });
  await press(boards, 'Bewaren');
  await boards.getByText(`Akkoord. ${board.personName}`).waitFor();
}

async function answer(list: Locator): Promise<void> {
  await press(list, 'Beantwoord de lijst');
  const items = list.getByRole('group');
  for (let i = 0; i < (await items.count()); i += 1) {
    await items.nth(i).getByRole('radio', { name: 'Ja', exact: true }).check();
    await list.getByLabel('Toelichting').nth(i).fill(demoStepOne.explanations.otherwise);
  }
  await press(list, 'Bewaren');
  await list.getByRole('button', { name: 'Pas onze antwoorden aan' }).waitFor();
}

async function decide(stage: Stage): Promise<void> {
  const page = await stage.open(COORDINATOR, '/question', 'Vraagstuk');
  const citizens = part(page, 'Wat inwoners ervan vinden');
  await press(citizens, 'Leg de raadpleging vast');
  await fill(citizens, {
    'Hoe zijn zij gevraagd?': consultation.how,
    'Op welke dag?': consultation.heldOn,
    'Wat kwam eruit?': consultation.outcome,
  });
  await press(citizens, 'Bewaren');
  await citizens.getByText(consultation.outcome).waitFor();

  const ranking = part(page, 'De volgorde, en de keuze');
  await press(ranking, `Kies als kernvraag: ${CORE!.question}`);
  await ranking.getByText('De kernvraag').waitFor();
  await stage.look(page, '20-step-1-question');
}

async function draw(stage: Stage): Promise<void> {
  const page = await stage.open(ANALYST, '/question', 'Vraagstuk');
  const shells = part(page, 'Uitvoerontwerpen');
  await press(shells, 'Maak een ontwerp');
  await choose(shells, {
    'Soort analyse': 'descriptive',
    Methode: 'rates',
    'Wat wordt geteld': 'report',
    Gebied: 'wijk',
    Tijd: 'all',
    'In de rijen': 'area',
  });
  await fill(shells, {
    Titel: MAP_SHELL,
    Van: '2023-01-01',
    'Tot en met': '2025-12-31',
    'Kolommen met cijfers': 'Meldingen per 1.000 inwoners',
    'Wat gaat u ermee doen?': 'Kiezen waar wij samen vaker zijn.',
  });
  for (const source of [GGD_SOURCE, HOUSING_SOURCE]) await shells.getByLabel(source).check();
  await press(shells, 'Bewaar als concept');
  const drawn = page.getByRole('article', { name: MAP_SHELL });
  await drawn.getByText('Zo gaat het eruitzien').click();
  await drawn.getByText('Deze cijfers zijn verzonnen').waitFor();
  await stage.look(page, '21-step-1-shell');
  await press(drawn, 'Leg voor ter goedkeuring');
  await drawn.getByText('ter goedkeuring', { exact: true }).waitFor();
  await othersApproveShells(stage.labId);

  const expert = await stage.open(EXPERT, '/question', 'Vraagstuk');
  for (const title of [MAP_SHELL, MIX_SHELL]) {
    const shell = expert.getByRole('article', { name: title });
    await press(shell, `Keur goed namens ${GGD}`);
    await shell.getByText('goedgekeurd', { exact: true }).waitFor();
  }
}
