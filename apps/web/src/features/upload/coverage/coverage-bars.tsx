import { useId } from 'react';
import { useWords } from '../../../app/i18n/use-words.js';
import { Patterns } from '../../picture/patterns.js';

interface CoverageBarsProps {
  periods: readonly { period: string; rows: number }[];
  gaps: readonly string[];
}

const WIDTH = 760;
const HEIGHT = 56;
const WIDEST = 28;

/** Rows per month as small bars, gaps as dots: a month that is far too low shows at a glance. */
export function CoverageBars({ periods, gaps }: CoverageBarsProps) {
  const { t, number, period } = useWords();
  const id = useId();
  const all = [...periods, ...gaps.map((gap) => ({ period: gap, rows: undefined }))].sort((a, b) =>
    a.period.localeCompare(b.period),
  );
  const step = Math.min(WIDEST, WIDTH / all.length);
  const most = Math.max(1, ...periods.map(({ rows }) => rows));
  return (
    <figure className="dl-coverage">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('upload.coverageChart', { count: periods.length, gaps: gaps.length })}
      >
        <Patterns id={id} />
        {all.map(({ period: code, rows }, index) => {
          const height = rows === undefined ? HEIGHT : Math.max(2, (rows / most) * HEIGHT);
          return (
            <rect
              key={code}
              x={index * step}
              y={HEIGHT - height}
              width={step * 0.85}
              height={height}
              fill={rows === undefined ? `url(#${id}-gap)` : '#00568b'}
            >
              <title>
                {rows === undefined ? `${period(code)}: ${t('upload.noRows')}` : `${period(code)}: ${number(rows)}`}
              </title>
            </rect>
          );
        })}
      </svg>
      <figcaption className="dl-quiet dl-small">
        {all.length > 1 && `${period(all[0]?.period ?? '')} – ${period(all.at(-1)?.period ?? '')} · `}
        {t('upload.coverageChart', { count: periods.length, gaps: gaps.length })}
      </figcaption>
    </figure>
  );
}
