import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFallbackInterval } from '../../app/live.js';
import { linkButtonClass } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { loadOptions } from './load-query.js';
import { isUnderWay } from './load-state.js';
import { LoadAnswers } from './load-answers.js';
import { LoadIssues } from './load-issues.js';
import { LoadOutcome } from './load-outcome.js';
import { LoadTotals } from './load-totals.js';
import { QualityParts } from '../quality/quality-parts.js';
import './loads.css';

/** One load: how far it is, and how it ended. The screen follows it by itself. */
export function LoadPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  const { loadId } = useParams({ from: '/labs/$labId/loads/$loadId' });
  const known = useQuery({ ...loadOptions(loadId), enabled: false }).data;
  const refetchInterval = useFallbackInterval(known === undefined || isUnderWay(known));
  const load = useQuery({ ...loadOptions(loadId), refetchInterval });
  if (load.isPending) return <PageSkeleton />;
  if (load.isError) return <FailureAlert error={load.error} retry={() => void load.refetch()} />;
  const { dataset, revision, state } = load.data;
  return (
    <Page title={t('load.title', { dataset: dataset.name, revision })}>
      <LoadOutcome load={load.data} />
      {state === 'refused' && <LoadIssues load={load.data} />}
      {load.data.totals !== null && state !== 'refused' && <LoadTotals totals={load.data.totals} />}
      {load.data.answers.length > 0 && <LoadAnswers answers={load.data.answers} />}
      {(state === 'accepted' || state === 'to_confirm') && !load.data.unchanged && <QualityParts load={load.data} />}
      <div className="dl-actions">
        {state === 'accepted' && dataset.kind !== 'provision_use' && lab.can.seeMirror && (
          <Link
            to="/labs/$labId/mirror"
            params={{ labId: lab.id }}
            search={{ source: dataset.id }}
            className={linkButtonClass('primary')}
          >
            {t('load.toMirror')}
          </Link>
        )}
        {state === 'refused' && lab.can.upload && (
          <Link
            to="/labs/$labId/upload"
            params={{ labId: lab.id }}
            search={{ dataset: dataset.id }}
            className={linkButtonClass('primary')}
          >
            {t('load.again')}
          </Link>
        )}
        <Link to="/labs/$labId/loads" params={{ labId: lab.id }} className={linkButtonClass('secondary')}>
          {t('load.toLoads')}
        </Link>
      </div>
    </Page>
  );
}
