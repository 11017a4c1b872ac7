import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_RULES, type GatePolicy } from '@datalab/disclosure';
import type { RunResult } from '@datalab/domain';
import { withDuckDb } from '@datalab/snapshot';
import { prepareRows } from '../data/prepare-rows.js';
import type { RunGround, RunIndicator } from '../data/run-ground.js';
import { RunRows } from '../data/run-rows.js';
import type { AnyMethod } from '../method.js';
import type { RunScope } from '../run-scope.js';
import { protectOutcome } from '../protect-outcome.js';

/** A report of an invented snapshot. */
export interface FakeReport {
  dataset: string;
  day: string;
  hour?: number;
  category?: string;
  area: string;
  /** Cell of the Dutch 200 m grid. */
  cell?: string;
  /** Number that means the same in all sources; left out: a household of its own. 0 is a row that should have a key and has none. */
  household?: number;
  /** Within 250 m of a care location; left out: not known. */
  nearCare?: boolean;
}

/** Use of a provision by a household of the reports, by a source of its own (`voorzieningen`). */
export interface FakeUse {
  household: number;
  provision: string;
  month?: string;
}

export interface FakeRun {
  reports: readonly FakeReport[];
  uses?: readonly FakeUse[];
  /** Code to inhabitants, on a square grid of so many columns. */
  areas: ReadonlyMap<string, number>;
  columns: number;
  scope: Partial<RunScope>;
  params?: object;
  seed?: number;
  indicators?: readonly RunIndicator[];
  policy?: GatePolicy;
  /** Least share of rows with a key; 1 where left out. */
  keyCoverage?: number;
  /** Periods that were not delivered. */
  gaps?: readonly string[];
  /** Addresses of an area, within 250 m of a care location and not; none where left out. */
  addresses?: RunGround['addresses'];
}

const COLUMN_TYPES = `{dataset_id: 'VARCHAR', organisation_id: 'VARCHAR', record_hash: 'VARCHAR', occurred_on: 'DATE', occurred_precision: 'VARCHAR',
  occurred_hour: 'TINYINT', category: 'VARCHAR', area_code: 'VARCHAR', grid_cell: 'VARCHAR', concerns_household: 'TINYINT', household: 'INTEGER',
  household_key: 'BIGINT', report_key: 'BIGINT', reporter: 'INTEGER', near_care: 'TINYINT'}`;

const linesOf = (reports: readonly FakeReport[]): string =>
  reports
    .map(({ dataset, day, hour = '', category = 'noise', area, cell = '', household, nearCare }, i) => {
      const home = household ?? 1_000_000 + i;
      const near = nearCare === undefined ? '' : Number(nearCare);
      return `${dataset},org-${dataset},h${i},${day},day,${hour},${category},${area},${cell},1,${home},${mixed(home)},${mixed(i)},,${near}\n`;
    })
    .join('');

const USES = 'voorzieningen';
const mixed = (value: number): number => Math.imul(value + 1, 0x9e3779b1) >>> 0;

/** Runs a method as the platform does, without its database and threads: reads, does the parts, merges and protects. */
export async function runMethod(
  method: AnyMethod,
  run: FakeRun,
): Promise<{ lab: RunResult | { refused: string }; public: RunResult | { refused: string }; outcome: unknown }> {
  const reporting = new Set(run.reports.map(({ dataset }) => dataset));
  const datasets = [...reporting, ...(run.uses === undefined ? [] : [USES])].sort();
  const scope: RunScope = {
    unit: method.units[0]!,
    areaLevel: 'buurt',
    grain: 'all',
    from: '2023-01-01',
    to: '2024-12-31',
    datasetIds: datasets,
    categories: null,
    ...run.scope,
  };
  const params: unknown = method.params.parse(run.params ?? {});
  const use = method.use(scope, params);
  const linked = use.linksBy !== null && datasets.length > 1;
  const ground = groundOf(run, scope, datasets);
  const data: unknown = await withDuckDb(tmpdir(), async (duck) => {
    await duck.run(`create table reports (dataset_id varchar, organisation_id varchar, record_hash varchar, occurred_on date, occurred_precision varchar,
      occurred_hour tinyint, category varchar, area_code varchar, grid_cell varchar, concerns_household tinyint, household integer, household_key bigint, report_key bigint,
      reporter integer, near_care tinyint)`);
    await duck.run(`create table counts (dataset_id varchar, organisation_id varchar, record_hash varchar, starts_on date, period varchar,
      category varchar, area_code varchar, count bigint, report_key bigint)`);
    await duck.run('create table link (dataset_id varchar, household integer, common integer)');
    // Through a file of its own lines: tens of thousands of rows take DuckDB's parser longer than the method itself.
    const folder = await mkdtemp(join(tmpdir(), 'run-method-'));
    try {
      const file = join(folder, 'reports.csv');
      await writeFile(file, linesOf(run.reports));
      await duck.run(
        `insert into reports from read_csv('${file}', header = false, auto_detect = false, delim = ',', columns = ${COLUMN_TYPES})`,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
    await duck.run(
      'create table provision_use (dataset_id varchar, organisation_id varchar, record_hash varchar, starts_on date, provision varchar, household integer)',
    );
    for (const { household, provision, month = '2023-06' } of run.uses ?? [])
      await duck.run(
        `insert into provision_use values ('${USES}', 'org-uses', 'u', '${month}-01', '${provision}', ${household})`,
      );
    await duck.run('insert into link select distinct dataset_id, household, household from reports');
    await duck.run('insert into link select distinct dataset_id, household, household from provision_use');
    await prepareRows(duck, scope, use.fields, ground, linked);
    return method.read(new RunRows(duck, ground, scope, linked), scope, params);
  });
  const seed = run.seed ?? 1;
  const parts: unknown[] = [];
  for (let part = 0; part < method.parts(data, params); part++) parts.push(method.run(data, params, part, seed));
  const outcome: unknown = method.merge(parts, data, params);
  const finished = {
    method,
    scope,
    params,
    seed,
    snapshotDigest: 'd',
    policyVersion: 1,
    data,
    outcome,
    householdsDiffering: [],
  };
  const policy = run.policy ?? ALL_RULES;
  return {
    lab: protectOutcome(finished, 'lab', policy),
    public: protectOutcome(finished, 'public', policy),
    outcome,
  };
}

function groundOf(
  { areas, columns, indicators = [], policy = ALL_RULES, keyCoverage = 1, gaps = [], addresses = new Map() }: FakeRun,
  scope: RunScope,
  datasets: readonly string[],
): RunGround {
  const rows = [...areas].map(([code, population]) => ({
    code,
    name: `Area ${code}`,
    level: scope.areaLevel,
    parentCode: null,
    population,
    households: null,
    lineage: [code],
  }));
  const delivered = new Map<string, 'full' | 'none'>();
  for (let year = 2010; year < 2030; year++) {
    delivered.set(String(year), 'full');
    for (let q = 1; q <= 4; q++) delivered.set(`${year}-Q${q}`, 'full');
    for (let m = 1; m <= 12; m++) delivered.set(`${year}-${String(m).padStart(2, '0')}`, 'full');
  }
  for (const gap of gaps) delivered.set(gap, 'none');
  return {
    levels: ['gemeente', scope.areaLevel],
    areas: rows as unknown as RunGround['areas'],
    lineage: rows,
    shapes: rows.map(({ code, name }, i) => {
      const [x, y] = [(i % columns) * 100 + 100_000, Math.floor(i / columns) * 100 + 400_000];
      const ring = [[x, y], [x + 100, y], [x + 100, y + 100], [x, y + 100], [x, y]]; // prettier-ignore
      return { code, name, geometry: { type: 'Polygon', coordinates: [ring] } };
    }) as unknown as RunGround['shapes'],
    sources: datasets.map((datasetId) => ({
      datasetId,
      organisationId: `org-${datasetId}`,
      name: datasetId,
      kind: datasetId === USES ? 'provision_use' : 'records',
      isOpen: false,
      keyCoverage,
      delivered,
    })),
    indicators,
    addresses,
    policy,
  };
}
