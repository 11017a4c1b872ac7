import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import type { Lab, LabStep } from '../../gql/types.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { Talk } from '../together/talk.js';
import { Consents } from './consents.js';
import { Criteria } from './criteria.js';
import { StepControls } from './step-controls.js';
import { STEP_PAGES } from './step-pages.js';
import { stepNotice } from './step-notice.js';

/** A step that can be worked on shows its number instead. */
const ICONS: Partial<Record<LabStep['state'], IconName>> = { locked: 'lock', done: 'check' };
const TONES: Record<LabStep['state'], Tone> = {
  locked: 'inactive',
  open: 'active',
  in_review: 'warning',
  done: 'success',
};

interface ProcessStepProps {
  lab: Lab;
  step: LabStep;
  number: number;
  previous: LabStep | undefined;
}

export function ProcessStep({ lab, step, number, previous }: ProcessStepProps) {
  const { t, date } = useWords();
  const isCurrent = step.state === 'open' || step.state === 'in_review';
  const notice = stepNotice(step);
  // What holds and was consented to is there for whoever asks; the step that is worked on is what a page is opened for.
  const isSettled = step.state === 'done' && step.criteria.every(({ met }) => met);
  const icon = ICONS[step.state];
  return (
    <li className={`dl-step dl-step--${step.state}`} aria-current={isCurrent ? 'step' : undefined}>
      <span className="dl-step__marker" aria-hidden="true">
        {icon === undefined ? number : <Icon name={icon} />}
      </span>
      <div className="dl-step__body">
        <div className="dl-step__head">
          <h3 className="utrecht-heading-3">
            <span className="dl-step__number">{t('steps.number', { number })}</span> {t(`steps.${step.step}.name`)}
          </h3>
          <StatusBadge tone={TONES[step.state]}>{t(`steps.state.${step.state}`)}</StatusBadge>
          {step.state !== 'locked' && (
            <span className="dl-step__since">{t('steps.since', { date: date(step.since) })}</span>
          )}
        </div>
        <p className="utrecht-paragraph">
          {t(`steps.${step.step}.what`)}{' '}
          <Link to={STEP_PAGES[step.step]} params={{ labId: lab.id }} className="utrecht-link">
            {t('steps.toPage')}
            <span className="dl-visually-hidden">: {t(`steps.${step.step}.name`)}</span>
          </Link>
        </p>
        {notice !== undefined && (
          <p className="dl-step__notice">
            {t(`steps.${notice}`, { step: previous === undefined ? '' : t(`steps.${previous.step}.name`) })}
          </p>
        )}
        {step.state === 'open' && step.reason !== null && (
          <p className="dl-step__notice">{t('process.reopenedBecause', { reason: step.reason })}</p>
        )}
        {step.fellBack && <p className="dl-step__notice dl-step__notice--warning">{t('process.fellBack')}</p>}
        {step.state === 'done' && step.criteria.some(({ met }) => !met) && (
          <p className="dl-step__notice dl-step__notice--warning">{t('process.doneUnmet')}</p>
        )}
        {isSettled ? (
          <details>
            <summary>{t('process.settled')}</summary>
            <Judged lab={lab} step={step} />
          </details>
        ) : (
          <Judged lab={lab} step={step} />
        )}
        {step.state !== 'locked' && <StepControls step={step} />}
        <Talk target={{ kind: 'step', id: step.step }} about={t(`steps.${step.step}.name`)} />
      </div>
    </li>
  );
}

/** What a step needs, and what each organisation answered to it. */
function Judged({ lab, step }: Pick<ProcessStepProps, 'lab' | 'step'>) {
  return (
    <>
      {step.criteria.length > 0 && (
        <Criteria criteria={step.criteria} step={step.step} isOpen={step.state === 'open'} />
      )}
      {(step.state === 'in_review' || step.state === 'done') && <Consents lab={lab} step={step} />}
    </>
  );
}
