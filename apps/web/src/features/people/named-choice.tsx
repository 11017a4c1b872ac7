import { useWords } from '../../app/i18n/use-words.js';
import { SelectField } from '../../ui/field.js';

interface NamedChoiceProps {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string;
  onChange: (id: string) => void;
}

/** One of several things that have a name; must be chosen. */
export function NamedChoice({ label, options, value, onChange }: NamedChoiceProps) {
  const { t } = useWords();
  return (
    <SelectField label={label} required value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('people.choose')}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
