import { useWords } from '../../app/i18n/use-words.js';
import { useIsLive } from '../../app/live.js';
import type { Load } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { Progress } from '../../ui/progress.js';

function UnderWay({ load }: { load: Load }) {
  const { t, number } = useWords();
  const isLive = useIsLive();
  const rows = load.totals?.rows;
  return (
    <section className="dl-card dl-stack" aria-live="polite">
      {load.state === 'receiving' && (
        <Progress label={t('load.progressReceiving')} value={load.bytesReceived} max={load.bytesTotal ?? undefined} />
      )}
      {load.state === 'received' && <Progress label={t('load.progressReceived')} />}
      {load.state === 'checking' && (
        <Progress label={t('load.progressChecking')} value={load.rowsProcessed} max={rows} />
      )}
      {load.state === 'checking' && rows !== undefined && (
        <p className="dl-quiet">{t('load.progressRows', { done: number(load.rowsProcessed), total: number(rows) })}</p>
      )}
      <p className="dl-quiet">{t('load.leave')}</p>
      {!isLive && <p className="dl-quiet dl-small">{t('app.liveLost')}</p>}
    </section>
  );
}

/** Under way, accepted, refused or withdrawn, in one sentence. */
export function LoadOutcome({ load }: { load: Load }) {
  const { t } = useWords();
  switch (load.state) {
    case 'accepted':
      return (
        <Alert tone="ok" role="status" title={t(load.unchanged ? 'load.unchangedTitle' : 'load.acceptedTitle')}>
          <p className="utrecht-paragraph">
            {t(
              load.unchanged
                ? 'load.unchangedText'
                : load.dataset.kind === 'provision_use'
                  ? 'load.acceptedProvisionText'
                  : 'load.acceptedText',
            )}
          </p>
        </Alert>
      );
    case 'refused':
      return (
        <Alert tone="error" role="alert" title={t('load.refusedTitle')}>
          <p className="utrecht-paragraph">{t('load.refusedText')}</p>
        </Alert>
      );
    case 'to_confirm':
      return null;
    case 'withdrawn':
      return (
        <Alert tone="info" role="status" title={t('load.withdrawnTitle')}>
          <p className="utrecht-paragraph">{t('load.withdrawnText')}</p>
          {load.withdrawnReason !== null && <p>{t('load.withdrawnReason', { reason: load.withdrawnReason })}</p>}
        </Alert>
      );
    default:
      return <UnderWay load={load} />;
  }
}
