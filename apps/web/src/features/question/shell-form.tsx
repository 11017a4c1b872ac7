import { ANALYSIS_KINDS, ANALYSIS_UNITS, GRAINS, methodsOfKind, SHELL_ROWS } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import {
  ChangeShellDocument,
  DraftShellDocument,
  ReviseShellDocument,
  type OutputShellInput,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Check } from '../../ui/choice.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { Shell } from './question-query.js';
import { startOf } from './shell-start.js';
import { useShellWords } from './use-shell-words.js';

/** Writes a shell: a new one, a draft anew, or the next version of one that is approved. */
export function ShellForm({ shell, onDone }: { shell?: Shell; onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const words = useShellWords();
  const [form, setForm] = useState<OutputShellInput>(() => startOf(shell, lab.region.levels.at(-1)?.code ?? ''));
  const [columns, setColumns] = useState(form.columns.join('\n'));
  const [wasTried, setTried] = useState(false);
  const save = useLabDeed((input: OutputShellInput): Promise<unknown> => {
    if (shell === undefined) return request(DraftShellDocument, { labId: lab.id, shell: input });
    const changed = { shellId: shell.id, shell: input };
    return shell.state === 'draft' ? request(ChangeShellDocument, changed) : request(ReviseShellDocument, changed);
  }, onDone);
  const headings = columns
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const change = (part: Partial<OutputShellInput>) => setForm((all) => ({ ...all, ...part }));
  const faults = {
    title: form.title.trim().length < 5,
    use: form.use.trim().length < 10,
    columns: headings.length === 0,
    sources: form.datasetIds.length === 0,
    period: form.periodFrom === '' || form.periodTo < form.periodFrom,
  };
  const errorOf = (field: keyof typeof faults) =>
    wasTried && faults[field] ? t(`question.shells.fault.${field}`) : undefined;
  const changeKind = (kind: OutputShellInput['kind']) =>
    change({
      kind,
      method: methodsOfKind(kind)[0]!,
      // What is predicted is an area in a period, and nothing else is.
      unit: kind === 'predictive' ? 'area' : form.unit === 'area' ? 'report' : form.unit,
    });
  const units = ANALYSIS_UNITS.filter((unit) => (unit === 'area') === (form.kind === 'predictive'));
  return (
    <Form
      className="dl-stack dl-shell__form"
      change={save}
      submit={t('question.shells.saveDraft')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (!Object.values(faults).includes(true)) save.mutate({ ...form, columns: headings });
      }}
    >
      <TextField
        label={t('question.shells.titleLabel')}
        maxLength={160}
        value={form.title}
        onChange={({ target }) => change({ title: target.value })}
        error={errorOf('title')}
      />
      <div className="dl-shell__fields">
        <SelectField
          label={t('question.shells.kindLabel')}
          value={form.kind}
          onChange={({ target }) => changeKind(target.value as OutputShellInput['kind'])}
        >
          {ANALYSIS_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`question.kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('question.shells.methodLabel')}
          value={form.method}
          onChange={({ target }) => change({ method: target.value })}
        >
          {methodsOfKind(form.kind).map((method) => (
            <option key={method} value={method}>
              {words.asOption(words.method(method))}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('question.shells.unitLabel')}
          value={form.unit}
          onChange={({ target }) => change({ unit: target.value as OutputShellInput['unit'] })}
        >
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {words.asOption(t(`question.unit.${unit}`))}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('question.shells.levelLabel')}
          value={form.areaLevel}
          onChange={({ target }) => change({ areaLevel: target.value })}
        >
          {lab.region.levels.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('question.shells.grainLabel')}
          value={form.grain}
          onChange={({ target }) => change({ grain: target.value as OutputShellInput['grain'] })}
        >
          {GRAINS.map((grain) => (
            <option key={grain} value={grain}>
              {words.asOption(t(`question.grain.${grain}`))}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('question.shells.rowsLabel')}
          value={form.rows}
          onChange={({ target }) => change({ rows: target.value as OutputShellInput['rows'] })}
        >
          {SHELL_ROWS.map((rows) => (
            <option key={rows} value={rows}>
              {t(`question.rows.${rows}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          type="date"
          label={t('question.shells.from')}
          value={form.periodFrom}
          onChange={({ target }) => change({ periodFrom: target.value })}
          error={errorOf('period')}
        />
        <TextField
          type="date"
          label={t('question.shells.to')}
          value={form.periodTo}
          onChange={({ target }) => change({ periodTo: target.value })}
        />
      </div>
      <TextareaField
        label={t('question.shells.columnsLabel')}
        hint={t('question.shells.columnsHint')}
        rows={3}
        value={columns}
        onChange={({ target }) => setColumns(target.value)}
        error={errorOf('columns')}
      />
      <fieldset className="dl-stack">
        <legend className="dl-field__label">{t('question.shells.sourcesLabel')}</legend>
        {errorOf('sources') !== undefined && (
          <div className="utrecht-form-field-error-message" role="alert">
            {errorOf('sources')}
          </div>
        )}
        {lab.datasets.length === 0 && <p className="dl-quiet">{t('question.shells.noSources')}</p>}
        {lab.datasets.map(({ id, name, organisation }) => (
          <Check
            key={id}
            label={`${name} (${organisation.name})`}
            checked={form.datasetIds.includes(id)}
            onChange={(isChosen) =>
              change({ datasetIds: isChosen ? [...form.datasetIds, id] : form.datasetIds.filter((one) => one !== id) })
            }
          />
        ))}
      </fieldset>
      <TextareaField
        label={t('question.shells.useLabel')}
        hint={t('question.shells.useHint')}
        rows={3}
        maxLength={1_000}
        value={form.use}
        onChange={({ target }) => change({ use: target.value })}
        error={errorOf('use')}
      />
    </Form>
  );
}
