import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { JudgeSampleDocument, ReviewReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TextareaField } from '../../ui/field.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { ShownRelease } from './releases-query.js';

const LEAST_REMARK = 3;

/** A checker's judgement: approve as it is, send it back, or refuse; for a drawn refresh whether it is sound. */
export function JudgeForm({ release: { id, sampledAt, state } }: { release: ShownRelease }) {
  const { t } = useWords();
  const [remark, setRemark] = useState('');
  const [isMissing, setMissing] = useState(false);
  const review = useLabDeed((verdict: 'approve' | 'return' | 'refuse') =>
    request(ReviewReleaseDocument, { id, verdict, remark: remark.trim() }),
  );
  const sample = useLabDeed((verdict: 'sound' | 'unsound') => request(JudgeSampleDocument, { id, verdict }));
  const judge = (verdict: 'approve' | 'return' | 'refuse') => {
    const needsWords = verdict !== 'approve' && remark.trim().length < LEAST_REMARK;
    setMissing(needsWords);
    if (!needsWords && !review.isPending) review.mutate(verdict);
  };
  const error = review.error ?? sample.error;
  if (sampledAt != null && state === 'released')
    return (
      <div className="dl-stack">
        <p className="utrecht-paragraph">{t('release.sampleText')}</p>
        {error !== null && <FailureAlert error={error} />}
        <div className="dl-actions">
          <Button look="primary" isBusy={sample.isPending} onClick={() => sample.mutate('sound')}>
            {t('release.sound')}
          </Button>
          <Button look="danger" isBusy={sample.isPending} onClick={() => sample.mutate('unsound')}>
            {t('release.unsound')}
          </Button>
        </div>
      </div>
    );
  return (
    <form className="dl-stack" onSubmit={(event) => event.preventDefault()}>
      <TextareaField
        label={t('release.remark')}
        hint={t('release.remarkHint')}
        rows={3}
        maxLength={2000}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        error={isMissing ? t('release.remarkMissing') : undefined}
      />
      {error !== null && <FailureAlert error={error} />}
      <div className="dl-actions">
        <Button look="primary" isBusy={review.isPending} onClick={() => judge('approve')}>
          {t('release.approve')}
        </Button>
        <Button isBusy={review.isPending} onClick={() => judge('return')}>
          {t('release.return')}
        </Button>
        <Button look="danger" isBusy={review.isPending} onClick={() => judge('refuse')}>
          {t('release.refuse')}
        </Button>
      </div>
    </form>
  );
}
