import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, linkButtonClass } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { loadsOptions } from './load-query.js';
import { LoadsTable } from './loads-table.js';

/** What the own organisation delivered in this lab, newest first. */
export function LoadsPage() {
  const { t } = useTranslation();
  const { lab, me } = useLab();
  const { dataset } = useSearch({ from: '/labs/$labId/loads' });
  const navigate = useNavigate({ from: '/labs/$labId/loads' });
  const pages = useInfiniteQuery(loadsOptions(lab.id, dataset));
  const own = lab.datasets.filter(({ organisation }) => organisation.id === me.organisation.id);
  const loads = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  // Who may not see the loads gets an empty list, which is not the same as that there are none.
  const maySee = lab.can.upload || lab.can.seeMirror;
  const upload = lab.can.upload && (
    <Link
      to="/labs/$labId/upload"
      params={{ labId: lab.id }}
      search={{ dataset }}
      className={linkButtonClass('primary')}
    >
      {t('loads.upload')}
    </Link>
  );
  return (
    <Page
      title={t('loads.title')}
      lead={t('loads.lead', { organisation: me.organisation.name })}
      actions={loads.length > 0 && upload}
    >
      {own.length > 1 && (
        <div className="dl-loads__filter">
          <SelectField
            label={t('loads.dataset')}
            value={dataset ?? ''}
            onChange={({ target }) => void navigate({ search: target.value === '' ? {} : { dataset: target.value } })}
          >
            <option value="">{t('loads.allDatasets')}</option>
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {pages.isPending && <Skeleton lines={5} />}
      {pages.isError && <FailureAlert error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && loads.length === 0 && !maySee && (
        <Empty title={t('failure.Forbidden.title')} text={t('failure.Forbidden.text')} />
      )}
      {pages.isSuccess && loads.length === 0 && maySee && (
        <Empty title={t('loads.emptyTitle')} text={t('loads.emptyText')}>
          {upload}
        </Empty>
      )}
      {loads.length > 0 && <LoadsTable lab={lab} loads={loads} />}
      {pages.hasNextPage && (
        <div className="dl-actions">
          <Button isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('loads.more')}
          </Button>
          <span className="dl-quiet">{t('loads.shownOf', { shown: loads.length, total })}</span>
        </div>
      )}
    </Page>
  );
}
