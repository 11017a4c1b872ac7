import { GRID_LEVEL } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PictureView } from '../../gql/operations.js';
import { useLab } from '../lab/lab-context.js';
import type { PictureChoice } from './picture-choice.js';
import { areasOptions, boundariesOptions, squaresOptions } from './picture-query.js';
import { squareFigures } from './square-figure.js';

/** The squares that the choice asks for, joined with all squares of the region. */
export function useSquares(view: PictureView, choice: PictureChoice) {
  const { lab } = useLab();
  const areas = useQuery(areasOptions(lab.region.id));
  const shapes = useQuery(boundariesOptions(lab.region.id, GRID_LEVEL));
  const sheet = useQuery(
    squaresOptions({
      labId: lab.id,
      view,
      datasetId: choice.source.dataset.id,
      year: choice.period,
      category: choice.category,
    }),
  );
  const figures = useMemo(
    () =>
      areas.data === undefined || shapes.data === undefined || sheet.data === undefined
        ? undefined
        : squareFigures(shapes.data, areas.data, sheet.data, view),
    [areas.data, shapes.data, sheet.data, view],
  );
  return { sheet, figures, failed: [areas, shapes, sheet].find(({ isError }) => isError) };
}
