import { LAB_ROLES, type LabRole } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ChangeCommentDocument, WriteCommentDocument } from '../../gql/operations.js';
import { Form } from '../../ui/form.js';
import { SelectField, TextareaField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import type { Target } from './together-query.js';

const LONGEST = 2_000;

/** Says something about a thing, and asks those in a role for something where one is chosen. */
export function CommentForm({ target: { kind, id } }: { target: Target }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [words, setWords] = useState('');
  const [role, setRole] = useState<LabRole | ''>('');
  const [organisationId, setOrganisation] = useState('');
  const write = useLabChange(WriteCommentDocument, () => {
    setWords('');
    setRole('');
    setOrganisation('');
  });
  return (
    <Form
      change={write}
      submit={t('together.say')}
      look="secondary"
      onSubmit={() => {
        const mentions = role === '' ? [] : [{ role, organisationId: organisationId === '' ? null : organisationId }];
        write.mutate({ labId: lab.id, target: { kind, id }, words, mentions });
      }}
    >
      <TextareaField
        label={t('together.words')}
        hint={t('together.wordsHint')}
        rows={2}
        required
        minLength={2}
        maxLength={LONGEST}
        value={words}
        onChange={({ target: { value } }) => setWords(value)}
      />
      <div className="dl-talk__ask">
        <SelectField
          label={t('together.ask')}
          value={role}
          onChange={({ target: { value } }) => setRole(value as LabRole | '')}
        >
          <option value="">{t('together.askNobody')}</option>
          {LAB_ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </SelectField>
        {role !== '' && (
          <SelectField
            label={t('together.askOf')}
            value={organisationId}
            onChange={({ target: { value } }) => setOrganisation(value)}
          >
            <option value="">{t('together.askAll')}</option>
            {lab.participants.map(({ organisation }) => (
              <option key={organisation.id} value={organisation.id}>
                {organisation.name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
    </Form>
  );
}

/** Says what somebody said otherwise; what stood there stays readable. */
export function ChangeCommentForm({ id, words, onDone }: { id: string; words: string; onDone: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState(words);
  const change = useLabChange(ChangeCommentDocument, onDone);
  return (
    <Form
      change={change}
      submit={t('together.save')}
      onCancel={onDone}
      onSubmit={() => change.mutate({ id, words: text })}
    >
      <TextareaField
        label={t('together.words')}
        hint={t('together.changeHint')}
        rows={2}
        required
        minLength={2}
        maxLength={LONGEST}
        value={text}
        onChange={({ target: { value } }) => setText(value)}
      />
    </Form>
  );
}
