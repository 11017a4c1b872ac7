import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { useLab } from '../lab/lab-context.js';
import { crossSourceOptions, type CrossSourceYear } from './facts-query.js';

/** Which party registers what: category by source, with its share and what its size lets expect. */
export function CrossSourceSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const found = useQuery(crossSourceOptions(lab.id));
  const [chosen, setChosen] = useState<string>();
  const years = found.data?.years ?? [];
  const year = years.find((one) => one.year === chosen) ?? years[0];
  return (
    <section className="dl-section dl-stack" aria-labelledby="facts-cross">
      <h2 id="facts-cross" className="utrecht-heading-2">
        {t('facts.cross.title')}
      </h2>
      <p className="utrecht-paragraph">{t('facts.cross.lead')}</p>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <FailureAlert error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && year === undefined && <p className="utrecht-paragraph dl-quiet">{t('facts.cross.none')}</p>}
      {year !== undefined && (
        <>
          <SelectField
            label={t('facts.cross.year')}
            value={year.year}
            onChange={({ target }) => setChosen(target.value)}
          >
            {years.map((one) => (
              <option key={one.year}>{one.year}</option>
            ))}
          </SelectField>
          <Matrix year={year} hasRates={found.data?.population != null} />
        </>
      )}
    </section>
  );
}

/** From this far off what size tells, a cell is marked; the words say the same as the colour. */
const MARKED = 1.5;

function Matrix({ year, hasRates }: { year: CrossSourceYear; hasRates: boolean }) {
  const { t, category, number, rate } = useWords();
  const { lab } = useLab();
  const sources = year.delivered.map(({ datasetId, delivered }) => ({
    datasetId,
    delivered,
    dataset: lab.datasets.find(({ id }) => id === datasetId),
  }));
  const categories = [...new Set(year.rows.map((row) => row.category))].sort((a, b) =>
    category(a).localeCompare(category(b)),
  );
  return (
    <>
      <TableScroll label={t('facts.cross.title')}>
        <table className="dl-table dl-facts-matrix">
          <thead>
            <tr>
              <th scope="col">{t('facts.difference.category')}</th>
              {sources.map(({ datasetId, delivered, dataset }) => (
                <th key={datasetId} scope="col">
                  {dataset?.organisation.name}
                  <span className="dl-small dl-facts-matrix__set">{dataset?.name}</span>
                  {delivered === 'partial' && <span className="dl-small">{t('facts.cross.partial')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((code) => (
              <tr key={code}>
                <th scope="row">{category(code)}</th>
                {sources.map(({ datasetId }) => {
                  const row = year.rows.find((one) => one.category === code && one.datasetId === datasetId);
                  if (row === undefined) return <td key={datasetId}>0</td>;
                  if (row.reports === null || row.share === null || row.ratio === null)
                    return (
                      <td key={datasetId} className="dl-quiet">
                        {t('facts.cross.withheld')}
                      </td>
                    );
                  const mark = row.ratio >= MARKED ? 'more' : row.ratio <= 1 / MARKED ? 'less' : undefined;
                  return (
                    <td key={datasetId} className={mark && `dl-facts-matrix--${mark}`}>
                      <strong>{number(row.reports)}</strong>{' '}
                      <span className="dl-small">{t('facts.cross.share', { share: Math.round(row.share * 100) })}</span>
                      {mark !== undefined && (
                        <span className="dl-small dl-facts-matrix__mark">
                          {t(`facts.cross.${mark}`, { expected: number(Math.round(row.expected ?? 0)) })}
                        </span>
                      )}
                      {row.rate != null && (
                        <span className="dl-small dl-quiet dl-facts-matrix__mark">
                          {t('facts.cross.rate', {
                            rate: rate(row.rate.rate),
                            low: rate(row.rate.low),
                            high: rate(row.rate.high),
                          })}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="dl-quiet dl-small">{t('facts.cross.explain')}</p>
      {year.rows.some(({ reports }) => reports === null) && <WhyWithheld />}
      <p className="dl-quiet dl-small">{t(hasRates ? 'facts.cross.ratesOf' : 'facts.cross.noRates')}</p>
    </>
  );
}
