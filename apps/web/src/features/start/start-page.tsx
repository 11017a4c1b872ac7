import { isAllowed, PLATFORM } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { LabsDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Me } from '../../gql/types.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { LabCard } from './lab-card.js';
import { TaskList } from './task-list.js';
import { tasksOf } from './tasks.js';
import './start.css';

/** My labs, my roles in them, and what waits for me. */
export function StartPage({ me }: { me: Me }) {
  const { t } = useWords();
  const ability = useAbility();
  const labs = useQuery({
    queryKey: ['labs'],
    queryFn: async ({ signal }) => (await request(LabsDocument, {}, signal)).labs,
  });
  return (
    <Page title={t('start.title', { name: me.name })}>
      {labs.isPending && <Skeleton lines={6} />}
      {labs.isError && <FailureAlert error={labs.error} retry={() => void labs.refetch()} />}
      {labs.data?.length === 0 && <Empty title={t('start.noLabsTitle')} text={t('start.noLabsText')} />}
      {labs.data !== undefined && labs.data.length > 0 && (
        <>
          <section className="dl-section" aria-labelledby="waiting">
            <h2 id="waiting" className="utrecht-heading-2">
              {t('start.waiting')}
            </h2>
            <TaskList tasks={tasksOf(labs.data, me.organisation.id)} showsLab={labs.data.length > 1} />
          </section>
          <section className="dl-section" aria-labelledby="labs">
            <h2 id="labs" className="utrecht-heading-2">
              {t('start.labs')}
            </h2>
            <ul className="dl-start__labs">
              {labs.data.map((lab) => (
                <LabCard key={lab.id} lab={lab} />
              ))}
            </ul>
          </section>
        </>
      )}
      {isAllowed(ability, 'found', 'Platform', PLATFORM) && (
        <p className="utrecht-paragraph">
          <Link to="/new-lab">{t('labs.new')}</Link>
        </p>
      )}
    </Page>
  );
}
