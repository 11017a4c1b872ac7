import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { OpenWayBackDocument, SettleWayBackDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Form } from '../../ui/form.js';
import { Check } from '../../ui/choice.js';
import { TextareaField, TextField } from '../../ui/field.js';
import { useLabDeed } from '../lab/use-lab-change.js';

const LEAST_WORDS = 10;

/** Before a list is made: who tells the residents first, and that nothing else happens before. */
export function OpenForm({ id, hasKey }: { id: string; hasKey: boolean }) {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [isSure, setSure] = useState(false);
  const [wasTried, setTried] = useState(false);
  const isTooShort = words.trim().length < LEAST_WORDS;
  const open = useLabDeed(() => request(OpenWayBackDocument, { id, toldFirst: words.trim() }));
  if (!hasKey) return <p className="utrecht-paragraph">{t('wayBack.waitsForKey')}</p>;
  return (
    <Form
      change={open}
      submit={t('wayBack.open')}
      onSubmit={() => {
        setTried(true);
        if (!isTooShort && isSure) open.mutate();
      }}
    >
      <TextareaField
        label={t('wayBack.toldFirst')}
        hint={t('wayBack.toldFirstHint')}
        rows={3}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        error={wasTried && isTooShort ? t('wayBack.tooShort') : undefined}
      />
      <Check label={t('wayBack.sure')} checked={isSure} onChange={setSure} />
      {wasTried && !isSure && (
        <p className="utrecht-form-field-error-message" role="alert">
          {t('wayBack.notSure')}
        </p>
      )}
    </Form>
  );
}

/** What came of it, as two numbers of which only the bands are kept. */
export function SettleForm({ id }: { id: string }) {
  const { t } = useWords();
  const [reached, setReached] = useState('');
  const [helped, setHelped] = useState('');
  const [wasTried, setTried] = useState(false);
  const isWhole = [reached, helped].every((text) => /^\d{1,4}$/.test(text)) && Number(helped) <= Number(reached);
  const settle = useLabDeed(() =>
    request(SettleWayBackDocument, { id, reached: Number(reached), helped: Number(helped) }),
  );
  const field = { inputMode: 'numeric', maxLength: 4 } as const;
  return (
    <Form
      change={settle}
      submit={t('wayBack.settle')}
      look="secondary"
      onSubmit={() => {
        setTried(true);
        if (isWhole) settle.mutate();
      }}
    >
      <h3 className="utrecht-heading-4">{t('wayBack.outcome')}</h3>
      <p className="utrecht-paragraph">{t('wayBack.outcomeText')}</p>
      <TextField
        {...field}
        label={t('wayBack.reached')}
        value={reached}
        onChange={({ target }) => setReached(target.value)}
      />
      <TextField
        {...field}
        label={t('wayBack.helped')}
        value={helped}
        onChange={({ target }) => setHelped(target.value)}
        error={wasTried && !isWhole ? t('wayBack.numbers') : undefined}
      />
    </Form>
  );
}
