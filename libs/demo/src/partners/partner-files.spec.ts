import { describe, expect, it } from '@jest/globals';
import {
  bytesInPieces,
  canonicalise,
  crosswalkOf,
  KNOWN_VOCABULARIES,
  openTable,
  parseMapping,
  TableScreener,
  type CanonicalResult,
  type CanonicalRow,
  type RowKeys,
} from '@datalab/intake';
import { demoRegion } from '../region/demo-region.js';
import { demoReports } from '../reports/demo-reports.js';
import type { DemoReport } from '../reports/report.js';
import { partnerBytes } from './partner-bytes.js';
import { partnerFiles, partnerLayouts, type PartnerFile } from './partner-files.js';
import { regionContext } from './region-context.fake.js';

const region = demoRegion(1);
const demo = demoReports(region, 1);
const files = partnerFiles(region, demo, { from: '2024-03-01', to: '2024-08-31' });
const context = regionContext(region);

type Read = { rows: Record<string, unknown>[]; keys: RowKeys[]; result: CanonicalResult; header: readonly string[] };

/** Through the intake, as a partner's browser does it. */
async function read(file: PartnerFile): Promise<Read> {
  const table = await openTable(bytesInPieces(partnerBytes(file)), file.name);
  const mapping = parseMapping(partnerLayouts.find((layout) => layout.key === file.dataset)!.mapping);
  let n = 0;
  const hash = (): string => (n++).toString(16).padStart(64, '0');
  const { batches, result } = canonicalise(table, mapping, context, { hash, today: '2026-11-01' });
  const rows: CanonicalRow[] = [];
  const keys: RowKeys[] = [];
  for await (const batch of batches) {
    rows.push(...batch.rows);
    keys.push(...batch.keys);
  }
  return { rows: rows as unknown as Record<string, unknown>[], keys, result: result(), header: table.header };
}

const reads = new Map<string, Promise<Read>>();
const readOnce = (dataset: string): Promise<Read> => {
  const known = reads.get(dataset) ?? read(files.find((file) => file.dataset === dataset)!);
  reads.set(dataset, known);
  return known;
};

/** What should come out of the intake, field by field; undefined where a report says nothing of it. */
const expected = (report: DemoReport): Record<string, unknown> => ({
  occurred_on: report.occurredOn,
  occurred_precision: report.precision,
  source_category: report.code.code,
  category: report.category,
  placement: report.placement,
  area_code: report.buurt === null ? undefined : region.buurten[report.buurt]!.code,
  reporter_type: report.reporterType,
  confused_behaviour: report.confused ?? undefined,
  ...(report.party === 'fire_brigade' || report.party === 'wijkteam'
    ? {}
    : { registered_on: report.registeredOn, household_role: report.role, address_kind: report.kind }),
  ...(report.party === 'municipality' || report.party === 'police' || report.party === 'fire_brigade'
    ? { grid_cell: report.placement !== 'in_region' ? undefined : region.addresses[report.address!]!.cell }
    : {}),
});

/** What its keys are made of: the address, not the name that the demo has for the household; and postcode and number, to check with. */
const expectedKeys = (report: DemoReport): RowKeys => ({
  ...checkKey(report),
  ...(report.householdKey === '' || report.role !== 'subject' || report.kind !== 'dwelling'
    ? {}
    : { household_key: { type: 'address', value: region.addresses[report.address!]!.id } }),
  ...(report.bsn === '' ? {} : { person_key: { type: 'person', value: report.bsn } }),
  ...(report.reporterKey === '' ? {} : { reporter_key: { type: 'own', value: report.reporterKey } }),
});

function checkKey({ party, address, addressComplete, role, kind }: DemoReport): RowKeys {
  const hasAddress = party !== 'fire_brigade' && party !== 'wijkteam' && address !== null && addressComplete;
  if (!hasAddress || role !== 'subject' || kind === 'institution_or_shared') return {};
  const { postcode, number } = region.addresses[address]!;
  return { check_key: { type: 'own', value: `postcode_number|1|${postcode} ${number}` } };
}

describe('partnerFiles', () => {
  it.each(partnerLayouts.map((layout) => layout.key))('writes %s so that the intake accepts every row', async (key) => {
    const file = files.find(({ dataset }) => dataset === key)!;
    const { rows, result, header } = await readOnce(key);
    expect(result.issues).toEqual([]);
    expect(result.unmapped).toEqual([]);
    expect(result.acceptable).toBe(true);
    expect(rows).toHaveLength(file.rows);
    expect(header).toEqual(partnerLayouts.find((layout) => layout.key === key)!.columns.map((column) => column.name));
  });

  it.each(partnerLayouts.filter((layout) => layout.kind === 'records').map((layout) => layout.key))(
    'says in %s what was registered, row by row',
    async (key) => {
      const layout = partnerLayouts.find((each) => each.key === key)!;
      const { rows, keys } = await readOnce(key);
      const reports = demo.reports.filter(
        (report) =>
          report.party === layout.organisation &&
          report.occurredOn >= '2024-03-01' &&
          report.occurredOn <= '2024-08-31',
      );
      const wanted = reports.map(expected);
      const got = rows.map((row, i) => Object.fromEntries(Object.keys(wanted[i]!).map((field) => [field, row[field]])));
      expect(got).toEqual(wanted);
      expect(keys).toEqual(reports.map(expectedKeys));
    },
  );

  it.each(partnerLayouts)('gives the screening nothing to find in $key', async ({ key, mapping }) => {
    const file = files.find(({ dataset }) => dataset === key)!;
    const table = await openTable(bytesInPieces(partnerBytes(file)), file.name);
    const screener = new TableScreener(table.header, table.headerRow, mapping);
    let rows = 0;
    for await (const batch of table.batches()) {
      screener.add(batch);
      rows += batch.length;
    }
    expect(rows).toBe(file.rows);
    expect(screener.findings()).toEqual([]);
  });

  it('keeps apart what lies outside the municipality and what has no place', async () => {
    const { result } = await readOnce('police_reports');
    expect(result.totals.outsideRegion).toBeGreaterThan(10);
    expect(result.totals.noArea).toBeGreaterThan(10);
  });

  it('lets equal rows of the wijkteams be separate reports', async () => {
    const { rows, result } = await readOnce('wijkteam_reports');
    expect(rows.every((row) => row['occurred_precision'] === 'month')).toBe(true);
    expect(result.totals.rows).toBe(rows.length);
  });

  it('resolves every complete address, so that keys can be made of addresses', async () => {
    const { rows } = await readOnce('municipality_provisions');
    const codes = new Set(region.buurten.map((buurt) => buurt.code));
    expect(rows.every((row) => codes.has(row['area_code'] as string))).toBe(true);
    const { rows: reports, keys } = await readOnce('ggd_reports');
    const keyed = reports.filter((_, i) => keys[i]!.household_key !== undefined);
    expect(keyed.length).toBeGreaterThan(100);
    expect(keyed.every((row) => row['grid_cell'] !== undefined)).toBe(true);
  });

  it('cuts a period into months without losing or doubling a row', () => {
    const months = ['2024-03', '2024-04', '2024-05', '2024-06', '2024-07', '2024-08'].map((month) =>
      partnerFiles(region, demo, { from: `${month}-01`, to: `${month}-31` }),
    );
    for (const [index, file] of files.entries())
      expect(months.reduce((sum, month) => sum + month[index]!.rows, 0)).toBe(file.rows);
  });

  it('is the same for the same seed', () => {
    const again = partnerFiles(region, demoReports(region, 1), { from: '2024-03-01', to: '2024-08-31' });
    expect(again).toEqual(files);
  });
});

describe('partnerLayouts', () => {
  it('translates the codes of a known list as that list does', () => {
    const checked = partnerLayouts.flatMap((layout) => {
      if (layout.mapping.kind !== 'records') return [];
      const { vocabulary, codes } = layout.mapping.categories;
      const known = KNOWN_VOCABULARIES.find(
        ({ name, version }) => name === vocabulary.name && version === vocabulary.version,
      );
      if (known === undefined) return [];
      expect(crosswalkOf(known)).toMatchObject(codes);
      return [vocabulary.name];
    });
    expect(checked).toEqual(['ggd-meldpunt', 'corporatie-overlast', 'brandweer']);
  });
});

describe('partnerBytes', () => {
  it('writes each encoding, and refuses what it cannot write', () => {
    expect([...partnerBytes({ text: 'é–', encoding: 'windows-1252' })]).toEqual([0xe9, 0x96]);
    expect([...partnerBytes({ text: 'é', encoding: 'utf-8' })]).toEqual([0xc3, 0xa9]);
    expect([...partnerBytes({ text: '–', encoding: 'utf-8-bom' })]).toEqual([0xef, 0xbb, 0xbf, 0xe2, 0x80, 0x93]);
    expect([...partnerBytes({ text: '😀', encoding: 'utf-8' })]).toEqual([0xf0, 0x9f, 0x98, 0x80]);
    expect(() => partnerBytes({ text: '漢', encoding: 'windows-1252' })).toThrow(RangeError);
  });
});
