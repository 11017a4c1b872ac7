import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { RequestRunDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { useLab } from '../lab/lab-context.js';
import type { Analyses } from './analyses-query.js';
import { codeWords, inLanguage } from './code-words.js';

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
  const { lab } = useLab();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      request(RequestRunDocument, { wish: { labId: lab.id, shellId: shell.id, purpose: 'understand_nuisance' } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs', lab.id] }),
  });
  const why =
    method === undefined
      ? t('analyses.methodNotBuilt')
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
        {ask.isError && <FailureAlert error={ask.error} />}
      </div>
      {canAsk && why === null && (
        <Button
          look="primary"
          isBusy={ask.isPending}
          onClick={() => ask.mutate()}
          aria-label={`${t('analyses.ask')}: ${shell.title}`}
        >
          {t('analyses.ask')}
        </Button>
      )}
    </li>
  );
}
