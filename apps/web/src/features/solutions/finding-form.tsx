import { STRENGTHS, type Strength } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { StateFindingDocument } from '../../gql/operations.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import type { Interpretation } from './solutions-query.js';

/** States a finding from what was agreed; the api refuses one that says more than its result can carry, and names what it can. */
export function FindingForm({ interpretation, onDone }: { interpretation: Interpretation; onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [title, setTitle] = useState('');
  const [words, setWords] = useState(interpretation.agreedReading);
  const [strength, setStrength] = useState<Strength>('description');
  const [wasTried, setTried] = useState(false);
  const state = useLabChange(StateFindingDocument, onDone);
  const missing = (value: string) => (wasTried && value.trim().length < 3 ? t('solutions.fillIn') : undefined);
  return (
    <Form
      className="dl-stack dl-inset"
      change={state}
      submit={t('session.stateFinding')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (title.trim().length >= 3 && words.trim().length >= 3)
          state.mutate({ labId: lab.id, finding: { interpretationId: interpretation.id, title, words, strength } });
      }}
    >
      <TextField
        label={t('session.finding.title')}
        maxLength={200}
        value={title}
        error={missing(title)}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextareaField
        label={t('session.finding.words')}
        rows={3}
        maxLength={4_000}
        value={words}
        error={missing(words)}
        onChange={({ target }) => setWords(target.value)}
      />
      <SelectField
        label={t('session.finding.strength')}
        hint={t('session.finding.strengthHint')}
        value={strength}
        onChange={({ target }) => setStrength(target.value as Strength)}
      >
        {STRENGTHS.map((one) => (
          <option key={one} value={one}>
            {t(`solutions.strength.${one}`)}
          </option>
        ))}
      </SelectField>
    </Form>
  );
}
