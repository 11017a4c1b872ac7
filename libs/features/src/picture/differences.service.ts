import { Database, findSnapshot, listSnapshotDifferences } from '@datalab/data';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { checkTakesPart } from '../facts/lab-facts-access.js';
import { sourceDifferenceSchema, type SourceDifference } from './source-difference.js';

/** How one source differs from the picture before, as this person may know it. */
export interface SourceDifferenceView extends SourceDifference {
  datasetId: string;
  /** Of the own organisation, or of an open source: then every number is exact. */
  isExact: boolean;
}

/** What changed in the newest picture since the one before it. */
@Injectable()
export class DifferencesService {
  constructor(private readonly database: Database) {}

  /** Source by source; empty where there is no picture, or no picture before it. */
  list(ctx: Ctx, labId: string): Promise<SourceDifferenceView[]> {
    checkTakesPart(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const snapshot = await findSnapshot(tx, labId);
      if (snapshot === undefined) return [];
      // The exact ones are the own organisation's, by this wall as by the other.
      const rows = (await listSnapshotDifferences(tx, labId, snapshot.id)).filter(
        ({ tier, organisationId }) => tier === 'lab' || organisationId === ctx.actor.organisationId,
      );
      const best = new Map(rows.map((row) => [row.datasetId, row]));
      for (const row of rows) if (row.tier === 'own') best.set(row.datasetId, row);
      return [...best.values()].map(({ datasetId, document }) => {
        const view = sourceDifferenceSchema.parse(document);
        const { added, removed, changed } = view.total;
        const isExact = [added, removed, changed].every(({ least, most }) => least === most);
        return { ...view, datasetId, isExact };
      });
    });
  }
}
