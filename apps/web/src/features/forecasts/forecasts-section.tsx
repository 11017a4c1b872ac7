import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import { forecastWords, standingOf, TONES } from './forecast-words.js';
import { ForecastForm } from './forecast-form.js';
import { forecastsOptions, type Forecast } from './forecasts-query.js';

/** The contracts under which a lab forecasts, with how each stands, and the way to write one. */
export function ForecastsSection({ canWrite }: { canWrite: boolean }) {
  const { t } = useWords();
  const { lab } = useLab();
  const forecasts = useQuery(forecastsOptions(lab.id));
  const [isWriting, setWriting] = useState(false);
  return (
    <section className="dl-section dl-stack" aria-labelledby="forecasts">
      <h2 id="forecasts" className="utrecht-heading-2">
        {t('forecasts.title')}
      </h2>
      <p className="utrecht-paragraph">{t('forecasts.lead')}</p>
      {forecasts.isPending && <Skeleton lines={3} />}
      {forecasts.isError && <FailureAlert error={forecasts.error} retry={() => void forecasts.refetch()} />}
      {forecasts.isSuccess && forecasts.data.length === 0 && !isWriting && (
        <Empty title={t('forecasts.noneTitle')} text={t('forecasts.noneText')} />
      )}
      {forecasts.isSuccess && (
        <ul className="dl-analyses__list">
          {forecasts.data.map((forecast) => (
            <ForecastRow key={forecast.id} forecast={forecast} />
          ))}
        </ul>
      )}
      {canWrite && !isWriting && (
        <div className="dl-actions">
          <Button onClick={() => setWriting(true)}>{t('forecasts.write')}</Button>
        </div>
      )}
      {isWriting && <ForecastForm onDone={() => setWriting(false)} />}
    </section>
  );
}

function ForecastRow({ forecast }: { forecast: Forecast }) {
  const words = useWords();
  const standing = standingOf(forecast);
  return (
    <li className="dl-analyses__item">
      <div>
        <h3 className="utrecht-heading-4">
          <Link
            to="/labs/$labId/analyses/forecasts/$forecastId"
            params={{ labId: forecast.labId, forecastId: forecast.id }}
          >
            {forecast.title}
          </Link>{' '}
          <StatusBadge tone={TONES[standing] ?? 'neutral'}>{forecastWords(words, 'state', standing)}</StatusBadge>
        </h3>
        <p className="utrecht-paragraph">{forecast.terms.goal}</p>
        <p className="utrecht-paragraph">
          {forecast.offReason === null || forecast.offReason === undefined
            ? words.t('forecasts.until', { date: words.date(forecast.terms.stopsAfter) })
            : forecastWords(words, 'off', forecast.offReason)}
        </p>
      </div>
    </li>
  );
}
