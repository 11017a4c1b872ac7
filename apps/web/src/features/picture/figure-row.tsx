import { useWords } from '../../app/i18n/use-words.js';
import type { AreaFigure } from './area-figure.js';

export function FigureRow({
  figure,
  isSelected,
  onSelect,
}: {
  figure: AreaFigure;
  isSelected: boolean;
  onSelect: (code: string) => void;
}) {
  const { t, number, rate } = useWords();
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
        </>
      ) : (
        <td colSpan={2} className={`dl-number dl-figures__none dl-figures__none--${figure.look}`}>
          {t(`table.states.${figure.look}`)}
        </td>
      )}
      <td>{figure.hotspot !== undefined && t(`area.${figure.hotspot}`)}</td>
    </tr>
  );
}
