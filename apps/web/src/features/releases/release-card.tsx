import { isDocumented, type ReleaseDocument } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import {
  AskToReleaseDocument,
  DraftSafeVersionDocument,
  SubmitReleaseDocument,
  WithdrawReleaseDocument,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { ChangeForm } from './change-form.js';
import { ExportForm } from './export-form.js';
import { ReleasedOutcome } from './released-outcome.js';
import type { ShownRelease } from './releases-query.js';
import { StoppedRelease } from './stopped-release.js';

const TONES: Record<ShownRelease['state'], Tone> = {
  draft: 'neutral',
  submitted: 'active',
  partially_reviewed: 'active',
  approved: 'active',
  returned: 'warning',
  refused: 'error',
  released: 'success',
  withdrawn: 'inactive',
};

/** What can get other words: all that did not leave, and was not refused for good. */
const CHANGEABLE: readonly ShownRelease['state'][] = [
  'draft',
  'submitted',
  'partially_reviewed',
  'approved',
  'returned',
];

/** One version of one thing that is given: how it stands, why it was stopped, and what can be done with it. */
export function ReleaseCard({ release }: { release: ShownRelease }) {
  const { t, date } = useWords();
  const { lab } = useLab();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const { id, state, stopped, releasedAt } = release;
  const step = lab.steps.find((one) => one.step === (release.runId == null ? 'factual_picture' : 'deeper_analyses'));
  const isFromBefore =
    releasedAt != null && step?.reopenedAt != null && isDocumented(new Date(releasedAt), new Date(step.reopenedAt));
  const submit = useLabDeed(() => request(SubmitReleaseDocument, { id }));
  const ask = useLabDeed(() => request(AskToReleaseDocument, { id }));
  const instead = useLabDeed((index: number) => request(DraftSafeVersionDocument, { id, index }));
  const withdraw = useLabDeed((reason: string) => request(WithdrawReleaseDocument, { id, reason }));
  const leads = lab.myRoles.includes('coordinator') || lab.myRoles.includes('privacy_officer');
  const mayWithdraw = (release.isPending || state === 'released') && (release.isMine || leads);
  // A refresh has the words of the form that was checked; other words are another form.
  const mayChange = CHANGEABLE.includes(state) && release.isMine && !release.isRefresh;
  const error = submit.error ?? ask.error ?? instead.error;
  return (
    <section className="dl-card dl-stack" aria-labelledby={`release-${id}`}>
      <h2 id={`release-${id}`} className="utrecht-heading-3">
        {release.context.title}
      </h2>
      <p className="utrecht-paragraph">
        <StatusBadge tone={TONES[state]}>{t(`release.state.${state}`)}</StatusBadge>{' '}
        {t('release.version', { version: release.version })} · {t(`release.tier.${release.tier}`)}
        {release.releasedAt != null && <> · {t('release.releasedOn', { date: date(release.releasedAt) })}</>}
        {release.isRefresh && state === 'released' && <> · {t('release.refresh')}</>}
        {release.isRefresh && release.isPending && <> · {t('release.refreshWaits')}</>}
      </p>
      {isFromBefore && <p className="dl-quiet">{t('release.documented')}</p>}
      <p className="utrecht-paragraph">{release.context.what}</p>
      {release.withdrawnReason != null && (
        <Alert tone="warning" title={t('release.withdrawnTitle')}>
          {release.withdrawnReason}
        </Alert>
      )}
      {stopped !== null && (
        <StoppedRelease
          stopped={stopped}
          isMine={release.isMine}
          isBusy={instead.isPending}
          onInstead={(index) => instead.mutate(index)}
        />
      )}
      {error !== null && <FailureAlert error={error} />}
      {state === 'released' && release.document !== null && <OutcomeToSee document={release.document} />}
      {state === 'released' && release.document !== null && <ExportForm release={release} />}
      {isChanging ? (
        <ChangeForm release={release} onDone={() => setChanging(false)} />
      ) : (
        <div className="dl-actions">
          {state === 'draft' && release.isMine && (
            <Button look="primary" isBusy={submit.isPending} onClick={() => submit.mutate(undefined)}>
              {t('release.submit')}
            </Button>
          )}
          {state === 'approved' && (release.isMine || leads) && (
            <Button isBusy={ask.isPending} onClick={() => ask.mutate(undefined)}>
              {t('release.askAgain')}
            </Button>
          )}
          {mayChange && <Button onClick={() => setChanging(true)}>{t('release.change')}</Button>}
          {mayWithdraw && (
            <Button look="subtle" onClick={() => setWithdrawing(true)}>
              {t('release.withdraw')}
            </Button>
          )}
        </div>
      )}
      {isWithdrawing && (
        <ReasonDialog
          title={t('release.withdraw')}
          text={t('release.withdrawText')}
          hint={t('release.withdrawHint')}
          confirm={t('release.withdraw')}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={(reason) => withdraw.mutate(reason, { onSuccess: () => setWithdrawing(false) })}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </section>
  );
}

/** Drawn only once somebody wants to see it: a page has many, and some have a map. */
function OutcomeToSee({ document }: { document: ReleaseDocument }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('release.see')}</summary>
      {isOpen && <ReleasedOutcome document={document} />}
    </details>
  );
}
