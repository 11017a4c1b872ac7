import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { RegisterKeyHolderDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextareaField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { saveFile } from '../../ui/save-file.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { KeyCustody } from './facts-query.js';
import { findHolderCard, keyRequest } from './holder-card.js';

/** What one organisation may ask a key holder in a day: enough for the yearly files of a city, too little to try all its addresses often. */
const PER_DAY = 200_000;

/** Registers the card that a key service made for this lab; first the request that its operator needs to make one. */
export function KeyHolderForm({ custody, onDone }: { custody: KeyCustody; onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [url, setUrl] = useState(custody.services[0] ?? '');
  const [text, setText] = useState('');
  const card = findHolderCard(text, lab.id);
  const register = useLabDeed(
    () => request(RegisterKeyHolderDocument, { labId: lab.id, holder: { ...card!, url } }),
    onDone,
  );
  const { callerIssuer } = custody;
  return (
    <Form
      change={register}
      submit={t('facts.key.save')}
      onCancel={onDone}
      onSubmit={() => {
        if (card !== undefined) register.mutate(undefined);
      }}
      aria-label={t('facts.key.register')}
    >
      {callerIssuer !== null && (
        <div className="dl-stack">
          <p className="utrecht-paragraph">{t('facts.key.requestLead')}</p>
          <div className="dl-actions">
            <Button
              onClick={() =>
                saveFile(
                  'sleutelaanvraag.json',
                  'application/json',
                  keyRequest(
                    lab.id,
                    lab.participants.map(({ organisation }) => organisation.id),
                    callerIssuer,
                    PER_DAY,
                  ),
                )
              }
            >
              {t('facts.key.request')}
            </Button>
          </div>
        </div>
      )}
      <SelectField label={t('facts.key.url')} value={url} onChange={({ target }) => setUrl(target.value)}>
        {custody.services.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </SelectField>
      <TextareaField
        label={t('facts.key.card')}
        hint={t('facts.key.cardHint')}
        error={text !== '' && card === undefined ? t('facts.key.noCard') : undefined}
        value={text}
        onChange={({ target }) => setText(target.value)}
        rows={6}
        required
      />
    </Form>
  );
}
