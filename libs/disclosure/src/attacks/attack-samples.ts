import { ALL_CATEGORIES } from '@datalab/domain';
import { ALL_SOURCES } from './exact-tables.js';
import { periodsOf } from './frame.js';
import type { PublishedTables } from './published-tables.js';

/** Every period and category, over all sources. */
export const aboutsOf = ({ frame }: PublishedTables) =>
  periodsOf(frame).flatMap((period) =>
    [...frame.categories, ALL_CATEGORIES].map((category) => ({ period, category, source: ALL_SOURCES })),
  );

/** At most `atMost` lines over all sources whose number is shown. */
export const shownLines = (tables: PublishedTables, atMost: number) =>
  everyNth(
    aboutsOf(tables)
      .flatMap((about) => [...tables.frame.level.keys()].map((area) => tables.line({ ...about, area })))
      .filter(({ published }) => published?.state === 'shown'),
    atMost,
  );

/** At most `atMost` of them, evenly spread. */
export const everyNth = <Item>(items: readonly Item[], atMost: number): Item[] => {
  const stride = Math.max(1, Math.ceil(items.length / atMost));
  return items.filter((_item, i) => i % stride === 0);
};
