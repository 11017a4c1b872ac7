import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { FailureAlert } from './failure-alert.js';

interface FormProps {
  /** What the form asks for: why it failed is told above the buttons, and while it is under way the first one says so. */
  change: { isPending: boolean; error: Error | null };
  /** Words of the button that hands the form in. */
  submit: ReactNode;
  /** Of that button; `secondary` where the form is one among others on a page. */
  look?: 'primary' | 'secondary';
  /** Called when it is handed in, never while what it asks for is under way. A form that lacks something shows that, and asks for nothing. */
  onSubmit: () => void;
  /** Left out where there is nothing to go back to. */
  onCancel?: () => void;
  /** Beside the buttons. */
  beside?: ReactNode;
  className?: string;
  noValidate?: boolean;
  'aria-label'?: string;
  children: ReactNode;
}

/** Fields, and how they end: what went wrong, hand in, or leave it. */
export function Form({
  change,
  submit,
  look = 'primary',
  onSubmit,
  onCancel,
  className = 'dl-stack',
  beside,
  children,
  ...rest
}: FormProps) {
  const { t } = useTranslation();
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isPending) onSubmit();
      }}
      {...rest}
    >
      {children}
      {change.error !== null && <FailureAlert error={change.error} />}
      <div className="dl-actions">
        <Button type="submit" look={look} isBusy={change.isPending}>
          {submit}
        </Button>
        {onCancel !== undefined && (
          <Button look="subtle" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        )}
        {beside}
      </div>
    </form>
  );
}
