import { useId } from 'react';

interface ChoiceProps<V extends string> {
  legend: string;
  options: readonly { value: V; label: string }[];
  value: V | undefined;
  onChange: (value: V) => void;
  /** `bar` draws the options as one bar of buttons: they stay radio buttons for keyboard and screen reader. */
  look?: 'list' | 'bar';
}

/** One of a few. */
export function Choice<V extends string>({ legend, options, value, onChange, look = 'list' }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className={`dl-choice dl-choice--${look}`}>
      <legend className="dl-field__label">{legend}</legend>
      <div className="dl-choice__options">
        {options.map((option) => (
          <label key={option.value} className="dl-choice__option">
            <input
              type="radio"
              name={name}
              className={look === 'list' ? 'utrecht-radio-button utrecht-radio-button--html-input' : 'dl-choice__input'}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Check({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="dl-check">
      <input
        type="checkbox"
        className="utrecht-checkbox utrecht-checkbox--html-input"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
