import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { CommentOnReleaseDocument, type ReleaseCheckQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { TextareaField } from '../../ui/field.js';
import { useLabDeed } from '../lab/use-lab-change.js';

type Check = ReleaseCheckQuery['releaseCheck'];

interface ReleaseTalkProps {
  id: string;
  reviews: Check['reviews'];
  comments: Check['comments'];
  maySay: boolean;
}

/** What was judged and said about a release, and room to say more. */
export function ReleaseTalk({ id, reviews, comments, maySay }: ReleaseTalkProps) {
  const { t, moment } = useWords();
  const [words, setWords] = useState('');
  const say = useLabDeed(() => request(CommentOnReleaseDocument, { id, words: words.trim() }));
  return (
    <div className="dl-stack">
      <h3 className="utrecht-heading-3">{t('release.talk')}</h3>
      {reviews.length + comments.length === 0 && <p className="dl-quiet">{t('release.talkEmpty')}</p>}
      <ul>
        {reviews.map((review) => (
          <li key={review.at}>
            <strong>{review.personName ?? review.organisationName}</strong>: {t(`release.verdict.${review.verdict}`)}
            {!review.counts && ` (${t('release.earlier')})`}
            {review.remark !== '' && ` – ${review.remark}`} <span className="dl-quiet">{moment(review.at)}</span>
          </li>
        ))}
        {comments.map((comment) => (
          <li key={comment.at}>
            <strong>{comment.personName ?? comment.organisationName}</strong>: {comment.words}{' '}
            <span className="dl-quiet">{moment(comment.at)}</span>
          </li>
        ))}
      </ul>
      {maySay && (
        <Form
          change={say}
          submit={t('release.sayIt')}
          look="secondary"
          onSubmit={() => {
            if (words.trim() !== '') say.mutate(undefined, { onSuccess: () => setWords('') });
          }}
        >
          <TextareaField
            label={t('release.say')}
            rows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Form>
      )}
    </div>
  );
}
