import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import { sinceBaselineOptions, type SinceBaseline } from './baseline-query.js';

const CHANGES = ['more', 'less', 'same', 'unknown'] as const;

/** Now beside the baseline that the lab keeps: per source in words and numbers. Nothing where no baseline is kept. */
export function BaselineSection() {
  const { t, date } = useWords();
  const { lab } = useLab();
  const change = useQuery({ ...sinceBaselineOptions(lab.id, []), enabled: lab.can.seePicture });
  const { data } = change;
  if (!lab.can.seePicture || data === null) return null;
  return (
    <section className="dl-section dl-stack" aria-labelledby="baseline">
      <h2 id="baseline" className="utrecht-heading-2">
        {t('baseline.title')}
      </h2>
      {change.isPending && <Skeleton lines={4} />}
      {change.isError && <FailureAlert error={change.error} retry={() => void change.refetch()} />}
      {data !== undefined && (
        <>
          <p className="utrecht-paragraph">{t('baseline.lead', { date: date(data.baselineMadeAt) })}</p>
          {data.sources.map((source) => (
            <SourceChange key={source.datasetId} source={source} areas={data.areas} />
          ))}
        </>
      )}
    </section>
  );
}

interface SourceChangeProps {
  source: SinceBaseline['sources'][number];
  areas: SinceBaseline['areas'];
}

function SourceChange({ source, areas }: SourceChangeProps) {
  const { t, number, period } = useWords();
  if (source.then === null || source.now === null)
    return (
      <p className="utrecht-paragraph">
        <strong>{source.datasetName}</strong>: {t('baseline.tooEarly')}
      </p>
    );
  const periods = { then: period(source.then), now: period(source.now) };
  const of = (code: string) => source.areas.find(({ areaCode }) => areaCode === code);
  const parts = areas.filter(({ isWhole }) => !isWhole);
  const counted = CHANGES.map((change) => ({
    change,
    count: parts.filter(({ code }) => of(code)?.change === change).length,
  })).filter(({ count }) => count > 0);
  const text = (value: number | null | undefined) => (value == null ? t('baseline.notShown') : number(value));
  return (
    <div className="dl-stack">
      <h3 className="utrecht-heading-3">{source.datasetName}</h3>
      {areas
        .filter(({ isWhole }) => isWhole)
        .map(({ code, name }) => (
          <p key={code} className="utrecht-paragraph">
            {t(`baseline.whole.${of(code)?.change ?? 'unknown'}`, {
              area: name,
              ...periods,
              before: text(of(code)?.then),
              after: text(of(code)?.now),
            })}
          </p>
        ))}
      {counted.length > 0 && (
        <p className="utrecht-paragraph">
          {t('baseline.parts', {
            list: counted.map(({ change, count }) => t(`baseline.count.${change}`, { count })).join(', '),
          })}
        </p>
      )}
      <details>
        <summary>{t('baseline.table')}</summary>
        <TableScroll label={t('baseline.tableOf', { source: source.datasetName })}>
          <table className="dl-table">
            <thead>
              <tr>
                <th scope="col">{t('baseline.area')}</th>
                <th scope="col" className="dl-number">
                  {periods.then}
                </th>
                <th scope="col" className="dl-number">
                  {periods.now}
                </th>
                <th scope="col">{t('baseline.change')}</th>
              </tr>
            </thead>
            <tbody>
              {areas.map(({ code, name }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  <td className="dl-number">{text(of(code)?.then)}</td>
                  <td className="dl-number">{text(of(code)?.now)}</td>
                  <td>{t(`baseline.word.${of(code)?.change ?? 'unknown'}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </details>
      <p className="dl-quiet dl-small">{t('baseline.notCause')}</p>
    </div>
  );
}

/** Of one measure: how its areas stand to the baseline in the source that it is measured in. */
export function BaselineOfAreas({ datasetId, areaCodes }: { datasetId: string; areaCodes: readonly string[] }) {
  const { t, period } = useWords();
  const { lab } = useLab();
  const change = useQuery({ ...sinceBaselineOptions(lab.id, areaCodes), enabled: lab.can.seePicture });
  const source = change.data?.sources.find((one) => one.datasetId === datasetId);
  if (change.data == null || source === undefined || source.then === null || source.now === null) return null;
  const names = new Map(change.data.areas.map(({ code, name }) => [code, name]));
  const mine = source.areas.filter(({ areaCode }) => areaCodes.includes(areaCode));
  if (mine.length === 0) return null;
  return (
    <p className="dl-small">
      {t('baseline.ofMeasure', {
        then: period(source.then),
        now: period(source.now),
        list: mine
          .map(({ areaCode, change: one }) => `${names.get(areaCode) ?? areaCode}: ${t(`baseline.word.${one}`)}`)
          .join('; '),
      })}
    </p>
  );
}
