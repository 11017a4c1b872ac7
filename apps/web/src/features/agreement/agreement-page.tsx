import { isAllowed } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { StartAgreementDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Page } from '../../ui/page.js';
import { PageSkeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { agreementOptions } from './agreement-query.js';
import { AgreementReader } from './agreement-reader.js';
import { VersionList } from './version-list.js';
import './agreement.css';

const UNDER_WAY = ['draft', 'proposed', 'signing'];

/** What the organisations agree on sharing data: the version under way or in force, and all before it. */
export function AgreementPage() {
  const { t } = useWords();
  const { lab } = useLab();
  const mayDraft = isAllowed(useAbility(), 'draft', 'Agreement', { labId: lab.id });
  const agreement = useQuery(agreementOptions(lab.id));
  const [chosen, choose] = useState<string>();
  const start = useLabDeed(() => request(StartAgreementDocument, { labId: lab.id }));
  if (agreement.isPending) return <PageSkeleton />;
  if (agreement.isError) return <FailureAlert error={agreement.error} retry={() => void agreement.refetch()} />;
  const { versions, stepState } = agreement.data;
  const shown = versions.find(({ id }) => id === chosen) ?? versions[0];
  const mayStart = mayDraft && !versions.some(({ state }) => UNDER_WAY.includes(state));
  const begin = (
    <Button
      look={versions.length === 0 ? 'primary' : 'secondary'}
      isBusy={start.isPending}
      onClick={() => start.mutate()}
    >
      {t(versions.length === 0 ? 'agreement.startSample' : 'agreement.startChange')}
    </Button>
  );
  return (
    <Page title={t('agreement.title')} lead={t('agreement.lead')} actions={mayStart && begin}>
      {start.error != null && <FailureAlert error={start.error} />}
      {stepState === 'locked' && (
        <Alert tone="info" title={t('agreement.lockedTitle')}>
          <p className="utrecht-paragraph">{t('agreement.lockedText')}</p>
        </Alert>
      )}
      {shown === undefined ? (
        <Empty title={t('agreement.emptyTitle')} text={t(mayDraft ? 'agreement.emptyText' : 'agreement.emptyOther')} />
      ) : (
        <>
          {versions.length > 1 && <VersionList versions={versions} shown={shown.id} onChoose={choose} />}
          <AgreementReader key={`${shown.id} ${shown.revision}`} version={shown} isLocked={stepState === 'locked'} />
        </>
      )}
    </Page>
  );
}
