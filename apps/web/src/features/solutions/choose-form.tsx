import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ChooseSolutionDocument } from '../../gql/operations.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLabChange } from '../lab/use-lab-change.js';
import type { Solution } from './solutions-query.js';

interface ChooseFormProps {
  solution: Solution;
  owners: readonly { id: string; name: string }[];
  onDone: () => void;
}

/** Makes an option a promise: somebody owns it, and it has a date. */
export function ChooseForm({ solution, owners, onDone }: ChooseFormProps) {
  const { t } = useWords();
  const [ownerId, setOwner] = useState('');
  const [startsOn, setStart] = useState('');
  const [endsOn, setEnd] = useState('');
  const [wasTried, setTried] = useState(false);
  const choose = useLabChange(ChooseSolutionDocument, onDone);
  // What has begun is registered no more: the day must leave room for that.
  const isTooSoon = solution.plan === null && startsOn !== '' && startsOn <= new Date().toISOString().slice(0, 10);
  const fillIn = (value: string) => (wasTried && value === '' ? t('solutions.fillIn') : undefined);
  return (
    <Form
      className="dl-stack dl-inset"
      change={choose}
      submit={t('solutions.choose')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (ownerId !== '' && startsOn !== '' && !isTooSoon)
          choose.mutate({ id: solution.id, choice: { ownerId, startsOn, endsOn: endsOn === '' ? null : endsOn } });
      }}
    >
      <SelectField
        label={t('solutions.ownerField')}
        hint={t('solutions.ownerHint')}
        value={ownerId}
        error={fillIn(ownerId)}
        onChange={({ target }) => setOwner(target.value)}
      >
        <option value="">{t('solutions.chooseOwner')}</option>
        {owners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        label={t('solutions.startsOn')}
        value={startsOn}
        error={isTooSoon ? t('solutions.startsTooSoon') : fillIn(startsOn)}
        onChange={({ target }) => setStart(target.value)}
      />
      <TextField
        type="date"
        label={t('solutions.endsOn')}
        value={endsOn}
        onChange={({ target }) => setEnd(target.value)}
      />
    </Form>
  );
}
