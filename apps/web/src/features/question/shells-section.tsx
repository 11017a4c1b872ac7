import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { shellsOptions } from './question-query.js';
import { ShellCard } from './shell-card.js';
import { ShellForm } from './shell-form.js';

const DRAFTERS = ['domain_expert', 'analyst', 'coordinator'];

/** The tables and maps that will be made, before there is a number in them. */
export function ShellsSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const [isDrafting, setDrafting] = useState(false);
  const shells = useQuery(shellsOptions(lab.id));
  const mayDraft = lab.myRoles.some((role) => DRAFTERS.includes(role));
  const current = shells.data?.filter(({ state }) => state !== 'replaced') ?? [];
  return (
    <section className="dl-section dl-stack" aria-labelledby="question-shells">
      <h2 id="question-shells" className="utrecht-heading-2">
        {t('question.shells.title')}
      </h2>
      <p className="utrecht-paragraph">{t('question.shells.lead')}</p>
      {shells.isPending && <Skeleton lines={4} />}
      {shells.isError && <FailureAlert error={shells.error} retry={() => void shells.refetch()} />}
      {shells.isSuccess && current.length === 0 && <p className="dl-quiet">{t('question.shells.none')}</p>}
      {current.map((shell) => (
        <ShellCard key={shell.id} shell={shell} mayDraft={mayDraft} />
      ))}
      {mayDraft && !isDrafting && (
        <div className="dl-actions">
          <Button onClick={() => setDrafting(true)}>{t('question.shells.draft')}</Button>
        </div>
      )}
      {isDrafting && <ShellForm onDone={() => setDrafting(false)} />}
    </section>
  );
}
