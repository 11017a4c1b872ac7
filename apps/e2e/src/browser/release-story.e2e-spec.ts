import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { agreedLab, DECEMBER, deliverKeyed, STORY_KEY } from '../installations/agreed-lab.js';
import { careFile, CITY_REPORTS, cityFiles, KNOWN_TO_ALL, OVERLAP_SHELL } from '../installations/release-story.js';
import { PartnerCommandLine } from '../partner-command-line.js';
import { accountOf, baseUrl, signIn } from '../platform-under-test.js';
import { overflow, violations } from './accessibility.js';
import { closePages, launch, photograph, signedInPage } from './chromium.js';

const NOISE = 'Geluid per wijk';
const EVERYTHING = 'Alle meldingen per wijk';
const WAY_BACK = 'De weg terug';
const NOTE = 'In Oever wordt al een jaar aan de kade gebouwd. Dat geeft veel geluid.';
const ANSWER = 'Dank u wel. Wij zetten de bouw bij deze cijfers, en kijken er in het najaar opnieuw naar.';

describe('what may leave a lab, and what may not', () => {
  let browser: Browser;
  let labId: string;
  let folder: string;
  beforeAll(async () => {
    labId = await agreedLab();
    folder = await mkdtemp(join(tmpdir(), 'release-story-'));
    browser = await launch();
  });
  afterEach(() => closePages(browser));
  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  /** A part of the lab as this person sees it. */
  const open = async (subject: string, part: string, heading: string): Promise<Page> => {
    const { page } = await signedInPage(browser, subject);
    await page.goto(new URL(`/labs/${labId}/${part}`, page.url()).href);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    return page;
  };
  /** The public page, for somebody who has not been there before. */
  const anybody = async (): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    await page.goto(new URL('/public/labs/dijkzicht', baseUrl()).href);
    return page;
  };
  const look = async (page: Page, name: string): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await photograph(page, name);
    expect([name, await violations(page)]).toEqual([name, []]);
  };

  /** The analyst asks for a table of wijken and years for everybody. */
  const draft = async (page: Page, title: string, category: string, standing: boolean): Promise<void> => {
    await page.getByRole('button', { name: 'Tabel uitgeven' }).click();
    await page.getByLabel('Bron').selectOption({ label: `${CITY_REPORTS} (Gemeente Dijkzicht)` });
    await page.getByLabel('Gebieden').selectOption('wijk');
    await page.getByLabel('Soort melding').selectOption({ label: category });
    await page.getByLabel('Voor wie').selectOption('public');
    if (standing) await page.getByLabel(/Bij elke nieuwe foto opnieuw/).check();
    await page.getByLabel('Titel').fill(title);
    await page.getByLabel('Wat laat het zien?').fill('Hoeveel meldingen de gemeente kreeg, per wijk en per jaar.');
    await page.getByLabel('Waarvoor is het nodig?').fill('Bewoners en partners zien waar wij vaker moeten zijn.');
    await page
      .getByLabel('Wat mag u er niet uit concluderen?')
      .fill('Meer meldingen is niet hetzelfde als meer overlast.');
    if (standing) await look(page, '40-draft-form');
    await page.getByRole('button', { name: 'Bewaren als concept' }).click();
    await page.getByRole('button', { name: 'Laten controleren' }).click();
  };

  /** A privacy officer looks at what waits and agrees. */
  const approve = async (subject: string, title: string, photo?: string): Promise<void> => {
    const page = await open(subject, 'check', 'Controle');
    const waiting = page.getByRole('listitem').filter({ hasText: title });
    await waiting.getByRole('button', { name: 'Bekijken' }).click();
    await page.getByRole('button', { name: 'Akkoord' }).waitFor();
    if (photo !== undefined) await look(page, photo);
    await page.getByRole('button', { name: 'Akkoord' }).click();
    await page
      .getByText(/Er ligt niets ter controle|één van twee akkoord/)
      .first()
      .waitFor();
  };
  const card = (page: Page, title: string) => page.locator('section.dl-card', { hasText: title }).first();

  it('lets out a table that two people of two organisations approved', async () => {
    const page = await open('dz-analyst', 'releases', 'Uitgiften');
    await draft(page, NOISE, 'Geluid', false);
    await card(page, NOISE).getByText('wordt bekeken').waitFor();
    await approve('dz-police-officer', NOISE, '41-check');
    await approve('dz-care-officer', NOISE);
    await card(page, NOISE)
      .getByText(/uitgegeven op/)
      .waitFor();
    expect(await card(page, NOISE).innerText()).toMatch(/versie 1 · voor iedereen/);
  });

  it('refuses one that differs from it by one report, says why and where, and offers what is safe', async () => {
    const page = await open('dz-analyst', 'releases', 'Uitgiften');
    await draft(page, EVERYTHING, 'Alle categorieën samen', true);
    const refused = card(page, EVERYTHING);
    await refused.getByText('Dit kan zo niet naar buiten').waitFor();
    await refused.getByText('Hier zegt de tabel te veel: Oever, 2024').waitFor();
    expect(await refused.innerText()).toContain('Samen met wat eerder is uitgegeven');
    await look(page, '42-refused');
    await refused.getByRole('button', { name: /Zonder de vakken die te veel zeggen \(25/ }).click();
    const safe = card(page, EVERYTHING);
    await safe.getByRole('button', { name: 'Laten controleren' }).click();
    await safe.getByText('wordt bekeken').waitFor();
    await approve('dz-police-officer', EVERYTHING, '43-check-safe');
    await approve('dz-care-officer', EVERYTHING);
    await safe.getByText(/uitgegeven op/).waitFor();
    await page.getByRole('heading', { name: 'Vaste uitgiften' }).waitFor();
    await look(page, '44-released');
  });

  it('gives it again with the next month, without people, and everybody sees it', async () => {
    await deliverKeyed(labId, {
      steward: 'dz-city-steward',
      dataset: CITY_REPORTS,
      file: cityFiles.december,
      covers: DECEMBER,
    });
    const page = await open('dz-analyst', 'releases', 'Uitgiften');
    await card(page, EVERYTHING).getByText('vernieuwd zonder controle per keer').waitFor({ timeout: 300_000 });
    const citizen = await anybody();
    await citizen.getByRole('heading', { name: EVERYTHING }).first().waitFor();
    await look(citizen, '45-public');
    expect(await citizen.locator('main').innerText()).toMatch(/3 getallen getoond, 1 niet getoond[^]*versie 3/);
    await citizen.setViewportSize({ width: 390, height: 844 });
    expect(await overflow(citizen)).toBe(0);
  });

  it('answers what a citizen says of it, on the page itself', async () => {
    const citizen = await anybody();
    await citizen.getByLabel(/Waarover/).selectOption({ label: NOISE });
    await citizen.locator('textarea').fill(NOTE);
    await citizen.locator('form').getByRole('button').click();
    await citizen.getByRole('status').waitFor();
    const leader = await open('dz-leader', 'releases', 'Uitgiften');
    await leader.getByText(NOTE).waitFor();
    await look(leader, '46-note');
    await leader.getByLabel('Antwoord').fill(ANSWER);
    await leader.getByRole('button', { name: 'Plaatsen met dit antwoord' }).click();
    await leader.getByText(ANSWER).waitFor();
    // Who was there just now sees what their browser kept for a minute; this is somebody else.
    const neighbour = await anybody();
    expect(await neighbour.locator('blockquote').innerText()).toContain(ANSWER);
    await look(neighbour, '47-answered');
  });

  describe('the way back', () => {
    const ask = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: 'Vraag de weg terug' }).click();
      await page.getByLabel('Bij welke uitkomst?').selectOption({ label: OVERLAP_SHELL });
      await page.getByLabel('Waarvoor?').fill('Thuisbegeleiding aanbieden, besproken in het casusoverleg.');
      await page.getByRole('button', { name: 'Leg dit voor' }).click();
      await page.getByText('wacht op antwoord').first().waitFor();
    };
    /** A privacy officer who has just shown who they are. */
    const answering = async (subject: string): Promise<Page> => {
      const page = await open(subject, 'way-back', WAY_BACK);
      const { email, password } = await accountOf(subject);
      await page.getByRole('link', { name: /Opnieuw aanmelden/ }).click();
      await page.getByLabel('E-mail', { exact: true }).fill(email);
      await page.getByLabel('Wachtwoord').fill(password);
      await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
      await page.getByRole('button', { name: 'Weiger' }).waitFor();
      return page;
    };

    it('ends where one privacy officer refuses', async () => {
      const expert = await open('dz-care-expert', 'way-back', WAY_BACK);
      await ask(expert);
      const officer = await answering('dz-police-officer');
      await officer.getByLabel('Toelichting').fill('Wij willen eerst weten wie er langsgaat.');
      await look(officer, '48-way-back-answer');
      await officer.getByRole('button', { name: 'Weiger' }).click();
      await officer.getByText('Het is geweigerd').first().waitFor();
      await expert.getByText('Wij willen eerst weten wie er langsgaat.').waitFor();
      await look(expert, '49-way-back-refused');
      expect(await expert.getByRole('button', { name: 'Laat de lijst maken' }).count()).toBe(0);
    });

    it('opens when all approve, and the receiver finds its own rows on its own computer', async () => {
      const expert = await open('dz-care-expert', 'way-back', WAY_BACK);
      await ask(expert);
      for (const subject of ['dz-city-officer', 'dz-police-officer']) {
        const officer = await answering(subject);
        await officer.getByRole('button', { name: 'Akkoord' }).click();
        await officer
          .getByText(/akkoord op/)
          .first()
          .waitFor();
      }
      const computer = new PartnerCommandLine(join(folder, 'config'));
      expect(await computer.signIn('dz-care-steward')).toMatchObject({ code: 0 });
      expect(await computer.run(['resolve', '--new-key'])).toMatchObject({ code: 0 });
      await expert.reload();
      await expert
        .getByLabel('Hoe hoort de bewoner het als eerste?')
        .fill('De wijkverpleegkundige gaat eerst zelf langs.');
      await expert.getByLabel(/Voordat een bewoner het weet/).check();
      await expert.getByRole('button', { name: 'Laat de lijst maken' }).click();
      const steward = await open('dz-care-steward', 'way-back', WAY_BACK);
      await steward.getByText('lijst staat klaar', { exact: true }).waitFor({ timeout: 300_000 });
      const command = await steward.locator('.dl-way-back__command').innerText();
      await look(steward, '50-way-back-ready');
      expect(await resolveAs(command.split(' ').at(-1)!, computer)).toBe(KNOWN_TO_ALL);
      await expert.getByLabel('Met hoeveel bewoners is gesproken?').fill('31');
      await expert.getByLabel('Hoeveel van hen hebben nu hulp?').fill('12');
      await expert.getByRole('button', { name: 'Geef door' }).click();
      await expert.getByText('afgerond').first().waitFor();
      await look(expert, '51-way-back-settled');
    });

    /** Rows of the receiver's own file that the list leads to. */
    async function resolveAs(listId: string, computer: PartnerCommandLine): Promise<number> {
      const { me } = await (
        await signIn('dz-care-steward')
      ).ask<{ me: { organisation: { id: string } } }>('{ me { organisation { id } } }');
      const [file, key, out] = ['zorg.csv', 'key.json', 'eigen.csv'].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      await writeFile(file, careFile);
      const record = { format: 'datalab-record-key/1', organisationId: me.organisation.id, key: STORY_KEY };
      await writeFile(key, JSON.stringify(record));
      const said = await computer.run(['resolve', file, '--list', listId, '--key', key, '--out', out]);
      expect(said).toMatchObject({ code: 0 });
      return (await readFile(out, 'utf8')).trim().split('\n').length - 1;
    }
  });
});
