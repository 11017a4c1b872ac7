import { CATEGORIES } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { Check } from '../../ui/choice.js';
import { SelectField, TextField } from '../../ui/field.js';
import type { RunChoicesQuery } from '../../gql/operations.js';
import { inLanguage } from '../results/code-words.js';
import type { FieldValue, RunAnswers, RunField } from './run-form.js';

export type Choices = RunChoicesQuery['runChoices'];

interface RunFieldsProps {
  fields: readonly RunField[];
  answers: RunAnswers;
  faults: ReadonlySet<string>;
  choices: Choices;
  onChange: (name: string, value: FieldValue) => void;
}

/** The options of a method, each as the control that fits it. */
export function RunFields({ fields, ...rest }: RunFieldsProps) {
  return fields.map((field) => <OneField key={field.name} field={field} {...rest} />);
}

type OneFieldProps = Omit<RunFieldsProps, 'fields'> & { field: RunField };

function OneField({ field, answers, faults, choices, onChange }: OneFieldProps) {
  const { t, language } = useWords();
  const offered = useOffered(field, choices);
  const label = inLanguage(field.words, language);
  const value = answers[field.name];
  const put = (next: FieldValue) => onChange(field.name, next);
  const error = faults.has(field.name) ? t('analyses.form.fault') : undefined;
  const text = { label, error, value: String(value ?? '') };
  if (field.kind === 'yes-no') return <Check label={label} checked={value === true} onChange={put} />;
  if (field.kind === 'codes' && offered !== undefined)
    return <Codes label={label} error={error} offered={offered} chosen={value as readonly string[]} onChange={put} />;
  if (field.kind === 'codes')
    return (
      <TextField
        {...text}
        value={(value as readonly string[]).join(', ')}
        hint={t('analyses.form.codesHint')}
        onChange={({ target }) => put(target.value.split(',').map((part) => part.trim()))}
      />
    );
  if (offered !== undefined)
    return (
      <SelectField {...text} onChange={({ target }) => put(target.value)}>
        {field.kind === 'code' && <option value="">{t('analyses.form.choose')}</option>}
        {offered.map(({ code, title }) => (
          <option key={code} value={code}>
            {title}
          </option>
        ))}
      </SelectField>
    );
  return (
    <TextField
      {...text}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      hint={hintOf(field, t)}
      onChange={({ target }) => put(target.value)}
    />
  );
}

function hintOf({ kind, of, least, most }: RunField, t: ReturnType<typeof useWords>['t']): string | undefined {
  if (of === 'period') return t('analyses.form.periodHint');
  if (kind === 'numbers') return t('analyses.form.numbersHint');
  return least === undefined || most === undefined ? undefined : t('analyses.form.bounds', { least, most });
}

/** What can be chosen for a code or an enumeration; undefined where it is written. */
function useOffered(field: RunField, choices: Choices): { code: string; title: string }[] | undefined {
  const { category, language } = useWords();
  if (field.kind === 'one-of')
    return field.values.map(({ value, words }) => ({ code: value, title: inLanguage(words, language) }));
  if (field.of === 'area') return choices.areas;
  if (field.of === 'indicator') return choices.indicators;
  if (field.of === 'category') return CATEGORIES.map((code) => ({ code, title: category(code) }));
  return undefined;
}

interface CodesProps {
  label: string;
  error: string | undefined;
  offered: readonly { code: string; title: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Several of what there is, in the order in which it is offered. */
export function Codes({ label, error, offered, chosen, onChange }: CodesProps) {
  const { t } = useWords();
  const toggle = (code: string, isChosen: boolean) =>
    onChange(
      offered.filter((one) => (one.code === code ? isChosen : chosen.includes(one.code))).map((one) => one.code),
    );
  return (
    <fieldset className="dl-choice">
      <legend className="dl-field__label">{label}</legend>
      {error !== undefined && (
        <div className="utrecht-form-field-error-message" role="alert">
          {error}
        </div>
      )}
      {offered.length === 0 && <p className="utrecht-paragraph">{t('analyses.form.nothingToChoose')}</p>}
      <div className="dl-analyses__codes">
        {offered.map(({ code, title }) => (
          <Check key={code} label={title} checked={chosen.includes(code)} onChange={(on) => toggle(code, on)} />
        ))}
      </div>
    </fieldset>
  );
}
