import { useWords } from '../../app/i18n/use-words.js';
import type { Load } from '../../gql/types.js';

const PARTS = ['rows', 'inRegion', 'outsideRegion', 'noArea', 'outOfScope', 'skipped'] as const;

/** Where every row of the file went: inside, outside and without an area add up to all rows. */
export function LoadTotals({ totals }: { totals: NonNullable<Load['totals']> }) {
  const { t, number } = useWords();
  return (
    <section className="dl-section" aria-labelledby="totals">
      <h2 id="totals" className="utrecht-heading-2">
        {t('load.totals')}
      </h2>
      <dl className="dl-totals dl-card">
        {PARTS.map((part) => (
          <div key={part} className="dl-totals__part">
            <dt>{t(`load.total.${part}`)}</dt>
            <dd className="dl-totals__number">{number(totals[part])}</dd>
            <dd className="dl-quiet dl-small">{t(`load.totalNote.${part}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
