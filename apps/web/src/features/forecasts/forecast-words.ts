import type { Words } from '../../app/i18n/use-words.js';
import { nl } from '../../app/i18n/nl/index.js';
import type { Forecast } from './forecasts-query.js';
import type { Tone } from '../../ui/status-badge.js';

type Group = 'state' | 'refusal' | 'off' | 'baseline' | 'failure';

/** A code of a forecast in the language of the person; one without a translation is shown as it is, never hidden. */
export function forecastWords({ t }: Words, group: Group, code: string): string {
  return Object.hasOwn(nl.forecasts[group], code) ? t(`forecasts.${group}.${code}` as 'forecasts.title') : code;
}

export const TONES: Record<string, Tone> = {
  draft: 'neutral',
  fixed: 'neutral',
  training: 'active',
  tested: 'active',
  refused: 'warning',
  active: 'success',
  suspended: 'error',
  ended: 'inactive',
};

/** How a contract stands, as a person would say it: a test that is under way or that was failed has a word of its own. */
export function standingOf({ state, tests, refusals }: Forecast): string {
  if (tests.some((test) => test.kind === 'test' && ['requested', 'running'].includes(test.state))) return 'training';
  return state === 'tested' && refusals.length > 0 ? 'refused' : state;
}
