import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ChangeReleaseDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { EmbargoField, embargoOf, StoryFields, type ReleaseWish } from './release-fields.js';
import type { ShownRelease } from './releases-query.js';

/** Other words of something that is asked for. Who judged it judges anew, for they judged what it said. */
export function ChangeForm({ release, onDone }: { release: ShownRelease; onDone: () => void }) {
  const { t } = useWords();
  const { id, tier, context, state, wantsStanding } = release;
  const [title, setTitle] = useState(context.title);
  const [wish, setWish] = useState<ReleaseWish>({ ...context, tier, embargoDays: release.embargoDays });
  const { what, why, notToConclude } = wish;
  const change = useLabDeed(() =>
    request(ChangeReleaseDocument, {
      id,
      context: { title, what, why, notToConclude },
      wishes: { tier, embargoDays: embargoOf(wish), wantsStanding },
    }),
  );
  return (
    <Form
      change={change}
      submit={t('release.saveDraft')}
      onCancel={onDone}
      onSubmit={() => change.mutate(undefined, { onSuccess: onDone })}
    >
      {state !== 'draft' && <p className="utrecht-paragraph">{t('release.changeVoids')}</p>}
      <TextField
        label={t('release.titleLabel')}
        minLength={5}
        maxLength={160}
        required
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      {tier === 'public' && <EmbargoField wish={wish} onChange={setWish} />}
      <StoryFields wish={wish} onChange={setWish} />
    </Form>
  );
}
