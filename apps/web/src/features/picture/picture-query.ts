import type { Area } from '@datalab/domain';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FeatureCollection } from 'geojson';
import {
  MapSheetDocument,
  PictureDocument,
  RhythmDocument,
  SquaresDocument,
  TrendDocument,
  type MapSheetInput,
  type RhythmInput,
  type SquaresInput,
  type TrendInput,
} from '../../gql/operations.js';
import { fetchFile, request } from '../../gql/request.js';

// Every key begins with the lab's picture: when the server announces a new one, all of it is asked again.
const key = (labId: string, ...rest: unknown[]) => ['picture', labId, ...rest];

export const pictureOptions = (labId: string) =>
  queryOptions({
    queryKey: key(labId, 'overview'),
    queryFn: async ({ signal }) => (await request(PictureDocument, { labId }, signal)).lab.picture,
  });

export const mapSheetOptions = (input: MapSheetInput) =>
  queryOptions({
    queryKey: key(input.labId, 'sheet', input),
    queryFn: async ({ signal }) => (await request(MapSheetDocument, { input }, signal)).mapSheet,
    placeholderData: keepPreviousData,
  });

export const trendOptions = (input: TrendInput) =>
  queryOptions({
    queryKey: key(input.labId, 'trend', input),
    queryFn: async ({ signal }) => (await request(TrendDocument, { input }, signal)).trend,
  });

export const rhythmOptions = (input: RhythmInput) =>
  queryOptions({
    queryKey: key(input.labId, 'rhythm', input),
    queryFn: async ({ signal }) => (await request(RhythmDocument, { input }, signal)).rhythm,
  });

export const squaresOptions = (input: SquaresInput) =>
  queryOptions({
    queryKey: key(input.labId, 'squares', input),
    queryFn: async ({ signal }) => (await request(SquaresDocument, { input }, signal)).squares,
    placeholderData: keepPreviousData,
  });

/** The areas of a region do not change under a screen. */
export const areasOptions = (regionId: string) =>
  queryOptions({
    queryKey: ['region', regionId, 'areas'],
    queryFn: async ({ signal }) =>
      (await (await fetchFile(`/v1/regions/${regionId}/areas.json`, signal)).json()) as Area[],
    staleTime: Infinity,
  });

export const boundariesOptions = (regionId: string, level: string) =>
  queryOptions({
    queryKey: ['region', regionId, 'boundaries', level],
    queryFn: async ({ signal }) => {
      const response = await fetchFile(`/v1/regions/${regionId}/levels/${level}.geojson`, signal);
      return (await response.json()) as FeatureCollection;
    },
    staleTime: Infinity,
  });
