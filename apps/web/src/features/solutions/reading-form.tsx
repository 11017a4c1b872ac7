import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { WriteReadingDocument } from '../../gql/operations.js';
import { Form } from '../../ui/form.js';
import { TextareaField } from '../../ui/field.js';
import { useLabChange } from '../lab/use-lab-change.js';
import type { Interpretation } from './solutions-query.js';

interface ReadingFormProps {
  interpretation: Interpretation;
  own: Interpretation['readings'][number] | undefined;
}

/** The own organisation's reading: free while all read apart, and after that only where it disagrees. */
export function ReadingForm({ interpretation, own }: ReadingFormProps) {
  const { t } = useWords();
  const [words, setWords] = useState(own?.words ?? '');
  const [dissent, setDissent] = useState(own?.dissent ?? '');
  const [wasTried, setTried] = useState(false);
  const write = useLabChange(WriteReadingDocument);
  const isShared = interpretation.state !== 'apart';
  const isFixed = isShared && own !== undefined;
  return (
    <Form
      className="dl-stack dl-inset"
      change={write}
      submit={t('session.save')}
      look="secondary"
      beside={<span role="status">{write.isSuccess && t('session.saved')}</span>}
      onSubmit={() => {
        setTried(true);
        if (words.trim().length >= 3) write.mutate({ id: interpretation.id, words, dissent });
      }}
    >
      <TextareaField
        label={t('session.ownReading')}
        hint={t(isFixed ? 'session.ownFixed' : 'session.ownHint')}
        rows={3}
        maxLength={4_000}
        readOnly={isFixed}
        value={words}
        error={wasTried && words.trim().length < 3 ? t('solutions.fillIn') : undefined}
        onChange={({ target }) => setWords(target.value)}
      />
      {isShared && (
        <TextareaField
          label={t('session.dissentField')}
          hint={t('session.dissentHint')}
          rows={2}
          maxLength={2_000}
          value={dissent}
          onChange={({ target }) => setDissent(target.value)}
        />
      )}
    </Form>
  );
}
