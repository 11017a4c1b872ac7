import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { FailureAlert } from '../../ui/failure-alert.js';

interface ConfirmDialogProps {
  title: string;
  /** What it is about. */
  text: string;
  /** What happens then. */
  consequence: string;
  confirm: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something goes away. */
export function ConfirmDialog({
  title,
  text,
  consequence,
  confirm,
  isBusy,
  error,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dl-stack">
        <p className="utrecht-paragraph">
          <strong>{text}</strong>
        </p>
        <p className="utrecht-paragraph">{consequence}</p>
        {error != null && <FailureAlert error={error} />}
        <div className="dl-actions">
          <Button look="danger" isBusy={isBusy} onClick={onConfirm}>
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
