import { useWords } from '../../app/i18n/use-words.js';
import type { AreaFigure } from './area-figure.js';
import { useAnswerWords } from './use-answer-words.js';

export function FigureRow({
  figure,
  category,
  isSmoothed,
  isSelected,
  onSelect,
}: {
  figure: AreaFigure;
  /** Which was asked for. */
  category: string;
  isSmoothed: boolean;
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
          <td className="dl-number">{figure.rate === null ? '–' : rate(figure.rate)}</td>
          {isSmoothed && <td className="dl-number">{figure.smoothed === null ? '–' : rate(figure.smoothed)}</td>}
        </>
      ) : (
        <td colSpan={isSmoothed ? 3 : 2} className={`dl-number dl-figures__none dl-figures__none--${figure.look}`}>
          {t(`table.states.${figure.look}`)}
          {figure.nearest !== null && (
            <span className="dl-figures__nearest">
              {answers.nearest(figure.nearest, { areaCode: figure.code, category })}
            </span>
          )}
        </td>
      )}
      <td>{figure.hotspot !== undefined && t(`area.${figure.hotspot}`)}</td>
    </tr>
  );
}
