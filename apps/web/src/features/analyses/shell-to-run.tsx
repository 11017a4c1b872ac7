import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import type { Analyses } from './analyses-query.js';
import { codeWords, inLanguage } from '../results/code-words.js';
import { RequestDialog } from './request-dialog.js';

interface ShellToRunProps {
  shell: Analyses['outputShells'][number];
  /** Undefined where the platform cannot run the method of the shell. */
  method: Analyses['runMethods'][number] | undefined;
  /** The kind that must be released first; null where it may be asked for now. */
  waitsFor: string | null;
  canAsk: boolean;
}

/** One approved output shell: what it will tell, and the button to have it filled, or why that is not possible yet. */
export function ShellToRun({ shell, method, waitsFor, canAsk }: ShellToRunProps) {
  const words = useWords();
  const { t } = words;
  const [isAsking, setAsking] = useState(false);
  const why =
    method === undefined
      ? t('analyses.methodNotBuilt')
      : method.isUnderContract
        ? t('forecasts.lead')
        : waitsFor === null
          ? null
          : t('analyses.waitsFor', { kind: codeWords(words, 'kind', waitsFor) });
  return (
    <li className="dl-analyses__item">
      <div>
        <h3 className="utrecht-heading-4">{shell.title}</h3>
        <p className="utrecht-paragraph">
          {codeWords(words, 'kind', shell.kind)} ·{' '}
          {method === undefined ? shell.method : inLanguage(method.title, words.language)}
        </p>
        <p className="utrecht-paragraph">{shell.use}</p>
        {why !== null && <p className="utrecht-paragraph dl-analyses__why">{why}</p>}
      </div>
      {canAsk && why === null && (
        <Button look="primary" onClick={() => setAsking(true)} aria-label={`${t('analyses.ask')}: ${shell.title}`}>
          {t('analyses.ask')}
        </Button>
      )}
      {isAsking && method !== undefined && (
        <RequestDialog shell={shell} method={method} onClose={() => setAsking(false)} />
      )}
    </li>
  );
}
