import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SaveRegistrationCardDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { CARD_TEXTS } from './card-reader.js';
import type { Card } from './cards-query.js';

const EMPTY = { whoRegisters: '', when: '', whenNot: '', doubleRegistration: '', remarks: '' };

/** Writes the next version of a card; nothing is lost, the earlier ones stay readable. */
export function CardForm({
  datasetId,
  card,
  onDone,
}: {
  datasetId: string;
  card: Card | undefined;
  onDone: () => void;
}) {
  const { t } = useWords();
  const { lab } = useLab();
  const client = useQueryClient();
  const [texts, setTexts] = useState<Record<(typeof CARD_TEXTS)[number], string>>(
    card === undefined
      ? EMPTY
      : {
          whoRegisters: card.whoRegisters,
          when: card.when,
          whenNot: card.whenNot,
          doubleRegistration: card.doubleRegistration,
          remarks: card.remarks,
        },
  );
  const [changes, setChanges] = useState(() => (card?.changes ?? []).map(({ on, what }) => ({ on, what })));
  const [wasTried, setTried] = useState(false);
  const isMissing = (field: (typeof CARD_TEXTS)[number]) => field !== 'remarks' && texts[field].trim().length < 3;
  const isHalf = ({ on, what }: { on: string; what: string }) => on === '' || what.trim().length < 3;
  const isComplete = !CARD_TEXTS.some(isMissing) && !changes.some(isHalf);
  const save = useMutation({
    mutationFn: () => request(SaveRegistrationCardDocument, { datasetId, card: { ...texts, changes } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['lab', lab.id] });
      await client.invalidateQueries({ queryKey: ['picture', lab.id] });
      onDone();
    },
  });
  const change = (position: number, part: Partial<{ on: string; what: string }>) =>
    setChanges((all) => all.map((one, i) => (i === position ? { ...one, ...part } : one)));
  return (
    <Form
      change={save}
      submit={t('cards.save')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (isComplete) save.mutate();
      }}
    >
      {CARD_TEXTS.map((field) => (
        <TextareaField
          key={field}
          label={t(`cards.field.${field}`)}
          hint={t(`cards.hint.${field}`)}
          rows={3}
          maxLength={2_000}
          value={texts[field]}
          onChange={({ target }) => setTexts((all) => ({ ...all, [field]: target.value }))}
          error={wasTried && isMissing(field) ? t('cards.fillIn') : undefined}
        />
      ))}
      <fieldset className="dl-stack">
        <legend className="utrecht-heading-3">{t('cards.changes')}</legend>
        <p className="dl-quiet">{t('cards.changesHint')}</p>
        {changes.map((one, i) => (
          <div key={i} className="dl-card-change">
            <TextField
              type="date"
              label={t('cards.on')}
              value={one.on}
              onChange={({ target }) => change(i, { on: target.value })}
              error={wasTried && one.on === '' ? t('cards.fillIn') : undefined}
            />
            <TextField
              label={t('cards.what')}
              maxLength={300}
              value={one.what}
              onChange={({ target }) => change(i, { what: target.value })}
              error={wasTried && one.what.trim().length < 3 ? t('cards.fillIn') : undefined}
            />
            <Button
              look="subtle"
              aria-label={t('cards.removeChange', { number: i + 1 })}
              onClick={() => setChanges((all) => all.filter((_, at) => at !== i))}
            >
              {t('cards.remove')}
            </Button>
          </div>
        ))}
        <div className="dl-actions">
          <Button onClick={() => setChanges((all) => [...all, { on: '', what: '' }])}>{t('cards.addChange')}</Button>
        </div>
      </fieldset>
    </Form>
  );
}
