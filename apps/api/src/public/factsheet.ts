import type { Given, Language } from '@datalab/features';
import { releaseFacts, releaseSvg } from '@datalab/features';
import type { AreaShape } from '@datalab/data';
import { drawn, html } from './markup.js';
import { document } from './page.js';
import { plainText } from './result-part.js';

/** A result on one A4: printed by the reader's own browser, on paper or as PDF. */
export function factsheet(given: Given, shapes: readonly AreaShape[], language: Language): string {
  const { context, text } = given.document;
  const svg = releaseSvg(given, shapes, language);
  return document(
    context.title,
    language,
    html`<main class="sheet">
      <h1>${context.title}</h1>
      <p class="lead">${context.what}</p>
      ${svg === undefined ? null : drawn(svg)} ${plainText(text, language)}
      <dl class="facts">
        ${releaseFacts(given, language).map(
          ({ name, value }) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </main>`,
  );
}
