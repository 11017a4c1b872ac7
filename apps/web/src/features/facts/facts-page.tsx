import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Criteria } from '../lab/criteria.js';
import { useLab } from '../lab/lab-context.js';
import { BaselineSection } from '../labs/baseline-section.js';
import { CrossSourceSection } from './cross-source-section.js';
import { DifferenceSection } from './difference-section.js';
import { factsOptions } from './facts-query.js';
import { InventorySection } from './inventory-section.js';
import { KeyHolderSection } from './key-holder-section.js';
import { KnownFactsSection } from './known-facts-section.js';
import { QuestionsSection } from './questions-section.js';
import { TermsSection } from './terms-section.js';
import './facts.css';

const SUBMITTED: readonly string[] = ['in_review', 'done'];

/** Step 2 on one page: what was agreed, who has brought what, what everybody knows, what the picture says and what to ask next. */
export function FactsPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const facts = useQuery(factsOptions(lab.id));
  const step = lab.steps.find((one) => one.step === 'factual_picture');
  return (
    <Page
      title={t('facts.title')}
      lead={t('facts.lead')}
      actions={
        <Link to="/labs/$labId/hotspots" params={{ labId: lab.id }} className="utrecht-link">
          {t('facts.toPicture')}
        </Link>
      }
    >
      {step?.state === 'locked' && (
        <Alert tone="info" title={t('facts.lockedTitle')}>
          <p className="utrecht-paragraph">{t('facts.lockedText')}</p>
        </Alert>
      )}
      {step !== undefined && step.criteria.length > 0 && (
        <Criteria criteria={step.criteria} step={step.step} isOpen={step.state === 'open'} />
      )}
      <TermsSection />
      {facts.isPending && <Skeleton lines={6} />}
      {facts.isError && <FailureAlert error={facts.error} retry={() => void facts.refetch()} />}
      {facts.isSuccess && (
        <>
          <InventorySection
            nothing={facts.data.nothingToDeliver}
            isSubmitted={step !== undefined && SUBMITTED.includes(step.state)}
          />
          <KeyHolderSection />
          <KnownFactsSection facts={facts.data.knownFacts} />
        </>
      )}
      <CrossSourceSection />
      <DifferenceSection />
      <BaselineSection />
      {facts.isSuccess && <QuestionsSection questions={facts.data.deeperQuestions} />}
    </Page>
  );
}
