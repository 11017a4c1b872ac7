import { isPurpose, PURPOSE_WORDS } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { inLanguage } from '../results/code-words.js';
import { forecastWords } from './forecast-words.js';
import type { Forecast } from './forecasts-query.js';

/** What was agreed, in sentences. */
export function ForecastTerms({ forecast }: { forecast: Forecast }) {
  const words = useWords();
  const { t, date, moment, measure, language } = words;
  const { terms, purpose } = forecast;
  const percent = (share: number) => measure(Math.round(share * 1_000) / 10);
  const rows: [string, string][] = [
    [t('forecasts.term.goal'), terms.goal],
    [t('forecasts.term.purpose'), isPurpose(purpose) ? inLanguage(PURPOSE_WORDS[purpose], language) : purpose],
    [t('forecasts.term.baseline'), forecastWords(words, 'baseline', terms.baseline)],
    [t('forecasts.term.success'), t('forecasts.termText.success', { percent: percent(terms.leastGain) })],
    [
      t('forecasts.term.coverage'),
      t('forecasts.termText.coverage', { least: percent(terms.coverageLeast), most: percent(terms.coverageMost) }),
    ],
    [
      t('forecasts.term.harm'),
      t('forecasts.termText.harm', {
        times: measure(terms.mostAmplification),
        share: percent(terms.attentionShare),
        more: percent(terms.attentionSensitivity),
      }),
    ],
    [t('forecasts.term.stops'), date(terms.stopsAfter)],
    [t('forecasts.term.proportionality'), forecast.proportionality],
    [t('forecasts.term.by'), forecast.organisationName],
    [t('forecasts.term.fixed'), forecast.fixedAt ? moment(forecast.fixedAt) : t('forecasts.termText.notFixed')],
  ];
  return (
    <section className="dl-section dl-stack" aria-labelledby="forecast-terms">
      <h2 id="forecast-terms" className="utrecht-heading-2">
        {t('forecasts.terms')}
      </h2>
      <dl className="dl-facts">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
