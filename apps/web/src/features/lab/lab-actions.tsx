import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Lab } from '../../gql/types.js';
import { Icon, type IconName } from '../../ui/icon.js';

const ACTIONS = [
  { key: 'upload', icon: 'upload', to: '/labs/$labId/upload', may: (can: Lab['can']) => can.upload },
  { key: 'mirror', icon: 'mirror', to: '/labs/$labId/mirror', may: (can: Lab['can']) => can.seeMirror },
  { key: 'hotspots', icon: 'map', to: '/labs/$labId/hotspots', may: (can: Lab['can']) => can.seePicture },
] as const satisfies readonly { key: string; icon: IconName; to: string; may: (can: Lab['can']) => boolean }[];

export function LabActions({ lab }: { lab: Lab }) {
  const { t } = useTranslation();
  const allowed = ACTIONS.filter(({ may }) => may(lab.can));
  return (
    <section className="dl-section" aria-labelledby="can-do">
      <h2 id="can-do" className="utrecht-heading-2">
        {t('lab.canDo')}
      </h2>
      {allowed.length === 0 && <p className="utrecht-paragraph dl-quiet">{t('lab.onlyLook')}</p>}
      <ul className="dl-lab-actions">
        {allowed.map(({ key, icon, to }) => (
          <li key={key}>
            <Link to={to} params={{ labId: lab.id }} className="dl-lab-action">
              <Icon name={icon} />
              <span>
                <span className="dl-lab-action__name">{t(`lab.${key}`)}</span>
                <span className="dl-lab-action__text">{t(`lab.${key}Text`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
