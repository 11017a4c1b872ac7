import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { FailureAlert } from './failure-alert.js';

interface FormEndProps {
  /** What the form asks for: why it failed is told above the buttons, and while it is under way the first one says so. */
  change: { isPending: boolean; error: Error | null };
  /** Words of the button that hands the form in. */
  submit: ReactNode;
  onCancel: () => void;
}

/** How a form ends: what went wrong, hand in, or leave it. */
export function FormEnd({ change, submit, onCancel }: FormEndProps) {
  const { t } = useTranslation();
  return (
    <>
      {change.error !== null && <FailureAlert error={change.error} />}
      <div className="dl-actions">
        <Button type="submit" look="primary" isBusy={change.isPending}>
          {submit}
        </Button>
        <Button look="subtle" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
      </div>
    </>
  );
}
