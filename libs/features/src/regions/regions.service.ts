import {
  Database,
  findRegion,
  listAddressLines,
  listAreas,
  listPostcodeLines,
  listShapes,
  type AreaRow,
  type AreaShape,
  type RegionRow,
} from '@datalab/data';
import { notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';

/** Areas, outlines and addresses of a region: public reference data, the same for everybody. */
@Injectable()
export class RegionsService {
  constructor(private readonly database: Database) {}

  async get(regionId: string): Promise<RegionRow> {
    const region = await this.database.inTransaction({}, (tx) => findRegion(tx, regionId));
    if (region === undefined) throw notFound('region');
    return region;
  }

  listAreas(regionId: string): Promise<AreaRow[]> {
    return this.database.inTransaction({}, (tx) => listAreas(tx, regionId));
  }

  /** The outlines of one level; NotFound where the level is not one of the region. */
  async listShapes(regionId: string, level: string): Promise<AreaShape[]> {
    const shapes = await this.database.inTransaction({}, (tx) => listShapes(tx, regionId, level));
    if (shapes.length === 0) throw notFound('region');
    return shapes;
  }

  listAddressLines(regionId: string): Promise<string[]> {
    return this.database.inTransaction({}, (tx) => listAddressLines(tx, regionId));
  }

  listPostcodeLines(regionId: string): Promise<string[]> {
    return this.database.inTransaction({}, (tx) => listPostcodeLines(tx, regionId));
  }
}
