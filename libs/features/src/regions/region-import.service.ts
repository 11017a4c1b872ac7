import { audit, Database, replaceRegion } from '@datalab/data';
import type { Region } from '@datalab/region';
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../operator.js';

/** Brings a checked region into the platform. For the operator's database role. */
@Injectable()
export class RegionImportService {
  constructor(private readonly database: Database) {}

  /** Writes the region whole; what stood under its code before is replaced. Labs that use it keep it, and their next picture uses the new one. */
  async import({ description, areas, addresses, postcodes }: Region): Promise<string> {
    const { code, name, country, timeZone, divisionYear } = description;
    const levels = description.levels.map((level) => ({
      code: level.code,
      name: level.name,
      ...(level.codePrefix === undefined ? {} : { codePrefix: level.codePrefix }),
    }));
    const region = { code, name, country, timeZone, divisionYear, levels };
    const id = await replaceRegion(this.database, region, areas, addresses, postcodes);
    await this.database.inTransaction({}, (tx) =>
      audit(
        tx,
        { actorId: OPERATOR, requestId: 'region import' },
        {
          action: 'region.import',
          objectKind: 'region',
          objectId: id,
          detail: { areas: areas.length, addresses: addresses.length },
        },
      ),
    );
    return id;
  }
}
