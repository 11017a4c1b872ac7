import { isAllowed } from '@datalab/access';
import { Database, listActivity, type ActivityPage } from '@datalab/data';
import { invalidInput, notFound, toldActions, type ActivityGroup } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';

const LARGEST_PAGE = 100;
const IS_CURSOR = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What happened in a lab, for everybody who takes part: who of which organisation did what, in which role, and no value. */
@Injectable()
export class ActivityService {
  constructor(private readonly database: Database) {}

  /** A page, newest first; of one group of deeds or one organisation where asked. */
  async list(
    ctx: Ctx,
    filter: { labId: string; group?: ActivityGroup; organisationId?: string },
    page: { first: number; after?: string },
  ): Promise<ActivityPage> {
    const { labId, group, organisationId } = filter;
    if (!isAllowed(ctx.ability, 'read', 'Activity', { labId })) throw notFound('lab');
    if (!(page.first >= 1 && page.first <= LARGEST_PAGE))
      throw invalidInput('page.size', `A page holds 1 to ${LARGEST_PAGE}.`, [{ field: 'first' }]);
    if (page.after !== undefined && !IS_CURSOR.test(page.after))
      throw invalidInput('page.cursor', 'There is no page from there on.', [{ field: 'after' }]);
    return this.database.inTransaction(asPerson(ctx), (tx) =>
      listActivity(tx, { labId, actions: toldActions(group), organisationId }, page),
    );
  }
}
