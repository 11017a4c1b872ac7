import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFoundTitle')} lead={t('app.notFoundText')}>
      <Link to="/" className="utrecht-link">
        {t('app.toStart')}
      </Link>
    </Page>
  );
}
