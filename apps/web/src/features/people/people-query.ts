import { queryOptions } from '@tanstack/react-query';
import { AdministrationDocument, LabPeopleDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export const labPeopleOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'people'],
    queryFn: ({ signal }) => request(LabPeopleDocument, { labId }, signal),
  });

export const administrationOptions = queryOptions({
  queryKey: ['administration'],
  queryFn: ({ signal }) => request(AdministrationDocument, {}, signal),
});
