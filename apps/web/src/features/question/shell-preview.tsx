import { CATEGORIES, inventNumbers, periodsBetween } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { AreaPaint } from '../../map/map-style.js';
import { classColour } from '../../map/palette.js';
import { Alert } from '../../ui/alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TableScroll } from '../../ui/table-scroll.js';
import { useLab } from '../lab/lab-context.js';
import { boundariesOptions } from '../picture/picture-query.js';
import type { Shell } from './question-query.js';

// The map library is large, and not every shell has a map.
const AreaMap = lazy(async () => ({ default: (await import('../../map/area-map.js')).AreaMap }));

/** Rows of the table that are shown: it is an example, not the table. */
const MOST_ROWS = 8;
const CLASSES = 5;
const HIGHEST = 60;
const COLOURS = Array.from({ length: CLASSES }, (_, index) => classColour(index, CLASSES));

/** What the shell will look like, with numbers that are invented from its id and say so. */
export function ShellPreview({ shell }: { shell: Shell }) {
  const { t, period, category } = useWords();
  const { lab } = useLab();
  const hasMap =
    shell.rows === 'area' && lab.region.levels.some(({ code, hasGeometry }) => code === shell.areaLevel && hasGeometry);
  const boundaries = useQuery({ ...boundariesOptions(lab.region.id, shell.areaLevel), enabled: hasMap });
  const areas = useMemo(
    () =>
      (boundaries.data?.features ?? []).map(({ properties }) => ({
        key: String(properties?.code),
        name: String(properties?.name),
      })),
    [boundaries.data],
  );
  const rows = useMemo((): { key: string; name: string }[] => {
    switch (shell.rows) {
      case 'area':
        return areas;
      case 'period':
        return (shell.grain === 'all' ? ['all'] : periodsBetween(shell.periodFrom, shell.periodTo, shell.grain)).map(
          (key) => ({ key, name: period(key) }),
        );
      case 'category':
        return CATEGORIES.map((key) => ({ key, name: category(key) }));
      case 'source':
        return lab.datasets
          .filter(({ id }) => shell.datasetIds.includes(id))
          .map(({ id, name }) => ({ key: id, name }));
    }
  }, [shell, areas, lab.datasets, period, category]);
  const numbers = inventNumbers(
    shell.id,
    rows.map(({ key }) => key),
    shell.columns.length,
  );
  return (
    <div className="dl-stack dl-preview">
      <Alert tone="warning" title={t('question.preview.invented')}>
        <p className="utrecht-paragraph">{t('question.preview.inventedText')}</p>
      </Alert>
      {shell.rows === 'area' && !hasMap && rows.length === 0 && (
        <p className="dl-quiet">{t('question.preview.noAreas')}</p>
      )}
      {rows.length > 0 && (
        <TableScroll label={t('question.preview.table', { title: shell.title })}>
          <table className="dl-table dl-preview__table">
            <caption>{t('question.preview.table', { title: shell.title })}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`question.rows.${shell.rows}`)}</th>
                {shell.columns.map((column) => (
                  <th key={column} scope="col" className="dl-number">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, MOST_ROWS).map(({ key, name }, row) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {numbers[row]!.map((value, column) => (
                    <td key={column} className="dl-number dl-preview__number">
                      {value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {rows.length > MOST_ROWS && (
        <p className="dl-quiet">{t('question.preview.more', { count: rows.length - MOST_ROWS })}</p>
      )}
      {hasMap && boundaries.data === undefined && <Skeleton lines={6} />}
      {hasMap && boundaries.data !== undefined && (
        <PreviewMap shell={shell} areas={boundaries.data} rows={rows} values={numbers.map(([first]) => first!)} />
      )}
    </div>
  );
}

interface PreviewMapProps {
  shell: Shell;
  areas: Parameters<typeof AreaMap>[0]['areas'];
  rows: readonly { key: string; name: string }[];
  values: readonly number[];
}

function PreviewMap({ shell, areas, rows, values }: PreviewMapProps) {
  const { t } = useWords();
  const [selected, setSelected] = useState<string>();
  const [isUnable, setUnable] = useState(false);
  const paints = useMemo(
    () =>
      new Map(
        rows.map(({ key }, i): [string, AreaPaint] => [
          key,
          {
            look: 'colour',
            colour: COLOURS[Math.min(CLASSES - 1, Math.floor((values[i]! / HIGHEST) * CLASSES))]!,
            hotspot: 'none',
          },
        ]),
      ),
    [rows, values],
  );
  // The table above says the same.
  if (isUnable) return <p className="dl-quiet">{t('question.preview.noMap')}</p>;
  return (
    <figure className="dl-preview__map">
      <p>{t('question.preview.mapTitle', { column: shell.columns[0]! })}</p>
      <div className="dl-preview__frame">
        <Suspense fallback={<Skeleton lines={8} />}>
          <AreaMap
            areas={areas}
            outlines={undefined}
            paints={paints}
            selected={selected}
            label={t('question.preview.map', { title: shell.title })}
            hint={(code) => {
              const at = rows.findIndex(({ key }) => key === code);
              return at < 0 ? undefined : `${rows[at]!.name}\n${t('question.preview.hint', { number: values[at]! })}`;
            }}
            onSelect={setSelected}
            onUnable={() => setUnable(true)}
          />
        </Suspense>
        <p className="dl-preview__stamp">{t('question.preview.stamp')}</p>
      </div>
      <figcaption className="dl-preview__legend">
        {t('question.preview.low')}
        {COLOURS.map((colour) => (
          <span key={colour} aria-hidden="true" style={{ background: colour }} />
        ))}
        {t('question.preview.high')}
      </figcaption>
    </figure>
  );
}
