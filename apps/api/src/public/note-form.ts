import type { Language, PublicView } from '@datalab/features';
import { html, type Markup } from './markup.js';
import type { PublicWords } from './words.js';

/** Where a reader stands with a note: nothing yet, sent, or sent back with what was wrong and what they wrote. */
export type NoteState =
  | { kind: 'none' }
  | { kind: 'received' }
  | {
      kind: 'refused';
      why: 'wrongLength' | 'wrongPerson' | 'wrong' | 'tooMany';
      words: string;
      about: string;
      what: string;
    };

/** In so many days one may expect an answer before the organisations agreed on a term. */
const ANSWER_DAYS = 28;

const day = (at: Date, language: Language): string =>
  at.toLocaleDateString(language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });

/** The notes on one result (null: on the lab as a whole) with their answers, and how many are still being read. */
export function notesOf(
  view: PublicView,
  releaseId: string | null,
  words: PublicWords,
  language: Language,
): Markup | null {
  const about = view.notes.filter((note) => note.releaseId === releaseId);
  const published = about.filter(({ state }) => state === 'published');
  const waiting = about.length - published.length;
  if (about.length === 0) return null;
  return html`<div class="notes">
    <h4>${words.notes}</h4>
    ${published.map(
      (note) =>
        html`<blockquote>
          <p><strong>${words[note.kind]}.</strong> ${note.words}</p>
          <p class="answer"><strong>${words.answer}</strong> (${day(note.answeredAt!, language)}): ${note.answer}</p>
        </blockquote>`,
    )}
    ${waiting > 0 ? html`<p>${waiting} ${words.waiting}</p>` : null}
  </div>`;
}

/** A form without a session, a script or a name. */
export function noteForm(view: PublicView, words: PublicWords, language: Language, state: NoteState): Markup {
  const sent = state.kind === 'refused' ? state : undefined;
  const out = view.releases.filter((release) => release.state === 'released');
  const option = (value: string, label: string, chosen: string | undefined) =>
    value === chosen
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`;
  return html`<section aria-labelledby="react">
    <h2 id="react">${words.react}</h2>
    <p>${words.reactLead} ${view.lab.answerDays ?? ANSWER_DAYS} ${words.days}.</p>
    ${notesOf(view, null, words, language)}
    ${sent === undefined ? null : html`<p class="wrong" role="alert" id="wrong">${words[sent.why]}</p>`}
    <form method="post" action="/public/labs/${view.lab.key}/notes?lang=${language}#react">
      <label for="about">${words.about}</label>
      <select id="about" name="about">
        ${option('', words.wholeLab, sent?.about)}
        ${out.map(({ id, about }) => option(id, about.context.title, sent?.about))}
      </select>
      <label for="kind">${words.what}</label>
      <select id="kind" name="kind">
        ${option('context', words.doContext, sent?.what)} ${option('objection', words.doObject, sent?.what)}
      </select>
      <label for="words">${words.yours}</label>
      <textarea
        id="words"
        name="words"
        rows="6"
        minlength="10"
        maxlength="2000"
        required
        ${sent === undefined ? null : html`aria-describedby="wrong" aria-invalid="true"`}
      >
${sent?.words ?? ''}</textarea>
      <button type="submit">${words.send}</button>
    </form>
  </section>`;
}
