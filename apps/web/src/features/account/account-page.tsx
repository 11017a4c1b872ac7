import { isAllowed } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { meOptions, signOutEverywhere } from '../../app/session.js';
import { AccountDocument, type AccountQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { MailSection } from './mail-section.js';
import { LandingPage } from '../start/landing-page.js';

type OwnLab = AccountQuery['labs'][number];

/** What the own roles give in one lab, read from the rules themselves. */
function RightsIn({ lab, organisationId }: { lab: OwnLab; organisationId: string }) {
  const { t } = useWords();
  const ability = useAbility();
  const own = { labId: lab.id, organisationId };
  const rights = [
    isAllowed(ability, 'read', 'Picture', own) && ('account.readPicture' as const),
    isAllowed(ability, 'read', 'Mirror', own) && ('account.readMirror' as const),
    isAllowed(ability, 'upload', 'Dataset', own) && ('account.upload' as const),
    isAllowed(ability, 'lead', 'Lab', { id: lab.id }) && ('account.lead' as const),
    isAllowed(ability, 'grant', 'Membership', own) && ('account.grant' as const),
  ].filter((right) => right !== false);
  return (
    <>
      <h3 className="utrecht-heading-3">
        {t('account.seeIn', { lab: lab.name, roles: lab.myRoles.map((role) => t(`role.${role}`)).join(', ') })}
      </h3>
      <ul className="utrecht-unordered-list">
        {rights.map((right) => (
          <li key={right}>{t(right)}</li>
        ))}
        <li>{t('account.never')}</li>
      </ul>
    </>
  );
}

function Sessions({ sessions }: { sessions: AccountQuery['me']['sessions'] }) {
  const { t, moment } = useWords();
  return (
    <TableScroll label={t('account.sessions')}>
      <table className="dl-table">
        <thead>
          <tr>
            <th scope="col">{t('account.started')}</th>
            <th scope="col">{t('account.renewed')}</th>
            <th scope="col">{t('account.ends')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, startedAt, renewedAt, expiresAt, isCurrent }) => (
            <tr key={id}>
              <th scope="row">
                {moment(startedAt)} {isCurrent && `(${t('account.current')})`}
              </th>
              <td>{moment(renewedAt)}</td>
              <td>{moment(expiresAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** Who one is here, what one sees and why, and where one is signed in. */
export function AccountPage() {
  const { t } = useWords();
  const me = useQuery(meOptions).data;
  const account = useQuery({
    queryKey: ['account'],
    queryFn: ({ signal }) => request(AccountDocument, {}, signal),
    enabled: me != null,
  });
  if (me == null) return <LandingPage />;
  if (account.isPending) return <Skeleton lines={6} />;
  if (account.isError) return <FailureAlert error={account.error} retry={() => void account.refetch()} />;
  const { labs } = account.data;
  const none = me.isAdministrator ? t('account.seeAdministrator') : t('account.seeNothing');
  return (
    <Page title={t('account.title')} lead={t('account.who', { name: me.name, organisation: me.organisation.name })}>
      <section className="dl-section" aria-labelledby="see">
        <h2 id="see" className="utrecht-heading-2">
          {t('account.seeTitle')}
        </h2>
        {labs.length === 0 && <p className="utrecht-paragraph">{none}</p>}
        {labs.map((lab) => (
          <RightsIn key={lab.id} lab={lab} organisationId={me.organisation.id} />
        ))}
      </section>
      <MailSection rhythm={account.data.mailRhythm} address={me.email} />
      <section className="dl-section" aria-labelledby="sessions">
        <h2 id="sessions" className="utrecht-heading-2">
          {t('account.sessions')}
        </h2>
        <Sessions sessions={account.data.me.sessions} />
        <p className="utrecht-paragraph">{t('account.everywhereText')}</p>
        <div className="dl-actions">
          <Button look="danger" onClick={() => void signOutEverywhere()}>
            {t('account.everywhere')}
          </Button>
        </div>
      </section>
    </Page>
  );
}
