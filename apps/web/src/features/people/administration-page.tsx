import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { meOptions } from '../../app/session.js';
import { Alert } from '../../ui/alert.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ApiClientForm } from './api-client-form.js';
import { ApiClientTable } from './api-client-table.js';
import { InvitationList } from './invitation-list.js';
import { InviteForm } from './invite-form.js';
import { OrganisationForm } from './organisation-form.js';
import { OrganisationList } from './organisation-list.js';
import { ParticipantForm } from './participant-form.js';
import { PeopleTable } from './people-table.js';
import { administrationOptions } from './people-query.js';

/** For the administrator of the platform: organisations, people, invitations and programs. */
export function AdministrationPage() {
  const { t } = useWords();
  const me = useQuery(meOptions).data;
  const isAdministrator = me?.isAdministrator === true;
  const all = useQuery({ ...administrationOptions, enabled: isAdministrator });
  if (!isAdministrator)
    return (
      <Page title={t('administration.title')}>
        <Alert tone="info">
          <p className="utrecht-paragraph">{t('administration.notYours')}</p>
        </Alert>
      </Page>
    );
  if (all.isPending) return <Skeleton lines={6} />;
  if (all.isError) return <FailureAlert error={all.error} retry={() => void all.refetch()} />;
  const { organisations, labNames, people, invitations, apiClients } = all.data;
  const nameOf = (id: string): string => organisations.find((one) => one.id === id)?.name ?? t('app.unknown');
  const labOf = (id: string): string => labNames.find((one) => one.id === id)?.name ?? t('app.unknown');
  return (
    <Page title={t('administration.title')} lead={t('administration.lead')}>
      <section className="dl-section" aria-labelledby="organisations">
        <h2 id="organisations" className="utrecht-heading-2">
          {t('administration.organisations')}
        </h2>
        <OrganisationList organisations={organisations} />
        <OrganisationForm />
        <ParticipantForm organisations={organisations} labNames={labNames} />
      </section>
      <section className="dl-section" aria-labelledby="people">
        <h2 id="people" className="utrecht-heading-2">
          {t('administration.people')}
        </h2>
        <PeopleTable people={people} ownId={me.id} nameOf={nameOf} labOf={labOf} />
      </section>
      <section className="dl-section" aria-labelledby="invite">
        <h2 id="invite" className="utrecht-heading-2">
          {t('people.invite')}
        </h2>
        <InviteForm organisations={organisations} />
        <InvitationList invitations={invitations} />
      </section>
      <section className="dl-section" aria-labelledby="clients">
        <h2 id="clients" className="utrecht-heading-2">
          {t('administration.clients')}
        </h2>
        <ApiClientTable apiClients={apiClients} nameOf={nameOf} labOf={labOf} />
        <ApiClientForm organisations={organisations} labNames={labNames} />
      </section>
    </Page>
  );
}
