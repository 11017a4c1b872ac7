import { queryOptions } from '@tanstack/react-query';
import { WayBacksDocument, type WayBackDetailsFragment, type WayBacksQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type ShownWayBack = WayBackDetailsFragment;
export type WayBackOverview = WayBacksQuery['wayBacks'];

/** The way back in a lab: who may ask, and every request that one may know of. */
export const wayBacksOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'way-back'],
    queryFn: async ({ signal }) => (await request(WayBacksDocument, { labId }, signal)).wayBacks,
  });
