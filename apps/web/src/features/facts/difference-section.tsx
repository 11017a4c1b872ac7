import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import { differencesOptions, type Amount, type SourceDifference } from './facts-query.js';

const CHANGES = ['added', 'removed', 'changed'] as const;

/** What changed since the picture before, in a sentence for each source, with the figures under it. */
export function DifferenceSection() {
  const { t, date } = useWords();
  const { lab } = useLab();
  const differences = useQuery(differencesOptions(lab.id));
  const [first] = differences.data ?? [];
  return (
    <section className="dl-section dl-stack" aria-labelledby="facts-difference">
      <h2 id="facts-difference" className="utrecht-heading-2">
        {t('facts.difference.title')}
      </h2>
      {differences.isPending && <Skeleton lines={3} />}
      {differences.isError && <FailureAlert error={differences.error} retry={() => void differences.refetch()} />}
      {differences.isSuccess && first === undefined && (
        <p className="utrecht-paragraph dl-quiet">{t('facts.difference.first')}</p>
      )}
      {first !== undefined && (
        <p className="utrecht-paragraph">{t('facts.difference.since', { date: date(first.previousAt) })}</p>
      )}
      {differences.data?.map((source) => (
        <Source key={source.datasetId} source={source} />
      ))}
    </section>
  );
}

function Source({ source }: { source: SourceDifference }) {
  const { t, period, category } = useWords();
  const { lab } = useLab();
  const amount = useAmount();
  const dataset = lab.datasets.find(({ id }) => id === source.datasetId);
  const name = dataset === undefined ? '' : `${dataset.organisation.name}, ${dataset.name}`;
  const parts = CHANGES.filter((change) => source.total[change].most !== 0).map((change) =>
    t(`facts.difference.${change}`, { amount: amount(source.total[change]) }),
  );
  const sentence = !source.isKnown
    ? t('facts.difference.unknown')
    : parts.length === 0
      ? t('facts.difference.same')
      : `${parts.join(', ')}.`;
  return (
    <div>
      <p className="utrecht-paragraph">
        <strong>{name}:</strong> {sentence}
      </p>
      {source.cells.length > 0 && (
        <details>
          <summary>{t('facts.difference.where')}</summary>
          <p className="dl-quiet dl-small">
            {t(source.isExact ? 'facts.difference.exact' : 'facts.difference.banded')}
          </p>
          <TableScroll label={name}>
            <table className="dl-table">
              <thead>
                <tr>
                  <th scope="col">{t('facts.difference.period')}</th>
                  <th scope="col">{t('facts.difference.category')}</th>
                  {CHANGES.map((change) => (
                    <th key={change} scope="col">
                      {t(`facts.difference.column.${change}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {source.cells.map((cell) => (
                  <tr key={`${cell.period} ${cell.category}`}>
                    <th scope="row">{period(cell.period)}</th>
                    <td>{category(cell.category)}</td>
                    {CHANGES.map((change) => (
                      <td key={change}>{amount(cell[change])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        </details>
      )}
    </div>
  );
}

function useAmount() {
  const { t, number } = useWords();
  return ({ least, most }: Amount): string => {
    if (most === null) return t('facts.amount.orMore', { least: number(least) });
    if (least === most) return number(least);
    if (least === 1) return t('facts.amount.fewer', { most: number(most + 1) });
    return t('facts.amount.between', { least: number(least), most: number(most) });
  };
}
