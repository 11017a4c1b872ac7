import { useWords } from '../../app/i18n/use-words.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { forecastWords } from './forecast-words.js';
import { figuresOf, type Forecast, type ForecastTest } from './forecasts-query.js';

const NAIVE = ['last value', 'seasonal naive', 'mean of 8', 'mean of 12'];

/** How a test or check went: success and harm beside what was agreed, the alarm, and every way of forecasting in one table. */
export function ForecastFiguresView({ test, terms }: { test: ForecastTest; terms: Forecast['terms'] }) {
  const words = useWords();
  const { t, number, measure, period } = words;
  const figures = figuresOf(test);
  if (figures === null) return null;
  const said = (value: number | null) => (value === null ? '–' : measure(value));
  const percent = (value: number | null) => (value === null ? '–' : `${measure(Math.round(value * 1_000) / 10)}%`);
  const { loop, drift } = figures;
  const rows: { what: string; agreed: string; measured: string }[] = [
    {
      what: t('forecasts.measure.gain', { baseline: forecastWords(words, 'baseline', figures.baseline) }),
      agreed: t('forecasts.measure.atLeast', { value: percent(terms.leastGain) }),
      measured: t('forecasts.measure.scores', {
        gain: percent(figures.gain),
        model: said(figures.modelScore),
        baseline: said(figures.baselineScore),
      }),
    },
    {
      what: t('forecasts.measure.coverage'),
      agreed: `${percent(terms.coverageLeast)} – ${percent(terms.coverageMost)}`,
      measured: percent(figures.coverage),
    },
    {
      what: t('forecasts.measure.amplification'),
      agreed: t('forecasts.measure.atMost', { value: measure(terms.mostAmplification) }),
      measured: said(loop.amplification),
    },
    {
      what: t('forecasts.measure.misplaced'),
      agreed: '–',
      measured: t('forecasts.measure.withAndWithout', {
        with: percent(loop.misplaced),
        without: percent(loop.misplacedWithout),
      }),
    },
    {
      what: t('forecasts.measure.persistence'),
      agreed: '–',
      measured: t('forecasts.measure.withAndWithout', {
        with: percent(loop.persistence),
        without: percent(loop.persistenceWithout),
      }),
    },
    ...(drift === null
      ? []
      : [
          {
            what: t('forecasts.measure.drift', { count: drift.periods }),
            agreed: t('forecasts.measure.atMost', { value: measure(drift.threshold) }),
            measured: said(drift.sum),
          },
        ]),
  ];
  return (
    <section className="dl-section dl-stack" aria-labelledby="forecast-figures">
      <h2 id="forecast-figures" className="utrecht-heading-2">
        {test.kind === 'check' ? t('forecasts.figures.check') : t('forecasts.figures.test')}
      </h2>
      <p className="utrecht-paragraph">
        {t('forecasts.figures.lead', {
          compared: number(figures.compared),
          from: figures.from === null ? '–' : period(figures.from),
          to: figures.to === null ? '–' : period(figures.to),
        })}
      </p>
      <TableScroll label={t('forecasts.figures.agreed')}>
        <table className="dl-table">
          <caption>{t('forecasts.figures.agreed')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('forecasts.figures.what')}</th>
              <th scope="col">{t('forecasts.figures.wanted')}</th>
              <th scope="col">{t('forecasts.figures.measured')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ what, agreed, measured }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{agreed}</td>
                <td>{measured}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="utrecht-paragraph">{t('forecasts.figures.loop')}</p>
      <TableScroll label={t('forecasts.figures.methods')}>
        <table className="dl-table">
          <caption>{t('forecasts.figures.methods')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('forecasts.figures.method')}</th>
              <th scope="col">{t('forecasts.figures.kind')}</th>
              <th scope="col" className="dl-number">
                {t('forecasts.figures.rps')}
              </th>
              <th scope="col" className="dl-number">
                {t('forecasts.figures.wape')}
              </th>
              <th scope="col" className="dl-number">
                {t('forecasts.figures.mase')}
              </th>
              <th scope="col" className="dl-number">
                {t('forecasts.figures.coverage')}
              </th>
              <th scope="col" className="dl-number">
                {t('forecasts.figures.hitRate')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.methods.map((one) => (
              <tr key={one.method}>
                <th scope="row">{forecastWords(words, 'baseline', one.method)}</th>
                <td>{NAIVE.includes(one.method) ? t('forecasts.figures.naive') : t('forecasts.figures.model')}</td>
                <td className="dl-number">{said(one.rps)}</td>
                <td className="dl-number">{percent(one.wape)}</td>
                <td className="dl-number">{said(one.mase)}</td>
                <td className="dl-number">{percent(one.coverage)}</td>
                <td className="dl-number">{percent(one.hitRate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
