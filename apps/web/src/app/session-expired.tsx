import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.js';
import { LinkButton } from '../ui/button.js';
import { signInUrl, useSessionExpired } from './session.js';

/** Stands before everything else, so that nobody goes on working on a screen that can no longer save. */
export function SessionExpired() {
  const { t } = useTranslation();
  const isExpired = useSessionExpired();
  const here = useRouterState({ select: (state) => state.location.href });
  if (!isExpired) return null;
  return (
    <Dialog title={t('app.sessionTitle')}>
      <p className="utrecht-paragraph">{t('app.sessionText')}</p>
      <LinkButton href={signInUrl(here)} look="primary">
        {t('app.signIn')}
      </LinkButton>
    </Dialog>
  );
}
