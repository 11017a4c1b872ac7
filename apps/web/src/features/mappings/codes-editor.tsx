import { CATEGORIES, OUT_OF_SCOPE } from '@datalab/domain';
import { SKIP_TOTAL, type CategoryTarget, type Mapping } from '@datalab/intake';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SaveMappingDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { LabDataset } from '../../gql/types.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { latestUnmapped } from '../upload/latest-unmapped.js';
import { WaitingCodes } from './waiting-codes.js';

const TARGETS: readonly CategoryTarget[] = [...CATEGORIES, OUT_OF_SCOPE, SKIP_TOTAL];

/** The codes of a source and what each counts as; a change counts from the next delivery on. */
export function CodesEditor({ dataset, mapping }: { dataset: LabDataset; mapping: Mapping }) {
  const { t, category } = useWords();
  const { lab } = useLab();
  const known: Readonly<Record<string, unknown>> =
    mapping.kind === 'provision_use' ? mapping.provisions.codes : mapping.categories.codes;
  const [codes, setCodes] = useState<Record<string, CategoryTarget>>(
    mapping.kind === 'provision_use' ? {} : mapping.categories.codes,
  );
  const save = useLabDeed((next: Mapping) => request(SaveMappingDocument, { datasetId: dataset.id, mapping: next }));
  const waiting = latestUnmapped(dataset.id).filter(({ code }) => known[code] === undefined);
  if (mapping.kind === 'provision_use')
    return (
      <>
        <VocabularyLine {...mapping.provisions.vocabulary} codes={Object.keys(mapping.provisions.codes).length} />
        <WaitingCodes dataset={dataset} waiting={waiting} />
        <ul>
          {Object.entries(mapping.provisions.codes).map(([code, provision]) => (
            <li key={code}>
              <code>{code}</code> → {provision}
            </li>
          ))}
        </ul>
      </>
    );
  const set = (code: string, chosen: string) => {
    const target = TARGETS.find((one) => one === chosen);
    if (target !== undefined) setCodes((all) => ({ ...all, [code]: target }));
  };
  const word = (target: CategoryTarget): string =>
    target === SKIP_TOTAL
      ? t('mappings.skipTotal')
      : target === OUT_OF_SCOPE
        ? t('mappings.outOfScope')
        : category(target);
  const options = TARGETS.map((one) => (
    <option key={one} value={one}>
      {word(one)}
    </option>
  ));
  return (
    <form
      className="dl-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ ...mapping, categories: { ...mapping.categories, codes } });
      }}
    >
      <VocabularyLine {...mapping.categories.vocabulary} codes={Object.keys(codes).length} />
      <WaitingCodes dataset={dataset} waiting={waiting} codes={codes} options={options} onChoose={set} />
      <details>
        <summary>{t('mappings.codes')}</summary>
        <div className="dl-codes">
          {Object.entries(codes)
            .filter(([code]) => known[code] !== undefined)
            .map(([code, target]) => (
              <SelectField
                key={code}
                label={code}
                value={target}
                disabled={!lab.can.upload}
                onChange={({ target: { value } }) => set(code, value)}
              >
                {options}
              </SelectField>
            ))}
        </div>
      </details>
      <p className="dl-quiet dl-small">{t('mappings.unmapped')}</p>
      {save.error != null && <FailureAlert error={save.error} />}
      {save.isSuccess && <Alert tone="ok" role="status" title={t('mappings.saved')} />}
      {lab.can.upload && (
        <div className="dl-actions">
          <Button type="submit" isBusy={save.isPending}>
            {t('mappings.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

function VocabularyLine({ name, version, codes }: { name: string; version: string; codes: number }) {
  const { t } = useWords();
  return <p className="utrecht-paragraph">{t('mappings.vocabulary', { name, version, codes })}</p>;
}
