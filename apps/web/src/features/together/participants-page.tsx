import { isAllowed } from '@datalab/access';
import { LAB_ROLES } from '@datalab/domain';
import { Link } from '@tanstack/react-router';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Page } from '../../ui/page.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import { Participants } from '../lab/participants.js';
import './together.css';

/** Who takes part and why: the goal, the partners with what they bring, how many people in which role, and how many must consent. */
export function ParticipantsPage() {
  const { t } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const { participants, quorum } = lab;
  const people = (organisationId: string, role: string) =>
    participants.find(({ organisation }) => organisation.id === organisationId)?.roles.find((one) => one.role === role)
      ?.people ?? 0;
  const missing = LAB_ROLES.filter(
    (role) =>
      role !== 'wijkteam_member' && participants.every(({ organisation }) => people(organisation.id, role) === 0),
  );
  return (
    <Page title={t('participants.title')} lead={t('participants.lead')}>
      <dl className="dl-participants">
        <dt>{t('lab.goal')}</dt>
        <dd>{lab.goal || t('app.unknown')}</dd>
        <dt>{t('lab.question')}</dt>
        <dd>{lab.question || t('app.unknown')}</dd>
        <dt>{t('participants.region')}</dt>
        <dd>{lab.region.name}</dd>
        <dt>{t('participants.consent')}</dt>
        <dd>
          {quorum === null || quorum >= participants.length
            ? t('participants.everybody', { count: participants.length })
            : t('participants.quorum', { quorum, count: participants.length })}
        </dd>
        <dt>{t('participants.yours')}</dt>
        <dd>
          {me.organisation.name}: {lab.myRoles.map((role) => t(`role.${role}`)).join(', ') || t('app.none')}
        </dd>
      </dl>
      <section className="dl-section" aria-labelledby="partners">
        <h2 id="partners" className="utrecht-heading-2">
          {t('participants.partners')}
        </h2>
        <Participants lab={lab} />
      </section>
      <section className="dl-section dl-stack" aria-labelledby="roles">
        <h2 id="roles" className="utrecht-heading-2">
          {t('participants.roles')}
        </h2>
        <p className="utrecht-paragraph dl-quiet">{t('participants.rolesLead')}</p>
        {missing.length > 0 && (
          <p className="utrecht-paragraph">
            {t('participants.missing', { roles: missing.map((role) => t(`role.${role}`)).join(', ') })}
          </p>
        )}
        <TableScroll label={t('participants.roles')}>
          <table className="dl-table">
            <thead>
              <tr>
                <th scope="col">{t('lab.organisation')}</th>
                {LAB_ROLES.map((role) => (
                  <th key={role} scope="col" className="dl-number">
                    {t(`role.${role}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {participants.map(({ organisation }) => (
                <tr key={organisation.id}>
                  <th scope="row">{organisation.name}</th>
                  {LAB_ROLES.map((role) => (
                    <td key={role} className="dl-number">
                      {people(organisation.id, role) || <span className="dl-quiet">–</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
        <p className="utrecht-paragraph">
          {isAllowed(ability, 'grant', 'Membership', { labId: lab.id }) ? (
            <>
              <Link to="/labs/$labId/people" params={{ labId: lab.id }} className="utrecht-link">
                {t('participants.toPeople')}
              </Link>{' '}
              ·{' '}
              <Link to="/labs/$labId/settings" params={{ labId: lab.id }} className="utrecht-link">
                {t('participants.toSettings')}
              </Link>
            </>
          ) : (
            t('participants.askCoordinator')
          )}
        </p>
      </section>
    </Page>
  );
}
