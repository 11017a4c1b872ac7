import { useState } from 'react';
import { isAllowed } from '@datalab/access';
import { CATEGORIES } from '@datalab/domain';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { WithdrawDeeperQuestionDocument, WriteDeeperQuestionDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { DeeperQuestion } from './facts-query.js';

/** What the lab wants to find out in step 4, with what somebody saw that made them ask. */
export function QuestionsSection({ questions }: { questions: readonly DeeperQuestion[] }) {
  const { t, category, date } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const [isWriting, setWriting] = useState(false);
  const mayWrite = isAllowed(ability, 'write', 'DeeperQuestion', {
    labId: lab.id,
    organisationId: me.organisation.id,
  });
  const withdraw = useLabDeed((id: string) => request(WithdrawDeeperQuestionDocument, { id }));
  const seenIn = ({ datasetId, areaCode, category: code }: DeeperQuestion) =>
    [
      lab.datasets.find(({ id }) => id === datasetId)?.name,
      areaCode === null ? undefined : t('facts.known.area', { code: areaCode }),
      code === null ? undefined : category(code),
    ].filter((part) => part !== undefined);
  return (
    <section className="dl-section dl-stack" aria-labelledby="facts-questions">
      <h2 id="facts-questions" className="utrecht-heading-2">
        {t('facts.questions.title')}
      </h2>
      <p className="utrecht-paragraph">{t('facts.questions.lead')}</p>
      {questions.length === 0 && <p className="utrecht-paragraph dl-quiet">{t('facts.questions.none')}</p>}
      {withdraw.isError && <FailureAlert error={withdraw.error} />}
      <ol className="dl-facts-questions">
        {questions.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{one.question}</strong>
            </p>
            {one.seen !== '' && (
              <p className="utrecht-paragraph">{t('facts.questions.seenText', { seen: one.seen })}</p>
            )}
            <p className="dl-quiet dl-small">
              {[...seenIn(one), one.organisationName, date(one.writtenAt)].join(' · ')}
            </p>
            {mayWrite && one.organisationId === me.organisation.id && (
              <Button look="subtle" isBusy={withdraw.isPending} onClick={() => withdraw.mutate(one.id)}>
                {t('facts.questions.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isWriting && <QuestionForm onDone={() => setWriting(false)} />}
      {mayWrite && !isWriting && (
        <div className="dl-actions">
          <Button onClick={() => setWriting(true)}>{t('facts.questions.write')}</Button>
        </div>
      )}
    </section>
  );
}

const EMPTY = { question: '', seen: '', datasetId: '', areaCode: '', category: '' };

function QuestionForm({ onDone }: { onDone: () => void }) {
  const { t, category } = useWords();
  const { lab } = useLab();
  const [texts, setTexts] = useState(EMPTY);
  const write = useLabDeed(() => {
    const { question, seen, datasetId, areaCode, category: code } = texts;
    return request(WriteDeeperQuestionDocument, {
      labId: lab.id,
      question: {
        question,
        seen,
        datasetId: datasetId || null,
        areaCode: areaCode.trim() || null,
        category: code || null,
      },
    });
  }, onDone);
  const field = (name: keyof typeof EMPTY) => ({
    label: t(`facts.questions.${name}`),
    value: texts[name],
    onChange: ({ target }: { target: { value: string } }) => setTexts((all) => ({ ...all, [name]: target.value })),
  });
  return (
    <Form change={write} submit={t('facts.questions.save')} onCancel={onDone} onSubmit={() => write.mutate(undefined)}>
      <TextareaField {...field('question')} rows={2} required minLength={10} maxLength={1_000} />
      <TextareaField {...field('seen')} hint={t('facts.questions.seenHint')} rows={2} maxLength={1_000} />
      <SelectField {...field('datasetId')}>
        <option value="">{t('facts.questions.any')}</option>
        {lab.datasets.map(({ id, name, organisation }) => (
          <option key={id} value={id}>
            {organisation.name}: {name}
          </option>
        ))}
      </SelectField>
      <SelectField {...field('category')}>
        <option value="">{t('facts.questions.any')}</option>
        {CATEGORIES.map((code) => (
          <option key={code} value={code}>
            {category(code)}
          </option>
        ))}
      </SelectField>
      <TextField {...field('areaCode')} hint={t('facts.form.areaHint')} maxLength={40} />
    </Form>
  );
}
