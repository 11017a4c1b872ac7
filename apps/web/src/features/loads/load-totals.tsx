import { useWords } from '../../app/i18n/use-words.js';
import type { Load } from '../../gql/types.js';

const PARTS = ['inRegion', 'outsideRegion', 'noArea', 'outOfScope', 'skipped'] as const;

/** Where every row of the file went: the parts add up to the rows. */
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
        <div className="dl-totals__part dl-totals__part--sum">
          <dt>{t('load.total.rows')}</dt>
          <dd className="dl-totals__number">{number(totals.rows)}</dd>
        </div>
      </dl>
    </section>
  );
}
