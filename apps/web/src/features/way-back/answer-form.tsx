import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ApiError } from '../../gql/api-error.js';
import { AnswerWayBackDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button, LinkButton } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TextareaField } from '../../ui/field.js';
import { useLabDeed } from '../lab/use-lab-change.js';

const signInAgainUrl = () => `/auth/sign-in-again?returnTo=${encodeURIComponent(location.pathname)}`;
const LEAST_REASON = 3;

/** A privacy officer answers for their organisation; whoever answers has signed in again just before. */
export function AnswerForm({ id, organisation }: { id: string; organisation: string }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const answer = useLabDeed((approves: boolean) =>
    request(AnswerWayBackDocument, { id, approves, reason: reason.trim() }),
  );
  const mustSignIn = answer.error instanceof ApiError && answer.error.reason === 'agreement.sign-in-again';
  const give = (approves: boolean) => {
    const needsReason = !approves && reason.trim().length < LEAST_REASON;
    setMissing(needsReason);
    if (!needsReason && !answer.isPending) answer.mutate(approves);
  };
  return (
    <Alert tone="info" title={t('wayBack.answerTitle', { organisation })}>
      <p className="utrecht-paragraph">{t(mustSignIn ? 'agreement.signInAgainNow' : 'wayBack.answerText')}</p>
      <TextareaField
        label={t('wayBack.answerReason')}
        hint={t('wayBack.answerReasonHint')}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={isMissing ? t('wayBack.answerReasonMissing') : undefined}
      />
      {answer.error !== null && !mustSignIn && <FailureAlert error={answer.error} />}
      <div className="dl-actions">
        <LinkButton look={mustSignIn ? 'primary' : 'secondary'} href={signInAgainUrl()}>
          {t('agreement.signInAgain')}
        </LinkButton>
        <Button look={mustSignIn ? 'secondary' : 'primary'} isBusy={answer.isPending} onClick={() => give(true)}>
          {t('wayBack.approve')}
        </Button>
        <Button look="danger" isBusy={answer.isPending} onClick={() => give(false)}>
          {t('wayBack.refuse')}
        </Button>
      </div>
    </Alert>
  );
}
