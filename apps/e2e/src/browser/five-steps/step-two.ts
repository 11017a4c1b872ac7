import { waitForPicture } from '@datalab/client';
import { demoCards } from '@datalab/demo';
import { CITY, exportOf, GGD, GGD_SOURCE, inRole } from '../../installations/fresh-demo-lab.js';
import { makeLabKeys } from '../../installations/key-holders.js';
import { signIn } from '../../platform-under-test.js';
import { ANALYST, COORDINATOR, EXPERT, OFFICER, STEWARD } from './cast.js';
import { corporationDelivers, othersSignTerms } from './others.js';
import { choose, fill, part, press, type Stage } from './stage.js';

const CITY_STEWARD = inRole('data_steward', CITY);
const DEEPER = {
  question: 'Wat hoort de GGD dat de corporatie niet hoort, en andersom?',
  seen: 'Over dakloosheid hoort alleen de één iets, over jongeren vooral de ander.',
};
const HEADING = 'Samen feitelijke foto maken';

/** The GGD signs, brings its file, stands for it and says what it is worth; the municipality has nothing; the picture is seen and asked about. */
export async function playStepTwo(stage: Stage): Promise<void> {
  const officer = await stage.open(OFFICER, '/facts', HEADING);
  await press(officer, /^Teken versie/);
  await officer.getByText(`${GGD} heeft getekend`).waitFor();
  await othersSignTerms(stage.labId);
  await entrustKey(stage);
  await deliver(stage);
  await corporationDelivers(stage.labId);

  const steward = await stage.open(CITY_STEWARD, '/facts', HEADING);
  await press(part(steward, 'Wie levert wat aan'), 'Wij hebben niets: ');
  await fill(steward.getByRole('dialog'), { Reden: 'Onze meldingen staan al in een ander lab.' });
  await press(steward.getByRole('dialog'), 'Wij hebben niets');
  await steward.getByText('Heeft niets').waitFor();

  await waitForPicture(await signIn(ANALYST), stage.labId);
  await see(stage);
}

/** The operators of the key services made a key for this lab; the trekker says at the platform who holds it. */
async function entrustKey(stage: Stage): Promise<void> {
  const page = await stage.open(COORDINATOR, '/facts', HEADING);
  const keys = part(page, 'De sleutelhouder');
  for (const { url, printed } of await makeLabKeys()) {
    await press(keys, 'Leg een sleutelhouder vast');
    await choose(keys, { 'Adres van de sleuteldienst': url });
    await fill(keys, { 'De kaart die de sleuteldienst gaf': printed });
    await press(keys, 'Leg vast');
    await keys.getByText('Kenmerk van de sleutel:').first().waitFor();
  }
}

async function deliver(stage: Stage): Promise<void> {
  const { path } = await exportOf(GGD_SOURCE);
  const page = await stage.open(STEWARD, '/upload', 'Meldingen aanleveren');
  await press(page, 'Maak een sleutel');
  await page.locator('input[type=file][accept*=".csv"]').setInputFiles(path);
  await press(page, 'Controleer alle rijen');
  // A column of citizen service numbers goes no further, unless as what becomes a pseudonym here.
  await page.getByText('Of kies deze kolom bij “Sleutel van de persoon”').waitFor();
  await stage.look(page, '22-step-2-stopped');
  await press(page, 'Terug naar de kolommen');
  await page.getByText(/^Nog \d+ mogelijke gegevens/).click();
  await page
    .getByLabel('Sleutel van de persoon', { exact: true })
    .selectOption({ label: 'BSN uit “BSN”, wordt een pseudoniem' });
  await press(page, 'Controleer alle rijen');
  await page.getByText('Het bestand klopt').waitFor();
  await page.getByRole('checkbox', { name: /De totalen en de tijd kloppen/ }).check();
  await press(page, 'Lever aan');
  await page.getByText('Uw levering is aanvaard').waitFor();
  await stage.look(page, '22-step-2-accepted');
  const report = part(page, 'Kwaliteitsrapport');
  await fill(report, { 'Opmerking (mag leeg)': 'Nagekeken; klopt.' });
  await press(report, 'Aanvaard het rapport');
  await report.getByText('Dit rapport is aanvaard').waitFor();

  const card = demoCards.ggd_reports;
  const cards = part(await stage.open(STEWARD, '/cards', 'Registratiekaarten en kwaliteit'), `${GGD_SOURCE} (${GGD})`);
  await press(cards, 'Schrijf de kaart');
  await fill(cards, {
    'Wie registreert, en waarin': card.whoRegisters,
    'Wanneer wel': card.when,
    'Wanneer niet': card.whenNot,
    'Dubbele registratie': card.doubleRegistration,
  });
  await press(cards, 'Bewaar als nieuwe versie');
  await cards.getByText('Versie 1').waitFor();
}

async function see(stage: Stage): Promise<void> {
  const expert = await stage.open(EXPERT, '/hotspots', 'Kaart');
  await expert.getByText('Hotspots in beeld').waitFor();
  await stage.look(expert, '22-step-2-picture');
  const analyst = await stage.open(ANALYST, '/facts', HEADING);
  await press(analyst, 'Schrijf een vraag op');
  await fill(analyst, { 'De vraag': DEEPER.question, 'Wat u zag': DEEPER.seen });
  await press(analyst, 'Bewaar de vraag');
  await analyst.getByText(DEEPER.question).waitFor();
  await stage.look(analyst, '22-step-2-facts');
}
