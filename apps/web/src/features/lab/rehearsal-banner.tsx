import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';

/** On every page of a rehearsal: that nothing here is real, and that it never will be. */
export function RehearsalBanner() {
  const { t } = useWords();
  return (
    <Alert tone="warning" title={t('labs.rehearsalTitle')}>
      <p>{t('labs.rehearsalText')}</p>
    </Alert>
  );
}
