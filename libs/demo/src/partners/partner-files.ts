import type { DemoRegion } from '../region/region.js';
import type { DemoPeriod, DemoReports } from '../reports/demo-reports.js';
import type { DemoReport, ProvisionUse } from '../reports/report.js';
import { CORPORATION_REPORTS } from './corporation-layout.js';
import { FIRE_BRIGADE_REPORTS } from './fire-brigade-layout.js';
import { GGD_REPORTS } from './ggd-layout.js';
import { MUNICIPALITY_PROVISIONS, MUNICIPALITY_REPORTS } from './municipality-layouts.js';
import type { DatasetKey, PartnerEncoding, ProvisionUseLayout, RecordsLayout } from './partner-layout.js';
import { POLICE_REPORTS } from './police-layout.js';
import { WIJKTEAM_REPORTS } from './wijkteam-layout.js';

/** The layout of each dataset of the demo lab, with a mapping that the upload client can be given as it is. */
export const partnerLayouts: readonly (RecordsLayout | ProvisionUseLayout)[] = [
  MUNICIPALITY_REPORTS,
  MUNICIPALITY_PROVISIONS,
  POLICE_REPORTS,
  GGD_REPORTS,
  CORPORATION_REPORTS,
  FIRE_BRIGADE_REPORTS,
  WIJKTEAM_REPORTS,
];

/** A file as a partner would choose it in the upload screen; `partnerBytes` gives its bytes. */
export interface PartnerFile {
  readonly dataset: DatasetKey;
  readonly name: string;
  readonly encoding: PartnerEncoding;
  /** Without byte order mark. */
  readonly text: string;
  /** Rows below the header. */
  readonly rows: number;
  readonly period: DemoPeriod;
}

/**
 * Every partner's file of the period (default: everything; a month or a week for a later delivery), by the day on which something
 * happened, in the partner's own layout. A file without rows still has its header. Months of provision use and of the wijkteams belong to a period
 * that holds their first day.
 */
export function partnerFiles(region: DemoRegion, demo: DemoReports, period: DemoPeriod = demo.period): PartnerFile[] {
  return partnerLayouts.map((layout) => {
    const rows =
      layout.kind === 'records'
        ? recordRows(layout, region, demo, period)
        : provisionRows(layout, region, demo, period);
    const header = layout.columns.map((column) => quoted(column.name, layout.separator)).join(layout.separator);
    return {
      dataset: layout.key,
      name: `${layout.fileName}_${period.from}_${period.to}.${layout.extension}`,
      encoding: layout.encoding,
      text: [...layout.preamble, header, ...rows, ''].join(layout.lineEnd),
      rows: rows.length,
      period,
    };
  });
}

const within = (day: string, { from, to }: DemoPeriod): boolean => day >= from && day <= to;

const recordRows = (layout: RecordsLayout, region: DemoRegion, demo: DemoReports, period: DemoPeriod): string[] =>
  demo.reports
    .filter((report: DemoReport) => report.party === layout.organisation && within(report.occurredOn, period))
    .map((report) =>
      line(
        layout.columns.map((column) => column.value(report, region)),
        layout.separator,
      ),
    );

const provisionRows = (
  layout: ProvisionUseLayout,
  region: DemoRegion,
  demo: DemoReports,
  period: DemoPeriod,
): string[] =>
  demo.provisionUse
    .filter((row: ProvisionUse) => within(`${row.month}-01`, period))
    .map((row) =>
      line(
        layout.columns.map((column) => column.value(row, region)),
        layout.separator,
      ),
    );

const line = (cells: readonly (string | number)[], separator: string): string =>
  cells.map((cell) => quoted(String(cell), separator)).join(separator);

/** Quotes only where the cell would break the row. */
const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
