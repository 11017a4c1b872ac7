import type { Area } from '@datalab/domain';
import type { FeatureCollection } from 'geojson';
import type { PictureView } from '../../gql/operations.js';
import type { SquareSheet } from '../../gql/types.js';
import type { AreaFigure, Look } from './area-figure.js';

/**
 * Every square of the region with its figure. One that the sheet does not list holds nothing, or what may not be shown (in the mirror: zero, where the source
 * knows squares at all), unless nothing was delivered over the year. What is known of the area around it stands beside each.
 */
export function squareFigures(
  shapes: FeatureCollection,
  areas: readonly Area[],
  sheet: SquareSheet,
  view: PictureView,
): AreaFigure[] {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const told = new Map(sheet.squares.map((square) => [square.code, square.reports]));
  const answers = new Map(sheet.answers.map(({ areaCode, nearest }) => [areaCode, nearest]));
  const blank: Look =
    sheet.delivered === 'none' ? 'not_delivered' : view === 'mirror' && told.size > 0 ? 'zero' : 'none_or_few';
  return shapes.features.map(({ properties }) => {
    const [code, areaCode] = [String(properties?.code), String(properties?.areaCode)];
    const reports = told.get(code) ?? (blank === 'zero' ? 0 : null);
    return {
      code,
      name: code,
      parentName: names.get(areaCode),
      parentCode: areaCode,
      population: null,
      look: told.has(code) ? 'shown' : blank,
      reports,
      rate: null,
      smoothed: null,
      z: null,
      hotspot: undefined,
      reason: undefined,
      nearest: answers.get(areaCode) ?? null,
      compared: null,
    };
  });
}
