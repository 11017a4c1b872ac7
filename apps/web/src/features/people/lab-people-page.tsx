import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { GrantForm } from './grant-form.js';
import { InvitationList } from './invitation-list.js';
import { InviteForm } from './invite-form.js';
import { MemberTable } from './member-table.js';
import { labPeopleOptions } from './people-query.js';

/** For the coordinator: who is in the lab, in which role, and who is asked to be. */
export function LabPeoplePage() {
  const { t } = useWords();
  const { lab, me } = useLab();
  const people = useQuery(labPeopleOptions(lab.id));
  if (people.isPending) return <Skeleton lines={6} />;
  if (people.isError) return <FailureAlert error={people.error} retry={() => void people.refetch()} />;
  const { members, invitations } = people.data;
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      <MemberTable labId={lab.id} members={members} />
      <section className="dl-section" aria-labelledby="give">
        <h2 id="give" className="utrecht-heading-2">
          {t('people.give')}
        </h2>
        <GrantForm labId={lab.id} members={members.filter(({ personId }) => personId !== me.id)} />
      </section>
      <section className="dl-section" aria-labelledby="invite">
        <h2 id="invite" className="utrecht-heading-2">
          {t('people.invite')}
        </h2>
        <InviteForm labId={lab.id} organisations={lab.participants.map(({ organisation }) => organisation)} />
      </section>
      <section className="dl-section" aria-labelledby="invitations">
        <h2 id="invitations" className="utrecht-heading-2">
          {t('people.invitations')}
        </h2>
        <InvitationList invitations={invitations} />
      </section>
    </Page>
  );
}
