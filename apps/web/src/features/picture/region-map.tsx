import { GRID_LEVEL } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import type { AreaFigure } from './area-figure.js';
import { paintsOf } from './paint.js';
import type { PictureChoice } from './picture-choice.js';
import { boundariesOptions } from './picture-query.js';
import { useFigureText } from './use-figure-text.js';

// The map library is large, and the table does without it.
const AreaMap = lazy(async () => ({ default: (await import('../../map/area-map.js')).AreaMap }));

interface RegionMapProps {
  choice: PictureChoice;
  figures: readonly AreaFigure[];
  selected: string | undefined;
  onSelect: (code: string) => void;
  onUnable: () => void;
}

/** The figures on the boundaries of their level, with the level above as lines. */
export function RegionMap({ choice, figures, selected, onSelect, onUnable }: RegionMapProps) {
  const { t } = useWords();
  const { region } = useLab().lab;
  const isSquares = choice.level === GRID_LEVEL;
  const at = isSquares ? region.levels.length : region.levels.findIndex(({ code }) => code === choice.level);
  const above = region.levels[at - 1];
  const boundaries = useQuery(boundariesOptions(region.id, choice.level));
  const outlines = useQuery({
    ...boundariesOptions(region.id, above?.code ?? ''),
    enabled: above?.hasGeometry === true,
  });
  const paints = useMemo(() => paintsOf(figures, choice.measure), [figures, choice.measure]);
  const byCode = useMemo(() => new Map(figures.map((figure) => [figure.code, figure])), [figures]);
  const text = useFigureText(choice.measure);
  const hint = useCallback(
    (code: string) => {
      const figure = byCode.get(code);
      if (figure === undefined) return undefined;
      const name = isSquares ? `${figure.name}, ${figure.parentName ?? ''}` : figure.name;
      return `${name}\n${text(figure)}`;
    },
    [byCode, text, isSquares],
  );
  if (boundaries.isError) return <FailureAlert error={boundaries.error} retry={() => void boundaries.refetch()} />;
  if (boundaries.data === undefined) return <Skeleton lines={10} />;
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      <AreaMap
        areas={boundaries.data}
        outlines={outlines.data}
        namesOutlines={isSquares}
        paints={paints}
        selected={selected}
        label={t(isSquares ? 'squares.mapLabel' : 'picture.mapLabel', { count: figures.length })}
        hint={hint}
        onSelect={onSelect}
        onUnable={onUnable}
      />
    </Suspense>
  );
}
