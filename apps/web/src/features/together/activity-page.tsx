import { ACTIVITY_GROUPS, type ActivityGroup } from '@datalab/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords, type Words } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { activityOptions, type Activity } from './together-query.js';
import './together.css';

function who({ t }: Words, { organisationName, personName, roles }: Activity): string {
  if (organisationName === null) return t('activity.platform');
  const name = personName ?? roles.map((role) => t(`role.${role}`)).join(', ');
  return name === '' ? organisationName : `${organisationName}, ${name}`;
}

/** What happened in the lab, for everybody in it: who did what, and no figure. */
export function ActivityPage() {
  const words = useWords();
  const { t, moment, deed } = words;
  const { lab } = useLab();
  const [group, setGroup] = useState<ActivityGroup | ''>('');
  const [organisationId, setOrganisation] = useState('');
  const filter = { group: group || null, organisationId: organisationId || null };
  const pages = useInfiniteQuery(activityOptions(lab.id, filter));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('activity.title')} lead={t('activity.lead')}>
      <div className="dl-talk__ask">
        <SelectField
          label={t('activity.group')}
          value={group}
          onChange={({ target: { value } }) => setGroup(value as ActivityGroup | '')}
        >
          <option value="">{t('activity.all')}</option>
          {ACTIVITY_GROUPS.map((one) => (
            <option key={one} value={one}>
              {t(`activity.groups.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('activity.organisation')}
          value={organisationId}
          onChange={({ target: { value } }) => setOrganisation(value)}
        >
          <option value="">{t('activity.everybody')}</option>
          {lab.participants.map(({ organisation }) => (
            <option key={organisation.id} value={organisation.id}>
              {organisation.name}
            </option>
          ))}
        </SelectField>
      </div>
      {pages.isPending && <Skeleton lines={8} />}
      {pages.isError && <FailureAlert error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && items.length === 0 && (
        <Empty title={t('activity.emptyTitle')} text={t('activity.emptyText')} />
      )}
      {items.length > 0 && (
        <ol className="dl-activity">
          {items.map((item) => (
            <li key={item.id}>
              <p>
                {deed(item.action)}
                {item.step !== null && ` – ${t(`steps.${item.step}.name`)}`}
              </p>
              <p className="dl-quiet dl-small">
                {who(words, item)} · <time dateTime={item.at}>{moment(item.at)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
      {pages.hasNextPage && (
        <div className="dl-actions">
          <Button isBusy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('activity.more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
