import { Database, findColleagueName } from '@datalab/data';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';

/** The people of an organisation. */
@Injectable()
export class PeopleService {
  constructor(private readonly database: Database) {}

  /** The name of somebody of the own organisation; an empty text where it is somebody else's. */
  async nameOfColleague(ctx: Ctx, personId: string): Promise<string> {
    return (
      (await this.database.inTransaction(asPerson(ctx), (tx) =>
        findColleagueName(tx, personId, ctx.actor.organisationId),
      )) ?? ''
    );
  }
}
