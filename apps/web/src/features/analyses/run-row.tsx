import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import { CancelRunDocument, RetryRunDocument, WithdrawRunDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Progress } from '../../ui/progress.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import type { RunDetails } from './analyses-query.js';
import { codeWords, endWords, inLanguage } from '../results/code-words.js';

const TONES: Record<string, Tone> = {
  requested: 'neutral',
  running: 'active',
  done: 'success',
  failed: 'error',
  refused: 'warning',
  cancelled: 'inactive',
  withdrawn: 'inactive',
};
const ACTS = {
  cancel: (id: string) => request(CancelRunDocument, { id }),
  retry: (id: string) => request(RetryRunDocument, { id }),
  withdraw: (id: string) => request(WithdrawRunDocument, { id }),
};
type Act = keyof typeof ACTS;
const POSSIBLE: Record<string, readonly Act[]> = {
  requested: ['cancel'],
  running: ['cancel'],
  done: ['withdraw'],
  failed: ['retry', 'withdraw'],
  cancelled: ['retry', 'withdraw'],
  refused: ['withdraw'],
};

/** One run: how it stands, live, with what an analyst can do about it. */
export function RunRow({ run }: { run: RunDetails }) {
  const words = useWords();
  const { t, moment, language } = words;
  const { lab } = useLab();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: async (what: Act): Promise<void> => {
      await ACTS[what](run.id);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs', lab.id] }),
  });
  const acts = lab.myRoles.includes('analyst') ? (POSSIBLE[run.state] ?? []) : [];
  return (
    <li className="dl-analyses__item">
      <div>
        <h3 className="utrecht-heading-4">
          <Link to="/labs/$labId/analyses/$runId" params={{ labId: lab.id, runId: run.id }}>
            {run.title}
          </Link>{' '}
          <StatusBadge tone={TONES[run.state] ?? 'neutral'}>{codeWords(words, 'state', run.state)}</StatusBadge>
        </h3>
        <p className="utrecht-paragraph">
          {run.method === null || run.method === undefined ? run.methodName : inLanguage(run.method.title, language)} ·{' '}
          {t('analyses.askedBy', { organisation: run.organisationName, when: moment(run.requestedAt) })}
        </p>
        {run.state === 'running' && <Progress label={t('analyses.progress')} value={run.progress} max={1} />}
        <WhyNot run={run} />
        {act.isError && <FailureAlert error={act.error} />}
      </div>
      <div className="dl-actions">
        {acts.map((what) => (
          <Button
            key={what}
            isBusy={act.isPending}
            onClick={() => act.mutate(what)}
            aria-label={`${t(`analyses.act.${what}`)}: ${run.title}`}
          >
            {t(`analyses.act.${what}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}

/** Why a run has no outcome: the clauses of the agreement in words, or what went wrong. */
export function WhyNot({ run }: { run: Pick<RunDetails, 'failure' | 'refusals'> }) {
  const words = useWords();
  if (run.failure === null || run.failure === undefined) return null;
  return (
    <div className="dl-analyses__why">
      <p className="utrecht-paragraph">{endWords(run.failure, words.language)}</p>
      {run.refusals.length > 0 && (
        <ul>
          {run.refusals.map((refusal) => (
            <li key={refusal.words.nl}>{inLanguage(refusal.words, words.language)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
