import { useTranslation } from 'react-i18next';
import { signInUrl } from '../../app/session.js';
import { LinkButton } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { Page } from '../../ui/page.js';
import './start.css';

const POINTS = [
  { key: 'file', icon: 'file' },
  { key: 'picture', icon: 'map' },
  { key: 'care', icon: 'lock' },
] as const satisfies readonly { key: string; icon: IconName }[];

/** What this is, for who is not signed in. */
export function LandingPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('landing.title')} lead={t('landing.lead')}>
      <div className="dl-landing__sign-in">
        <LinkButton look="primary" href={signInUrl('/')}>
          {t('app.signIn')}
        </LinkButton>
        <p className="dl-quiet">{t('landing.signInText')}</p>
      </div>
      <ul className="dl-landing__points">
        {POINTS.map(({ key, icon }) => (
          <li key={key} className="dl-landing__point">
            <Icon name={icon} />
            <div>
              <h2 className="utrecht-heading-3">{t(`landing.${key}Title`)}</h2>
              <p className="utrecht-paragraph">{t(`landing.${key}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  );
}
