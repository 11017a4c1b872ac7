import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ProposeSolutionDocument } from '../../gql/operations.js';
import { Check } from '../../ui/choice.js';
import { TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { AreaChoice } from './area-choice.js';

/** Proposes what the own organisation could do about a finding: an option, not yet a promise. */
export function SolutionForm({ findingId, onDone }: { findingId: string; onDone: () => void }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const [texts, setTexts] = useState({ title: '', words: '', expected: '' });
  const [partners, setPartners] = useState<string[]>([]);
  const [areaCodes, setAreas] = useState<string[]>([]);
  const [wasTried, setTried] = useState(false);
  const propose = useLabChange(ProposeSolutionDocument, onDone);
  const missing = (field: 'title' | 'words') =>
    wasTried && texts[field].trim().length < 3 ? t('solutions.fillIn') : undefined;
  return (
    <Form
      className="dl-stack dl-inset"
      change={propose}
      submit={t('solutions.form.save')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        const isWhole = texts.title.trim().length >= 3 && texts.words.trim().length >= 3;
        if (isWhole)
          propose.mutate({ labId: lab.id, solution: { ...texts, partners, areaCodes, findingIds: [findingId] } });
      }}
    >
      <TextField
        label={t('solutions.form.title')}
        maxLength={200}
        value={texts.title}
        error={missing('title')}
        onChange={({ target }) => setTexts((all) => ({ ...all, title: target.value }))}
      />
      <TextareaField
        label={t('solutions.form.words')}
        hint={t('solutions.form.wordsHint')}
        rows={3}
        maxLength={4_000}
        value={texts.words}
        error={missing('words')}
        onChange={({ target }) => setTexts((all) => ({ ...all, words: target.value }))}
      />
      <AreaChoice
        label={t('solutions.form.areas')}
        hint={t('solutions.form.areasHint')}
        value={areaCodes}
        onChange={setAreas}
      />
      <TextareaField
        label={t('solutions.form.expected')}
        hint={t('solutions.form.expectedHint')}
        rows={2}
        maxLength={2_000}
        value={texts.expected}
        onChange={({ target }) => setTexts((all) => ({ ...all, expected: target.value }))}
      />
      <fieldset className="dl-stack">
        <legend className="dl-field__label">{t('solutions.form.partners')}</legend>
        {lab.participants
          .filter(({ organisation }) => organisation.id !== me.organisation.id)
          .map(({ organisation }) => (
            <Check
              key={organisation.id}
              label={organisation.name}
              checked={partners.includes(organisation.id)}
              onChange={(is) =>
                setPartners((all) => (is ? [...all, organisation.id] : all.filter((one) => one !== organisation.id)))
              }
            />
          ))}
      </fieldset>
    </Form>
  );
}
