import { useWords } from '../../app/i18n/use-words.js';
import { LetPartnersAnswerDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { useLab } from './lab-context.js';
import { useLabDeed } from './use-lab-change.js';

/** On every page of a rehearsal: that nothing here is real, and that it never will be. Its coordinator lets the invented partners answer from here. */
export function RehearsalBanner() {
  const { t } = useWords();
  const { lab } = useLab();
  const answer = useLabDeed(() => request(LetPartnersAnswerDocument, { labId: lab.id }));
  const mayAsk = lab.can.leadSteps && lab.state !== 'closed' && lab.state !== 'closing';
  return (
    <Alert tone="warning" title={t('labs.rehearsalTitle')}>
      <p>{t('labs.rehearsalText')}</p>
      {mayAsk && (
        <>
          <p>{t('labs.partnersLead')}</p>
          <div className="dl-actions">
            <Button isBusy={answer.isPending} onClick={() => answer.mutate()}>
              {t('labs.partnersAnswer')}
            </Button>
            <span role="status">
              {answer.isSuccess &&
                (answer.data.letPartnersAnswer === 0
                  ? t('labs.partnersNothing')
                  : t('labs.partnersDone', { count: answer.data.letPartnersAnswer }))}
            </span>
          </div>
          {answer.isError && <FailureAlert error={answer.error} />}
        </>
      )}
    </Alert>
  );
}
