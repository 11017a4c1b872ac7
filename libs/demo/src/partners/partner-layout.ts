import type { Category, DatasetKind, OUT_OF_SCOPE } from '@datalab/domain';
import type { Mapping, ProvisionUseMapping, RecordsMapping } from '@datalab/intake';
import { PARTNER_CODES, type PartnerKey } from '../plan/partners.js';
import type { DemoRegion } from '../region/region.js';
import type { DemoReport, ProvisionUse } from '../reports/report.js';

export type PartnerEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252';

/** One column of a partner's file: what its header says, and what it holds for a row. */
export interface LayoutColumn<Row> {
  readonly name: string;
  readonly value: (row: Row, region: DemoRegion) => string | number;
}

/** How one partner writes one file, and the mapping with which the intake reads it. */
export interface PartnerLayout<Row = DemoReport | ProvisionUse> {
  /** Name of the dataset in the demo lab. */
  readonly key: DatasetKey;
  readonly organisation: PartnerKey;
  readonly kind: DatasetKind;
  /** Without extension and period. */
  readonly fileName: string;
  readonly extension: 'csv' | 'tsv';
  readonly encoding: PartnerEncoding;
  readonly separator: ';' | ',' | '\t';
  readonly lineEnd: '\r\n' | '\n';
  /** Lines above the header, as some systems write. */
  readonly preamble: readonly string[];
  readonly columns: readonly LayoutColumn<Row>[];
  readonly mapping: Mapping;
}

export interface RecordsLayout extends PartnerLayout<DemoReport> {
  readonly kind: 'records';
  readonly mapping: RecordsMapping;
}

export interface ProvisionUseLayout extends PartnerLayout<ProvisionUse> {
  readonly kind: 'provision_use';
  readonly mapping: ProvisionUseMapping;
}

export const DATASET_KEYS = [
  'municipality_reports',
  'municipality_provisions',
  'police_reports',
  'ggd_reports',
  'corporation_reports',
  'fire_brigade_reports',
  'wijkteam_reports',
] as const;
export type DatasetKey = (typeof DATASET_KEYS)[number];

/** The partner's codes and what each means, as a mapping wants them. */
export const crosswalk = (party: PartnerKey): Record<string, Category | typeof OUT_OF_SCOPE> =>
  Object.fromEntries(PARTNER_CODES[party].map(({ code, category }) => [code, category]));

/** What is written of an address; number and further only where it was written down completely. */
export const addressParts = (
  row: Pick<DemoReport, 'address' | 'addressComplete' | 'placement'>,
  region: DemoRegion,
): { street: string; postcode: string; number: string; letter: string; addition: string } => {
  const nothing = { street: '', postcode: '', number: '', letter: '', addition: '' };
  // A postcode that is nobody's: well formed, but not of this municipality.
  if (row.placement === 'outside_region') return { ...nothing, postcode: '8998XA' };
  if (row.address === null) return nothing;
  const listed = region.addresses[row.address]!;
  const street = region.streets[listed.street]!.name;
  if (!row.addressComplete) return { ...nothing, street, postcode: listed.postcode };
  const { postcode, letter, addition } = listed;
  return { street, postcode, number: String(listed.number), letter, addition };
};

/** Columns that hold the address, under the names that the partner gives them. */
export const addressColumns = (
  names: Partial<Record<'street' | 'postcode' | 'number' | 'letter' | 'addition', string>>,
): LayoutColumn<DemoReport>[] =>
  (Object.entries(names) as [keyof ReturnType<typeof addressParts>, string][]).map(([part, name]) => ({
    name,
    value: (row, region) => addressParts(row, region)[part],
  }));

/** Wording of an enumeration, both ways: what a file says for each value, and what a mapping makes of it. */
export const worded = <V extends string>(words: Readonly<Record<V, string>>) => ({
  say: (value: V): string => words[value],
  codes: Object.fromEntries(Object.entries<string>(words).map(([value, word]) => [word, value])) as Record<string, V>,
});
