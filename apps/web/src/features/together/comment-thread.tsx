import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { CommentForm } from './comment-form.js';
import { CommentItem } from './comment-item.js';
import { commentsOptions, type Target } from './together-query.js';

/** What people of the lab said about one thing, oldest first, and a place to answer. */
export function CommentThread({ target, about }: { target: Target; about: string }) {
  const { t } = useWords();
  const { lab } = useLab();
  const comments = useQuery(commentsOptions(lab.id, target));
  return (
    <section className="dl-stack dl-talk__thread" aria-label={t('together.threadOf', { about })}>
      {comments.isPending && <Skeleton lines={2} />}
      {comments.isError && <FailureAlert error={comments.error} retry={() => void comments.refetch()} />}
      {comments.isSuccess && comments.data.length === 0 && <p className="dl-quiet">{t('together.none')}</p>}
      {comments.isSuccess && (
        <ol className="dl-comments">
          {comments.data.map((comment) => (
            <CommentItem key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      {lab.state === 'active' && <CommentForm key={comments.data?.length} target={target} />}
    </section>
  );
}
