import { ALL_SOURCES_ID, GRID_LEVEL, type Grain } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import type { Picture } from '../../gql/types.js';
import { Choice } from '../../ui/choice.js';
import { SelectField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import {
  categoriesOf,
  grainsOf,
  hasSquares,
  latestPeriod,
  levelsOf,
  sourcesOf,
  type PictureChoice,
} from './picture-choice.js';
import { MEASURES, type PictureSearch } from './picture-search.js';
import { PeriodField } from './period-field.js';

interface FiltersProps {
  view: PictureView;
  picture: Picture;
  choice: PictureChoice;
  showsTable: boolean;
  onChange: (change: PictureSearch) => void;
}

export function Filters({ view, picture, choice, showsTable, onChange }: FiltersProps) {
  const { t, category } = useWords();
  const { lab, me } = useLab();
  const sources = sourcesOf(picture, view === 'mirror' ? me.organisation.id : undefined);
  const isSquares = choice.level === GRID_LEVEL;
  const grains: Grain[] = isSquares ? ['year'] : grainsOf(choice.source);
  const measures = isSquares ? (['reports'] as const) : MEASURES;
  return (
    <form
      className="dl-filters dl-card dl-no-print"
      aria-label={t('picture.filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <SelectField
        label={t('picture.source')}
        value={choice.source.dataset.id}
        onChange={({ target }) => onChange({ source: target.value })}
      >
        {sources.map(({ dataset }) => (
          <option key={dataset.id} value={dataset.id}>
            {dataset.id === ALL_SOURCES_ID
              ? t('picture.allSources')
              : view === 'mirror'
                ? dataset.name
                : `${dataset.organisation.name}: ${dataset.name}`}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('picture.category')}
        value={choice.category}
        onChange={({ target }) => onChange({ category: target.value })}
      >
        {categoriesOf(choice.source).map((code) => (
          <option key={code} value={code}>
            {category(code)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('picture.level')}
        value={choice.level}
        onChange={({ target }) => onChange({ level: target.value, area: undefined })}
      >
        {levelsOf(choice.source, lab.region.levels).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        {hasSquares(picture, choice.source) && <option value={GRID_LEVEL}>{t('squares.level')}</option>}
      </SelectField>
      <SelectField
        label={t('picture.grain')}
        value={choice.grain}
        onChange={({ target }) => onChange({ period: latestPeriod(choice.source, target.value as Grain) })}
      >
        {grains.map((grain) => (
          <option key={grain} value={grain}>
            {t(`picture.grains.${grain}`)}
          </option>
        ))}
      </SelectField>
      <PeriodField choice={choice} onChange={(period) => onChange({ period })} />
      <Choice
        look="bar"
        legend={t('picture.measure')}
        value={choice.measure}
        options={measures.map((measure) => ({ value: measure, label: t(`picture.measures.${measure}`) }))}
        onChange={(measure) => onChange({ measure })}
      />
      <Choice
        look="bar"
        legend={t('picture.view')}
        value={showsTable ? 'table' : 'map'}
        options={(['map', 'table'] as const).map((one) => ({ value: one, label: t(`picture.views.${one}`) }))}
        onChange={(one) => onChange({ view: one })}
      />
    </form>
  );
}
