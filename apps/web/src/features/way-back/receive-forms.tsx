import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { OpenWayBackDocument, SettleWayBackDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { Check } from '../../ui/choice.js';
import { FailureAlert } from '../../ui/failure-alert.js';
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
    <form
      className="dl-stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isTooShort && isSure && !open.isPending) open.mutate();
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
      {open.error !== null && <FailureAlert error={open.error} />}
      <div className="dl-actions">
        <Button look="primary" type="submit" isBusy={open.isPending}>
          {t('wayBack.open')}
        </Button>
      </div>
    </form>
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
    <form
      className="dl-stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isWhole && !settle.isPending) settle.mutate();
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
      {settle.error !== null && <FailureAlert error={settle.error} />}
      <div className="dl-actions">
        <Button isBusy={settle.isPending} type="submit">
          {t('wayBack.settle')}
        </Button>
      </div>
    </form>
  );
}
