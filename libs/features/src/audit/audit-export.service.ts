import { Database, listChains, listEventsBetween, PLATFORM_CHAIN } from '@datalab/data';
import { notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { toLogboekLine } from './logboek.js';

const AT_A_TIME = 5_000;

/** The audit log for another party. For the auditor's database role. */
@Injectable()
export class AuditExportService {
  constructor(private readonly database: Database) {}

  /**
   * One line of JSON per event of these days (`YYYY-MM-DD`, UTC, both included), the oldest first; of one lab by its key, of `platform`, or of
   * all. NotFound where there is no such lab.
   */
  async *logboekLines({ from, to, lab }: { from: string; to: string; lab?: string }): AsyncGenerator<string> {
    const chains = await this.database.inTransaction({}, (tx) => listChains(tx));
    const chain = chains.find(({ chainId, key }) => (chainId === PLATFORM_CHAIN ? 'platform' : key) === lab);
    if (lab !== undefined && chain === undefined) throw notFound('lab');
    let after: string | undefined;
    for (;;) {
      const span = { from, to, chainId: chain?.chainId, after };
      const events = await this.database.inTransaction({}, (tx) => listEventsBetween(tx, span, AT_A_TIME));
      for (const event of events) yield JSON.stringify(toLogboekLine(event));
      if (events.length < AT_A_TIME) return;
      after = events.at(-1)!.id;
    }
  }
}
