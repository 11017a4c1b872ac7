import { isAllowed } from '@datalab/access';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { AuditFilters } from './audit-filters.js';
import { auditEventsOptions, auditOverviewOptions } from './audit-query.js';
import { logboekAddress, type AuditSearch } from './audit-search.js';
import { AuditTable } from './audit-table.js';
import { SealCard } from './seal-card.js';
import './audit.css';

/** For the privacy officer: what was read and done in the lab by the own people and with the own data, and whether it is sealed. */
export function AuditPage() {
  const { t } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const may = isAllowed(ability, 'read', 'AuditLog', { labId: lab.id, organisationId: me.organisation.id });
  return (
    <Page title={t('audit.title')} lead={t('audit.lead', { organisation: me.organisation.name })}>
      {may ? <AuditLog labId={lab.id} /> : <Empty title={t('audit.notYoursTitle')} text={t('audit.notYoursText')} />}
    </Page>
  );
}

function AuditLog({ labId }: { labId: string }) {
  const { t, number } = useWords();
  const search = useSearch({ from: '/labs/$labId/audit' });
  const navigate = useNavigate({ from: '/labs/$labId/audit' });
  const overview = useQuery(auditOverviewOptions(labId));
  const pages = useInfiniteQuery(auditEventsOptions(labId, search));
  const events = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const change = (to: AuditSearch) => void navigate({ search: to, replace: true });
  if (overview.isPending) return <Skeleton lines={6} />;
  if (overview.isError) return <FailureAlert error={overview.error} retry={() => void overview.refetch()} />;
  return (
    <>
      <SealCard labId={labId} state={overview.data.auditSealState} />
      <AuditFilters search={search} choices={overview.data.auditChoices} onChange={change} />
      {pages.isPending && <Skeleton lines={8} />}
      {pages.isError && <FailureAlert error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && events.length === 0 && (
        <Empty title={t('audit.emptyTitle')} text={t('audit.emptyText')}>
          <Button onClick={() => change({})}>{t('audit.showAll')}</Button>
        </Empty>
      )}
      {events.length > 0 && (
        <>
          <AuditTable events={events} />
          <div className="dl-actions">
            {pages.hasNextPage && (
              <Button isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {t('audit.more')}
              </Button>
            )}
            <LinkButton href={logboekAddress(labId, search)} download>
              {t('audit.download')}
            </LinkButton>
            <span className="dl-quiet" role="status">
              {t(pages.hasNextPage ? 'audit.shown' : 'audit.shownAll', { shown: number(events.length) })}
            </span>
          </div>
        </>
      )}
    </>
  );
}
