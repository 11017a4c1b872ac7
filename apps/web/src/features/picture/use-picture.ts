import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PictureView } from '../../gql/operations.js';
import type { Picture } from '../../gql/types.js';
import { useLab } from '../lab/lab-context.js';
import { figuresOf } from './area-figure.js';
import { chooseFrom, type PictureChoice } from './picture-choice.js';
import { areasOptions, mapSheetOptions } from './picture-query.js';
import type { PictureSearch } from './picture-search.js';

const PATHS = { mirror: '/labs/$labId/mirror', lab: '/labs/$labId/hotspots' } as const;

/** The filters of the screen: they live in the address, so that a picture is a link and Back works. */
export function usePictureSearch(view: PictureView): [PictureSearch, (change: PictureSearch) => void] {
  const search = useSearch({ from: PATHS[view] });
  const navigate = useNavigate({ from: PATHS[view] });
  return [
    search,
    (change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false }),
  ];
}

/** The sheet that the choice asks for, joined with the areas of the region. */
export function useSheet(view: PictureView, choice: PictureChoice) {
  const { lab } = useLab();
  const areas = useQuery(areasOptions(lab.region.id));
  const sheet = useQuery(
    mapSheetOptions({
      labId: lab.id,
      view,
      datasetId: choice.source.dataset.id,
      level: choice.level,
      period: choice.period,
      category: choice.category,
    }),
  );
  const figures = useMemo(
    () => (areas.data === undefined || sheet.data === undefined ? [] : figuresOf(areas.data, sheet.data)),
    [areas.data, sheet.data],
  );
  return { areas, sheet, figures };
}

export function useChoice(view: PictureView, picture: Picture, search: PictureSearch): PictureChoice | undefined {
  const { lab, me } = useLab();
  return useMemo(
    () => chooseFrom(search, picture, lab.region.levels, view === 'mirror' ? me.organisation.id : undefined),
    [search, picture, lab.region.levels, view, me.organisation.id],
  );
}
