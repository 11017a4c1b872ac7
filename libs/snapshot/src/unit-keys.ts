import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from './duck-db.js';

const BLOCK = 64;

/**
 * The keys of which the noise of a cell is drawn, as DuckDB draws them for millions of rows at once:
 *
 * - `report_key(organisation, record_hash)`: the first 32 bits of HMAC-SHA-256 under the platform's secret over `organisation record_hash`:
 *   the same in every lab, snapshot and revision.
 * - `household_key(smallest)`: of a household within one source, from the smallest key of its reports there (`householdKey` of
 *   libs/disclosure; a test holds the two together).
 */
export async function defineUnitKeys(duck: DuckDBConnection, secret: Uint8Array): Promise<void> {
  const [inner, outer] = [0x36, 0x5c].map((pad) => padded(secret, pad));
  await duck.run(`create temporary macro report_key(organisation, record_hash) as
    ('0x' || left(sha256(unhex('${outer}') || unhex(sha256(unhex('${inner}') || encode(organisation || ' ' || record_hash)))), 8))::uinteger`);
  await duck.run(`create temporary macro mix_shift(x, bits) as xor(x, x >> bits)`);
  await duck.run(`create temporary macro mix_times(x, factor) as (x * factor) & 4294967295::ubigint`);
  await duck.run(`create temporary macro household_key(smallest) as
    mix_shift(mix_times(mix_shift(mix_times(mix_shift(smallest::ubigint, 16), 2246822507::ubigint), 13), 3266489909::ubigint), 16)::uinteger`);
}

/** A key of HMAC-SHA-256 as the hexadecimal block that goes before the message. */
function padded(secret: Uint8Array, pad: number): string {
  if (secret.length === 0 || secret.length > BLOCK) throw new RangeError('the secret of the noise is 1 to 64 bytes');
  const block = Buffer.alloc(BLOCK, pad);
  secret.forEach((byte, i) => (block[i] = byte ^ pad));
  return sqlText(block.toString('hex'));
}
