import { queryOptions } from '@tanstack/react-query';
import { LabDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export const labOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId],
    queryFn: async ({ signal }) => (await request(LabDocument, { id: labId }, signal)).lab,
  });
