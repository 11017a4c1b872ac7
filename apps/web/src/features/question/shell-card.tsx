import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import {
  ApproveShellDocument,
  DiscardShellDocument,
  SendShellBackDocument,
  SubmitShellDocument,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { Talk } from '../together/talk.js';
import type { Shell } from './question-query.js';
import { ShellForm } from './shell-form.js';
import { ShellPreview } from './shell-preview.js';
import { useShellWords } from './use-shell-words.js';

const TONES: Record<Shell['state'], Tone> = {
  draft: 'neutral',
  submitted: 'active',
  approved: 'success',
  replaced: 'inactive',
};

/** One shell: what it will be, who approved it, what it looks like, and what this person can do with it. */
export function ShellCard({ shell, mayDraft }: { shell: Shell; mayDraft: boolean }) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const words = useShellWords();
  const [isEditing, setEditing] = useState(false);
  const [isSendingBack, setSendingBack] = useState(false);
  const [isPreviewing, setPreviewing] = useState(false);
  const [isDiscarding, setDiscarding] = useState(false);
  const shellId = shell.id;
  const act = useLabDeed((deed: () => Promise<unknown>) => deed());
  const back = useLabDeed(
    (remark: string) => request(SendShellBackDocument, { shellId, remark }),
    () => setSendingBack(false),
  );
  const approved = (id: string) => shell.approvals.some(({ organisationId }) => organisationId === id);
  const lacking = lab.participants.filter(({ organisation }) => !approved(organisation.id));
  const isExpert = lab.myRoles.includes('domain_expert');
  const heading = `shell-${shell.id}`;
  return (
    <article className="dl-shell dl-stack" aria-labelledby={heading}>
      <div className="dl-shell__head">
        <h3 id={heading} className="utrecht-heading-3">
          {shell.title}
        </h3>
        <StatusBadge tone={TONES[shell.state]}>{t(`question.shells.state.${shell.state}`)}</StatusBadge>
        {shell.version > 1 && (
          <span className="dl-quiet">{t('question.shells.version', { version: shell.version })}</span>
        )}
      </div>
      <p className="utrecht-paragraph">{words.sentence(shell)}</p>
      <p className="utrecht-paragraph">
        <strong>{t('question.shells.use')}</strong> {shell.use}
      </p>
      <p className="dl-quiet">{t('question.shells.sources', { names: words.sources(shell.datasetIds) })}</p>
      {shell.remark !== null && shell.state === 'draft' && (
        <p className="utrecht-paragraph">{t('question.shells.remark', { remark: shell.remark })}</p>
      )}
      {shell.state === 'submitted' && (
        <p className="utrecht-paragraph">
          {t('question.shells.lacking', {
            date: date(shell.since),
            names: lacking.map(({ organisation }) => organisation.name).join(', '),
          })}
        </p>
      )}
      {shell.state === 'approved' && (
        <p className="dl-quiet">
          {t('question.shells.approvedBy', {
            names: lab.participants
              .filter(({ organisation }) => approved(organisation.id))
              .map(({ organisation }) => organisation.name)
              .join(', '),
          })}
        </p>
      )}
      <details onToggle={({ currentTarget }) => setPreviewing(currentTarget.open)}>
        <summary>{t('question.shells.preview')}</summary>
        {isPreviewing && <ShellPreview shell={shell} />}
      </details>
      {act.error != null && !isDiscarding && <FailureAlert error={act.error} />}
      {!isEditing && (
        <div className="dl-actions">
          {mayDraft && shell.state === 'draft' && (
            <>
              <Button
                look="primary"
                isBusy={act.isPending}
                aria-describedby={heading}
                onClick={() => act.mutate(() => request(SubmitShellDocument, { shellId }))}
              >
                {t('question.shells.submit')}
              </Button>
              <Button aria-describedby={heading} onClick={() => setEditing(true)}>
                {t('question.shells.change')}
              </Button>
              <Button look="subtle" aria-describedby={heading} onClick={() => setDiscarding(true)}>
                {t('question.shells.discard')}
              </Button>
            </>
          )}
          {isExpert && shell.state === 'submitted' && (
            <>
              {!approved(me.organisation.id) && (
                <Button
                  look="primary"
                  isBusy={act.isPending}
                  aria-describedby={heading}
                  onClick={() => act.mutate(() => request(ApproveShellDocument, { shellId }))}
                >
                  {t('question.shells.approve', { organisation: me.organisation.name })}
                </Button>
              )}
              <Button aria-describedby={heading} onClick={() => setSendingBack(true)}>
                {t('question.shells.sendBack')}
              </Button>
            </>
          )}
          {mayDraft && shell.state === 'approved' && (
            <Button aria-describedby={heading} onClick={() => setEditing(true)}>
              {t('question.shells.revise')}
            </Button>
          )}
        </div>
      )}
      <Talk target={{ kind: 'shell', id: shellId }} about={shell.title} />
      {isEditing && <ShellForm shell={shell} onDone={() => setEditing(false)} />}
      {isDiscarding && (
        <ConfirmDialog
          title={t('question.shells.discardTitle')}
          text={shell.title}
          consequence={t('question.shells.discardText')}
          confirm={t('question.shells.discard')}
          change={act}
          onConfirm={() => act.mutate(() => request(DiscardShellDocument, { shellId }))}
          onClose={() => setDiscarding(false)}
        />
      )}
      {isSendingBack && (
        <ReasonDialog
          title={t('question.shells.sendBack')}
          text={shell.title}
          hint={t('question.shells.sendBackHint')}
          confirm={t('question.shells.sendBack')}
          isBusy={back.isPending}
          error={back.error}
          onConfirm={(remark) => back.mutate(remark)}
          onClose={() => setSendingBack(false)}
        />
      )}
    </article>
  );
}
