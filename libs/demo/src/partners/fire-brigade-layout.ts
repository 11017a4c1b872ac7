import type { DemoReport } from '../reports/report.js';
import { crosswalk, worded, type RecordsLayout } from './partner-layout.js';

const reporter = worded({ citizen: 'burger', professional: 'professional', anonymous: 'onbekend' });
const coordinate = (row: DemoReport, axis: 0 | 1): string =>
  row.point === null ? '' : row.point[axis].toFixed(1).replace('.', ',');
const start = (row: DemoReport): string =>
  `${row.occurredOn} ${String(row.hour).padStart(2, '0')}:${String((Number(row.id.slice(-2)) * 41) % 60).padStart(2, '0')}`;

/** Incidents of the control room: tabs, date and time in one column, grid coordinates with a decimal comma, no address. */
export const FIRE_BRIGADE_REPORTS: RecordsLayout = {
  key: 'fire_brigade_reports',
  organisation: 'fire_brigade',
  kind: 'records',
  fileName: 'brandweer_incidenten',
  extension: 'tsv',
  encoding: 'utf-8',
  separator: '\t',
  lineEnd: '\n',
  preamble: [],
  columns: [
    { name: 'Incidentnr', value: (row) => row.id },
    { name: 'Start incident', value: start },
    { name: 'Classificatie', value: (row) => row.code.code },
    { name: 'Omschrijving', value: (row) => row.code.label },
    { name: 'X', value: (row) => coordinate(row, 0) },
    { name: 'Y', value: (row) => coordinate(row, 1) },
    { name: 'Melder', value: (row) => reporter.say(row.reporterType) },
    { name: 'Meldersleutel', value: (row) => row.reporterKey },
  ],
  mapping: {
    format: 'datalab-mapping/1',
    kind: 'records',
    sourceRecordId: { column: 'Incidentnr' },
    area: { by: 'point', point: { in: 'rd', x: 'X', y: 'Y' } },
    occurredOn: { column: 'Start incident', format: 'iso' },
    occurredHour: 'in_date',
    category: { column: 'Classificatie' },
    categories: { vocabulary: { name: 'brandweer', version: '1' }, codes: crosswalk('fire_brigade') },
    householdRole: { constant: 'location' },
    reporterKey: { column: 'Meldersleutel' },
    reporterType: { column: 'Melder', codes: reporter.codes },
  },
};
