import { approvalStillNeeded } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { ReleaseCheckQuery } from '../../gql/operations.js';
import { Alert } from '../../ui/alert.js';
import type { ShownRelease } from './releases-query.js';

type Review = ReleaseCheckQuery['releaseCheck']['reviews'][number];

/** What this person judged of what lies there now; undefined where they did not yet. */
export const myJudgement = (reviews: readonly Review[]): Review | undefined =>
  reviews.find(({ isMine, counts }) => isMine && counts);

/** In the place of the form, for who has judged: what they said, whose approval is still waited for, and what to do on second thoughts. */
export function MyJudgement({ mine, reviews, state }: MyJudgementProps) {
  const { t, moment } = useWords();
  const approvals = reviews
    .filter(({ counts, verdict }) => counts && verdict === 'approve')
    .map(({ organisationName, asPrivacyOfficer }) => ({ organisationId: organisationName, asPrivacyOfficer }));
  const needed = approvalStillNeeded(approvals);
  const isWaiting = state === 'submitted' || state === 'partially_reviewed';
  const from = approvals.map(({ organisationId }) => organisationId).join(', ');
  return (
    <Alert tone={mine.verdict === 'approve' ? 'ok' : 'info'} title={t('release.judged')}>
      <p>
        <strong>{t(`release.verdict.${mine.verdict}`)}</strong>
        {mine.remark !== '' && ` – ${mine.remark}`} <span className="dl-quiet">{moment(mine.at)}</span>
      </p>
      {isWaiting && needed !== null && <p>{t(`release.needed.${needed}`, { from })}</p>}
      {!isWaiting && <p>{t('release.nowState', { state: t(`release.state.${state}`) })}</p>}
      {isWaiting && <p>{t('release.secondThoughts')}</p>}
    </Alert>
  );
}

interface MyJudgementProps {
  mine: Review;
  reviews: readonly Review[];
  state: ShownRelease['state'];
}
