import { useWords } from '../../app/i18n/use-words.js';
import { audit } from '../../app/i18n/nl/audit.js';

const keyOf = <T extends object>(words: T, code: string): (string & keyof T) | undefined => {
  const key = code.replace(/[.-]/g, '_');
  return Object.hasOwn(words, key) ? (key as string & keyof T) : undefined;
};
const ATTEMPT = 'attempt.';

/** Codes of the audit log in words: its own, else those in which the lab tells its people of the deed; one that neither knows is shown as it is. */
export function useAuditWords() {
  const { t, deed } = useWords();
  const action = (code: string): string => {
    if (code.startsWith(ATTEMPT)) return t('audit.attempt', { deed: code.slice(ATTEMPT.length) });
    const key = keyOf(audit.actions, code);
    return key === undefined ? deed(code) : t(`audit.actions.${key}`);
  };
  const kind = (code: string): string => {
    const key = keyOf(audit.kinds, code);
    return key === undefined ? code : t(`audit.kinds.${key}`);
  };
  const purpose = (code: string): string => {
    const key = keyOf(audit.purposes, code);
    return key === undefined ? code : t(`audit.purposes.${key}`);
  };
  return { action, kind, purpose };
}
