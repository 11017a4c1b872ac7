import { audit, Database, hasLevel, listAreasThatWouldVanish, replaceRegion } from '@datalab/data';
import { conflict } from '@datalab/domain';
import type { Region } from '@datalab/region';
import { Injectable } from '@nestjs/common';
import { OPERATOR } from '../operator.js';
import { LIVING_AREA_LEVEL } from './living-areas.service.js';

/** So many codes are named in a refusal. */
const MOST_NAMED = 10;

/** Brings a checked region into the platform. For the operator's database role. */
@Injectable()
export class RegionImportService {
  constructor(private readonly database: Database) {}

  /**
   * Writes the region whole; what stood under its code before is replaced. Labs that use it keep it, and their next picture uses the new one.
   * Throws Conflict, and changes nothing, where an area that holds rows is not in it: those rows would silently leave every map; and where living areas were
   * fixed that it does not have.
   */
  async import({ description, areas, addresses, postcodes }: Region): Promise<string> {
    const { code, name, country, timeZone, divisionYear } = description;
    const levels = description.levels.map((level) => ({
      code: level.code,
      name: level.name,
      ...(level.codePrefix === undefined ? {} : { codePrefix: level.codePrefix }),
    }));
    const region = { code, name, country, timeZone, divisionYear, levels };
    const { code: living } = LIVING_AREA_LEVEL;
    const isDivided = await this.database.inTransaction({}, (tx) => hasLevel(tx, code, living));
    if (isDivided && !levels.some((level) => level.code === living))
      throw conflict(
        'region.living-areas',
        'Living areas were fixed in this region and would be lost. Import it under a code of its own.',
      );
    const vanishing = await listAreasThatWouldVanish(
      this.database,
      code,
      areas.map((area) => area.code),
    );
    if (vanishing.length > 0) {
      const named = `${vanishing.slice(0, MOST_NAMED).join(', ')}${vanishing.length > MOST_NAMED ? ', …' : ''}`;
      throw conflict(
        'region.areas-in-use',
        `${vanishing.length} areas hold rows and are not in this region: ${named}. Have them delivered in the new division first, or import it under a code of its own.`,
      );
    }
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
