import { useState } from 'react';
import { DATASET_KINDS, PURPOSE_WORDS, PURPOSES, type DatasetKind, type Purpose } from '@datalab/domain';
import { KNOWN_VOCABULARIES } from '@datalab/intake';

import { useWords } from '../../app/i18n/use-words.js';
import { AddDatasetDocument, ChangeDatasetDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Lab } from '../../gql/types.js';
import { Check, Choice } from '../../ui/choice.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { inLanguage } from '../results/code-words.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';

const OWN_CODES = '';

/** The known code list that a promise names; none where the source writes its own codes. */
const knownListOf = (dataset: Lab['datasets'][number] | undefined): string =>
  KNOWN_VOCABULARIES.find(({ name }) => name === dataset?.vocabularyName)?.name ?? OWN_CODES;

interface DatasetFormProps {
  /** The promise that is put right; left out: a new one. */
  dataset?: Lab['datasets'][number];
  onDone: () => void;
}

/** Promises a dataset of the own organisation, or puts a promise right. Purposes are ticked, never typed: what is not in the list cannot be promised. */
export function DatasetForm({ dataset, onDone }: DatasetFormProps) {
  const { t, language } = useWords();
  const { lab } = useLab();
  const [kind, setKind] = useState<DatasetKind>(dataset?.kind ?? 'records');
  const [sourceType, setSourceType] = useState(knownListOf(dataset));
  const [texts, setTexts] = useState({
    name: dataset?.name ?? '',
    legalBasis: dataset?.legalBasis ?? '',
    retentionMonths: String(dataset?.retentionMonths ?? 36),
  });
  const [purposes, setPurposes] = useState<readonly Purpose[]>(
    dataset === undefined
      ? ['understand_nuisance']
      : PURPOSES.filter((purpose) => dataset.purposes?.includes(purpose) === true),
  );
  const [isOpen, setOpen] = useState(dataset?.isOpen ?? false);
  const save = useLabDeed(async () => {
    const { name, legalBasis, retentionMonths } = texts;
    const common = { name, kind, legalBasis, purposes: [...purposes], isOpen };
    const known = kind === 'provision_use' || sourceType === OWN_CODES ? null : sourceType;
    const wish = { ...common, sourceType: known, retentionMonths: Number(retentionMonths) };
    if (dataset === undefined) await request(AddDatasetDocument, { labId: lab.id, dataset: wish });
    else await request(ChangeDatasetDocument, { datasetId: dataset.id, dataset: wish });
  }, onDone);
  const field = (name: keyof typeof texts) => ({
    label: t(`facts.dataset.${name}`),
    value: texts[name],
    onChange: ({ target }: { target: { value: string } }) => setTexts((all) => ({ ...all, [name]: target.value })),
  });
  return (
    <Form
      change={save}
      submit={t(dataset === undefined ? 'facts.dataset.save' : 'facts.dataset.saveChange')}
      onCancel={onDone}
      onSubmit={() => {
        if (purposes.length > 0) save.mutate(undefined);
      }}
      aria-label={dataset === undefined ? t('facts.dataset.add') : t('facts.dataset.changeOf', { name: dataset.name })}
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
