import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { useLab } from '../lab/lab-context.js';
import { CommentThread } from './comment-thread.js';
import { DeadlineBadge } from './deadline-badge.js';
import { DeadlineForm } from './deadline-form.js';
import { commentCountsOptions, type Target } from './together-query.js';
import './together.css';

interface TalkProps {
  target: Target;
  /** Names the thing for who cannot see where it stands. */
  about: string;
  /** There only once something was said or planned. */
  isQuiet?: boolean;
  /** One among many in a list: a single small button until somebody wants to say or plan something. */
  isFolded?: boolean;
}

/** Under a thing of a lab: the day on which it must be ready, and what people said about it. */
export function Talk({ target, about, isQuiet = false, isFolded = false }: TalkProps) {
  const { t } = useWords();
  const { lab } = useLab();
  const [isUnfolded, setUnfolded] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [isPlanning, setPlanning] = useState(false);
  const counts = useQuery(commentCountsOptions(lab.id));
  const count = counts.data?.find(({ kind, id }) => kind === target.kind && id === target.id)?.count ?? 0;
  const deadline = lab.deadlines.find(({ kind, targetId }) => kind === target.kind && targetId === target.id);
  const mayPlan = lab.can.leadSteps && lab.state === 'active';
  if (isQuiet && count === 0 && deadline === undefined) return null;
  const ofIt = <span className="dl-visually-hidden">: {about}</span>;
  return (
    <div className="dl-talk">
      <div className="dl-talk__bar">
        {deadline !== undefined && <DeadlineBadge deadline={deadline} />}
        {isFolded && (
          <Button look="subtle" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            <span aria-hidden="true">···</span>
            <span className="dl-visually-hidden">{t(mayPlan ? 'together.moreOrPlan' : 'together.more')}</span>
            {count > 0 && <span> {t('together.comments', { count })}</span>}
            {ofIt}
          </Button>
        )}
        {(!isFolded || isUnfolded) && (
          <>
            <Button look="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {count === 0 || isFolded ? t('together.talk') : t('together.talkCount', { count })}
              {ofIt}
            </Button>
            {mayPlan && (
              <Button look="subtle" aria-expanded={isPlanning} onClick={() => setPlanning(!isPlanning)}>
                {t(deadline === undefined ? 'together.plan' : 'together.planAnew')}
                {ofIt}
              </Button>
            )}
          </>
        )}
      </div>
      {isPlanning && <DeadlineForm target={target} deadline={deadline} onDone={() => setPlanning(false)} />}
      {isOpen && <CommentThread target={target} about={about} />}
    </div>
  );
}
