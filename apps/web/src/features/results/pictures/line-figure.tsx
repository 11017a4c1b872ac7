/** A line through periods: null is a gap, where the line breaks. */
export interface FigureLine {
  key: string;
  name: string;
  look: 'main' | 'other' | 'expected' | 'baseline';
  points: readonly { period: string; value: number | null }[];
}

export interface FigureBand {
  points: readonly { period: string; low: number | null; high: number | null }[];
}

interface LineFigureProps {
  label: string;
  caption: string;
  lines: readonly FigureLine[];
  band?: FigureBand;
  /** A period from which something was different. */
  mark?: { period: string; name: string };
  number: (value: number) => string;
  period: (period: string) => string;
}

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 48;
const BOTTOM = 28;
const TOP = 12;
const LINE_TICKS = 4;

/** Lines over periods, from zero; every number of it stands in a table of the result as well. */
export function LineFigure({ label, caption, lines, band, mark, number, period }: LineFigureProps) {
  const periods = [
    ...new Set([
      ...lines.flatMap(({ points }) => points.map((point) => point.period)),
      ...(band?.points ?? []).map((point) => point.period),
    ]),
  ].sort();
  const values = [
    ...lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    ...(band?.points ?? []).flatMap(({ high }) => high ?? []),
  ];
  const most = Math.max(4, ...values) * 1.05;
  const x = (at: string) => LEFT + (periods.indexOf(at) / Math.max(1, periods.length - 1)) * (WIDTH - LEFT - 12);
  const y = (value: number) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const ticks = roundTicks(most, LINE_TICKS);
  return (
    <figure className="dl-result__figure dl-result__figure--wide">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH - 12} y1={y(tick)} y2={y(tick)} className="dl-result__grid" />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {number(tick)}
            </text>
          </g>
        ))}
        {periods.length > 0 &&
          [periods[0]!, periods.at(-1)!].map((at, i) => (
            <text key={at} x={x(at)} y={HEIGHT - 6} textAnchor={i === 0 ? 'start' : 'end'}>
              {period(at)}
            </text>
          ))}
        {band !== undefined && <path d={areaOf(band, x, y)} className="dl-result__band" />}
        {lines.map(({ key, look, points }) => (
          <path key={key} d={pathOf(points, x, y)} className={`dl-result__line dl-result__line--${look}`} />
        ))}
        {mark !== undefined && periods.includes(mark.period) && (
          <g>
            <line x1={x(mark.period)} x2={x(mark.period)} y1={TOP} y2={HEIGHT - BOTTOM} className="dl-result__mark" />
            <text x={x(mark.period) + 4} y={TOP + 10}>
              {mark.name}
            </text>
          </g>
        )}
      </svg>
      <ul className="dl-result__key">
        {lines.map(({ key, look, name }) => (
          <li key={key}>
            <svg width="28" height="10" aria-hidden="true">
              <path d="M0 5 H28" className={`dl-result__line dl-result__line--${look}`} />
            </svg>{' '}
            {name}
          </li>
        ))}
      </ul>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

type Scale<T> = (value: T) => number;

/** Each stretch without a gap is a line of its own; a single point is a short dash. */
function pathOf(points: FigureLine['points'], x: Scale<string>, y: Scale<number>): string {
  let isDrawing = false;
  return points
    .map(({ period, value }) => {
      if (value === null) {
        isDrawing = false;
        return '';
      }
      const step = `${isDrawing ? 'L' : 'M'}${x(period).toFixed(1)} ${y(value).toFixed(1)}${isDrawing ? '' : 'h0.1'}`;
      isDrawing = true;
      return step;
    })
    .join('');
}

function areaOf({ points }: FigureBand, x: Scale<string>, y: Scale<number>): string {
  const whole = points.flatMap(({ period, low, high }) =>
    low === null || high === null ? [] : [{ period, low, high }],
  );
  if (whole.length === 0) return '';
  const up = whole.map(({ period, high }) => `${x(period).toFixed(1)} ${y(high).toFixed(1)}`);
  const down = whole.toReversed().map(({ period, low }) => `${x(period).toFixed(1)} ${y(low).toFixed(1)}`);
  return `M${[...up, ...down].join('L')}Z`;
}

/** Whole numbers from nought up to this one, about so many steps apart: 1, 2 or 5 times a power of ten. */
function roundTicks(most: number, steps: number): readonly number[] {
  const least = most / steps;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, power * (least <= 2 * power ? 2 : least <= 5 * power ? 5 : 10));
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}
