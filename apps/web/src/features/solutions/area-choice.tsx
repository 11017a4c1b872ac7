import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { SelectField } from '../../ui/field.js';
import { Button } from '../../ui/button.js';
import { useLab } from '../lab/lab-context.js';
import { areasOptions } from '../picture/picture-query.js';

interface AreaChoiceProps {
  label: string;
  hint?: string;
  value: readonly string[];
  onChange: (codes: string[]) => void;
  /** Only areas of this level; all of them where it is left out. */
  level?: string;
  error?: string | undefined;
}

/** Several areas of the lab's region, one after the other: a list of names with a way to take each out again. */
export function AreaChoice({ label, hint, value, onChange, level, error }: AreaChoiceProps) {
  const { t } = useWords();
  const { lab } = useLab();
  const areas = useQuery(areasOptions(lab.region.id));
  const all = areas.data ?? [];
  const names = new Map(all.map((area) => [area.code, area.name]));
  const levels = lab.region.levels.filter(({ code }) => level === undefined || code === level);
  return (
    <div className="dl-stack">
      <SelectField
        label={label}
        hint={hint}
        error={error}
        value=""
        disabled={!areas.isSuccess}
        onChange={({ target }) => {
          if (target.value !== '') onChange([...value, target.value]);
        }}
      >
        <option value="">{t('solutions.chooseArea')}</option>
        {levels.map(({ code, name }) => (
          <optgroup key={code} label={name}>
            {all
              .filter((area) => area.level === code && !value.includes(area.code))
              .map((area) => (
                <option key={area.code} value={area.code}>
                  {area.name}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      {value.length > 0 && (
        <ul className="dl-chosen">
          {value.map((code) => (
            <li key={code}>
              {names.get(code) ?? code}
              <Button
                look="subtle"
                aria-label={t('solutions.removeArea', { area: names.get(code) ?? code })}
                onClick={() => onChange(value.filter((one) => one !== code))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
