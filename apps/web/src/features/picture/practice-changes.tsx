import { useWords } from '../../app/i18n/use-words.js';
import type { PracticeMark } from './trend-shape.js';

/** In words what the red lines of a trend mean: the counting changed there, not necessarily the neighbourhood. */
export function PracticeChanges({ marks }: { marks: readonly PracticeMark[] }) {
  const { t, date } = useWords();
  if (marks.length === 0) return null;
  return (
    <div className="dl-trend__changes">
      <p className="dl-small">{t('cards.trendMarks')}</p>
      <ul>
        {marks.map(({ on, what, sign }) => (
          <li key={`${on} ${what}`} className="dl-small">
            <strong>{sign}</strong> {date(on)}: {what}
          </li>
        ))}
      </ul>
    </div>
  );
}
