import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { accountOf, baseUrl } from '../platform-under-test.js';

const PICTURES = fileURLToPath(new URL('../../../../.datalab/test/screenshots/', import.meta.url));
const ARGUMENTS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ARGUMENTS });

/** Whatever went wrong in a page: an error in its scripts, or something that the content security policy stopped. */
export interface PageFaults {
  readonly errors: string[];
}

/** A browser window of its own in which this person has signed in through the login page, as people do. */
export async function signedInPage(browser: Browser, subject: string): Promise<{ page: Page; faults: PageFaults }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults: PageFaults = { errors: [] };
  page.on('pageerror', ({ message }) => faults.errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      faults.errors.push(message.text());
  });
  const { email, password } = await accountOf(subject);
  await page.goto(new URL('/auth/login?returnTo=/', baseUrl()).href);
  await page.getByLabel('E-mail', { exact: true }).fill(email);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await page.waitForURL(`${baseUrl()}/**`);
  return { page, faults };
}

/** Keeps a picture of the page where a person can look at it after the run. */
export async function photograph(page: Page, name: string): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}
