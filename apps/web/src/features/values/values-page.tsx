import { isAllowed } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { RiskSection } from './risk-section.js';
import { ValueCard } from './value-card.js';
import { valuesOptions } from './values-query.js';
import './values.css';

/** The seven public values: what the platform knows beside what each organisation answers. */
export function ValuesPage() {
  const { t } = useWords();
  const { lab, me } = useLab();
  const { run } = useSearch({ from: '/labs/$labId/values' });
  const mayAnswer = isAllowed(useAbility(), 'answer', 'PublicValues', { labId: lab.id });
  const values = useQuery(valuesOptions(lab.id, run));
  if (values.isPending) return <PageSkeleton />;
  if (values.isError) return <FailureAlert error={values.error} retry={() => void values.refetch()} />;
  const view = values.data;
  const waiting = view.organisations.filter(({ organisationId }) =>
    view.values.some(({ owing }) => owing.includes(organisationId)),
  );
  const standing = view.standing as 'answered' | 'missing' | 'reopened';
  return (
    <Page title={t(run === undefined ? 'values.title' : 'values.titleOfRun')} lead={t('values.lead')}>
      <Alert tone={standing === 'answered' ? 'ok' : 'warning'} title={t(`values.standing.${standing}`)}>
        {view.causes.length > 0 && (
          <ul className="utrecht-unordered-list">
            {view.causes.map((cause) => (
              <li key={cause}>{t(`values.cause.${cause as 'new_rows'}`)}</li>
            ))}
          </ul>
        )}
        {waiting.length > 0 && (
          <p className="utrecht-paragraph">
            {t('values.waitingFor', { names: waiting.map(({ name }) => name).join(', ') })}
          </p>
        )}
      </Alert>
      {run === undefined && <RiskSection />}
      {view.values.map((value) => (
        <ValueCard
          key={value.value}
          value={value}
          organisations={view.organisations}
          runId={run}
          own={mayAnswer ? me.organisation.id : undefined}
        />
      ))}
    </Page>
  );
}
