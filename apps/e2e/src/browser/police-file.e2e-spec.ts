import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { avonInstallation } from '../installations/avon.js';
import { install } from '../installations/install.js';
import { waitForPicture } from '../picture.js';
import { signIn } from '../platform-under-test.js';
import { describeWithRealData, realFile } from '../real-data.js';
import { closePages, launch, photograph, signedInPage } from './chromium.js';

describeWithRealData('a steward brings a real police month from her own disk to the map', () => {
  let browser: Browser;
  let labId: string;

  beforeAll(async () => {
    const story = avonInstallation();
    // A lab of its own: the one of the other story has its deliveries already.
    story.lab = { ...story.lab, key: 'avon-browser', name: 'Avon in the browser' };
    labId = await install(story);
    browser = await launch();
  });
  afterEach(() => closePages(browser));
  afterAll(() => browser.close());

  it('reads and maps in the browser, uploads canonical rows, is accepted, and sees her mirror', async () => {
    const { page, faults } = await signedInPage(browser, 'avon-police-steward');
    // Everything that leaves by an upload is read along: what the browser sends is what the platform sees.
    await page.addInitScript(`
      globalThis.sent = [];
      const send = XMLHttpRequest.prototype.send;
      XMLHttpRequest.prototype.send = function (body) {
        if (body instanceof Blob) globalThis.sent.push(body.text());
        return send.call(this, body);
      };`);
    await page.reload();
    await page.getByRole('link', { name: 'Avon in the browser' }).click();
    await page.getByRole('link', { name: 'Meldingen aanleveren' }).first().click();
    await page.getByRole('button', { name: 'Maak een sleutel' }).click();
    await photograph(page, '1-upload-file');
    await page
      .locator('input[type=file][accept*=".csv"]')
      .setInputFiles(realFile('uk-avon-asb-fms/raw-months/2018-01-avon-and-somerset-street.csv'));
    await page.getByRole('button', { name: 'Controleer alle rijen' }).click();
    await page.getByText('Het bestand klopt').waitFor();
    await photograph(page, '2-upload-checked');
    const shown = await page.locator('main').innerText();
    for (const total of ['13.566', '8.724', '3.225', '1.617']) expect(shown).toContain(total);
    await page.getByRole('checkbox', { name: /De totalen en de tijd kloppen/ }).check();
    await page.getByRole('button', { name: 'Lever aan', exact: true }).click();
    await page.getByText('Uw levering is aanvaard').waitFor();
    await photograph(page, '3-upload-accepted');

    // What left the browser is canonical: no place name, no coordinate, no incident number of the file.
    const bytes = String(await page.evaluate('Promise.all(globalThis.sent).then((pieces) => pieces.join(""))'));
    expect(bytes.length).toBeGreaterThan(100_000);
    expect(bytes).not.toMatch(/On or near|Longitude|Avon and Somerset|4b89599348c51bcc/);

    await waitForPicture(await signIn('avon-police-steward'), labId, 'Street crime');
    await page.getByRole('link', { name: 'Spiegel' }).first().click();
    await page.getByRole('heading', { name: /Kaart/ }).waitFor();
    await photograph(page, '4-mirror');
    expect(faults.errors).toEqual([]);
  });

  it('a colleague at the council sees the protected map, also as a table and by keyboard', async () => {
    const { page, faults } = await signedInPage(browser, 'avon-council-coordinator');
    await page.goto(new URL(`/labs/${labId}/hotspots`, page.url()).href);
    await page.getByRole('heading', { name: /Kaart/ }).waitFor();
    await page.getByText('Hotspots in beeld').waitFor();
    // The map draws by software here; it needs a moment.
    await page.waitForTimeout(5_000);
    await photograph(page, '5-hotspots-avon');
    await page
      .getByRole('radio', { name: 'Tabel' })
      .or(page.getByRole('button', { name: 'Tabel' }))
      .first()
      .click();
    await page.getByRole('table').waitFor();
    await photograph(page, '6-hotspots-avon-table');
    expect(await page.locator('main').innerText()).toMatch(/niet getoond/i);
    expect(faults.errors).toEqual([]);
  });
});
