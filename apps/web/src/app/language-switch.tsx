import { useTranslation } from 'react-i18next';
import { chooseLanguage, LANGUAGES } from './i18n/i18n.js';

const NAMES = { nl: 'Nederlands', en: 'English' } as const;

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <div className="dl-language" role="group" aria-label={t('app.language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className="dl-language__button"
          aria-pressed={i18n.language === language}
          onClick={() => chooseLanguage(language)}
        >
          <span aria-hidden="true">{language.toUpperCase()}</span>
          <span className="dl-visually-hidden">{NAMES[language]}</span>
        </button>
      ))}
    </div>
  );
}
