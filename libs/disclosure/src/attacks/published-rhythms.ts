import {
  ALL_CATEGORIES,
  ALL_PERIODS,
  RHYTHM_GRAINS,
  rhythmCellOf,
  rhythmGrainFor,
  rhythmPeriod,
  rhythmPeriods,
  type RhythmGrain,
} from '@datalab/domain';
import type { KnownInterval } from '../ledger/known-interval.js';
import { protect } from '../protect.js';
import { isPresenceProtected } from '../rules/presence.js';
import type { AttackRecord } from './attack-record.js';
import { exactCellOf } from './exact-cell-of.js';
import { ALL_SOURCES, nameOf, type LineAbout } from './exact-tables.js';
import type { Family } from './families.js';
import { knownOfLine } from './known-of-line.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/** What is known of a number of which nothing is told. */
const NOTHING: KnownInterval = { low: 0, high: Infinity };
const NONE: KnownInterval = { low: 0, high: 0 };

/** The rhythms as the platform publishes them beside the tables (ADR 0080). */
export class PublishedRhythms {
  private readonly byLine: ReadonlyMap<string, readonly AttackRecord[]>;
  private readonly withHours: readonly string[];

  constructor(
    private readonly tables: PublishedTables,
    records: readonly AttackRecord[],
  ) {
    this.withHours = [...new Set(records.flatMap(({ weekHour, source }) => (weekHour === undefined ? [] : source)))];
    const byLine = new Map<string, AttackRecord[]>();
    for (const record of records)
      for (const area of record.areas)
        for (const category of [record.category, ALL_CATEGORIES])
          for (const source of [record.source, ALL_SOURCES])
            for (const period of periodsOf(record)) {
              const name = nameOf({ area, period, category, source });
              const own = byLine.get(name);
              if (own === undefined) byLine.set(name, [record]);
              else own.push(record);
            }
    this.byLine = byLine;
  }

  *families(): Generator<Family> {
    const { frame } = this.tables;
    const sources = [ALL_SOURCES, ...frame.sources];
    for (const area of frame.level.keys())
      for (const category of [ALL_CATEGORIES, ...frame.categories])
        for (const source of sources) {
          const about = { area, period: ALL_PERIODS, category, source };
          const grain = this.grainOf(about);
          if (grain === undefined) continue;
          const cells = rhythmPeriods(grain).map((period) => ({ ...about, period }));
          const parts = cells.map((cell) => this.line(cell));
          yield familyOf(this.tables.line(about), parts, [this.without(about)]);
          for (const cell of cells) {
            const total = this.line(cell)!;
            if (total.exact.reports === 0) continue;
            const alike = (others: readonly LineAbout[]) =>
              familyOf(
                total,
                others.map((one) => this.line(one)),
              );
            yield alike((frame.children.get(area) ?? []).map((inside) => ({ ...cell, area: inside })));
            if (category === ALL_CATEGORIES) yield alike(frame.categories.map((one) => ({ ...cell, category: one })));
            if (source === ALL_SOURCES) yield alike(this.withHours.map((one) => ({ ...cell, source: one })));
          }
        }
  }

  /** As the platform chooses it: from what everybody sees of all years, of the sources that know hours. */
  private grainOf(about: LineAbout): RhythmGrain | undefined {
    const sources =
      about.source === ALL_SOURCES ? this.withHours : [about.source].filter((one) => this.withHours.includes(one));
    const low = sources.reduce((sum, source) => sum + this.lowOf({ ...about, source }), 0);
    const { frame } = this.tables;
    return rhythmGrainFor(low, frame.level.get(about.area)! >= frame.finerThanWijkFrom);
  }

  private lowOf(about: LineAbout): number {
    const line = this.tables.line(about);
    return line.published?.state === 'shown' ? knownOfLine(line, this.tables).low : 0;
  }

  /** A cell of a rhythm; null where its series has none as fine as that. */
  private line(about: LineAbout): PublishedLine | null {
    const grain = this.grainOf({ ...about, period: ALL_PERIODS });
    if (grain === undefined || !rhythmPeriods(grain).includes(about.period)) return null;
    const { frame, tier, policy } = this.tables;
    const records = this.byLine.get(nameOf(about)) ?? [];
    const finerThanWijk = frame.level.get(about.area)! >= frame.finerThanWijkFrom;
    const exact = exactCellOf(records, isPresenceProtected(about.category, { finerThanWijk }, 'hour_of_week'));
    return { ...about, records, exact, published: protect(exact, tier, policy) };
  }

  /** What is known of the reports of a series that have no hour: of sources that know none, what their own lines say. */
  private without(about: LineAbout): KnownInterval {
    const records = this.byLine.get(nameOf(about)) ?? [];
    if (records.every(({ weekHour }) => weekHour !== undefined)) return NONE;
    if (records.some(({ source, weekHour }) => weekHour === undefined && this.withHours.includes(source)))
      return NOTHING;
    const others = this.tables.frame.sources.filter((source) => !this.withHours.includes(source));
    const known = others.map((source) => knownOfLine(this.tables.line({ ...about, source }), this.tables));
    return known.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), NONE);
  }
}

/** Of a part that is not published (null) nothing is known: that is how what lies beside the parts is told. */
const familyOf = (
  parent: PublishedLine,
  parts: readonly (PublishedLine | null)[],
  rest: readonly KnownInterval[] = [],
): Family => ({
  parent,
  children: parts.filter((part) => part !== null),
  rest: [...rest, ...parts.filter((part) => part === null).map(() => NOTHING)],
});

const periodsOf = ({ weekHour }: AttackRecord): string[] => [
  ALL_PERIODS,
  ...(weekHour === undefined ? [] : RHYTHM_GRAINS.map((grain) => rhythmPeriod(rhythmCellOf(weekHour, grain), grain))),
];
