import {
  Database,
  findRegion,
  listAddressLines,
  listAreas,
  listPostcodeLines,
  listShapes,
  listSquareAreas,
  type AreaRow,
  type AreaShape,
  type RegionRow,
  type Transaction,
} from '@datalab/data';
import { GRID_LEVEL, notFound } from '@datalab/domain';
import { gridCellOutline } from '@datalab/intake';
import { Injectable } from '@nestjs/common';

/** An outline with what it is of; of a square of 200 m, which has no name, the area in which its middle lies. */
export type LevelShape = AreaShape | { code: string; areaCode: string; geometry: AreaShape['geometry'] };

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

  /** The outlines of one level, or of the squares of 200 m; NotFound where the region does not have the level, or squares. */
  async listShapes(regionId: string, level: string): Promise<LevelShape[]> {
    const shapes = await this.database.inTransaction({}, (tx) =>
      level === GRID_LEVEL ? listSquareShapes(tx, regionId) : listShapes(tx, regionId, level),
    );
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

const listSquareShapes = async (tx: Transaction, regionId: string): Promise<LevelShape[]> =>
  [...(await listSquareAreas(tx, regionId))].map(([code, areaCode]) => ({
    code,
    areaCode,
    geometry: gridCellOutline(code),
  }));
