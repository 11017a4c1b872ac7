import type { Neighbours } from '@datalab/analysis';
import type { AreaRow, NearCareAddresses } from '@datalab/data';
import { isPresenceProtected, noisedReports, type ExactCell } from '@datalab/disclosure';
import { bug, invalidInput, periodOf, type Grain } from '@datalab/domain';
import type { DuckDBConnection } from '@datalab/snapshot';
import type { RunScope } from '../run-scope.js';
import { centresOf, planeOf, type Plane } from './area-centres.js';
import { exactCells, type CellFrame, type ExactGroup } from './exact-cells.js';
import { neighboursOf, type RunGround, type RunIndicator, type RunSource } from './run-ground.js';

/** A period of a run, with how much of it all of its sources together delivered. */
export interface RunPeriod {
  period: string;
  delivered: 'full' | 'partial' | 'none';
}

/** What a method reads: the rows of its run and what lies around them. For the worker alone. */
export class RunRows {
  constructor(
    private readonly duck: DuckDBConnection,
    private readonly ground: RunGround,
    readonly scope: RunScope,
    /** Households of different sources are numbered alike. */
    readonly linked: boolean,
  ) {}

  /** Areas of the level of the run, in the order of the region. */
  get areas(): readonly AreaRow[] {
    return this.ground.areas;
  }

  /** The sources of the run that deliver rows or counts, in the order of the shell. */
  get sources(): readonly RunSource[] {
    const { datasetIds } = this.scope;
    return this.ground.sources.filter(
      ({ datasetId, kind }) => kind !== 'provision_use' && datasetIds.includes(datasetId),
    );
  }

  /** The sources of the run that tell who used which provision; their rows are the table `uses`. */
  get useSources(): readonly RunSource[] {
    const { datasetIds } = this.scope;
    return this.ground.sources.filter(
      ({ datasetId, kind }) => kind === 'provision_use' && datasetIds.includes(datasetId),
    );
  }

  /** Who borders on whom among `areas`; undefined where the region has no map of this level. */
  neighbours(): Neighbours | undefined {
    return neighboursOf(this.ground);
  }

  /** Centres of `areas` on a plane; empty where the region has no map of this level. */
  centres(): [number, number][] {
    return centresOf(this.ground);
  }

  /** The same in metres, with the cells of the Dutch grid; undefined where the region has no map of this level. */
  plane(): Plane | undefined {
    return planeOf(this.ground);
  }

  /** Addresses by area code, within 250 m of a care location and not; an area without addresses in the region's list is not in it. */
  get addresses(): ReadonlyMap<string, NearCareAddresses> {
    return this.ground.addresses;
  }

  /** Context indicators by code, in the order asked for. Throws InvalidInput where the region has none of that code. */
  indicators(codes: readonly string[]): RunIndicator[] {
    return codes.map((code) => {
      const found = this.ground.indicators.find((indicator) => indicator.code === code);
      if (found === undefined)
        throw invalidInput('run.unknown-indicator', 'This region has no such indicator.', [{ field: 'covariates' }]);
      return found;
    });
  }

  /** Rows of a query over `"rows"` (columns of the fields that the method uses, `n`, `dataset_id`, `organisation_id`, `is_record`). */
  async query<Row>(sql: string, parameters: Record<string, string | number> = {}): Promise<Row[]> {
    if (/gate_rows|unit_rows|reports\b|counts\b|provision_use\b|link\b/i.test(sql))
      throw bug('a method reads past the fields that it named');
    return (await (await this.duck.run(sql, parameters)).getRowObjectsJS()) as Row[];
  }

  /**
   * The exact cells of the rows grouped by columns, as the gate wants them. `as`: columns that are made of others before grouping, as SQL by name.
   * Cells without reports are not given.
   */
  async cells(groupBy: readonly string[], as: Readonly<Record<string, string>> = {}): Promise<ExactGroup[]> {
    return exactCells(this.duck, groupBy, this.frame(), await this.make(as));
  }

  /**
   * The exact cells of households by what is the same for all rows of one (`as` as in `cells`): every household counts once per source that reported it,
   * so one with many reports weighs no more than another. Rows without a household key are not in them.
   */
  async householdCells(groupBy: readonly string[], as: Readonly<Record<string, string>>): Promise<ExactGroup[]> {
    const from = await this.make(as);
    const columns = groupBy.map((column) => `"${column}"`).join(', ');
    await this.duck.run(
      `create or replace temporary view unit_rows as
       select dataset_id, organisation_id, true as is_record, 1::integer as n, 1::tinyint as concerns_household, household, ${columns},
              any_value(household_key) as household_key, 0::bigint as report_key, null::integer as reporter
       from ${from} where concerns_household = 1 and household > 0 group by dataset_id, organisation_id, household, ${columns}`,
    );
    return exactCells(this.duck, groupBy, this.frame(), 'unit_rows');
  }

  /** The table in which the rows are with the columns that are made of others. */
  private async make(as: Readonly<Record<string, string>>): Promise<string> {
    const made = Object.entries(as).map(([name, sql]) => `${sql} as "${name}"`);
    if (made.length === 0) return 'gate_rows';
    await this.duck.run(`create or replace temporary view made_rows as select *, ${made.join(', ')} from gate_rows`);
    return 'made_rows';
  }

  private frame(): CellFrame {
    return {
      datasetIds: this.scope.datasetIds,
      linked: this.linked,
      delivered: this.periods().every(({ delivered }) => delivered === 'full') ? 'full' : 'partial',
      open: this.sources.length > 0 && this.sources.every(({ isOpen }) => isOpen),
      isPresenceProtected: (group) => this.hidesPresence(group),
    };
  }

  /** A cell in which nothing was reported, for what stands beside cells with reports (an area, a period) and has none. */
  emptyCell(group: ExactGroup['group'], delivered: ExactCell['delivered'] = 'full'): ExactGroup {
    return {
      group,
      source: this.scope.datasetIds,
      kind: this.sources.every(({ kind }) => kind === 'counts') ? 'counts' : 'records',
      delivered,
      reports: 0,
      households: 0,
      key: 0,
      largestHouseholds: [0, 0],
      presenceProtected: this.hidesPresence(group),
    };
  }

  private hidesPresence(group: ExactGroup['group']): boolean {
    const { categories, areaLevel, grain } = this.scope;
    const place = { finerThanWijk: 'area_code' in group && this.ground.levels.indexOf(areaLevel) >= 2 };
    const time = 'period' in group ? grain : 'hour_of_day' in group || 'weekday' in group ? 'hour_of_week' : 'all';
    const named = typeof group['category'] === 'string' ? [group['category']] : (categories ?? []);
    // A cell of several categories says of none of them that it is there, unless all of them are of that kind.
    return named.length > 0 && named.every((category) => isPresenceProtected(category, place, time));
  }

  /** The count that map statistics and models of areas are made of: with the noise of the lab's policy, zero stays zero. */
  noised(cell: ExactCell): number {
    return this.ground.policy.rules.has('noise') && cell.open !== true ? noisedReports(cell) : cell.reports;
  }

  /** The periods of the run at its grain, from the first to the last, with what was delivered of each by all of its sources. */
  periods(): RunPeriod[] {
    const { grain, from, to } = this.scope;
    if (grain === 'all') return [{ period: 'all', delivered: 'full' }];
    return periodsBetween(from, to, grain).map((period) => {
      const all = this.sources.map(({ delivered }) => delivered.get(period) ?? 'none');
      const delivered = all.every((one) => one === 'full')
        ? 'full'
        : all.every((one) => one === 'none')
          ? 'none'
          : 'partial';
      return { period, delivered };
    });
  }
}

/** Every period of a grain from one day to another, in order. */
function periodsBetween(from: string, to: string, grain: Exclude<Grain, 'all'>): string[] {
  const periods: string[] = [];
  for (let year = Number(from.slice(0, 4)), month = Number(from.slice(5, 7)); ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) return periods;
    const period = periodOf(day, grain);
    if (periods.at(-1) !== period) periods.push(period);
  }
}
