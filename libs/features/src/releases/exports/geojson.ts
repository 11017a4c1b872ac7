import type { AreaShape } from '@datalab/data';
import { COLUMN } from '../table-document.js';
import { releaseFacts, type Given, type Language } from './release-facts.js';

/**
 * A table of the picture on its map: one feature per area, with a value per period. Areas without an outline have no geometry. Undefined for a
 * release that is not a table of areas.
 */
export function releaseGeoJson(given: Given, shapes: readonly AreaShape[], language: Language): string | undefined {
  const { design, tables } = given.document;
  const table = tables[0];
  if (design === null || table === undefined) return undefined;
  const byArea = Map.groupBy(table.rows, (row) => String(row[COLUMN.areaCode]));
  const outlines = new Map(shapes.map(({ code, geometry }) => [code, geometry]));
  const features = [...byArea].map(([code, rows]) => ({
    type: 'Feature',
    id: code,
    properties: {
      area_code: code,
      area: rows[0]![COLUMN.area],
      values: rows.map((row) => ({
        period: row[COLUMN.period],
        state: row[COLUMN.state],
        reports: row[COLUMN.reports],
        rate_per_thousand: row[COLUMN.rate],
      })),
    },
    geometry: outlines.get(code) ?? null,
  }));
  const about = Object.fromEntries(releaseFacts(given, language).map(({ name, value }) => [name, value]));
  return JSON.stringify({ type: 'FeatureCollection', about, features });
}
