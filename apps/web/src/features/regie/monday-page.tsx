import { ALL_CATEGORIES } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../../app/i18n/use-words.js';
import { ApiError } from '../../gql/api-error.js';
import { Button } from '../../ui/button.js';
import { Empty } from '../../ui/empty.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { areasOptions } from '../picture/picture-query.js';
import { useAnswerWords } from '../picture/use-answer-words.js';
import { mondayOptions, type Monday } from './regie-query.js';
import './monday.css';

/** One A4 for a wijkteam on Monday; its address holds the area, so that it can be sent as a link. */
export function MondayScreen() {
  const { t } = useWords();
  const { lab } = useLab();
  const { area = '' } = useSearch({ from: '/labs/$labId/monday' });
  const navigate = useNavigate({ from: '/labs/$labId/monday' });
  const areas = useQuery(areasOptions(lab.region.id));
  const page = useQuery({ ...mondayOptions(lab.id, area), enabled: area !== '' });
  // The lowest level is too small for a page of its own.
  const levels = lab.region.levels.slice(0, -1);
  return (
    <Page
      title={page.data === undefined ? t('monday.title') : t('monday.of', { area: page.data.area.name })}
      lead={t('monday.lead')}
      actions={page.isSuccess && <Button onClick={() => window.print()}>{t('monday.print')}</Button>}
    >
      <div className="dl-no-print">
        <SelectField
          label={t('monday.chooseArea')}
          value={area}
          onChange={({ target }) => void navigate({ search: { area: target.value } })}
        >
          <option value="">{t('monday.choose')}</option>
          {levels.map(({ code, name }) => (
            <optgroup key={code} label={name}>
              {(areas.data ?? [])
                .filter(({ level }) => level === code)
                .map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </SelectField>
      </div>
      {area !== '' && page.isPending && <Skeleton lines={10} />}
      {page.isError &&
        (page.error instanceof ApiError && page.error.reason === 'picture.not-there' ? (
          <Empty title={t('monday.notYet')} text={t('monday.notYetText')} />
        ) : (
          <FailureAlert error={page.error} retry={() => void page.refetch()} />
        ))}
      {page.isSuccess && <MondayText page={page.data} />}
    </Page>
  );
}

/** A number without the one of a year before says something, although not what changed. */
const changeOf = ({ change, now }: Monday['changes'][number]) =>
  change === 'unknown' && now !== null ? 'onlyNow' : change;

function MondayText({ page }: { page: Monday }) {
  const { t, date, number, period } = useWords();
  const answers = useAnswerWords();
  const { lab } = useLab();
  return (
    <div className="dl-monday">
      <p className="dl-quiet dl-small">{t('monday.madeAt', { date: date(page.madeAt) })}</p>
      <h2 className="utrecht-heading-2">{t('monday.changes')}</h2>
      {page.changes.length === 0 && <p>{t('monday.noSources')}</p>}
      <ul className="utrecht-unordered-list">
        {page.changes.map((one) => (
          <li key={one.datasetId}>
            {t(`monday.change.${changeOf(one)}`, {
              source: one.datasetName,
              period: period(one.period),
              now: one.now === null ? '' : number(one.now),
              then: one.then === null ? '' : number(one.then),
            })}{' '}
            {one.compared !== null && t('area.comparedWhole', { against: answers.against(one.compared) })}
            {one.nearest !== null &&
              t('monday.nearest', {
                answer: answers.nearest(one.nearest, { areaCode: page.area.code, category: ALL_CATEGORIES }),
              })}
          </li>
        ))}
      </ul>
      {page.changes.some(({ compared, nearest }) => compared !== null || nearest !== null) && (
        <p className="dl-quiet dl-small">{t('against.rule')}</p>
      )}
      {page.changes.some(({ now }) => now === null) && <WhyWithheld />}
      <h2 className="utrecht-heading-2">{t('monday.hot')}</h2>
      {page.hotAreas.length === 0 && <p>{t('monday.hotNone')}</p>}
      <ul className="utrecht-unordered-list">
        {hotByArea(page).map(({ areaCode, name, since, sources }) => (
          <li key={areaCode}>
            <Link to="/labs/$labId/areas/$areaCode" params={{ labId: lab.id, areaCode }}>
              {t(`monday.hotSince.${since}`, { area: name })}
            </Link>{' '}
            <span className="dl-quiet">({sources.join(', ')})</span>
          </li>
        ))}
      </ul>
      <h2 className="utrecht-heading-2">{t('monday.agreed')}</h2>
      {page.agreed.length === 0 && <p>{t('monday.agreedNone')}</p>}
      <ul className="utrecht-unordered-list">
        {page.agreed.map((one) => (
          <li key={one.id}>
            {t('monday.agreedItem', {
              title: one.title,
              who: one.organisationName,
              when: one.startsOn === null ? t('solutions.noDate') : t('solutions.from', { from: date(one.startsOn) }),
            })}
          </li>
        ))}
      </ul>
      {page.pickups.length > 0 && (
        <>
          <h2 className="utrecht-heading-2">{t('monday.pickups')}</h2>
          <ul className="utrecht-unordered-list">
            {page.pickups.map((one) => (
              <li key={one.id}>
                {one.organisationName}: {one.what}
              </li>
            ))}
          </ul>
        </>
      )}
      {page.notes.length > 0 && (
        <>
          <h2 className="utrecht-heading-2">{t('monday.notes')}</h2>
          <ul className="utrecht-unordered-list">
            {page.notes.map((one) => (
              <li key={one.id}>
                {t(`regie.kind.${one.kind}`)}: {one.words} ({one.organisationName})
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 className="utrecht-heading-2">{t('monday.not')}</h2>
      <ul className="utrecht-unordered-list">
        <li>{t('monday.notList.one')}</li>
        <li>{t('monday.notList.two')}</li>
        <li>{t('monday.notList.three')}</li>
      </ul>
    </div>
  );
}

type HotSince = Monday['hotAreas'][number]['since'];

/** One line per area: what is new first, then what stayed, then what is gone; an area that stayed in one source has stayed. */
function hotByArea({ hotAreas, changes }: Monday) {
  const order: HotSince[] = ['new', 'stayed', 'gone'];
  const names = new Map(changes.map(({ datasetId, datasetName }) => [datasetId, datasetName]));
  return [...Map.groupBy(hotAreas, ({ areaCode }) => areaCode)]
    .map(([areaCode, rows]) => {
      const since = (['stayed', 'new', 'gone'] as const).find((one) => rows.some((row) => row.since === one))!;
      const sources = rows.filter((row) => row.since === since).map((row) => names.get(row.datasetId) ?? '');
      return { areaCode, name: rows[0]!.name, since, sources };
    })
    .sort((a, b) => order.indexOf(a.since) - order.indexOf(b.since));
}
