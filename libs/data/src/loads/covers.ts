import type { CoveredRange } from '@datalab/domain';
import type { ValueTransformer } from 'typeorm';

const RANGE = /\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\)/g;

const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `{[2018-01-01,2018-02-01)}` as PostgreSQL writes it ⇄ ranges with both ends included, as people say it. */
export const coversTransformer: ValueTransformer = {
  to: (ranges: readonly CoveredRange[] | undefined) =>
    ranges && `{${ranges.map(({ from, to }) => `[${from},${shifted(to, 1)})`).join(',')}}`,
  from: (text: string): CoveredRange[] =>
    [...text.matchAll(RANGE)].map(([, from, end]) => ({ from: from!, to: shifted(end!, -1) })),
};
