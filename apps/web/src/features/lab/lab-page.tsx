import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { useLab } from './lab-context.js';
import { LabActions } from './lab-actions.js';
import { Participants } from './participants.js';
import { ProcessLine } from './process-line.js';
import { StepHistory } from './step-history.js';

/** The lab: its question, its five steps with what is missing, who takes part, what this person can do. */
export function LabPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  return (
    <Page title={lab.name}>
      <dl className="dl-lab__question">
        <div>
          <dt>{t('lab.question')}</dt>
          <dd className="dl-lab__question-text">{lab.question || t('app.unknown')}</dd>
        </div>
        <div>
          <dt>{t('lab.goal')}</dt>
          <dd>{lab.goal || t('app.unknown')}</dd>
        </div>
      </dl>
      <LabActions lab={lab} />
      <section className="dl-section" aria-labelledby="steps">
        <h2 id="steps" className="utrecht-heading-2">
          {t('lab.stepsTitle')}
        </h2>
        <p className="utrecht-paragraph dl-quiet">{t('lab.stepsLead')}</p>
        <ProcessLine lab={lab} />
      </section>
      <section className="dl-section" aria-labelledby="history">
        <h2 id="history" className="utrecht-heading-2">
          {t('process.history')}
        </h2>
        <p className="utrecht-paragraph dl-quiet">{t('process.historyLead')}</p>
        <StepHistory labId={lab.id} />
      </section>
      <section className="dl-section" aria-labelledby="participants">
        <h2 id="participants" className="utrecht-heading-2">
          {t('lab.participants')}
        </h2>
        <Participants lab={lab} />
      </section>
    </Page>
  );
}
