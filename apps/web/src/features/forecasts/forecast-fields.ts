import type { ForecastContractInput } from '../../gql/operations.js';
import type { Forecast } from './forecasts-query.js';

/** The form as it is typed: percentages and times as text. */
export interface ForecastFields {
  shellId: string;
  title: string;
  goal: string;
  purpose: string;
  proportionality: string;
  baseline: string;
  leastGain: string;
  coverageLeast: string;
  coverageMost: string;
  attentionShare: string;
  attentionSensitivity: string;
  mostAmplification: string;
  stopsAfter: string;
}

/** Typed as numbers, in this order; all but the last are percentages. */
export const PERCENT_FIELDS = [
  'leastGain',
  'coverageLeast',
  'coverageMost',
  'attentionShare',
  'attentionSensitivity',
  'mostAmplification',
] as const;
type NumberField = (typeof PERCENT_FIELDS)[number];

const BOUNDS: Record<NumberField, [least: number, most: number]> = {
  leastGain: [0, 50],
  coverageLeast: [1, 80],
  coverageMost: [80, 99],
  attentionShare: [1, 50],
  attentionSensitivity: [1, 200],
  mostAmplification: [1, 10],
};

/** What a lab may begin from: a gain that is worth it, honest margins, a loop that does little. */
export const emptyForm = (): ForecastFields => ({
  shellId: '',
  title: '',
  goal: '',
  purpose: '',
  proportionality: '',
  baseline: 'best naive',
  leastGain: '2',
  coverageLeast: '70',
  coverageMost: '95',
  attentionShare: '10',
  attentionSensitivity: '30',
  mostAmplification: '1,4',
  stopsAfter: '',
});

const typed = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');

export function formOf({ shellId, title, purpose, proportionality, terms }: Forecast): ForecastFields {
  return {
    shellId,
    title,
    purpose,
    proportionality,
    goal: terms.goal,
    baseline: terms.baseline,
    leastGain: typed(100 * terms.leastGain),
    coverageLeast: typed(100 * terms.coverageLeast),
    coverageMost: typed(100 * terms.coverageMost),
    attentionShare: typed(100 * terms.attentionShare),
    attentionSensitivity: typed(100 * terms.attentionSensitivity),
    mostAmplification: typed(terms.mostAmplification),
    stopsAfter: terms.stopsAfter,
  };
}

/** A number as a Dutch or English hand types it; NaN where it is none. */
const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

/** The fields that cannot be sent as they are. */
export function faultsOf(form: ForecastFields): Set<keyof ForecastFields> {
  const faults = new Set<keyof ForecastFields>();
  for (const field of ['shellId', 'purpose'] as const) if (form[field] === '') faults.add(field);
  for (const field of ['title', 'goal', 'proportionality'] as const)
    if (form[field].trim().length < 3) faults.add(field);
  for (const field of PERCENT_FIELDS) {
    const value = numberOf(form[field]);
    const [least, most] = BOUNDS[field];
    if (!(value >= least && value <= most)) faults.add(field);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.stopsAfter)) faults.add('stopsAfter');
  return faults;
}

export function inputOf(form: ForecastFields): ForecastContractInput {
  const share = (field: NumberField) => numberOf(form[field]) / 100;
  return {
    shellId: form.shellId,
    title: form.title.trim(),
    purpose: form.purpose,
    proportionality: form.proportionality.trim(),
    terms: {
      goal: form.goal.trim(),
      baseline: form.baseline,
      leastGain: share('leastGain'),
      coverageLeast: share('coverageLeast'),
      coverageMost: share('coverageMost'),
      attentionShare: share('attentionShare'),
      attentionSensitivity: share('attentionSensitivity'),
      mostAmplification: numberOf(form.mostAmplification),
      stopsAfter: form.stopsAfter,
    },
  };
}
