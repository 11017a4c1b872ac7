import type { Area } from '@datalab/domain';
import type { AreaCell, MapSheet } from '../../gql/types.js';
import type { Measure } from './picture-search.js';
import type { PointLook } from './trend-shape.js';

/** The five things that an area can be; each looks different and means something different. */
export type Look = 'shown' | 'zero' | 'withheld' | 'none_or_few' | 'not_delivered';

/** Whether there is a number that is not shown, or may be. */
export const isHidden = (look: Look | PointLook): boolean => look === 'withheld' || look === 'none_or_few';

/** One area of the sheet with everything that a screen says about it. */
export interface AreaFigure {
  code: string;
  name: string;
  parentName: string | undefined;
  parentCode: string | undefined;
  population: number | null;
  look: Look;
  /** Null where withheld or not delivered. */
  reports: number | null;
  /** Per 1,000 inhabitants; null where unknown, withheld or not delivered. */
  rate: number | null;
  /** Drawn towards the mean of the map; null where unknown, and where no number is shown. */
  smoothed: number | null;
  z: number | null;
  hotspot: 'hot' | 'cold' | undefined;
  reason: string | undefined;
  nearest: AreaCell['nearest'];
  /** With the whole that the area lies in; null where zero, withheld or not delivered. */
  compared: AreaCell['compared'];
}

function lookOf(sheet: MapSheet, cell: AreaCell | undefined): Look {
  if (sheet.delivered === 'none') return 'not_delivered';
  // Too finely divided to publish looks like withheld; its reason says which way to go.
  if (cell?.state === 'withheld' || cell?.state === 'coarser') return 'withheld';
  if (cell?.state === 'none_or_few') return 'none_or_few';
  return cell === undefined || cell.reports === 0 ? 'zero' : 'shown';
}

const zeroRate = (area: Area): number | null => (area.population !== null && area.population > 0 ? 0 : null);

function figureOf(area: Area, parent: Area | undefined, sheet: MapSheet, cell: AreaCell | undefined): AreaFigure {
  const look = lookOf(sheet, cell);
  const isNumber = look === 'shown' || look === 'zero';
  return {
    code: area.code,
    name: area.name,
    parentName: parent?.name,
    parentCode: area.parentCode ?? undefined,
    population: area.population,
    look,
    reports: look === 'zero' ? 0 : isNumber ? (cell?.reports ?? null) : null,
    rate: look === 'zero' ? zeroRate(area) : isNumber ? (cell?.ratePerThousand ?? null) : null,
    smoothed: cell?.smoothedRate ?? null,
    z: cell?.z ?? null,
    hotspot: cell?.hotspot === 'hot' || cell?.hotspot === 'cold' ? cell.hotspot : undefined,
    reason: cell?.reason ?? undefined,
    nearest: cell?.nearest ?? null,
    compared: cell?.compared ?? null,
  };
}

/**
 * Every area of the sheet's level with its figure. An area that the sheet does not list holds zero, unless nothing was delivered over the
 * period: then nobody knows.
 */
export function figuresOf(areas: readonly Area[], sheet: MapSheet): AreaFigure[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const cells = new Map(sheet.areas.map((cell) => [cell.areaCode, cell]));
  return areas
    .filter(({ level }) => level === sheet.level)
    .map((area) => {
      const parent = area.parentCode === null ? undefined : byCode.get(area.parentCode);
      return figureOf(area, parent, sheet, cells.get(area.code));
    });
}

/** The figure in the chosen measure; null where there is none to colour or sort by. */
export const valueOf = (figure: AreaFigure, measure: Measure): number | null =>
  measure === 'reports' ? figure.reports : figure[measure];
