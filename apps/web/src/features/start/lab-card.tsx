import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import type { LabSummary } from '../../gql/types.js';
import { StepDots } from './step-dots.js';

export function LabCard({ lab }: { lab: LabSummary }) {
  const { t } = useWords();
  const current = lab.steps.find(({ state }) => state === 'open' || state === 'in_review');
  return (
    <li className="dl-card dl-lab-card">
      <h3 className="utrecht-heading-3">
        <Link to="/labs/$labId" params={{ labId: lab.id }} className="utrecht-link">
          {lab.name}
        </Link>
      </h3>
      <p className="utrecht-paragraph">{lab.question}</p>
      <StepDots steps={lab.steps} />
      <dl className="dl-lab-card__facts">
        <div>
          <dt>{t('start.currentStep')}</dt>
          <dd>{current === undefined ? t('start.allDone') : t(`steps.${current.step}.name`)}</dd>
        </div>
        <div>
          <dt>{t('start.region')}</dt>
          <dd>{lab.region.name}</dd>
        </div>
        <div>
          <dt>{t('start.yourRole', { count: lab.myRoles.length })}</dt>
          <dd>{lab.myRoles.map((role) => t(`role.${role}`)).join(', ') || t('app.none')}</dd>
        </div>
      </dl>
    </li>
  );
}
