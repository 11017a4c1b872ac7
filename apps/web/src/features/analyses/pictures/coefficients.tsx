import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';
import { inLanguage } from '../code-words.js';

const WIDTH = 360;
const ROW = 36;
const NAMES = 220;

/** Each estimate with its bounds, against the line of no difference. Ratios lie on a logarithmic axis. */
export function CoefficientsPicture({ picture }: { picture: Extract<RunPicture, { kind: 'coefficients' }> }) {
  const { t, language } = useWords();
  const on = (value: number) => (picture.scale === 'ratio' ? Math.log(value) : value);
  const rows = picture.rows.flatMap(({ title, estimate, low, high }) =>
    estimate === null || low === null || high === null || (picture.scale === 'ratio' && low <= 0)
      ? []
      : [{ title, estimate: on(estimate), low: on(low), high: on(high) }],
  );
  const furthest = Math.max(0.1, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  const x = (value: number) => NAMES + WIDTH / 2 + (value / furthest) * (WIDTH / 2 - 8);
  return (
    <figure className="dl-analyses__figure">
      <svg
        viewBox={`0 0 ${NAMES + WIDTH} ${ROW * (rows.length + 1)}`}
        role="img"
        aria-label={t('analyses.coefficients.label')}
      >
        <line x1={x(0)} x2={x(0)} y1={0} y2={ROW * rows.length} className="dl-analyses__even" />
        {rows.map(({ title, estimate, low, high }, i) => (
          <g key={title.nl}>
            <text x={0} y={ROW * i + ROW / 2 + 5}>
              {inLanguage(title, language)}
            </text>
            <line
              x1={x(low)}
              x2={x(high)}
              y1={ROW * i + ROW / 2}
              y2={ROW * i + ROW / 2}
              className="dl-analyses__curve"
            />
            <circle cx={x(estimate)} cy={ROW * i + ROW / 2} r={5} className="dl-analyses__dot" />
          </g>
        ))}
      </svg>
      <figcaption>{t('analyses.coefficients.caption')}</figcaption>
    </figure>
  );
}
