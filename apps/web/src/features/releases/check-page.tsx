import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import { CheckDetail } from './check-detail.js';
import { releasesOptions, type ShownRelease } from './releases-query.js';

const isWaiting = ({ state, sampledAt, sampleVerdict }: ShownRelease): boolean =>
  state === 'submitted' || state === 'partially_reviewed' || (sampledAt != null && sampleVerdict == null);

/** What waits for a checker, and one of it at a time: protected values beside the outcomes of the rules. */
export function CheckPage() {
  const { t, date } = useWords();
  const { lab } = useLab();
  const releases = useQuery(releasesOptions(lab.id));
  const [chosen, setChosen] = useState<string>();
  const queue = (releases.data ?? []).filter(isWaiting);
  const open = queue.find(({ id }) => id === chosen) ?? releases.data?.find(({ id }) => id === chosen);
  return (
    <Page title={t('release.checkTitle')} lead={t('release.checkLead')}>
      {releases.isPending && <Skeleton lines={5} />}
      {releases.isError && <FailureAlert error={releases.error} retry={() => void releases.refetch()} />}
      {releases.isSuccess && queue.length === 0 && open === undefined && (
        <Empty title={t('release.queueEmpty')} text={t('release.queueEmptyText')} />
      )}
      {queue.length > 0 && (
        <ul className="dl-stack dl-list-plain">
          {queue.map((release) => (
            <li key={release.id} className="dl-card">
              <h2 className="utrecht-heading-3">{release.context.title}</h2>
              <p className="utrecht-paragraph">
                <StatusBadge tone="active">{t(`release.state.${release.state}`)}</StatusBadge>{' '}
                {t(`release.tier.${release.tier}`)}
                {release.checkBefore != null && <> · {t('release.before', { date: date(release.checkBefore) })}</>}
                {release.sampledAt != null && <> · {t('release.sample')}</>}
              </p>
              <div className="dl-actions">
                <Button
                  look={release.id === chosen ? 'subtle' : 'primary'}
                  aria-expanded={release.id === chosen}
                  onClick={() => setChosen(release.id === chosen ? undefined : release.id)}
                >
                  {t(release.id === chosen ? 'release.close' : 'release.look')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open !== undefined && <CheckDetail key={open.id} id={open.id} />}
    </Page>
  );
}
