import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';

const CELL = 26;
const LEFT = 96;
const TOP = 24;
const FURTHEST = Math.log(3);

/** Hour by weekday against the whole: more is blue, less is brown, nothing said is hatched; significance is a dot, never colour alone. */
export function RhythmPicture({ picture }: { picture: Extract<RunPicture, { kind: 'rhythm' }> }) {
  const { t, number } = useWords();
  const days = [...new Set(picture.cells.map(({ weekday }) => weekday))].sort((a, b) => order(a) - order(b));
  const hours = Math.max(24, ...picture.cells.map(({ to }) => to));
  const height = TOP + days.length * CELL + 24;
  const name = (day: RhythmDay) => t(`pictures.rhythm.day.${typeof day === 'number' ? (`day${day}` as 'day1') : day}`);
  return (
    <figure className="dl-result__figure dl-result__figure--wide">
      <svg viewBox={`0 0 ${LEFT + hours * CELL} ${height}`} role="img" aria-label={t('pictures.rhythm.label')}>
        <defs>
          <pattern
            id="rhythm-withheld"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0V6" stroke="currentcolor" strokeOpacity="0.4" />
          </pattern>
        </defs>
        {days.map((day, i) => (
          <text key={String(day)} x={0} y={TOP + i * CELL + CELL / 2 + 5}>
            {name(day)}
          </text>
        ))}
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={LEFT + hour * CELL} y={TOP - 8}>
            {t('pictures.rhythm.hour', { hour })}
          </text>
        ))}
        {picture.cells.map(({ weekday, from, to, ratio, klass }) => (
          <g key={`${weekday} ${from}`}>
            <rect
              x={LEFT + from * CELL}
              y={TOP + days.indexOf(weekday) * CELL}
              width={(to - from) * CELL - 1}
              height={CELL - 1}
              fill={ratio === null ? 'url(#rhythm-withheld)' : ratio >= 1 ? '#154273' : '#8a4b00'}
              fillOpacity={ratio === null ? 1 : Math.min(1, Math.abs(Math.log(Math.max(ratio, 0.05))) / FURTHEST) * 0.9}
            >
              <title>
                {t(ratio === null ? 'pictures.rhythm.withheld' : 'pictures.rhythm.cell', {
                  day: name(weekday),
                  from,
                  to,
                  ratio: ratio === null ? '' : number(ratio),
                })}
              </title>
            </rect>
            {(klass === 'more' || klass === 'less') && (
              <circle
                cx={LEFT + ((from + to) / 2) * CELL}
                cy={TOP + days.indexOf(weekday) * CELL + CELL / 2}
                r={3}
                className="dl-result__significant"
              />
            )}
          </g>
        ))}
      </svg>
      <figcaption>{t('pictures.rhythm.caption')}</figcaption>
    </figure>
  );
}

type RhythmDay = Extract<RunPicture, { kind: 'rhythm' }>['cells'][number]['weekday'];
const order = (day: RhythmDay): number => (day === 'working_day' ? 0 : day === 'weekend' ? 8 : day);
