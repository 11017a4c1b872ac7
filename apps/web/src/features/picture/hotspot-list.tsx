import { useWords } from '../../app/i18n/use-words.js';
import type { MapSheet } from '../../gql/types.js';
import { SelectField } from '../../ui/field.js';
import type { AreaFigure } from './area-figure.js';
import { sortFigures } from './table-rows.js';

const SHOWN = 8;

interface HotspotListProps {
  figures: readonly AreaFigure[];
  selected: AreaFigure | undefined;
  sheet: MapSheet;
  onSelect: (code: string | undefined) => void;
}

/** What stands out, and a way to every area that needs neither mouse nor map. */
export function HotspotList({ figures, selected, sheet, onSelect }: HotspotListProps) {
  const { t } = useWords();
  const hot = figures.filter(({ hotspot }) => hotspot === 'hot').sort((a, b) => (b.z ?? 0) - (a.z ?? 0));
  return (
    <section className="dl-card dl-stack dl-no-print" aria-labelledby="hotspots">
      <SelectField
        label={t('picture.goToArea')}
        value={selected?.code ?? ''}
        onChange={({ target }) => onSelect(target.value === '' ? undefined : target.value)}
      >
        <option value="">{t('picture.noArea')}</option>
        {sortFigures(figures, { column: 'name', direction: 'up' }).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      {sheet.testedAreas > 0 && (
        <div>
          <h3 id="hotspots" className="dl-legend__title">
            {t('area.hotspots')}
          </h3>
          {hot.length === 0 && <p className="dl-quiet">{t('area.noHotspots')}</p>}
          <ul className="dl-hotspots">
            {hot.slice(0, SHOWN).map(({ code, name, parentName }) => (
              <li key={code}>
                <button
                  type="button"
                  className="dl-hotspots__area"
                  aria-pressed={selected?.code === code}
                  onClick={() => onSelect(code)}
                >
                  {name}
                  {parentName !== undefined && (
                    <span className="dl-quiet"> {t('area.within', { parent: parentName })}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
          {hot.length > SHOWN && (
            <p className="dl-quiet dl-small">{t('area.moreHotspots', { count: hot.length - SHOWN })}</p>
          )}
        </div>
      )}
    </section>
  );
}
