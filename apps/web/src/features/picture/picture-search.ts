/** What the address of the screen holds, so that a picture can be sent as a link. Whatever does not fit is simply left out. */
export interface PictureSearch {
  source?: string;
  category?: string;
  period?: string;
  level?: string;
  measure?: Measure;
  view?: 'map' | 'table';
  area?: string;
}

export const MEASURES = ['reports', 'rate', 'smoothed'] as const;
export type Measure = (typeof MEASURES)[number];

const TEXTS = ['source', 'category', 'level', 'area'] as const;

/** A year in an address arrives as a number: a period is text. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

export function readPictureSearch(search: Record<string, unknown>): PictureSearch {
  const read: PictureSearch = {};
  for (const key of TEXTS) {
    const value = textOf(search[key]);
    if (value !== undefined) read[key] = value;
  }
  const period = textOf(search.period);
  if (period !== undefined) read.period = period;
  const measure = MEASURES.find((one) => one === search.measure);
  if (measure !== undefined) read.measure = measure;
  if (search.view === 'map' || search.view === 'table') read.view = search.view;
  return read;
}
