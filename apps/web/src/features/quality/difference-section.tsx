import { useWords } from '../../app/i18n/use-words.js';
import { TableScroll } from '../../ui/table-scroll.js';
import type { Difference } from './quality-query.js';

const KINDS = ['added', 'removed', 'changed', 'same'] as const;

/** What a load changes against what it replaces: the sums, and per period and kind of report. */
export function DifferenceSection({ difference }: { difference: Difference }) {
  const { t, number, category, period } = useWords();
  const { total, cells, replaces } = difference;
  return (
    <section className="dl-section" aria-labelledby="difference">
      <h2 id="difference" className="utrecht-heading-2">
        {t('quality.difference')}
      </h2>
      <p className="utrecht-paragraph">{t('quality.replaces', { revisions: replaces.join(', ') })}</p>
      <dl className="dl-totals dl-card">
        {KINDS.map((kind) => (
          <div key={kind} className="dl-totals__part">
            <dt>{t(`quality.rows.${kind}`)}</dt>
            <dd className="dl-totals__number">{number(total[kind])}</dd>
          </div>
        ))}
      </dl>
      {cells.length > 0 && (
        <details>
          <summary>{t('quality.perPeriod')}</summary>
          <TableScroll label={t('quality.perPeriod')}>
            <table className="dl-table">
              <caption>{t('quality.perPeriod')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('quality.period')}</th>
                  <th scope="col">{t('quality.category')}</th>
                  {KINDS.slice(0, 3).map((kind) => (
                    <th key={kind} scope="col" className="dl-number">
                      {t(`quality.rows.${kind}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cells.map((cell) => (
                  <tr key={`${cell.period} ${cell.category}`}>
                    <th scope="row">{period(cell.period)}</th>
                    <td>{category(cell.category)}</td>
                    <td className="dl-number">{number(cell.added)}</td>
                    <td className="dl-number">{number(cell.removed)}</td>
                    <td className="dl-number">{number(cell.changed)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </details>
      )}
    </section>
  );
}
