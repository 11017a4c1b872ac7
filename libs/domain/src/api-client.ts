/**
 * What a program of an organisation may be let do (an API client): deliver loads, hand in single reports, follow what became of them. There is
 * no scope that reads a figure of a picture or a report.
 */
export const API_CLIENT_SCOPES = ['loads:write', 'reports:submit', 'status:read'] as const;
export type ApiClientScope = (typeof API_CLIENT_SCOPES)[number];
