import { EVERY_SOURCE, type AreaRow } from '@datalab/data';
import {
  guessTable,
  lineOfInterval,
  NO_FAMILY,
  type GuessedLine,
  type GuessGround,
  type GuessTable,
  type LineAt,
  type LineRules,
  type LineSaid,
  type SharedTier,
} from '@datalab/disclosure';
import { ALL_CATEGORIES, ALL_PERIODS, GRAINS, GRID_LEVEL, grainOf } from '@datalab/domain';
import type { CellDraft, DraftedCell, Family } from '../picture/cell-draft.js';
import { isPeriodTable, type Freezer } from '../picture/freezer.js';
import { hidesPresence } from '../picture/gate.js';
import { widerPeriods } from '../picture/nearest.js';
import type { DeliveringSource } from '../picture/sources.js';
import type { FamilyNumbers } from './family-numbers.js';
import { NumberedNames } from './numbered-names.js';

/** A picture before it is shown, all that its readers will see of lab and public. */
export interface DraftedPicture {
  areas: readonly AreaRow[];
  /** Levels finer than a wijk. */
  fine: ReadonlySet<string>;
  sources: ReadonlyMap<string, DeliveringSource>;
  /** Cells that are new, and what would be new where the freezer keeps what was published. */
  draft: CellDraft;
  frozen: CellDraft;
  freezer: Freezer | undefined;
  /** Whether the grain of a family lets it be published. */
  publishes: (family: Family) => boolean;
}

/** A square shows its number or looks like all others. */
const looksLikeFew = ({ state, row }: DraftedCell): boolean => state === 'none_or_few' || row.level === GRID_LEVEL;

const FEW: LineSaid = { state: 'none_or_few', shown: 0, scale: 1 };
const NOTHING: LineSaid = { state: 'nothing', shown: 0, scale: 1 };
/** The tables by periods of one tier of a picture, as the guesser reads them. Open data are left out: nothing of them is protected. */
export function guessedPicture(
  tier: SharedTier,
  picture: DraftedPicture,
  rules: LineRules,
  numbers: FamilyNumbers,
): GuessTable {
  return guessTable(new GuessedPicture(tier, picture, rules, numbers));
}

class GuessedPicture implements GuessGround {
  readonly areasInside: readonly (readonly number[])[];
  readonly periodsInside: readonly (readonly number[])[];
  readonly levels: readonly number[];
  readonly grains: readonly number[];
  readonly sources: number;
  private readonly areas: NumberedNames;
  private readonly periods: NumberedNames;
  private readonly kinds: NumberedNames;
  private readonly datasets: NumberedNames;
  private readonly lines = new Map<number, GuessedLine>();
  /** What a place looks like for which there is no cell; the same for a whole family. */
  private readonly implied = new Map<string, GuessedLine>();

  constructor(
    private readonly tier: SharedTier,
    private readonly picture: DraftedPicture,
    readonly rules: LineRules,
    private readonly numbers: FamilyNumbers,
  ) {
    const { areas, sources, draft, frozen, freezer } = picture;
    const own = [...sources.values()].filter(({ isOpen }) => !isOpen);
    this.areas = new NumberedNames(areas.map(({ code }) => code));
    const [added, alone] = [own.filter(isOfReports), own.filter((source) => !isOfReports(source))];
    this.datasets = new NumberedNames([EVERY_SOURCE, ...[...added, ...alone].map(({ datasetId }) => datasetId)]);
    this.sources = 1 + added.length;
    this.kinds = new NumberedNames([ALL_CATEGORIES]);
    this.periods = new NumberedNames([ALL_PERIODS]);
    const cells = [draft, frozen].map((of) => [...of.cells(), ...of.few()].filter((cell) => this.isRead(cell)));
    const keeping =
      freezer === undefined ? [] : [...freezer.keeping(tier)].filter(({ place }) => isPeriod(place.period));
    for (const { period, category, areaCode } of [
      ...cells.flat().map(({ row }) => row),
      ...keeping.map(({ place }) => place),
    ]) {
      for (const wider of widerPeriods(period)) this.periods.add(wider);
      this.periods.add(period);
      this.kinds.add(category);
      // Of the squares those of which anything is known: the others are in no sum.
      this.areas.add(areaCode);
    }
    const byCode = new Map(areas.map((area) => [area.code, area]));
    this.areasInside = this.areas.inside((code) => byCode.get(code)?.parentCode ?? '');
    const levels = new NumberedNames(areas.map(({ level }) => level));
    this.levels = this.areas.names.map((code) => levels.add(byCode.get(code)?.level ?? GRID_LEVEL));
    this.grains = this.periods.names.map((period) => GRAINS.indexOf(grainOf(period)!));
    this.periodsInside = this.periods.inside((period) => widerPeriods(period)[0] ?? '');

    for (const cell of cells[0]!) this.note(cell, saidBy(cell));
    // Where nothing was published nothing is said, unless that looks like none or too few.
    for (const cell of cells[1]!) this.note(cell, looksLikeFew(cell) ? FEW : NOTHING);
    for (const { place, known } of keeping) {
      const at = this.atOf(place);
      if (at === undefined) continue;
      const now = this.line(at);
      this.lines.set(this.keyOf(at), { ...now, ...lineOfInterval(known, rules, now.scale) });
    }
  }

  get categories(): number {
    return this.kinds.names.length;
  }

  line(at: LineAt): GuessedLine {
    return this.lines.get(this.keyOf(at)) ?? this.impliedAt(at);
  }

  *totals(): Generator<LineAt> {
    const { length: areas } = this.areas.names;
    const { length: periods } = this.periods.names;
    for (const [key, { state, reports, looksLikeFewWhenOut }] of this.lines) {
      // A square that shows no number tells nothing of what is in it.
      if (reports === 0 || (looksLikeFewWhenOut && state !== 'shown')) continue;
      const [sheet, place] = [Math.floor(key / (areas * periods)), key % (areas * periods)];
      yield [place % areas, Math.floor(place / areas), sheet % this.categories, Math.floor(sheet / this.categories)];
    }
  }

  private isRead({ tier, row, behind }: DraftedCell): boolean {
    return tier === this.tier && behind !== null && isPeriodTable(row.grain);
  }

  private note(cell: DraftedCell, said: LineSaid): void {
    const at = this.atOf(cell.row)!;
    this.lines.set(this.keyOf(at), { ...this.impliedAt(at), ...said, reports: cell.behind!.reports });
  }

  private impliedAt(at: LineAt): GuessedLine {
    const square = { level: GRID_LEVEL, parentCode: this.areas.names[at[0]]! };
    const { level, parentCode } = this.picture.areas[at[0]] ?? square;
    const name = `${at[1]} ${at[2]} ${at[3]} ${level} ${parentCode}`;
    let line = this.implied.get(name);
    if (line === undefined) this.implied.set(name, (line = this.impliedIn(at, level, parentCode ?? '')));
    return line;
  }

  private impliedIn(at: LineAt, level: string, parentCode: string): GuessedLine {
    const [period, category, datasetId] = [
      this.periods.names[at[1]]!,
      this.kinds.names[at[2]]!,
      this.datasets.names[at[3]]!,
    ];
    const zero = { state: 'zero', shown: 0, scale: 1, reports: 0 } as const;
    if (!this.isDelivered(datasetId, period)) return { ...zero, family: NO_FAMILY };
    const grain = grainOf(period)!;
    const isSquare = level === GRID_LEVEL;
    if (isSquare && grain !== 'year') return { ...zero, state: 'nothing', family: NO_FAMILY };
    const organisationId = this.picture.sources.get(datasetId)?.organisationId ?? EVERY_SOURCE;
    const place = { organisationId, datasetId, level, grain, period, category, parentCode };
    const family = this.numbers.of(place);
    if (!this.picture.publishes({ ...place, tier: this.tier })) return { ...zero, state: 'nothing', family };
    const state = hidesPresence(place, this.picture.fine) ? 'none_or_few' : 'zero';
    return { ...zero, state, family, looksLikeFewWhenOut: isSquare };
  }

  private isDelivered(datasetId: string, period: string): boolean {
    if (period === ALL_PERIODS) return true;
    const sources = [...this.picture.sources.values()].filter(
      (source) => source.datasetId === datasetId || (datasetId === EVERY_SOURCE && isOfReports(source)),
    );
    return sources.some(({ delivered }) => (delivered.get(period) ?? 'none') !== 'none');
  }

  private atOf({ areaCode, period, category, datasetId }: Place): LineAt | undefined {
    const at = [
      this.areas.of(areaCode),
      this.periods.of(period),
      this.kinds.of(category),
      this.datasets.of(datasetId),
    ] as const;
    return at.includes(undefined) ? undefined : (at as unknown as LineAt);
  }

  private keyOf([area, period, category, source]: LineAt): number {
    const { length: areas } = this.areas.names;
    return ((source * this.categories + category) * this.periods.names.length + period) * areas + area;
  }
}

interface Place {
  areaCode: string;
  period: string;
  category: string;
  datasetId: string;
}

function saidBy({ state, reports, behind }: DraftedCell): LineSaid {
  if (state === 'coarser') return NOTHING;
  if (state !== 'shown') return { state, shown: 0, scale: 1 };
  const shown = reports! - behind!.openReports;
  // What open data alone make of a number says that there is nothing else.
  return shown === 0 ? { state: 'zero', shown: 0, scale: 1 } : { state, shown, scale: behind!.scale };
}

const isPeriod = (period: string): boolean => grainOf(period) !== undefined;

/** Sources with counts alone stay by themselves: they are in no number of all sources together. */
const isOfReports = ({ kind }: DeliveringSource): boolean => kind === 'records';
