import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { meOptions } from '../../app/session.js';
import { Alert } from '../../ui/alert.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { InvitationList } from './invitation-list.js';
import { InviteForm } from './invite-form.js';
import { OrganisationForm } from './organisation-form.js';
import { PeopleTable } from './people-table.js';
import { administrationOptions } from './people-query.js';

/** For the administrator of the platform: organisations, people, invitations and programs. */
export function AdministrationPage() {
  const { t, date } = useWords();
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
        <ul className="utrecht-unordered-list">
          {organisations.map(({ id, name, type }) => (
            <li key={id}>
              {name} ({t(`organisationType.${type}`)})
            </li>
          ))}
        </ul>
        <OrganisationForm />
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
        {apiClients.length === 0 && <p className="utrecht-paragraph dl-quiet">{t('administration.noClients')}</p>}
        {apiClients.length > 0 && (
          <TableScroll label={t('administration.clients')}>
            <table className="dl-table">
              <thead>
                <tr>
                  <th scope="col">{t('people.name')}</th>
                  <th scope="col">{t('people.organisation')}</th>
                  <th scope="col">{t('administration.lab')}</th>
                  <th scope="col">{t('administration.clientId')}</th>
                  <th scope="col">{t('administration.scopes')}</th>
                </tr>
              </thead>
              <tbody>
                {apiClients.map((client) => (
                  <tr key={client.id}>
                    <th scope="row">{client.name}</th>
                    <td>{nameOf(client.organisationId)}</td>
                    <td>{labOf(client.labId)}</td>
                    <td>{client.clientId}</td>
                    <td>
                      {client.endedAt === null
                        ? client.scopes.map((scope) => t(`administration.scope.${scope}`)).join(', ')
                        : t('administration.ended', { date: date(client.endedAt) })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </section>
    </Page>
  );
}
