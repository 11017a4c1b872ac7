import type { AuditFilterInput, AuditOutcome } from '../../gql/operations.js';

/** What the address of the screen holds, so that a selection can be kept as a link. Whatever does not fit is left out. */
export interface AuditSearch {
  /** Days, `YYYY-MM-DD`, both included. */
  from?: string;
  to?: string;
  who?: string;
  action?: string;
  outcome?: AuditOutcome;
  kind?: string;
}

export const OUTCOMES: readonly AuditOutcome[] = ['done', 'refused', 'failed'];

const DAY = /^\d{4}-\d\d-\d\d$/;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const read: AuditSearch = {};
  if (isDay(search.from)) read.from = search.from;
  if (isDay(search.to)) read.to = search.to;
  for (const key of ['who', 'action', 'kind'] as const) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') read[key] = value;
  }
  const outcome = OUTCOMES.find((one) => one === search.outcome);
  if (outcome !== undefined) read.outcome = outcome;
  return read;
}

/** The beginning of a day where the person is. */
const startOf = (day: string, later = 0): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + later).toISOString();
};

/** The same as the api is asked it. */
export const filterOf = ({ from, to, who, action, outcome, kind }: AuditSearch): AuditFilterInput => ({
  ...(from !== undefined && { from: startOf(from) }),
  ...(to !== undefined && { before: startOf(to, 1) }),
  ...(who !== undefined && { actorId: who }),
  ...(action !== undefined && { action }),
  ...(outcome !== undefined && { outcome }),
  ...(kind !== undefined && { objectKind: kind }),
});

/** Where the events that are selected can be downloaded. */
export function logboekAddress(labId: string, search: AuditSearch): string {
  const asked = new URLSearchParams(filterOf(search) as Record<string, string>).toString();
  return `/v1/labs/${labId}/audit/logboek.jsonl${asked === '' ? '' : `?${asked}`}`;
}
