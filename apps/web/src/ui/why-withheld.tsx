import { useTranslation } from 'react-i18next';

/**
 * Why a number is not shown, beside every place where one is not. Says what the platform protects, never which rule decided here: that would itself tell
 * something of the people behind the number.
 */
export function WhyWithheld() {
  const { t } = useTranslation();
  return (
    <details className="dl-why dl-small">
      <summary>{t('why.question')}</summary>
      <p>{t('why.people')}</p>
      <p>{t('why.notWhich')}</p>
    </details>
  );
}
