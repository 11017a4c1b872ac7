import pg from 'pg';
import type { Transaction } from '../database.js';

/** That something changed: ids only, so whoever hears it must ask for it, and is checked when asking. */
export interface LabChange {
  kind: 'load' | 'picture' | 'lab' | 'run';
  id: string;
  labId: string;
  /** Set where only one organisation may know of it. */
  organisationId?: string;
}

/** What this person may do changed, or ended: whatever is open for them must ask anew who they are. */
export interface AccessChange {
  kind: 'access';
  /** Of the person. */
  id: string;
}

export type Change = LabChange | AccessChange;

/** Tells all processes of a change when, and only when, the transaction commits. */
export async function announce(tx: Transaction, change: Change): Promise<void> {
  await tx.query(`select pg_notify('changes', $1)`, [JSON.stringify(change)]);
}

export interface Listening {
  close(): Promise<void>;
}

/**
 * Hears a channel of PostgreSQL for as long as the process lives; comes back by itself after a lost connection (`onGap` tells that
 * something may have been missed).
 */
export async function listen(
  url: string,
  channel: 'changes' | 'outbox',
  hear: (payload: string) => void,
  onGap: (reason: string) => void,
): Promise<Listening> {
  let closed = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, application_name: `datalab listen ${channel}` });
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next, new Error('the connection ended')));
    client = next;
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
  };
  const lost = (which: pg.Client, error: Error): void => {
    if (closed || client !== which) return;
    client = undefined;
    onGap(error.message);
    retry = setTimeout(() => connect().catch((again: Error) => lost(client ?? which, again)), 1_000);
  };

  await connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
