import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { FailureAlert } from './failure-alert.js';
import { TextareaField } from './field.js';

interface ReasonDialogProps {
  title: string;
  text: string;
  hint: string;
  confirm: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
  /** What else must be known before it is confirmed. */
  children?: ReactNode;
}

/** Asks for the reason of something that others will notice; it cannot go on without one. */
export function ReasonDialog({
  title,
  text,
  hint,
  confirm,
  isBusy,
  error,
  onConfirm,
  onClose,
  children,
}: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="dl-stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isMissing && !isBusy) onConfirm(reason.trim());
        }}
      >
        <p className="utrecht-paragraph">{text}</p>
        {children}
        <TextareaField
          label={t('steps.reason')}
          hint={hint}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={wasTried && isMissing ? t('steps.reasonMissing') : undefined}
        />
        {error != null && <FailureAlert error={error} />}
        <div className="dl-actions">
          <Button type="submit" look="danger" isBusy={isBusy}>
            {confirm}
          </Button>
          <Button look="subtle" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
