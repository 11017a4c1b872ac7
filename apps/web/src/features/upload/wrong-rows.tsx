import type { IssueGroup } from '@datalab/intake';
import { useWords } from '../../app/i18n/use-words.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { saveFile } from '../../ui/save-file.js';
import { IssuesTable } from './issues-table.js';

interface WrongRowsProps {
  issues: readonly IssueGroup[];
  refused: Blob | undefined;
  fileName: string;
}

/** Rows that are wrong, per kind of fault, and the rows themselves as a file that stays with the steward. */
export function WrongRows({ issues, refused, fileName }: WrongRowsProps) {
  const { t, number } = useWords();
  const wrong = issues.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="dl-section" aria-labelledby="wrong-rows">
      <h2 id="wrong-rows" className="utrecht-heading-2">
        {t('upload.wrongRows')}
      </h2>
      <Alert tone="error" role="alert" title={t('upload.wrongRowsTitle', { count: wrong, text: number(wrong) })}>
        <p className="utrecht-paragraph">{t('upload.wrongRowsText')}</p>
      </Alert>
      <IssuesTable issues={issues} />
      {refused !== undefined && (
        <div className="dl-actions">
          <Button onClick={() => saveFile(`${fileName}.geweigerd.csv`, 'text/csv', refused)}>
            {t('upload.downloadRefused')}
          </Button>
          <span className="dl-quiet dl-small">{t('upload.downloadRefusedHint')}</span>
        </div>
      )}
    </section>
  );
}
