import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { ForecastsSection } from '../forecasts/forecasts-section.js';
import { useLab } from '../lab/lab-context.js';
import { analysesOptions, type Analyses } from './analyses-query.js';
import { RunRow } from './run-row.js';
import { ShellToRun } from './shell-to-run.js';
import './analyses.css';

/** Step 4: which approved output shells can be filled, what is being run, and what came of it. */
export function AnalysesPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const analyses = useQuery(analysesOptions(lab.id));
  const step = lab.steps.find((one) => one.step === 'deeper_analyses');
  return (
    <Page title={t('analyses.title')} lead={t('analyses.lead')}>
      {step?.state === 'locked' && (
        <Alert tone="info" title={t('analyses.lockedTitle')}>
          <p className="utrecht-paragraph">{t('analyses.lockedText')}</p>
        </Alert>
      )}
      {analyses.isPending && <Skeleton lines={6} />}
      {analyses.isError && <FailureAlert error={analyses.error} retry={() => void analyses.refetch()} />}
      {analyses.isSuccess && (
        <>
          <Shells data={analyses.data} canAsk={lab.myRoles.includes('analyst') && step?.state === 'open'} />
          <ForecastsSection canWrite={lab.myRoles.includes('analyst') && step?.state === 'open'} />
          <Runs data={analyses.data} />
        </>
      )}
    </Page>
  );
}

function Shells({ data, canAsk }: { data: Analyses; canAsk: boolean }) {
  const { t } = useWords();
  const approved = data.outputShells.filter(({ state }) => state === 'approved');
  return (
    <section className="dl-section dl-stack" aria-labelledby="analyses-shells">
      <h2 id="analyses-shells" className="utrecht-heading-2">
        {t('analyses.shells')}
      </h2>
      {approved.length === 0 && <Empty title={t('analyses.noShellsTitle')} text={t('analyses.noShellsText')} />}
      <ul className="dl-analyses__list">
        {approved.map((shell) => (
          <ShellToRun
            key={shell.id}
            shell={shell}
            method={data.runMethods.find(({ name }) => name === shell.method)}
            waitsFor={data.runTurns.find(({ kind }) => kind === shell.kind)?.waitsFor ?? null}
            canAsk={canAsk}
          />
        ))}
      </ul>
    </section>
  );
}

function Runs({ data }: { data: Analyses }) {
  const { t } = useWords();
  return (
    <section className="dl-section dl-stack" aria-labelledby="analyses-runs">
      <h2 id="analyses-runs" className="utrecht-heading-2">
        {t('analyses.runs')}
      </h2>
      {data.runs.length === 0 && <Empty title={t('analyses.noRunsTitle')} text={t('analyses.noRunsText')} />}
      <ul className="dl-analyses__list">
        {data.runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </ul>
    </section>
  );
}
