import { Database, listHouseholdKeys, stillCounts } from '@datalab/data';
import { invalidState } from '@datalab/domain';
import type { DuckDBConnection } from '@datalab/snapshot';
import { decryptPseudonyms } from '../../loads/keys/aes-siv.js';
import type { SourceKeyFolder } from '../../loads/keys/source-key-folder.js';

/**
 * Lays sources beside each other: in the worker alone, for one run that the agreement allows, in memory alone. The pseudonyms of each source are opened
 * under its key, equal ones get one number that means nothing outside the run, and they are forgotten. Nothing of it is stored.
 */
export class HouseholdLinks {
  constructor(
    private readonly database: Database,
    private readonly sources: SourceKeyFolder,
  ) {}

  /**
   * Makes the table `link(dataset_id, household, common)`: for every number of a household in the snapshot the number that it has in all sources.
   * InvalidState where something of the snapshot was replaced or withdrawn since: then it is no longer known which key a number stood for. Another month
   * beside it does no harm. A source without a key (it was destroyed) is InvalidState as well.
   */
  async layBeside(
    duck: DuckDBConnection,
    labId: string,
    snapshotId: string,
    datasetIds: readonly string[],
  ): Promise<void> {
    const keys = await this.database.inTransaction({ labId }, async (tx) => {
      if (!(await stillCounts(tx, labId, snapshotId)))
        throw invalidState('run.snapshot-behind', 'Deliveries have changed since the snapshot of this run was made.');
      return listHouseholdKeys(tx, labId, snapshotId, datasetIds);
    });
    const numbers = new Map<string, number>();
    await duck.run('create temporary table link (dataset_id varchar, household integer, common integer)');
    const appender = await duck.createAppender('link');
    for (const datasetId of [...datasetIds].sort()) {
      const own = keys.filter((row) => row.datasetId === datasetId);
      if (own.length === 0) continue;
      const source = await this.sources.find(datasetId);
      if (source === undefined)
        throw invalidState('run.key-destroyed', 'The key of a source of this run was destroyed.');
      const opened = decryptPseudonyms(source.key, Buffer.concat(own.map(({ key }) => key)));
      own.forEach(({ household }, i) => {
        const pseudonym = opened.toString('base64', i * 64, (i + 1) * 64);
        let common = numbers.get(pseudonym);
        if (common === undefined) numbers.set(pseudonym, (common = numbers.size + 1));
        appender.appendVarchar(datasetId);
        appender.appendInteger(household);
        appender.appendInteger(common);
        appender.endRow();
      });
    }
    appender.closeSync();
  }
}
