import { audit, findRegionAreas, replaceIndicators, type Database } from '@datalab/data';
import { notFound } from '@datalab/domain';
import { readIndicators, type RegionFault } from '@datalab/region';
import { OPERATOR } from '../operator.js';

export interface IndicatorImport {
  indicators: number;
  areas: number;
  /** Rows about areas that the region does not have. */
  otherAreas: number;
  faults: RegionFault[];
}

/** Brings context indicators (CBS *Kerncijfers wijken en buurten*, or a table of the same form) into a region. For the operator's role. */
export class IndicatorImportService {
  constructor(private readonly database: Database) {}

  /** Writes the indicators of one year, whole or not at all; a table with a fault changes nothing. NotFound where there is no such region. */
  async import(regionCode: string, year: number, text: string): Promise<IndicatorImport> {
    return this.database.inTransaction({}, async (tx) => {
      const region = await findRegionAreas(tx, regionCode);
      if (region === undefined) throw notFound('region');
      const { indicators, faults, otherAreas } = readIndicators(text, new Set(region.areaCodes));
      const areas = new Set(indicators.flatMap(({ values }) => [...values.keys()])).size;
      if (faults.length === 0) {
        await replaceIndicators(tx, region.id, year, indicators);
        await audit(
          tx,
          { actorId: OPERATOR, requestId: 'indicators import' },
          {
            action: 'indicators.import',
            objectKind: 'region',
            objectId: region.id,
            detail: { year, indicators: indicators.length, areas },
          },
        );
      }
      return { indicators: indicators.length, areas, otherAreas, faults };
    });
  }
}
