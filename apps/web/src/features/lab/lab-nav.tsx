import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAbility } from '../../app/ability.js';
import type { Lab, Me } from '../../gql/types.js';
import { LAB_TABS } from './lab-tabs.js';
import './lab.css';

/** Where one can go within a lab; what this person may not see is not offered. */
export function LabNav({ lab, me }: { lab: Lab; me: Me }) {
  const { t } = useTranslation();
  const visitor = { lab, me, ability: useAbility() };
  return (
    <nav className="dl-lab-nav" aria-label={t('lab.nav')}>
      <p className="dl-lab-nav__lab">
        {lab.name}
        {lab.isRehearsal && <strong> · {t('labs.rehearsalBadge')}</strong>}
      </p>
      <div className="dl-lab-nav__groups">
        {LAB_TABS.map(({ key: group, tabs }) => ({ group, mine: tabs.filter(({ may }) => may(visitor)) }))
          .filter(({ mine }) => mine.length > 0)
          .map(({ group, mine }) => (
            <div key={group} className="dl-lab-nav__group">
              <p className="dl-lab-nav__title" id={`lab-nav-${group}`}>
                {t(`lab.tabGroup.${group}`)}
              </p>
              <ul className="dl-lab-nav__tabs" aria-labelledby={`lab-nav-${group}`}>
                {mine.map(({ key, to }) => (
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
              </ul>
            </div>
          ))}
      </div>
    </nav>
  );
}
