import { isAllowed } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { FindingItem } from './finding-item.js';
import { SolutionCard } from './solution-card.js';
import { interpretationsOptions, solutionsOptions } from './solutions-query.js';
import { StepLocked } from './step-locked.js';
import './solutions.css';

/** Step 5: what was found, and what each party will do about it. */
export function SolutionsPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const ability = useAbility();
  const maySit = isAllowed(ability, 'read', 'Interpretation', { labId: lab.id });
  const all = useQuery(solutionsOptions(lab.id));
  const session = useQuery({ ...interpretationsOptions(lab.id), enabled: maySit });
  const waiting = session.data?.filter(({ state }) => state !== 'agreed').length ?? 0;
  return (
    <Page title={t('solutions.title')} lead={t('solutions.lead')}>
      <StepLocked step="solutions" />
      {maySit && (
        <section className="dl-section" aria-labelledby="session">
          <h2 id="session" className="utrecht-heading-2">
            {t('solutions.session')}
          </h2>
          <p className="utrecht-paragraph">
            {session.isSuccess && t('solutions.onTable', { count: session.data.length })}{' '}
            {session.isSuccess && session.data.length > 0 && t('solutions.undiscussed', { count: waiting })}{' '}
            <Link to="/labs/$labId/session" params={{ labId: lab.id }} className="utrecht-link">
              {t('solutions.toSession')}
            </Link>
          </p>
        </section>
      )}
      {all.isPending && <Skeleton lines={6} />}
      {all.isError && <FailureAlert error={all.error} retry={() => void all.refetch()} />}
      {all.isSuccess && (
        <>
          <section className="dl-section dl-stack" aria-labelledby="findings">
            <h2 id="findings" className="utrecht-heading-2">
              {t('solutions.findings')}
            </h2>
            {all.data.findings.length === 0 && (
              <Empty title={t('solutions.noFindings')} text={t('solutions.noFindingsText')} />
            )}
            <ol className="dl-findings">
              {all.data.findings.map((finding) => (
                <FindingItem key={finding.id} finding={finding} solutions={all.data.solutions} />
              ))}
            </ol>
          </section>
          <section className="dl-section dl-stack" aria-labelledby="solutions">
            <h2 id="solutions" className="utrecht-heading-2">
              {t('solutions.solutions')}
            </h2>
            {all.data.solutions.length === 0 && <Empty title={t('solutions.none')} text={t('solutions.noneText')} />}
            {all.data.solutions.map((solution) => (
              <SolutionCard key={solution.id} solution={solution} owners={all.data.solutionOwners} />
            ))}
          </section>
        </>
      )}
    </Page>
  );
}
