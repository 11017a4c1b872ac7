import type { PublicRelease } from '@datalab/data';
import type { Language, PublicView } from '@datalab/features';
import { html, type Markup } from './markup.js';
import { notesOf } from './note-form.js';
import type { PublicWords } from './words.js';

const day = (at: Date, language: Language): string =>
  at.toLocaleDateString(language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });

/** One result: what it shows, how it was made, what not to conclude, and what citizens said of it. One that was withdrawn says so and why. */
export function resultOf(release: PublicRelease, view: PublicView, words: PublicWords, language: Language): Markup {
  const { about, id, version } = release;
  const { context } = about;
  const address = `/public/labs/${view.lab.key}/results/${id}`;
  const isOut = release.state === 'released';
  return html`<article class="result" id="r-${id}">
    <h3>${context.title}</h3>
    ${
      isOut
        ? null
        : html`<p class="withdrawn">
            <strong>${words.withdrawn}</strong> ${day(release.withdrawnAt!, language)}: ${release.withdrawnReason}
          </p>`
    }
    <p>${context.what}</p>
    ${
      isOut && about.design !== null
        ? html`<img
            src="${address}.svg?lang=${language}"
            alt="${context.title}"
            width="900"
            height="600"
            loading="lazy"
          />`
        : null
    }
    ${isOut ? plainText(about.text, language) : null}
    <p class="not"><strong>${words.not}:</strong> ${context.notToConclude}</p>
    <p class="facts">
      ${words.source}: ${about.sources.join(', ')}. ${words.unit}: ${words.units[about.unit]}.
      ${about.period === null ? '' : `${about.period.from} – ${about.period.to}. `} ${about.given} ${words.cells},
      ${about.withheld} ${words.hidden}. ${words.released} ${day(release.releasedAt, language)}, ${words.version}
      ${version}.
    </p>
    ${
      about.withheld === 0
        ? null
        : html`<details>
            <summary>${words.why}</summary>
            <p>${words.whyText}</p>
          </details>`
    }
    ${isOut ? downloads(address, about.design !== null, words, language) : null}
    <details>
      <summary>${words.checked}</summary>
      <ul>
        ${release.criteria.map(({ code, met }) => html`<li>${met ? '✓' : '✗'} ${criterion(code, language)}</li>`)}
      </ul>
      <p class="digest">SHA-256 ${release.digest}</p>
    </details>
    ${notesOf(view, id, words, language)}
  </article>`;
}

function downloads(address: string, isTable: boolean, words: PublicWords, language: Language): Markup {
  const formats = isTable ? ['csv', 'geojson', 'svg', 'json'] : ['csv', 'json'];
  return html`<p>
    ${words.download}:
    ${formats.map((format) => html`<a href="${address}.${format}?lang=${language}">${format.toUpperCase()}</a> `)}
    <a href="${address}.html?lang=${language}">${words.sheet}</a>
  </p>`;
}

/** What a method says of its own outcome, where it does. */
export function plainText(text: unknown, language: Language): Markup | null {
  const said = (text as Record<Language, Record<string, string>> | null)?.[language];
  return said === undefined ? null : html`${Object.values(said).map((line) => html`<p>${line}</p>`)}`;
}

const CRITERIA: Record<string, Record<Language, string>> = {
  'context-complete': { nl: 'De uitleg is compleet.', en: 'The explanation is complete.' },
  'unit-and-source-stated': { nl: 'Eenheid en bron staan erbij.', en: 'Unit and source are stated.' },
  'something-given': { nl: 'Er is iets te zien.', en: 'There is something to see.' },
  'nothing-under-withheld': {
    nl: 'Onder niet getoonde vakken zit geen getal.',
    en: 'No number lies under what is not shown.',
  },
  'floor-held': { nl: 'Elk getal is groot genoeg.', en: 'Every number is large enough.' },
  'rounded-for-the-public': { nl: 'De getallen zijn afgerond.', en: 'Numbers are rounded.' },
  'ledger-passed': {
    nl: 'Samen met alles wat eerder is uitgegeven verraadt het niets.',
    en: 'Together with all that was released before it gives nothing away.',
  },
  'values-answered': { nl: 'De zeven waarden zijn beantwoord.', en: 'The seven values are answered.' },
  'two-checkers': {
    nl: 'Twee mensen van twee organisaties hebben het goedgekeurd.',
    en: 'Two people of two organisations approved it.',
  },
  'standing-release': {
    nl: 'Twee mensen van twee organisaties hebben deze vorm goedgekeurd; dit is een vernieuwing ervan.',
    en: 'Two people of two organisations approved this form; this is a refresh of it.',
  },
};

const criterion = (code: string, language: Language): string => CRITERIA[code]?.[language] ?? code;
