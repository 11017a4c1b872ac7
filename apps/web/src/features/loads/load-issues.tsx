import { useWords } from '../../app/i18n/use-words.js';
import type { Load } from '../../gql/types.js';
import { Button } from '../../ui/button.js';
import { saveFile } from '../../ui/save-file.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { issuesCsv } from './issues-csv.js';

/** Why a load was refused, per kind of fault with its first places, and the same as a file. */
export function LoadIssues({ load }: { load: Load }) {
  const { t, number, issue: wordsOf } = useWords();
  const download = () => {
    const heads = [t('load.reason'), t('load.column'), t('load.count'), t('load.firstRows')];
    saveFile(
      `${load.dataset.name}-${load.revision}.csv`,
      'text/csv;charset=utf-8',
      issuesCsv(
        heads,
        load.issues.map((issue) => ({ ...issue, message: wordsOf(issue) })),
      ),
    );
  };
  return (
    <section className="dl-section" aria-labelledby="reasons">
      <h2 id="reasons" className="utrecht-heading-2">
        {t('load.reasons')}
      </h2>
      <TableScroll label={t('load.reasonsCaption')}>
        <table className="dl-table">
          <caption>{t('load.reasonsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('load.reason')}</th>
              <th scope="col">{t('load.column')}</th>
              <th scope="col" className="dl-number">
                {t('load.count')}
              </th>
              <th scope="col">{t('load.firstRows')}</th>
            </tr>
          </thead>
          <tbody>
            {load.issues.map((issue) => (
              <tr key={`${issue.code}-${issue.column}`}>
                <th scope="row">{wordsOf(issue)}</th>
                <td>
                  <code>{issue.column}</code>
                </td>
                <td className="dl-number">{number(issue.count)}</td>
                <td>{issue.firstRows.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <div className="dl-actions">
        <Button onClick={download}>{t('load.download')}</Button>
      </div>
    </section>
  );
}
