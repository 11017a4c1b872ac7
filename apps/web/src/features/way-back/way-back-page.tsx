import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { AskForm } from './ask-form.js';
import { WayBackCard } from './way-back-card.js';
import { wayBacksOptions, type WayBackOverview } from './way-back-query.js';

/** The one road from a result to addresses, for care alone: asked, answered, opened, and what came of it. */
export function WayBackPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const overview = useQuery(wayBacksOptions(lab.id));
  return (
    <Page title={t('wayBack.title')} lead={t('wayBack.lead')}>
      {overview.isPending && <Skeleton lines={5} />}
      {overview.isError && <FailureAlert error={overview.error} retry={() => void overview.refetch()} />}
      {overview.isSuccess && <Requests overview={overview.data} />}
    </Page>
  );
}

const UNDER_WAY = ['asked', 'approved', 'opening', 'ready'];

function Requests({ overview }: { overview: WayBackOverview }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const [isAsking, setAsking] = useState(false);
  const { receiver, mayAsk, starts, requests } = overview;
  const isBusy = requests.some(({ state }) => UNDER_WAY.includes(state));
  const mayStart = mayAsk && !isBusy && starts.length > 0;
  if (receiver == null && requests.length === 0)
    return (
      <Empty title={t('wayBack.none')} text={t('wayBack.noneText')}>
        <Link className="utrecht-link utrecht-link--html-a" to="/labs/$labId/agreement" params={{ labId: lab.id }}>
          {t('wayBack.toAgreement')}
        </Link>
      </Empty>
    );
  return (
    <>
      <ol className="dl-stack dl-way-back__rules">
        {(['asked', 'answered', 'told', 'own', 'ends'] as const).map((rule) => (
          <li key={rule}>{t(`wayBack.rule.${rule}`, { receiver: receiver?.name ?? '–' })}</li>
        ))}
      </ol>
      {mayAsk && overview.keyFingerprint === null && <p className="dl-quiet">{t('wayBack.noKey')}</p>}
      {overview.keyFingerprint !== null && receiver?.id === me.organisation.id && (
        <p className="dl-quiet">
          {t('wayBack.fingerprint')} <code>{overview.keyFingerprint}</code>
        </p>
      )}
      {mayStart && !isAsking && (
        <div className="dl-actions">
          <Button look="primary" onClick={() => setAsking(true)}>
            {t('wayBack.ask')}
          </Button>
        </div>
      )}
      {mayAsk && isBusy && <p className="dl-quiet">{t('wayBack.oneAtATime')}</p>}
      {mayAsk && !isBusy && starts.length === 0 && <p className="dl-quiet">{t('wayBack.noStart')}</p>}
      {isAsking && mayStart && <AskForm starts={starts} onDone={() => setAsking(false)} />}
      {requests.length === 0 && !isAsking && <p className="utrecht-paragraph">{t('wayBack.noRequests')}</p>}
      {requests.map((request) => (
        <WayBackCard key={request.id} request={request} overview={overview} />
      ))}
    </>
  );
}
