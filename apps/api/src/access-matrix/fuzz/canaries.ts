import { createHash } from 'node:crypto';
import type { MatrixWorld } from '../world.js';

/** Something planted in the world that no answer to anybody may hold, in any way of writing it. */
export interface Canary {
  what: string;
  needles: readonly string[];
}

/** Bytes of this length that are nobody's. */
const bytesOf = (name: string, length: number): Buffer =>
  Buffer.concat([0, 1, 2].map((i) => createHash('sha256').update(`${name} ${i}`).digest())).subarray(0, length);

/** Every way in which bytes get into an answer, by their first 24. */
function needlesOf(bytes: Buffer): string[] {
  const head = bytes.subarray(0, 24);
  const hex = head.toString('hex');
  const base64 = head.toString('base64');
  return [
    hex,
    hex.toUpperCase(),
    base64,
    head.toString('base64url'),
    [...head].join(','),
    JSON.stringify([...head]).slice(1, -1),
  ];
}

/**
 * Plants pseudonyms as they are stored in every report and in every report that waits, exact outcomes of runs, exact bounds in the ledger, and a sealed list; each
 * of them where the api has no business. Gives what to look for in its answers.
 */
export async function plantCanaries({ database, ids }: MatrixWorld): Promise<Canary[]> {
  const canaries: Canary[] = [];
  const bytes = (what: string, length: number): Buffer => {
    const made = bytesOf(what, length);
    canaries.push({ what, needles: needlesOf(made) });
    return made;
  };
  const count = (what: string, exact: string): string => {
    canaries.push({ what, needles: [exact] });
    return exact;
  };
  await database.look('update report set household_key = $1, person_key = $2, reporter_key = $3', [
    bytes('household key', 80),
    bytes('person key', 80),
    bytes('reporter key', 80),
  ]);
  const { labOne, runA, wayBackA, organisationA } = ids;
  const outcome = { exact: Number(count('exact outcome of a run', '876543210')), addresses: ['exact-address-canary'] };
  canaries.push({ what: 'exact outcome of a run, in words', needles: ['exact-address-canary'] });
  await database.look(
    `insert into run_outcome (lab_id, run_id, outcome, selection) values ($1, $2, $3, '{}')
     on conflict (lab_id, run_id) do update set outcome = excluded.outcome`,
    [labOne, runA, outcome],
  );
  await database.look(
    `insert into way_back_list (way_back_id, lab_id, receiver_id, box, digest) values ($1, $2, $3, $4, repeat('e', 64))`,
    [wayBackA, labOne, organisationA, bytes('sealed list', 96)],
  );
  return canaries;
}
