import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import { riskOptions, type SourceRisk } from './values-query.js';

type Grain = 'month' | 'quarter' | 'year';
type Band = 'none' | 'under_1' | '1_to_5' | '5_to_20' | '20_to_50' | 'over_50';
type Size = 'under_5' | '5_to_9' | '10_or_more';

/** How recognisable people would be in the rows, and what makes it less: a larger area, a longer period. */
export function RiskSection() {
  const { t, moment } = useWords();
  const { lab } = useLab();
  const risk = useQuery(riskOptions(lab.id));
  if (risk.isError) return <FailureAlert error={risk.error} retry={() => void risk.refetch()} />;
  const sources = risk.data?.sources ?? [];
  return (
    <section className="dl-stack dl-risk" aria-labelledby="risk-title">
      <h2 className="utrecht-heading-2" id="risk-title">
        {t('values.risk.title')}
      </h2>
      <p className="utrecht-paragraph">{t('values.risk.text')}</p>
      {risk.data?.computedAt == null ? (
        <p className="dl-quiet">{t('values.risk.notYet')}</p>
      ) : (
        <p className="dl-quiet">{t('values.risk.computedAt', { when: moment(risk.data.computedAt) })}</p>
      )}
      {sources.map((source) => (
        <SourceTable key={source.datasetId ?? ''} source={source} />
      ))}
    </section>
  );
}

function SourceTable({ source }: { source: SourceRisk }) {
  const { t, number } = useWords();
  const { lab } = useLab();
  const name = lab.datasets.find(({ id }) => id === source.datasetId)?.name ?? t('values.risk.all');
  const level = (code: string) => lab.region.levels.find((one) => one.code === code)?.name ?? code;
  const band = (value: string) => t(`values.band.${value as Band}`);
  const { advice, ofTwoLargestHouseholds, ofTwoLargestReporters, own } = source;
  return (
    <details>
      <summary>
        <strong>{name}</strong> –{' '}
        {advice === null
          ? t('values.risk.noAdvice')
          : t('values.risk.advice', { level: level(advice.level), grain: t(`values.grain.${advice.grain as Grain}`) })}
      </summary>
      <TableScroll label={name}>
        <table className="dl-table">
          <thead>
            <tr>
              <th scope="col">{t('values.risk.choice')}</th>
              <th scope="col">{t('values.risk.smallest')}</th>
              <th scope="col">{t('values.risk.alone')}</th>
              <th scope="col">{t('values.risk.same')}</th>
              {own.length > 0 && <th scope="col">{t('values.risk.own')}</th>}
            </tr>
          </thead>
          <tbody>
            {source.bands.map((row) => {
              const exact = own.find((one) => one.level === row.level && one.grain === row.grain);
              return (
                <tr key={`${row.level} ${row.grain}`}>
                  <th scope="row">
                    {level(row.level)}, {t(`values.grain.${row.grain as Grain}`)}
                  </th>
                  <td>{t(`values.size.${row.k as Size}`)}</td>
                  <td>{band(row.unique)}</td>
                  <td>{band(row.homogeneous)}</td>
                  {own.length > 0 && (
                    <td>
                      {exact === undefined
                        ? '–'
                        : t('values.risk.exact', {
                            units: number(exact.units),
                            share: number(Math.round(exact.uniqueShare * 1_000) / 10),
                            k: exact.k,
                          })}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      <p className="utrecht-paragraph">
        {t('values.risk.dominance', {
          households: ofTwoLargestHouseholds === null ? t('values.unknown') : band(ofTwoLargestHouseholds),
          reporters: ofTwoLargestReporters === null ? t('values.unknown') : band(ofTwoLargestReporters),
        })}
      </p>
    </details>
  );
}
