import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';
import { inLanguage } from '../code-words.js';

const WIDTH = 360;
const ROW = 36;
const NAMES = 220;
/** Ratios beside an axis: of estimates near each other, and of those far apart. */
const NEAR = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const;
const FAR = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20] as const;
const NEAR_REACH = Math.log(2.2);

/** Each estimate with its bounds, against the line of no difference. Ratios lie on a logarithmic axis. */
export function CoefficientsPicture({ picture }: { picture: Extract<RunPicture, { kind: 'coefficients' }> }) {
  const { t, language, measure } = useWords();
  const on = (value: number) => (picture.scale === 'ratio' ? Math.log(value) : value);
  const rows = picture.rows.flatMap(({ title, estimate, low, high }) =>
    estimate === null || low === null || high === null || (picture.scale === 'ratio' && low <= 0)
      ? []
      : [{ title, estimate: on(estimate), low: on(low), high: on(high) }],
  );
  const furthest = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const x = (value: number) => NAMES + WIDTH / 2 + (value / furthest) * (WIDTH / 2 - 8);
  const ticks = picture.scale === 'ratio' ? (furthest < NEAR_REACH ? NEAR : FAR) : differencesTo(furthest);
  return (
    <figure className="dl-result__figure">
      <svg
        viewBox={`0 0 ${NAMES + WIDTH} ${ROW * (rows.length + 1)}`}
        role="img"
        aria-label={t('analyses.coefficients.label')}
      >
        <line x1={x(0)} x2={x(0)} y1={0} y2={ROW * rows.length} className="dl-result__even" />
        {ticks
          .filter((tick) => Math.abs(on(tick)) <= furthest)
          .map((tick) => (
            <text key={tick} x={x(on(tick))} y={ROW * rows.length + 20} textAnchor="middle">
              {measure(tick)}
            </text>
          ))}
        {rows.map(({ title, estimate, low, high }, i) => (
          <g key={title.nl}>
            <text x={0} y={ROW * i + ROW / 2 + 5}>
              {inLanguage(title, language)}
            </text>
            <line x1={x(low)} x2={x(high)} y1={ROW * i + ROW / 2} y2={ROW * i + ROW / 2} className="dl-result__curve" />
            <circle cx={x(estimate)} cy={ROW * i + ROW / 2} r={5} className="dl-result__dot" />
          </g>
        ))}
      </svg>
      <figcaption>{t('analyses.coefficients.caption')}</figcaption>
    </figure>
  );
}

/** Nought, and the largest round number on either side of it: 1, 2 or 5 times a power of ten. */
function differencesTo(furthest: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(furthest));
  const round = power * (furthest >= 5 * power ? 5 : furthest >= 2 * power ? 2 : 1);
  return [-round, 0, round];
}
