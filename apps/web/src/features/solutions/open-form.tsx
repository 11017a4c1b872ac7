import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { OpenInterpretationDocument } from '../../gql/operations.js';
import { Form } from '../../ui/form.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { releasesOptions } from '../releases/releases-query.js';
import type { Interpretation } from './solutions-query.js';

/** Puts a released result on the table; one that lies there already is not offered. */
export function OpenForm({ items }: { items: readonly Interpretation[] }) {
  const { t } = useWords();
  const { lab } = useLab();
  const releases = useQuery(releasesOptions(lab.id));
  const [releaseId, setRelease] = useState('');
  const [question, setQuestion] = useState('');
  const [wasTried, setTried] = useState(false);
  const open = useLabChange(OpenInterpretationDocument, () => {
    setRelease('');
    setQuestion('');
    setTried(false);
  });
  const offered = (releases.data ?? []).filter(
    ({ id, state }) => state === 'released' && !items.some((item) => item.releaseId === id),
  );
  if (releases.isError) return <FailureAlert error={releases.error} retry={() => void releases.refetch()} />;
  if (offered.length === 0) return <p className="dl-quiet">{t('session.nothingToOpen')}</p>;
  return (
    <Form
      className="dl-stack dl-inset"
      change={open}
      submit={t('session.open')}
      look="secondary"
      onSubmit={() => {
        setTried(true);
        if (releaseId !== '') open.mutate({ labId: lab.id, releaseId, question });
      }}
    >
      <SelectField
        label={t('session.openWhich')}
        value={releaseId}
        error={wasTried && releaseId === '' ? t('solutions.fillIn') : undefined}
        onChange={({ target }) => setRelease(target.value)}
      >
        <option value="">{t('session.choose')}</option>
        {offered.map(({ id, context }) => (
          <option key={id} value={id}>
            {context.title}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('session.openQuestion')}
        maxLength={500}
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
      />
    </Form>
  );
}
