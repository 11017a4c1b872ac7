import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../gql/types.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { LanguageSwitch } from './language-switch.js';
import { signOut } from './session.js';

export function Header({ me }: { me: Me | null }) {
  const { t } = useTranslation();
  return (
    <header className="dl-header">
      <div className="dl-header__bar">
        <Link to="/" className="dl-header__home" aria-label={t('app.homeLink')}>
          <Icon name="mark" />
          <span>{t('app.name')}</span>
        </Link>
        <div className="dl-header__side">
          {me !== null && (
            <p className="dl-header__person">
              <span className="dl-visually-hidden">{t('app.signedInAs')} </span>
              <span className="dl-header__name">{me.name}</span>
              <span className="dl-header__organisation">{me.organisation.name}</span>
            </p>
          )}
          {me?.isAdministrator === true && (
            <Link to="/administration" className="dl-header__link">
              {t('app.administration')}
            </Link>
          )}
          {me !== null && (
            <Link to="/account" className="dl-header__link">
              {t('app.account')}
            </Link>
          )}
          <LanguageSwitch />
          {me !== null && (
            <Button look="on-dark" onClick={() => void signOut()}>
              {t('app.signOut')}
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}
