import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { demoSetup } from '@datalab/demo';
import type { Browser } from 'playwright-core';
import { waitForPicture } from '../picture.js';
import { signIn } from '../platform-under-test.js';
import { overflow, violations } from './accessibility.js';
import { closePages, launch, photograph, signedInPage } from './chromium.js';

const lab = demoSetup.labs[0]!;
const subjectOf = (role: string): string => lab.members.find((member) => member.role === role)!.user;

describe('the demo region, as its people see it', () => {
  let browser: Browser;
  let labId: string;

  beforeAll(async () => {
    const session = await signIn(subjectOf('analyst'));
    const { labs } = await session.ask<{ labs: { id: string; name: string }[] }>('{ labs { id name } }');
    labId = labs.find(({ name }) => name === lab.name)!.id;
    await waitForPicture(
      session,
      labId,
      ...lab.datasets.filter(({ kind }) => kind === 'records').map(({ name }) => name),
    );
    browser = await launch();
  });
  // A map that stays open goes on drawing.
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  it('shows a wijkteam member where nuisance concentrates, in words too', async () => {
    const { page, faults } = await signedInPage(browser, subjectOf('wijkteam_member'));
    await page.getByRole('link', { name: lab.name }).click();
    await page.getByRole('heading', { name: 'De vijf stappen' }).waitFor();
    await photograph(page, '7-lab');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Hotspots' }).first().click();
    await page.getByText('Hotspots in beeld').waitFor();
    const hotspots = await page.locator('main').innerText();
    expect(hotspots).toContain('Zonneveld-Zuid');
    await page
      .getByRole('link', { name: 'Zonneveld-Zuid' })
      .or(page.getByRole('button', { name: 'Zonneveld-Zuid' }))
      .first()
      .click();
    await page.getByText('Wat u hier niet uit mag opmaken').waitFor();
    // The map draws by software here; it needs a moment.
    await page.waitForTimeout(4_000);
    await photograph(page, '8-hotspots');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Gebied', { exact: true }).selectOption({ label: 'Vierkanten van 200 m' });
    const squares = page.getByLabel('Ga naar een vierkant').and(page.locator('select'));
    await squares.waitFor();
    await squares.selectOption({ index: 1 });
    await page.getByText('De buurt eromheen').waitFor();
    await photograph(page, '8-squares');
    expect(await violations(page)).toEqual([]);
    expect(faults.errors).toEqual([]);
  });

  it('keeps what has no business there out of sight', async () => {
    const { page } = await signedInPage(browser, subjectOf('wijkteam_member'));
    await page.goto(new URL(`/labs/${labId}`, page.url()).href);
    await page.getByRole('heading', { name: 'De vijf stappen' }).waitFor();
    expect(await page.getByRole('link', { name: 'Meldingen aanleveren' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Spiegel' }).count()).toBe(0);
  });

  it('shows somebody of another lab that there is nothing here for them', async () => {
    const stranger = demoSetup.labs[1]!.members.find(({ role }) => role === 'coordinator')!.user;
    const { page } = await signedInPage(browser, stranger);
    await page.goto(new URL(`/labs/${labId}/hotspots`, page.url()).href);
    await page
      .getByText(/bestaat niet|niet gevonden|geen toegang/i)
      .first()
      .waitFor();
    await photograph(page, '9-not-yours');
    expect(await page.locator('body').innerText()).not.toContain('Vliermonde:');
  });

  it('fits a telephone', async () => {
    const { page } = await signedInPage(browser, subjectOf('wijkteam_member'));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(new URL(`/labs/${labId}/hotspots`, page.url()).href);
    await page.getByText('Hotspots in beeld').waitFor();
    await photograph(page, '10-telephone');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
