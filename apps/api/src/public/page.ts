import { forecastRegister, type Language, type PublicView } from '@datalab/features';
import { html, type Markup } from './markup.js';
import { noteForm, type NoteState } from './note-form.js';
import { resultOf } from './result-part.js';
import { PUBLIC_WORDS, type PublicWords } from './words.js';

/** A whole page around its content: no script, one stylesheet, the language that it is in. */
export function document(title: string, language: Language, content: Markup): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/public/public.css" />
      </head>
      <body>
        ${content}
      </body>
    </html>`.markup;
}

/** The public page of a lab on a day (`YYYY-MM-DD`). The same view, language and day give the same bytes, so that its digest can be its ETag. */
export function publicPage(view: PublicView, language: Language, note: NoteState, today: string): string {
  const words = PUBLIC_WORDS[language];
  const { lab } = view;
  const other = language === 'nl' ? 'en' : 'nl';
  const content = html`
    <a class="skip" href="#content">${words.skip}</a>
    <header>
      <p class="kind">${words.heading}</p>
      <h1>${lab.name}</h1>
      <p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a></p>
    </header>
    <main id="content">
      ${note.kind === 'received' ? html`<p class="thanks" role="status">${words.thanks}</p>` : null}
      <section aria-labelledby="question">
        <h2 id="question">${words.question}</h2>
        <p class="lead">${lab.question}</p>
        <h3>${words.goal}</h3>
        <p>${lab.goal}</p>
        ${
          lab.contactEmail === null
            ? null
            : html`<p>${words.contact} <a href="mailto:${lab.contactEmail}">${lab.contactEmail}</a></p>`
        }
      </section>
      <section aria-labelledby="results">
        <h2 id="results">${words.results}</h2>
        <p>${words.resultsLead} ${lab.embargoDays === null ? '' : `${words.embargo} ${lab.embargoDays}.`}</p>
        ${view.releases.length === 0 ? html`<p>${words.noResults}</p>` : null}
        ${view.releases.map((release) => resultOf(release, view, words, language))}
      </section>
      <section aria-labelledby="protect">
        <h2 id="protect">${words.protect}</h2>
        <p>${words.protectText}</p>
      </section>
      <section aria-labelledby="partners">
        <h2 id="partners">${words.partners}</h2>
        <ul>
          ${view.partners.map(({ name }) => html`<li>${name}</li>`)}
        </ul>
      </section>
      ${dataPart(view, words)} ${valuesPart(view, words)}
      <section aria-labelledby="algorithms">
        <h2 id="algorithms">${words.algorithms}</h2>
        <p>${words.algorithmsLead}</p>
        ${forecastRegister(view, today).map(
          ({ name, status, goal, methods_and_models, risks, human_intervention, proportionality, end_date }) =>
            html`<article lang="nl">
              <h3>${name} <small>${status}</small></h3>
              <p>${goal}</p>
              <dl>
                <dt>${words.algorithm.how}</dt>
                <dd>${methods_and_models}</dd>
                <dt>${words.algorithm.risks}</dt>
                <dd>${risks}</dd>
                <dt>${words.algorithm.people}</dt>
                <dd>${human_intervention}</dd>
                <dt>${words.algorithm.why}</dt>
                <dd>${proportionality}</dd>
                <dt>${words.algorithm.stops}</dt>
                <dd>${end_date ?? '–'}</dd>
              </dl>
            </article>`,
        )}
        <p><a href="/public/labs/${lab.key}/algorithms.json">algorithms.json</a></p>
      </section>
      ${noteForm(view, words, language, note)}
    </main>
  `;
  return document(lab.name, language, content);
}

function dataPart({ data }: PublicView, words: PublicWords): Markup {
  const text = (card: Record<string, unknown>, field: string) => String(card[field] ?? '–');
  return html`<section aria-labelledby="data">
    <h2 id="data">${words.data}</h2>
    <p>${words.dataLead}</p>
    ${data.map(
      (row) =>
        html`<article>
          <h3>${row.name} <small>${row.organisation}${row.isOpen ? `, ${words.open}` : ''}</small></h3>
          <p>
            ${words.legalBasis}: ${row.legalBasis}. ${words.purpose}: ${row.purpose}. ${words.kept}:
            ${row.retentionMonths} ${words.months}.
          </p>
          ${
            row.card === null
              ? null
              : html`<details>
                  <summary>${words.card}</summary>
                  <dl>
                    <dt>${words.who}</dt>
                    <dd>${text(row.card, 'whoRegisters')}</dd>
                    <dt>${words.when}</dt>
                    <dd>${text(row.card, 'when')}</dd>
                    <dt>${words.whenNot}</dt>
                    <dd>${text(row.card, 'whenNot')}</dd>
                    <dt>${words.double}</dt>
                    <dd>${text(row.card, 'doubleRegistration')}</dd>
                  </dl>
                </details>`
          }
        </article>`,
    )}
  </section>`;
}

function valuesPart({ values }: PublicView, words: PublicWords): Markup {
  const byValue = Map.groupBy(values, ({ value }) => value);
  return html`<section aria-labelledby="values">
    <h2 id="values">${words.values}</h2>
    ${values.length === 0 ? html`<p>${words.noValues}</p>` : null}
    ${Object.entries(words.valueNames)
      .filter(([value]) => byValue.has(value))
      .map(
        ([value, name]) =>
          html`<details>
            <summary>${name}</summary>
            <dl>
              ${byValue.get(value)!.map(
                ({ organisation, verdict, answer }) =>
                  html`<dt>${organisation}: ${words.verdicts[verdict as keyof PublicWords['verdicts']]}</dt>
                    <dd>${answer}</dd>`,
              )}
            </dl>
          </details>`,
      )}
  </section>`;
}
