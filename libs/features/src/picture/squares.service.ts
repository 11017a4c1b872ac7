import { Database, listSquares, type AreaRow, type SquareRow } from '@datalab/data';
import { grainOf, invalidInput, invalidState } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { deliveredIn, type Delivered } from './manifest.js';
import { findAnswers, type NearestAnswer } from './nearest.js';
import { openPicture, recordPictureRead, type PictureQuery } from './open-picture.js';

export interface SquaresQuery extends PictureQuery {
  year: string;
  category: string;
}

/** What can be said of a square without a number: of all that lie in one area it is the same. */
export interface SquareAnswer {
  /** Of the lowest level. */
  areaCode: string;
  nearest: NearestAnswer;
}

export interface SquareSheet {
  snapshotId: string;
  year: string;
  category: string;
  delivered: Delivered;
  /** Those that show a number, by code. Any other holds nothing, or what may not be shown; in the mirror no report of which the square is known. */
  squares: SquareRow[];
  /** None in the mirror, which withholds nothing. */
  answers: SquareAnswer[];
}

/** One year on squares of 200 m, as people read it. */
@Injectable()
export class SquaresService {
  constructor(private readonly database: Database) {}

  /**
   * The squares of one source, year and category. NotFound where lab or source are not theirs, InvalidInput for what is not a year, InvalidState
   * where the picture tells no squares: it is older than they are, or the region does not lie in the Netherlands.
   */
  async getSheet(ctx: Ctx, query: SquaresQuery): Promise<SquareSheet> {
    const { year, category } = query;
    if (grainOf(year) !== 'year')
      throw invalidInput('period.malformed', 'Squares are told by the year, written as 2024.', [{ field: 'year' }]);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { snapshot, hasSquares, dataset, source, view, areas } = await openPicture(tx, ctx, query);
      if (!hasSquares) throw invalidState('picture.no-squares', 'This picture tells no squares of 200 m.');
      const key = { ...query, snapshotId: snapshot.id };
      const squares = await listSquares(tx, key, view);
      await recordPictureRead(tx, ctx, query, dataset, 'squares', { year });
      const lowest = view.tier === 'own' ? [] : codesOfLowest(areas);
      const { nearest } = await findAnswers(tx, { ...key, period: year }, lowest, areas, view);
      return {
        snapshotId: snapshot.id,
        year,
        category,
        delivered: deliveredIn(source, year),
        squares,
        answers: [...nearest].map(([areaCode, answer]) => ({ areaCode, nearest: answer })),
      };
    });
  }
}

/** A square is of an area of the lowest level: the one with the longest lineage. */
function codesOfLowest(areas: readonly AreaRow[]): string[] {
  const depth = Math.max(...areas.map(({ lineage }) => lineage.length));
  return areas.filter(({ lineage }) => lineage.length === depth).map(({ code }) => code);
}
