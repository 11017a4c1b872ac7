import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { FailureAlert } from './failure-alert.js';

interface ConfirmDialogProps {
  title: string;
  /** What it is about, where the title does not say it. */
  text?: string;
  /** What happens then, and whether it can be undone. */
  consequence: string;
  /** Words of the button that does it. */
  confirm: string;
  change: { isPending: boolean; error: Error | null };
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something goes away. */
export function ConfirmDialog({ title, text, consequence, confirm, change, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dl-stack">
        {text !== undefined && (
          <p className="utrecht-paragraph">
            <strong>{text}</strong>
          </p>
        )}
        <p className="utrecht-paragraph">{consequence}</p>
        {change.error !== null && <FailureAlert error={change.error} />}
        <div className="dl-actions">
          <Button look="danger" isBusy={change.isPending} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button look="subtle" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
