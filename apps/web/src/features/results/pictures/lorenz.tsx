import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';

const SIDE = 320;
const EDGE = 40;

/** The Lorenz curve against the line of an even spread. */
export function LorenzPicture({ picture }: { picture: Extract<RunPicture, { kind: 'lorenz' }> }) {
  const { t } = useWords();
  const at = ({ units, reports }: { units: number; reports: number }) =>
    `${EDGE + units * SIDE},${EDGE / 2 + (1 - reports) * SIDE}`;
  return (
    <figure className="dl-result__figure">
      <svg viewBox={`0 0 ${SIDE + EDGE * 1.5} ${SIDE + EDGE * 1.5}`} role="img" aria-label={t('analyses.lorenz.label')}>
        <rect x={EDGE} y={EDGE / 2} width={SIDE} height={SIDE} className="dl-result__frame" />
        <line x1={EDGE} y1={EDGE / 2 + SIDE} x2={EDGE + SIDE} y2={EDGE / 2} className="dl-result__even" />
        <polyline points={picture.points.map(at).join(' ')} className="dl-result__curve" />
        <text x={EDGE + SIDE / 2} y={SIDE + EDGE * 1.2} textAnchor="middle">
          {t('analyses.lorenz.x')}
        </text>
        <text transform={`translate(${EDGE * 0.6} ${EDGE / 2 + SIDE / 2}) rotate(-90)`} textAnchor="middle">
          {t('analyses.lorenz.y')}
        </text>
      </svg>
      <figcaption>{t('analyses.lorenz.caption')}</figcaption>
    </figure>
  );
}
