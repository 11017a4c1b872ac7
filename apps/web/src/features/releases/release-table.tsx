import type { ReleaseDocument } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { cellWords, isInWords } from '../results/cell-words.js';
import type { ShownCheck } from './releases-query.js';

/** So many rows are read on a screen; an export has all. */
const MOST_ROWS = 200;
/** Of a table of the picture: the column that says whether a cell is shown. */
const STATE = 3;

interface ReleaseTableProps {
  document: ReleaseDocument;
  /** For checkers alone. */
  check: ShownCheck | null;
  own: readonly { areaCode: string; period: string; reports: number }[];
}

/** What a release gives, and for its checkers beside each value the rule that decided and the margin. */
export function ReleaseTable({ document, check, own }: ReleaseTableProps) {
  const words = useWords();
  const { t, number } = words;
  const decided = new Map(check?.cells.map((cell) => [`${cell.areaCode} ${cell.period}`, cell]));
  const mine = new Map(own.map((cell) => [`${cell.areaCode} ${cell.period}`, cell.reports]));
  const isTable = document.design !== null;
  return document.tables.map((table) => (
    <TableScroll key={table.key} label={table.title}>
      <table className="dl-table">
        <caption>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map(({ key, title, unit }) => (
              <th key={key} scope="col" className={isInWords(unit) ? undefined : 'dl-number'}>
                {title}
              </th>
            ))}
            {isTable && check !== null && <th scope="col">{t('release.rule')}</th>}
            {isTable && check !== null && <th scope="col">{t('release.margin')}</th>}
            {own.length > 0 && (
              <th scope="col" className="dl-number">
                {t('release.own')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, MOST_ROWS).map((row, i) => {
            const place = `${String(row[0])} ${String(row[2])}`;
            const cell = isTable ? decided.get(place) : undefined;
            return (
              <tr key={isTable ? place : i}>
                {table.columns.map(({ key, unit }, column) => (
                  <td key={key} className={isInWords(unit) ? undefined : 'dl-number'}>
                    {isTable && column === STATE
                      ? t(`release.cell.${String(row[column]) as 'shown'}`)
                      : cellWords(row[column] ?? null, unit, words)}
                  </td>
                ))}
                {isTable && check !== null && <td>{cell ? t(`release.rules.${cell.rule as 'presence'}`) : '–'}</td>}
                {isTable && check !== null && (
                  <td>{cell?.margin ? t(`release.margins.${cell.margin as 'near'}`) : '–'}</td>
                )}
                {own.length > 0 && <td className="dl-number">{mine.has(place) ? number(mine.get(place)!) : '–'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {table.rows.length > MOST_ROWS && (
        <p className="dl-quiet">{t('release.moreRows', { count: table.rows.length - MOST_ROWS })}</p>
      )}
    </TableScroll>
  ));
}
