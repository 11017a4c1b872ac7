import type { AreaFigure } from './area-figure.js';

export type SortColumn = 'name' | 'parent' | 'reports' | 'rate' | 'smoothed' | 'hotspot';
export interface Sorting {
  column: SortColumn;
  direction: 'up' | 'down';
}
export const ROWS_PER_PAGE = 50;

const HOTSPOT_ORDER = { hot: 2, cold: 1 } as const;

function compare(a: AreaFigure, b: AreaFigure, column: SortColumn): number {
  switch (column) {
    case 'name':
      return a.name.localeCompare(b.name, 'nl');
    case 'parent':
      return (a.parentName ?? '').localeCompare(b.parentName ?? '', 'nl');
    case 'reports':
      return (a.reports ?? 0) - (b.reports ?? 0);
    case 'rate':
      return (a.rate ?? 0) - (b.rate ?? 0);
    case 'smoothed':
      return (a.smoothed ?? 0) - (b.smoothed ?? 0);
    case 'hotspot':
      return (a.hotspot ? HOTSPOT_ORDER[a.hotspot] : 0) - (b.hotspot ? HOTSPOT_ORDER[b.hotspot] : 0);
  }
}

const isUnknown = (figure: AreaFigure, column: SortColumn): boolean =>
  (column === 'reports' || column === 'rate' || column === 'smoothed') && figure[column] === null;

/** Sorted rows. What has no figure comes last in both directions: it is neither few nor many. Ties stay in order of name. */
export function sortFigures(figures: readonly AreaFigure[], { column, direction }: Sorting): AreaFigure[] {
  const sign = direction === 'up' ? 1 : -1;
  return [...figures].sort((a, b) => {
    const unknown = Number(isUnknown(a, column)) - Number(isUnknown(b, column));
    if (unknown !== 0) return unknown;
    return sign * compare(a, b, column) || a.name.localeCompare(b.name, 'nl');
  });
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The areas whose name, code or parent holds the words, whatever their accents and capitals. */
export function searchFigures(figures: readonly AreaFigure[], query: string): AreaFigure[] {
  const wanted = fold(query.trim());
  if (wanted === '') return [...figures];
  return figures.filter(({ name, code, parentName }) =>
    [name, code, parentName ?? ''].some((text) => fold(text).includes(wanted)),
  );
}

export interface PageOfRows<T> {
  rows: T[];
  /** From 1; a page that does not exist becomes the last one. */
  page: number;
  pages: number;
}

export function pageOf<T>(rows: readonly T[], page: number, size = ROWS_PER_PAGE): PageOfRows<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const at = Math.min(Math.max(1, page), pages);
  return { rows: rows.slice((at - 1) * size, at * size), page: at, pages };
}
