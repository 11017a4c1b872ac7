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
  { column: 'name', title: 'area', isNumber: false },
  { column: 'parent', title: 'parent', isNumber: false },
  { column: 'reports', title: 'value', isNumber: true },
  { column: 'rate', title: 'rate', isNumber: true },
  { column: 'smoothed', title: 'smoothed', isNumber: true },
  { column: 'hotspot', title: 'hotspot', isNumber: false },
] as const satisfies readonly { column: SortColumn; title: string; isNumber: boolean }[];

const COLUMNS_OF: Record<'areas' | 'smoothed' | 'squares', readonly SortColumn[]> = {
  areas: ['name', 'parent', 'reports', 'rate', 'hotspot'],
  smoothed: ['name', 'parent', 'reports', 'rate', 'smoothed', 'hotspot'],
  squares: ['name', 'parent', 'reports'],
};

/** What the table calls its rows where they are squares. */
const SQUARE_WORDS = {
  area: 'squares.table.area',
  parent: 'squares.table.parent',
  search: 'squares.table.search',
  rows: 'squares.table.rows',
  noMatch: 'squares.table.noMatch',
} as const;

interface FiguresTableProps {
  what: string;
  category: string;
  /** Which columns there are: of squares the number alone, of areas smoothed rates where they were asked for. */
  columns: 'areas' | 'smoothed' | 'squares';
  figures: readonly AreaFigure[];
  selected: string | undefined;
  onSelect: (code: string) => void;
}

/** Everything that the map says, as a table: searched, sorted and paged here, so that thousands of areas stay quick. */
export function FiguresTable({ what, category, columns: kind, figures, selected, onSelect }: FiguresTableProps) {
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
  const columns = COLUMNS.filter(({ column }) => COLUMNS_OF[kind].includes(column));
  const word = <K extends keyof typeof SQUARE_WORDS>(key: K) =>
    kind === 'squares' ? SQUARE_WORDS[key] : (`table.${key}` as const);
  const from = (page - 1) * ROWS_PER_PAGE + 1;
  return (
    <div className="dl-stack">
      <div className="dl-figures__search dl-no-print">
        <TextField
          label={t(word('search'))}
          type="search"
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
      </div>
      {found.length === 0 ? (
        <p role="status">{t(word('noMatch'), { query })}</p>
      ) : (
        <TableScroll label={what}>
          <table className="dl-table dl-figures">
            <caption>{t('table.caption', { what })}</caption>
            <thead>
              <tr>
                {columns.map(({ column, title, isNumber }) => (
                  <th
                    key={column}
                    scope="col"
                    className={isNumber ? 'dl-number' : undefined}
                    aria-sort={
                      sorting.column !== column ? 'none' : sorting.direction === 'up' ? 'ascending' : 'descending'
                    }
                  >
                    <button type="button" className="dl-figures__sort" onClick={() => sortBy(column)}>
                      {t(title === 'area' || title === 'parent' ? word(title) : `table.${title}`)}
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
                  columns={COLUMNS_OF[kind]}
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
            {t(word('rows'), { from, to: from + rows.length - 1, total: found.length })}
          </span>
        </nav>
      )}
    </div>
  );
}
