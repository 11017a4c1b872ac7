import type { DatasetKind } from '@datalab/domain';
import type { Fault } from './field-check.js';

/** A rule between fields of one row, run only when every field by itself is good. */
export type RowRule = (row: Readonly<Record<string, unknown>>) => { column: string; fault: Fault } | undefined;

const areaBelongsToPlacement: RowRule = (row) => {
  if (row['placement'] === 'in_region') {
    return row['area_code'] === undefined
      ? { column: 'area_code', fault: { code: 'area.missing', message: 'Een rij in de regio heeft een gebied nodig.' } }
      : undefined;
  }
  return row['area_code'] === undefined
    ? undefined
    : {
        column: 'area_code',
        fault: {
          code: 'area.not-expected',
          message: 'Een rij buiten de regio of zonder gebied heeft geen gebiedscode.',
        },
      };
};

const cellOnlyInRegion: RowRule = (row) =>
  row['grid_cell'] !== undefined && row['placement'] !== 'in_region'
    ? {
        column: 'grid_cell',
        fault: { code: 'cell.not-expected', message: 'Alleen een rij in de regio heeft een vierkant van 200 m.' },
      }
    : undefined;

const NOT_FIRST_DAY: Fault = {
  code: 'date.not-first-day',
  message: 'Bij alleen een maand of jaar hoort de eerste dag van die maand of dat jaar.',
};

const dateFitsPrecision: RowRule = (row) => {
  const date = row['occurred_on'] as string;
  const first = row['occurred_precision'] === 'month' ? '-01' : row['occurred_precision'] === 'year' ? '-01-01' : '';
  return date.endsWith(first) ? undefined : { column: 'occurred_on', fault: NOT_FIRST_DAY };
};

const hourNeedsDay: RowRule = (row) =>
  row['occurred_hour'] !== undefined && row['occurred_precision'] !== 'day'
    ? {
        column: 'occurred_hour',
        fault: { code: 'hour.without-day', message: 'Een uur zonder dag zegt niets: laat het weg.' },
      }
    : undefined;

export const ROW_RULES: Readonly<Record<DatasetKind, readonly RowRule[]>> = {
  records: [areaBelongsToPlacement, cellOnlyInRegion, dateFitsPrecision, hourNeedsDay],
  counts: [areaBelongsToPlacement],
  provision_use: [areaBelongsToPlacement],
};
