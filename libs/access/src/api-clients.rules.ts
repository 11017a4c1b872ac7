import type { Rules } from './rules.js';

/**
 * A program may, in its one lab and for its own organisation, what its scopes say and nothing besides: these are all of its sentences. With
 * `loads:write` it delivers and follows what it delivered; with `status:read` it only follows. The lab itself it may see, for its region.
 */
export const apiClientRules: Rules = ({ organisationId, apiClient }, can) => {
  if (apiClient === undefined) return;
  const { labId, scopes } = apiClient;
  can('read', 'Lab', { id: labId });
  const delivers = scopes.includes('loads:write');
  if (delivers || scopes.includes('status:read')) {
    can('read', 'Dataset', { labId, organisationId });
    can('read', 'Load', { labId, organisationId });
  }
  if (delivers) can('upload', 'Dataset', { labId, organisationId });
};
