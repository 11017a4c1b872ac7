import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';

const BAR = 180;
const COLUMN = 40;
const ROW = 28;
const LEFT = 190;

/** How far a band reaches: `10–19` is drawn as 19, `50+` as its beginning, so that a bar never shows more than is said. */
function heightOf(units: number | string | null): number {
  if (typeof units === 'number') return units;
  const numbers = (units ?? '').match(/\d+/g)?.map(Number) ?? [];
  return numbers.at(-1) ?? 0;
}

/** Who knows the same addresses: a column per combination with its number above it, dots below say which parties (as an UpSet plot). */
export function OverlapPicture({ picture }: { picture: Extract<RunPicture, { kind: 'overlap' }> }) {
  const { t, number } = useWords();
  const parts = [...picture.parts].sort((a, b) => heightOf(b.units) - heightOf(a.units));
  const most = Math.max(1, ...parts.map(({ units }) => heightOf(units)));
  const said = (units: number | string | null) =>
    units === null ? t('pictures.overlap.withheld') : typeof units === 'number' ? number(units) : units;
  const width = LEFT + parts.length * COLUMN + 12;
  return (
    <figure className="dl-result__figure dl-result__figure--wide">
      <svg
        viewBox={`0 0 ${width} ${BAR + 24 + picture.sets.length * ROW}`}
        role="img"
        aria-label={t('pictures.overlap.label')}
      >
        {picture.sets.map(({ key, title }, i) => (
          <text key={key} x={0} y={BAR + 24 + i * ROW + 18}>
            {title}
          </text>
        ))}
        {parts.map(({ sets, units }, i) => {
          const x = LEFT + i * COLUMN;
          const height = (heightOf(units) / most) * (BAR - 24);
          const rows = picture.sets.flatMap(({ key }, row) => (sets.includes(key) ? [row] : []));
          const y = (row: number) => BAR + 24 + row * ROW + 13;
          return (
            <g key={sets.join(' ')}>
              <rect x={x} y={BAR - height} width={COLUMN - 12} height={height} className="dl-result__bar" />
              <text x={x + (COLUMN - 12) / 2} y={BAR - height - 6} textAnchor="middle">
                {said(units)}
              </text>
              {picture.sets.map(({ key }, row) => (
                <circle
                  key={key}
                  cx={x + (COLUMN - 12) / 2}
                  cy={y(row)}
                  r={6}
                  className={sets.includes(key) ? 'dl-result__dot' : 'dl-result__hole'}
                />
              ))}
              {rows.length > 1 && (
                <line
                  x1={x + (COLUMN - 12) / 2}
                  x2={x + (COLUMN - 12) / 2}
                  y1={y(rows[0]!)}
                  y2={y(rows.at(-1)!)}
                  className="dl-result__curve"
                />
              )}
            </g>
          );
        })}
      </svg>
      <figcaption>{t('pictures.overlap.caption')}</figcaption>
    </figure>
  );
}
