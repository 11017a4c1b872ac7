import { queryOptions } from '@tanstack/react-query';
import {
  MondayPageDocument,
  RegieCardDocument,
  type MondayPageQuery,
  type RegieDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type Regie = RegieDetailsFragment;
export type Monday = MondayPageQuery['mondayPage'];

/** Under the lab, so that what is announced of the lab asks for it anew. */
export const regieOptions = (labId: string, areaCode: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'regie', areaCode],
    queryFn: async ({ signal }) => (await request(RegieCardDocument, { labId, areaCode }, signal)).regieCard,
  });

export const mondayOptions = (labId: string, areaCode: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'monday', areaCode],
    queryFn: async ({ signal }) => (await request(MondayPageDocument, { labId, areaCode }, signal)).mondayPage,
  });
