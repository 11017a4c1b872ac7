import { Link } from '@tanstack/react-router';
import { isAllowed, type AppAbility } from '@datalab/access';
import { useTranslation } from 'react-i18next';
import { useAbility } from '../../app/ability.js';
import type { Lab, Me } from '../../gql/types.js';
import './lab.css';

const TABS = [
  { key: 'overview', to: '/labs/$labId', may: () => true },
  { key: 'upload', to: '/labs/$labId/upload', may: (can: Lab['can']) => can.upload },
  { key: 'loads', to: '/labs/$labId/loads', may: (can: Lab['can']) => can.upload || can.seeMirror },
  { key: 'mirror', to: '/labs/$labId/mirror', may: (can: Lab['can']) => can.seeMirror },
  { key: 'hotspots', to: '/labs/$labId/hotspots', may: (can: Lab['can']) => can.seePicture },
  { key: 'cards', to: '/labs/$labId/cards', may: () => true },
  { key: 'mappings', to: '/labs/$labId/mappings', may: (can: Lab['can']) => can.upload },
  {
    key: 'deletions',
    to: '/labs/$labId/deletions',
    may: (can: Lab['can'], roles: Lab['myRoles']) => can.upload || roles.includes('privacy_officer'),
  },
] as const;

/** These ask the packed rules, as the api does. */
const RULED_TABS = [
  {
    key: 'people',
    to: '/labs/$labId/people',
    may: (ability: AppAbility, labId: string) => isAllowed(ability, 'grant', 'Membership', { labId }),
  },
  {
    key: 'audit',
    to: '/labs/$labId/audit',
    may: (ability: AppAbility, labId: string, organisationId: string) =>
      isAllowed(ability, 'read', 'AuditLog', { labId, organisationId }),
  },
] as const;

export function LabNav({ lab, me }: { lab: Lab; me: Me }) {
  const { t } = useTranslation();
  const ability = useAbility();
  return (
    <nav className="dl-lab-nav" aria-label={t('lab.nav')}>
      <p className="dl-lab-nav__lab">{lab.name}</p>
      <ul className="dl-lab-nav__tabs">
        {TABS.filter(({ may }) => may(lab.can, lab.myRoles)).map(({ key, to }) => (
          <li key={key}>
            <Link
              to={to}
              params={{ labId: lab.id }}
              className="dl-lab-nav__tab"
              activeOptions={{ exact: key === 'overview', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(`lab.tab.${key}`)}
            </Link>
          </li>
        ))}
        {RULED_TABS.filter(({ may }) => may(ability, lab.id, me.organisation.id)).map(({ key, to }) => (
          <li key={key}>
            <Link
              to={to}
              params={{ labId: lab.id }}
              className="dl-lab-nav__tab"
              activeOptions={{ includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(`lab.tab.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
