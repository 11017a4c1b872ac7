import type { DestructionProof } from '@datalab/pseudonym';
import type pg from 'pg';

/** A lab's key as this holder keeps it. `wrappedShare` is undefined exactly when the key was destroyed. */
export interface LabKey {
  readonly labId: string;
  readonly publicKey: Uint8Array;
  readonly possession: Uint8Array;
  /** The Ed25519 key under which the destruction of this key will be signed. */
  readonly signingKey: Uint8Array;
  readonly wrappedShare: Uint8Array | undefined;
  readonly wrappingKeyId: string;
  readonly createdAt: Date;
  readonly destruction: DestructionProof | undefined;
}

interface Row {
  lab_id: string;
  public_key: Buffer;
  possession: Buffer;
  signing_key: Buffer;
  wrapped_share: Buffer | null;
  wrapping_key_id: string;
  created_at: Date;
  destruction: DestructionProof | null;
}

const COLUMNS = 'lab_id, public_key, possession, signing_key, wrapped_share, wrapping_key_id, created_at, destruction';

/** A Buffer is a view into a pool that node shares between buffers; the copy is ours alone. */
const own = (bytes: Buffer): Uint8Array => new Uint8Array(bytes);

const toLabKey = (row: Row): LabKey => ({
  labId: row.lab_id,
  publicKey: own(row.public_key),
  possession: own(row.possession),
  signingKey: own(row.signing_key),
  wrappedShare: row.wrapped_share === null ? undefined : own(row.wrapped_share),
  wrappingKeyId: row.wrapping_key_id,
  createdAt: row.created_at,
  destruction: row.destruction ?? undefined,
});

/** The key of a lab; undefined for a lab that is not on the list. */
export async function findLabKey(database: Pick<pg.Pool, 'query'>, labId: string): Promise<LabKey | undefined> {
  const { rows } = await database.query<Row>(`select ${COLUMNS} from lab_key where lab_id = $1`, [labId]);
  return rows[0] && toLabKey(rows[0]);
}

/** All keys that still exist, locked for the rest of the transaction. */
export async function lockLiveKeys(tx: pg.PoolClient): Promise<LabKey[]> {
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} from lab_key where wrapped_share is not null order by lab_id for update`,
  );
  return rows.map(toLabKey);
}
