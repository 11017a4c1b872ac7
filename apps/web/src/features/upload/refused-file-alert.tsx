import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import type { FileRefusal } from './intake-protocol.js';

/** The file as a whole cannot be used: why, and where. */
export function RefusedFileAlert({ refusal, fileName }: { refusal: FileRefusal; fileName: string }) {
  const { t, issue } = useWords();
  return (
    <Alert tone="error" role="alert" title={t('upload.refusedFile', { file: fileName })}>
      <p className="utrecht-paragraph">{issue(refusal)}</p>
      {(refusal.row !== undefined || refusal.column !== undefined) && (
        <p>
          {[
            refusal.row === undefined ? '' : t('upload.atRow', { row: refusal.row }),
            refusal.column === undefined ? '' : t('upload.atColumn', { column: refusal.column }),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
      )}
      <p>{t('upload.refusedFileNext')}</p>
    </Alert>
  );
}
