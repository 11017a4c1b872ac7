import { useWords } from '../../app/i18n/use-words.js';
import type { AreaFigure } from './area-figure.js';
import type { SortColumn } from './table-rows.js';
import { useAnswerWords } from './use-answer-words.js';

const NUMBERS: readonly SortColumn[] = ['reports', 'rate', 'smoothed'];

export function FigureRow({
  figure,
  category,
  columns,
  isSelected,
  onSelect,
}: {
  figure: AreaFigure;
  /** Which was asked for. */
  category: string;
  columns: readonly SortColumn[];
  isSelected: boolean;
  onSelect: (code: string) => void;
}) {
  const { t, number, rate } = useWords();
  const answers = useAnswerWords();
  const isNumber = figure.look === 'shown' || figure.look === 'zero';
  return (
    <tr className={isSelected ? 'dl-figures__row--selected' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="dl-figures__area"
          aria-pressed={isSelected}
          onClick={() => onSelect(figure.code)}
        >
          {figure.name}
        </button>
      </th>
      <td>{figure.parentName ?? ''}</td>
      {isNumber ? (
        <>
          <td className="dl-number">{figure.reports === null ? '' : number(figure.reports)}</td>
          {columns.includes('rate') && <td className="dl-number">{figure.rate === null ? '–' : rate(figure.rate)}</td>}
          {columns.includes('smoothed') && (
            <td className="dl-number">{figure.smoothed === null ? '–' : rate(figure.smoothed)}</td>
          )}
        </>
      ) : (
        <td
          colSpan={columns.filter((column) => NUMBERS.includes(column)).length}
          className={`dl-number dl-figures__none dl-figures__none--${figure.look}`}
        >
          {t(`table.states.${figure.look}`)}
          {figure.nearest !== null && (
            <span className="dl-figures__nearest">
              {answers.nearest(figure.nearest, { areaCode: figure.code, category })}
            </span>
          )}
        </td>
      )}
      {columns.includes('hotspot') && <td>{figure.hotspot !== undefined && t(`area.${figure.hotspot}`)}</td>}
    </tr>
  );
}
