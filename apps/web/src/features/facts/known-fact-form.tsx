import { useState } from 'react';
import { KNOWN_UNITS, type KnownFactKind, type KnownUnit } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { AddKnownFactDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Check, Choice } from '../../ui/choice.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';

const EMPTY = { title: '', note: '', source: '', value: '', areaCode: '', from: '', to: '', location: '' };

/** Brings a figure, or says where a document lies. */
export function KnownFactForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [kind, setKind] = useState<KnownFactKind>('figure');
  const [unit, setUnit] = useState<KnownUnit>('reports');
  const [isPublished, setPublished] = useState(false);
  const [texts, setTexts] = useState(EMPTY);
  const isFigure = kind === 'figure';
  const add = useLabDeed(() => {
    const { title, note, source, value, areaCode, from, to, location } = texts;
    const common = { kind, title, note, source, isPublished };
    const fact = isFigure
      ? { ...common, value: Number(value.replace(',', '.')), unit, areaCode: areaCode.trim() || null, from, to }
      : { ...common, location };
    return request(AddKnownFactDocument, { labId: lab.id, fact });
  }, onDone);
  const field = (name: keyof typeof EMPTY) => ({
    label: t(`facts.form.${name}`),
    value: texts[name],
    onChange: ({ target }: { target: { value: string } }) => setTexts((all) => ({ ...all, [name]: target.value })),
  });
  return (
    <Form change={add} submit={t('facts.form.save')} onCancel={onDone} onSubmit={() => add.mutate(undefined)}>
      <Choice
        legend={t('facts.form.kind')}
        look="bar"
        options={[
          { value: 'figure', label: t('facts.form.figure') },
          { value: 'document', label: t('facts.form.document') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextField {...field('title')} required minLength={3} maxLength={200} />
      {isFigure ? (
        <>
          <TextField {...field('value')} required inputMode="decimal" pattern="-?[0-9]+([.,][0-9]+)?" />
          <SelectField
            label={t('facts.form.unit')}
            value={unit}
            onChange={({ target }) => setUnit(target.value as KnownUnit)}
          >
            {KNOWN_UNITS.map((one) => (
              <option key={one} value={one}>
                {t(`facts.unit.${one}`)}
              </option>
            ))}
          </SelectField>
          <TextField {...field('from')} type="date" required />
          <TextField {...field('to')} type="date" required />
          <TextField {...field('areaCode')} hint={t('facts.form.areaHint')} maxLength={40} />
        </>
      ) : (
        <TextField {...field('location')} hint={t('facts.form.locationHint')} required minLength={3} maxLength={500} />
      )}
      <TextField {...field('source')} hint={t('facts.form.sourceHint')} required minLength={2} maxLength={300} />
      <TextareaField {...field('note')} rows={2} maxLength={2_000} />
      <Check label={t('facts.form.isPublished')} checked={isPublished} onChange={setPublished} />
    </Form>
  );
}
