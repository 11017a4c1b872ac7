import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Progress } from '../../ui/progress.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { Talk } from '../together/talk.js';
import { runOptions } from './analyses-query.js';
import { codeWords, inLanguage } from '../results/code-words.js';
import { GiveOut } from './give-out.js';
import { ResultView } from '../results/result-view.js';
import { WhyNot } from './run-row.js';
import './analyses.css';

/** One run: what came out in words first, then the picture and the tables, then how it was made. */
export function RunPage() {
  const words = useWords();
  const { t, language, moment } = words;
  const { lab } = useLab();
  const { runId } = useParams({ from: '/labs/$labId/analyses/$runId' });
  const run = useQuery(runOptions(runId));
  if (run.isPending) return <Skeleton lines={8} />;
  if (run.isError) return <FailureAlert error={run.error} retry={() => void run.refetch()} />;
  const { data } = run;
  return (
    <Page
      title={data.title}
      lead={data.method ? inLanguage(data.method.title, language) : data.methodName}
      actions={
        <Link to="/labs/$labId/analyses" params={{ labId: lab.id }}>
          {t('analyses.back')}
        </Link>
      }
    >
      <WhyNot run={data} />
      {data.state === 'running' && <Progress label={t('analyses.progress')} value={data.progress} max={1} />}
      {data.state === 'done' && data.result === null && (
        <Alert tone="info" title={t('analyses.notYoursTitle')}>
          <p className="utrecht-paragraph">{t('analyses.notYoursText')}</p>
        </Alert>
      )}
      {data.result !== null && <ResultView result={data.result} />}
      <GiveOut run={data} />
      <section className="dl-stack" aria-labelledby="run-made">
        <h2 id="run-made" className="utrecht-heading-2">
          {t('analyses.howMade')}
        </h2>
        {data.method && <p className="utrecht-paragraph">{inLanguage(data.method.explanation, language)}</p>}
        <dl className="dl-facts">
          <dt>{t('analyses.fact.state')}</dt>
          <dd>{codeWords(words, 'state', data.state)}</dd>
          <dt>{t('analyses.fact.asked')}</dt>
          <dd>
            {data.organisationName}, {moment(data.requestedAt)}
          </dd>
          <dt>{t('analyses.fact.seed')}</dt>
          <dd>{data.seed}</dd>
          {data.policyVersion !== null && (
            <>
              <dt>{t('analyses.fact.policy')}</dt>
              <dd>{data.policyVersion}</dd>
            </>
          )}
          {data.outcomeDigest !== null && (
            <>
              <dt>{t('analyses.fact.digest')}</dt>
              <dd>
                <code>{data.outcomeDigest?.slice(0, 16)}</code>
              </dd>
            </>
          )}
        </dl>
      </section>
      <Talk target={{ kind: 'run', id: runId }} about={data.title} />
    </Page>
  );
}
