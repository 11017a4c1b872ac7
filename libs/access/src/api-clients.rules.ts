import type { Rules } from './rules.js';

/**
 * A program may, in its one lab and for its own organisation, what its scopes say and nothing besides: these are all of its sentences. With
 * `loads:write` it delivers and follows what it delivered; with `status:read` it only follows; with `reports:submit` it hands in reports one by
 * one. The lab itself it may see, for its region.
 */
export const apiClientRules: Rules = ({ organisationId, apiClient }, can) => {
  if (apiClient === undefined) return;
  const { labId, scopes } = apiClient;
  can('read', 'Lab', { id: labId });
  const delivers = scopes.includes('loads:write');
  can('read', 'Dataset', { labId, organisationId });
  if (delivers || scopes.includes('status:read')) can('read', 'Load', { labId, organisationId });
  if (delivers) can('upload', 'Dataset', { labId, organisationId });
  if (delivers || scopes.includes('reports:submit')) can('submit', 'Dataset', { labId, organisationId });
};
