import { useState } from 'react';
import { DATASET_KINDS, PURPOSE_WORDS, PURPOSES, type DatasetKind, type Purpose } from '@datalab/domain';
import { KNOWN_VOCABULARIES } from '@datalab/intake';

import { useWords } from '../../app/i18n/use-words.js';
import { AddDatasetDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Check, Choice } from '../../ui/choice.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { inLanguage } from '../results/code-words.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';

const OWN_CODES = '';

/** Promises a dataset of the own organisation. Purposes are ticked, never typed: what is not in the list cannot be promised. */
export function DatasetForm({ onDone }: { onDone: () => void }) {
  const { t, language } = useWords();
  const { lab } = useLab();
  const [kind, setKind] = useState<DatasetKind>('records');
  const [sourceType, setSourceType] = useState(OWN_CODES);
  const [texts, setTexts] = useState({ name: '', legalBasis: '', retentionMonths: '36' });
  const [purposes, setPurposes] = useState<readonly Purpose[]>(['understand_nuisance']);
  const [isOpen, setOpen] = useState(false);
  const add = useLabDeed(() => {
    const { name, legalBasis, retentionMonths } = texts;
    const common = { name, kind, legalBasis, purposes: [...purposes], isOpen };
    const known = kind === 'provision_use' || sourceType === OWN_CODES ? null : sourceType;
    return request(AddDatasetDocument, {
      labId: lab.id,
      dataset: { ...common, sourceType: known, retentionMonths: Number(retentionMonths) },
    });
  }, onDone);
  const field = (name: keyof typeof texts) => ({
    label: t(`facts.dataset.${name}`),
    value: texts[name],
    onChange: ({ target }: { target: { value: string } }) => setTexts((all) => ({ ...all, [name]: target.value })),
  });
  return (
    <Form
      change={add}
      submit={t('facts.dataset.save')}
      onCancel={onDone}
      onSubmit={() => {
        if (purposes.length > 0) add.mutate(undefined);
      }}
      aria-label={t('facts.dataset.add')}
    >
      <Choice
        legend={t('facts.dataset.kind')}
        options={DATASET_KINDS.map((value) => ({ value, label: t(`facts.dataset.kinds.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextField {...field('name')} hint={t('facts.dataset.nameHint')} required minLength={3} maxLength={120} />
      {kind !== 'provision_use' && (
        <SelectField
          label={t('facts.dataset.sourceType')}
          hint={t('facts.dataset.sourceTypeHint')}
          value={sourceType}
          onChange={({ target }) => setSourceType(target.value)}
        >
          <option value={OWN_CODES}>{t('facts.dataset.ownCodes')}</option>
          {KNOWN_VOCABULARIES.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        {...field('legalBasis')}
        hint={t('facts.dataset.legalBasisHint')}
        required
        minLength={10}
        maxLength={300}
      />
      <fieldset className="dl-choice">
        <legend className="dl-field__label">{t('facts.dataset.purposes')}</legend>
        <p className="dl-quiet dl-small">{t('facts.dataset.purposesHint')}</p>
        {purposes.length === 0 && <p role="alert">{t('facts.dataset.noPurpose')}</p>}
        {PURPOSES.map((purpose) => (
          <Check
            key={purpose}
            label={inLanguage(PURPOSE_WORDS[purpose], language)}
            checked={purposes.includes(purpose)}
            onChange={(isChosen) =>
              setPurposes((all) => (isChosen ? [...all, purpose] : all.filter((one) => one !== purpose)))
            }
          />
        ))}
      </fieldset>
      <TextField
        {...field('retentionMonths')}
        hint={t('facts.dataset.retentionHint')}
        type="number"
        required
        min={1}
        max={120}
      />
      <Check label={t('facts.dataset.isOpen')} checked={isOpen} onChange={setOpen} />
    </Form>
  );
}
