import { useMemo } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SelectField } from '../../ui/field.js';
import type { AreaFigure } from './area-figure.js';
import { sortFigures } from './table-rows.js';

interface SquareListProps {
  figures: readonly AreaFigure[];
  selected: AreaFigure | undefined;
  onSelect: (code: string | undefined) => void;
}

/** A way to every square with a number that needs neither mouse nor map: by area, the highest number first. The others are in the table. */
export function SquareList({ figures, selected, onSelect }: SquareListProps) {
  const { t, number } = useWords();
  const groups = useMemo(() => {
    const shown = sortFigures(
      figures.filter(({ look }) => look === 'shown'),
      { column: 'reports', direction: 'down' },
    );
    return [...Map.groupBy(shown, ({ parentName }) => parentName ?? '')].sort(([one], [other]) =>
      one.localeCompare(other, 'nl'),
    );
  }, [figures]);
  const isBlank = selected !== undefined && selected.look !== 'shown';
  return (
    <section className="dl-card dl-no-print" aria-label={t('squares.goTo')}>
      <SelectField
        label={t('squares.goTo')}
        value={selected?.code ?? ''}
        onChange={({ target }) => onSelect(target.value === '' ? undefined : target.value)}
      >
        <option value="">{t('squares.noSquare')}</option>
        {isBlank && <option value={selected.code}>{selected.code}</option>}
        {groups.map(([area, squares]) => (
          <optgroup key={area} label={area}>
            {squares.map(({ code, reports }) => (
              <option key={code} value={code}>
                {t('squares.option', {
                  code,
                  text: t('area.reportsCount', { count: reports ?? 0, text: number(reports ?? 0) }),
                })}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
    </section>
  );
}
