import type { IssueGroup } from '@datalab/intake';
import { useWords } from '../../app/i18n/use-words.js';
import { TableScroll } from '../../ui/table-scroll.js';

const FIRST = 8;

export function IssuesTable({ issues }: { issues: readonly IssueGroup[] }) {
  const { t, number, issue: wordsOf } = useWords();
  return (
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
          {issues.map((issue) => (
            <tr key={`${issue.code}-${issue.column}`}>
              <th scope="row">{wordsOf(issue)}</th>
              <td>{issue.column}</td>
              <td className="dl-number">{number(issue.count)}</td>
              <td>
                {issue.rows.slice(0, FIRST).join(', ')}
                {issue.count > FIRST && ' …'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
