import { isAllowed } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { InterpretationCard } from './interpretation-card.js';
import { OpenForm } from './open-form.js';
import { interpretationsOptions } from './solutions-query.js';
import { StepLocked, useStepState } from './step-locked.js';
import './solutions.css';

/** The interpretation session: one result at a time, large enough for the wall of a meeting room; arrow keys go to the next. */
export function SessionPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const ability = useAbility();
  const maySit = isAllowed(ability, 'read', 'Interpretation', { labId: lab.id });
  const isOpen = useStepState('solutions') === 'open';
  const leads = isOpen && isAllowed(ability, 'lead', 'Interpretation', { labId: lab.id });
  const session = useQuery({ ...interpretationsOptions(lab.id), enabled: maySit });
  const [at, setAt] = useState(0);
  const wall = useRef<HTMLDivElement>(null);
  const items = session.data ?? [];
  const shown = Math.min(at, Math.max(0, items.length - 1));
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (isTyping) return;
      if (event.key === 'ArrowRight') setAt((now) => Math.min(now + 1, items.length - 1));
      if (event.key === 'ArrowLeft') setAt((now) => Math.max(now - 1, 0));
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, [items.length]);
  const item = items[shown];
  return (
    <Page
      title={t('session.title')}
      lead={t('session.lead')}
      actions={
        item !== undefined && (
          <Button onClick={() => void wall.current?.requestFullscreen()}>{t('session.projector')}</Button>
        )
      }
    >
      {!maySit && <Empty title={t('session.notYours')} text={t('session.notYoursText')} />}
      {maySit && <StepLocked step="solutions" />}
      {maySit && session.isPending && <Skeleton lines={8} />}
      {session.isError && <FailureAlert error={session.error} retry={() => void session.refetch()} />}
      {session.isSuccess && items.length === 0 && <Empty title={t('session.empty')} text={t('session.emptyText')} />}
      {session.isSuccess && leads && <OpenForm items={items} />}
      {item !== undefined && (
        <div ref={wall} className="dl-wall">
          <nav className="dl-wall__nav" aria-label={t('session.results')}>
            <Button look="subtle" onClick={() => setAt(Math.max(0, shown - 1))} aria-disabled={shown === 0}>
              {t('session.previous')}
            </Button>
            <p aria-live="polite">{t('session.position', { at: shown + 1, of: items.length })}</p>
            <Button
              look="subtle"
              onClick={() => setAt(Math.min(items.length - 1, shown + 1))}
              aria-disabled={shown === items.length - 1}
            >
              {t('session.next')}
            </Button>
          </nav>
          <InterpretationCard key={item.id} interpretation={item} />
        </div>
      )}
    </Page>
  );
}
