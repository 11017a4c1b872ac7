import { expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { violations } from '../accessibility.js';
import { photograph, signedInPage } from '../chromium.js';

/** Where the story is played: one lab, and a window for everybody in it, which they keep open from their first act to their last. */
export class Stage {
  private readonly windows = new Map<string, Page>();

  constructor(
    private readonly browser: Browser,
    readonly labId: string,
  ) {}

  /** A part of the lab as this person sees it; `path` is what follows the lab in the address. */
  async open(subject: string, path: string, heading: string): Promise<Page> {
    let page = this.windows.get(subject);
    if (page === undefined) {
      ({ page } = await signedInPage(this.browser, subject));
      this.windows.set(subject, page);
    }
    await page.goto(new URL(`/labs/${this.labId}${path}`, page.url()).href);
    await page.getByRole('heading', { name: heading }).first().waitFor();
    return page;
  }

  /** Keeps a picture of what somebody sees, which must be without faults that a machine can find. */
  async look(page: Page, name: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    await photograph(page, name);
    expect([name, await violations(page)]).toEqual([name, []]);
  }
}

/** A part of a page that has a heading, by its words. */
export const part = (page: Page, heading: string): Locator => page.getByRole('region', { name: heading });

/** Fills in the fields of a form by their labels. */
export async function fill(form: Page | Locator, words: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(words)) await form.getByLabel(label, { exact: true }).fill(text);
}

/** Chooses in the lists of a form by their labels, by the value of the option. */
export async function choose(form: Page | Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values))
    await form.getByLabel(label, { exact: true }).selectOption(value);
}

export const press = (where: Page | Locator, name: string | RegExp): Promise<void> =>
  where.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click();
