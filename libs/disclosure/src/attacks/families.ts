import { ALL_CATEGORIES } from '@datalab/domain';
import type { Axis } from '../guesser/axes.js';
import { ALL_SOURCES, type LineAbout } from './exact-tables.js';
import { finerPeriods, periodsOf } from './frame.js';
import type { KnownInterval } from '../ledger/known-interval.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/** A line and the lines that make it up: what an attacker subtracts from what. */
export interface Family {
  parent: PublishedLine;
  children: readonly PublishedLine[];
  /** What is known of what is in the parent and in none of the children; absent = there is nothing beside them. */
  rest?: readonly KnownInterval[];
}

/** All families of areas along one axis, with a published parent that holds any report. */
export function* familiesOf(tables: PublishedTables, axis: Axis): Generator<Family> {
  const { frame, line } = tables;
  for (const area of frame.level.keys())
    for (const period of periodsOf(frame))
      for (const category of [ALL_CATEGORIES, ...frame.categories])
        for (const source of [ALL_SOURCES, ...frame.sources]) {
          const about = { area, period, category, source };
          const parent = line(about);
          if (parent.published === null || parent.exact.reports === 0) continue;
          const inside = partsOf(about, axis, tables);
          if (inside.length === 0) continue;
          yield { parent, children: inside.map(line) };
        }
}

/** What a line is the sum of along an axis. */
export function partsOf(about: LineAbout, axis: Axis, { frame }: PublishedTables): LineAbout[] {
  switch (axis) {
    case 'areas':
      return (frame.children.get(about.area) ?? []).map((area) => ({ ...about, area }));
    case 'periods':
      return finerPeriods(about.period, frame).map((period) => ({ ...about, period }));
    case 'categories':
      return about.category === ALL_CATEGORIES ? frame.categories.map((category) => ({ ...about, category })) : [];
    case 'sources':
      return about.source === ALL_SOURCES ? frame.sources.map((source) => ({ ...about, source })) : [];
  }
}

/** A hidden line with something behind it. Of squares beside each other it is no secret that most hold nothing. */
export const isProtected = (line: PublishedLine): boolean => isHidden(line) && line.exact.reports > 0;

/** Whether a line was published without its number: what an attacker is after. */
export const isHidden = ({ published }: PublishedLine): boolean =>
  published?.state === 'withheld' || published?.state === 'none_or_few';

/** It was not published, or there was nothing to deliver. */
export const isSilent = ({ published }: PublishedLine): boolean =>
  published === null || published.state === 'not_delivered';
