import { useWords } from '../../app/i18n/use-words.js';
import type { Load } from '../../gql/types.js';
import { coverageSpans } from './coverage-spans.js';

/** What a load covers, in as few words as are true: whole years and months by name, the rest by day. */
export function CoverageText({ covers }: { covers: Load['covers'] }) {
  const { date, period } = useWords();
  return (
    <ul>
      {coverageSpans(covers).map(({ from, to, periods }) => (
        <li key={from}>
          {periods === undefined
            ? `${date(from)} – ${date(to)}`
            : periods.first === periods.last
              ? period(periods.first)
              : `${period(periods.first)} – ${period(periods.last)}`}
        </li>
      ))}
    </ul>
  );
}
