import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}
interface Wiring {
  id: string;
  describedBy: string | undefined;
}

/** Label, explanation and error of one control, tied together for a screen reader. */
function Field({ label, hint, error, children }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`utrecht-form-field dl-field ${error === undefined ? '' : 'utrecht-form-field--invalid'}`}>
      <label className="utrecht-form-label dl-field__label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div id={hintId} className="utrecht-form-field-description dl-field__hint">
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div id={errorId} className="utrecht-form-field-error-message" role="alert">
          {error}
        </div>
      )}
      {children({ id, describedBy })}
    </div>
  );
}

export function SelectField({ label, hint, error, ...rest }: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <select
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error !== undefined || undefined}
          className="utrecht-select utrecht-select--html-select"
        />
      )}
    </Field>
  );
}

export function TextField({ label, hint, error, ...rest }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <input
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error !== undefined || undefined}
          className="utrecht-textbox utrecht-textbox--html-input"
        />
      )}
    </Field>
  );
}

export function TextareaField({
  label,
  hint,
  error,
  ...rest
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <textarea
          {...rest}
          id={id}
          aria-describedby={describedBy}
          aria-invalid={error !== undefined || undefined}
          className="utrecht-textarea utrecht-textarea--html-textarea"
        />
      )}
    </Field>
  );
}
