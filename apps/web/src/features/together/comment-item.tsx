import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SettleMentionDocument, WithdrawCommentDocument } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { ChangeCommentForm } from './comment-form.js';
import type { LabComment } from './together-query.js';

/** One comment: who in which role, what they say and said before, whom they ask, and what one can do with it. */
export function CommentItem({ comment }: { comment: LabComment }) {
  const { t, moment } = useWords();
  const { lab } = useLab();
  const [isChanging, setChanging] = useState(false);
  const withdraw = useLabChange(WithdrawCommentDocument);
  const { id, versions, roles, withdrawnAt, isMine } = comment;
  const [now, ...before] = versions;
  const who = comment.writerName ?? roles.map((role) => t(`role.${role}`)).join(', ');
  return (
    <li className="dl-comment">
      <p className="dl-small">
        <strong>{comment.organisationName}</strong>
        {who !== '' && ` · ${who}`} <span className="dl-quiet">· {moment(comment.writtenAt)}</span>
      </p>
      {withdrawnAt !== null && <p className="dl-quiet">{t('together.withdrawn', { at: moment(withdrawnAt) })}</p>}
      {now !== undefined && !isChanging && <p className="dl-comment__words">{now.words}</p>}
      {now !== undefined && isChanging && (
        <ChangeCommentForm id={id} words={now.words} onDone={() => setChanging(false)} />
      )}
      {before.length > 0 && (
        <details className="dl-small">
          <summary>{t('together.changed', { count: before.length })}</summary>
          <ol>
            {before.map(({ words, writtenAt }) => (
              <li key={writtenAt} className="dl-comment__words">
                {words} <span className="dl-quiet">({moment(writtenAt)})</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {withdrawnAt === null && <Mentions comment={comment} />}
      {withdraw.isError && <FailureAlert error={withdraw.error} />}
      {isMine && withdrawnAt === null && lab.state === 'active' && !isChanging && (
        <div className="dl-actions">
          <Button look="subtle" onClick={() => setChanging(true)}>
            {t('together.change')}
          </Button>
          <Button look="subtle" isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ id })}>
            {t('together.withdraw')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Mentions({ comment }: { comment: LabComment }) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const settle = useLabChange(SettleMentionDocument);
  const nameOf = (id: string) => lab.participants.find(({ organisation }) => organisation.id === id)?.organisation.name;
  return (
    <>
      {comment.mentions.map(({ role, organisationId, settledAt }) => {
        const whom = [t(`role.${role}`), organisationId === null ? undefined : nameOf(organisationId)];
        const isAsked =
          lab.myRoles.includes(role) && (organisationId === null || organisationId === me.organisation.id);
        return (
          <p key={role} className="dl-small dl-comment__mention">
            {t(settledAt === null ? 'together.asks' : 'together.asked', {
              whom: whom.filter((part) => part !== undefined).join(', '),
              date: settledAt === null ? '' : date(settledAt),
            })}
            {settledAt === null && (isAsked || comment.isMine) && lab.state === 'active' && (
              <Button look="subtle" isBusy={settle.isPending} onClick={() => settle.mutate({ id: comment.id, role })}>
                {t('together.settle')}
              </Button>
            )}
          </p>
        );
      })}
      {settle.isError && <FailureAlert error={settle.error} />}
    </>
  );
}
