import { askFor, OutboxRepository } from '@datalab/data';
import { defineJob } from '@datalab/jobs';
import { z } from 'zod';
import type { TestLab } from './test-lab.js';

/** Work that does nothing but leave a mark: `n` tells one piece from another. */
export const markJob = defineJob({
  name: 'mark',
  queue: 'intake',
  payload: z.strictObject({ n: z.int() }),
  attempts: 3,
});

/** How a piece of work stands in the outbox. */
export interface WorkState {
  id: string;
  n: number;
  queued: boolean;
  done: boolean;
  failure: string | null;
}

/** The real outbox of a test lab, as the relay and the consumer of a queue know it, with what a test wants to ask and see. */
export class TestOutbox extends OutboxRepository {
  private constructor(
    private readonly lab: TestLab,
    ...database: ConstructorParameters<typeof OutboxRepository>
  ) {
    super(...database);
  }

  /** Makes the table that marks are left in: one row per time that a piece of work began or ended. */
  static async open(lab: TestLab): Promise<TestOutbox> {
    await lab.database.look('create table mark (n int not null, work_id uuid not null, event text not null)');
    await lab.database.look('grant select, insert on mark to datalab_worker');
    return new TestOutbox(lab, await lab.database.as('worker'));
  }

  /** Asks for marks, each in a transaction of its own, as a service does. */
  async ask(...numbers: number[]): Promise<void> {
    const worker = await this.lab.database.as('worker');
    const labId = this.lab.ids.lab('overlast');
    const asked = { labId, actorId: this.lab.ids.person('sanne'), requestId: 'mark' };
    for (const n of numbers) await worker.inTransaction({ labId }, (tx) => askFor(tx, markJob, { n }, asked));
  }

  /** Leaves a mark. */
  async mark(n: number, workId: string, event: 'began' | 'ended'): Promise<void> {
    await this.lab.database.query('worker', {}, 'insert into mark values ($1, $2, $3)', [n, workId, event]);
  }

  /** The numbers that were marked, as often as they were. */
  async marked(event: 'began' | 'ended'): Promise<number[]> {
    const rows = await this.lab.database.look<{ n: number }>('select n from mark where event = $1 order by n', [event]);
    return rows.map(({ n }) => n);
  }

  /** Everything that was asked for, in order. */
  states(): Promise<WorkState[]> {
    return this.lab.database.look<WorkState>(
      `select id, (payload ->> 'n')::int as n, queued_at is not null as queued, done_at is not null as done, failure
       from outbox order by created_at, id`,
    );
  }

  /** Lets so much time pass that what a queue has held until now may be lost. */
  async age(): Promise<void> {
    await this.lab.database.look(`update outbox set queued_at = queued_at - interval '31 seconds'`);
  }

  /** Forgets all that was asked for and marked. */
  async clear(): Promise<void> {
    await this.lab.database.look('delete from outbox');
    await this.lab.database.look('delete from mark');
  }
}
