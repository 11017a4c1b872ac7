import type { RunResult } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Progress } from '../../ui/progress.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { runOptions } from '../analyses/analyses-query.js';
import { ResultView } from '../results/result-view.js';
import { useLab } from '../lab/lab-context.js';
import { ForecastActions } from './forecast-actions.js';
import { ForecastFiguresView } from './forecast-figures.js';
import { ForecastForm } from './forecast-form.js';
import { ForecastObjections } from './forecast-objections.js';
import { ForecastTerms } from './forecast-terms.js';
import { forecastWords, standingOf, TONES } from './forecast-words.js';
import { forecastsOptions, isUnderWay, newestConcluded, type Forecast } from './forecasts-query.js';
import '../analyses/analyses.css';

/** One forecast contract: how it stands and why, what was agreed, how the tests went, and what is shown today. */
export function ForecastPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const { forecastId } = useParams({ from: '/labs/$labId/analyses/forecasts/$forecastId' });
  const forecasts = useQuery(forecastsOptions(lab.id));
  if (forecasts.isPending) return <Skeleton lines={8} />;
  if (forecasts.isError) return <FailureAlert error={forecasts.error} retry={() => void forecasts.refetch()} />;
  const forecast = forecasts.data.find(({ id }) => id === forecastId);
  if (forecast === undefined) return <Empty title={t('forecasts.goneTitle')} text={t('forecasts.goneText')} />;
  return <Contract key={forecast.id} forecast={forecast} />;
}

function Contract({ forecast }: { forecast: Forecast }) {
  const words = useWords();
  const { t } = words;
  const { lab } = useLab();
  const [isWriting, setWriting] = useState(false);
  const standing = standingOf(forecast);
  const last = newestConcluded(forecast);
  return (
    <Page
      title={forecast.title}
      lead={forecast.terms.goal}
      actions={
        <Link to="/labs/$labId/analyses" params={{ labId: lab.id }}>
          {t('analyses.back')}
        </Link>
      }
    >
      <p className="utrecht-paragraph">
        <StatusBadge tone={TONES[standing] ?? 'neutral'}>{forecastWords(words, 'state', standing)}</StatusBadge>
      </p>
      <Standing forecast={forecast} standing={standing} />
      <ForecastActions forecast={forecast} onWrite={() => setWriting(true)} />
      {isWriting && <ForecastForm forecast={forecast} onDone={() => setWriting(false)} />}
      {last !== undefined && <ForecastFiguresView test={last} terms={forecast.terms} />}
      {last !== undefined && <Shown forecast={forecast} runId={last.runId} />}
      <ForecastTerms forecast={forecast} />
      <ForecastObjections forecast={forecast} />
    </Page>
  );
}

/** Why it stands as it does, and what it waits for. */
function Standing({ forecast, standing }: { forecast: Forecast; standing: string }) {
  const words = useWords();
  const { t, moment } = words;
  const under = forecast.tests.find(isUnderWay);
  const newest = forecast.tests[0];
  const isOff = forecast.offReason !== null && forecast.offReason !== undefined;
  return (
    <>
      {standing === 'draft' && <Told title={t('forecasts.standing.draft')} text={t('forecasts.standing.draftText')} />}
      {standing === 'fixed' && <Told title={t('forecasts.standing.fixed')} text={t('forecasts.standing.fixedText')} />}
      {standing === 'training' && under && (
        <div className="dl-stack" role="status">
          <p className="utrecht-paragraph">{t('forecasts.standing.training')}</p>
          <Progress label={t('forecasts.state.training')} value={under.progress} max={1} />
        </div>
      )}
      {standing === 'tested' && (
        <Told title={t('forecasts.standing.tested')} text={t('forecasts.standing.testedText')} />
      )}
      {standing === 'active' && (
        <Alert tone="ok" title={t('forecasts.standing.active')}>
          <p className="utrecht-paragraph">{t('forecasts.standing.activeText')}</p>
        </Alert>
      )}
      {isOff && (
        <Alert tone="warning" title={forecastWords(words, 'off', forecast.offReason ?? '')}>
          {forecast.offAt && <p className="utrecht-paragraph">{moment(forecast.offAt)}</p>}
          {forecast.offWords && <p className="utrecht-paragraph">{forecast.offWords}</p>}
          <p className="utrecht-paragraph">
            {forecast.state === 'suspended' ? t('forecasts.standing.suspendedText') : t('forecasts.standing.endedText')}
          </p>
        </Alert>
      )}
      {(standing === 'refused' || (standing === 'draft' && forecast.refusals.length > 0)) && (
        <Alert
          tone="warning"
          title={standing === 'refused' ? t('forecasts.standing.refused') : t('forecasts.standing.notFixable')}
        >
          <ul>
            {forecast.refusals.map((code) => (
              <li key={code}>{forecastWords(words, 'refusal', code)}</li>
            ))}
          </ul>
          {standing === 'refused' && <p className="utrecht-paragraph">{t('forecasts.standing.refusedText')}</p>}
        </Alert>
      )}
      {newest !== undefined &&
        newest.concludedAt === null &&
        newest.failure !== null &&
        newest.failure !== undefined && (
          <Alert tone="warning" title={t('forecasts.testFailed')}>
            <p className="utrecht-paragraph">{forecastWords(words, 'failure', newest.failure)}</p>
          </Alert>
        )}
    </>
  );
}

function Told({ title, text }: { title: string; text: string }) {
  return (
    <Alert tone="info" title={title}>
      <p className="utrecht-paragraph">{text}</p>
    </Alert>
  );
}

/** The forecast that may be seen today: of the model, or the naive one; analysts see it at once, others when it is released. */
function Shown({ forecast, runId }: { forecast: Forecast; runId: string }) {
  const { t } = useWords();
  const run = useQuery(runOptions(runId));
  if (run.isPending) return <Skeleton lines={6} />;
  if (run.isError) return <FailureAlert error={run.error} retry={() => void run.refetch()} />;
  const { result }: { result: RunResult | null } = run.data;
  return (
    <section className="dl-section dl-stack" aria-labelledby="forecast-shown">
      <h2 id="forecast-shown" className="utrecht-heading-2">
        {forecast.shows === 'model' ? t('forecasts.shown.model') : t('forecasts.shown.naive')}
      </h2>
      {result === null ? (
        <p className="utrecht-paragraph">{t('forecasts.shown.notYours')}</p>
      ) : (
        <ResultView result={result} />
      )}
    </section>
  );
}
