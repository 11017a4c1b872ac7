import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { TableScroll } from '../../ui/table-scroll.js';
import type { AreaFigure } from './area-figure.js';
import { FigureRow } from './figure-row.js';
import { pageOf, ROWS_PER_PAGE, searchFigures, sortFigures, type SortColumn, type Sorting } from './table-rows.js';

const COLUMNS = [
  { column: 'name', word: 'area', isNumber: false },
  { column: 'parent', word: 'parent', isNumber: false },
  { column: 'reports', word: 'value', isNumber: true },
  { column: 'rate', word: 'rate', isNumber: true },
  { column: 'smoothed', word: 'smoothed', isNumber: true },
  { column: 'hotspot', word: 'hotspot', isNumber: false },
] as const satisfies readonly { column: SortColumn; word: string; isNumber: boolean }[];

interface FiguresTableProps {
  what: string;
  category: string;
  /** Smoothed rates have a column where they were asked for. */
  isSmoothed: boolean;
  figures: readonly AreaFigure[];
  selected: string | undefined;
  onSelect: (code: string) => void;
}

/** Everything that the map says, as a table: searched, sorted and paged here, so that thousands of areas stay quick. */
export function FiguresTable({ what, category, isSmoothed, figures, selected, onSelect }: FiguresTableProps) {
  const { t } = useWords();
  const [sorting, setSorting] = useState<Sorting>({ column: 'reports', direction: 'down' });
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(1);
  const found = sortFigures(searchFigures(figures, query), sorting);
  const { rows, page, pages } = pageOf(found, wanted);
  const sortBy = (column: SortColumn) => {
    const isSame = sorting.column === column;
    const first = column === 'name' || column === 'parent' ? 'up' : 'down';
    setSorting({ column, direction: isSame ? (sorting.direction === 'up' ? 'down' : 'up') : first });
    setWanted(1);
  };
  const columns = COLUMNS.filter(({ column }) => isSmoothed || column !== 'smoothed');
  const from = (page - 1) * ROWS_PER_PAGE + 1;
  return (
    <div className="dl-stack">
      <div className="dl-figures__search dl-no-print">
        <TextField
          label={t('table.search')}
          type="search"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      </div>
      {found.length === 0 ? (
        <p role="status">{t('table.noMatch', { query })}</p>
      ) : (
        <TableScroll label={what}>
          <table className="dl-table dl-figures">
            <caption>{t('table.caption', { what })}</caption>
            <thead>
              <tr>
                {columns.map(({ column, word, isNumber }) => (
                  <th
                    key={column}
                    scope="col"
                    className={isNumber ? 'dl-number' : undefined}
                    aria-sort={
                      sorting.column !== column ? 'none' : sorting.direction === 'up' ? 'ascending' : 'descending'
                    }
                  >
                    <button type="button" className="dl-figures__sort" onClick={() => sortBy(column)}>
                      {t(`table.${word}`)}
                      {sorting.column === column && <Icon name={sorting.direction} />}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((figure) => (
                <FigureRow
                  key={figure.code}
                  figure={figure}
                  category={category}
                  isSmoothed={isSmoothed}
                  isSelected={figure.code === selected}
                  onSelect={onSelect}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {pages > 1 && (
        <nav className="dl-actions dl-no-print" aria-label={t('table.page', { page, pages })}>
          <Button isBusy={page === 1} onClick={() => setWanted(page - 1)}>
            {t('table.previous')}
          </Button>
          <Button isBusy={page === pages} onClick={() => setWanted(page + 1)}>
            {t('table.next')}
          </Button>
          <span className="dl-quiet" role="status">
            {t('table.rows', { from, to: from + rows.length - 1, total: found.length })}
          </span>
        </nav>
      )}
    </div>
  );
}
