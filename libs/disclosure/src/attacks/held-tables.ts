import { coarsenToSafe, type CoarsenedRelease } from '../ledger/coarsen-to-safe.js';
import type { AttackRecord } from './attack-record.js';
import { nameOf } from './exact-tables.js';
import { ledgerOfTables } from './ledger-of-tables.js';
import type { PublishedTables } from './published-tables.js';
import { siblingsIn } from './siblings.js';

/** Knows no records of its own: a team that takes part and delivers nothing. */
const ONLOOKER_WITHOUT_DATA = 'wijkteam';

/** What the ledger says of tables as a whole. */
export interface HeldTables extends Pick<CoarsenedRelease, 'asked' | 'state'> {
  cells: number;
  /** Cells that went, with those that must look like them. */
  takenOut: number;
}

/**
 * Holds tables against themselves as the platform does before a picture is shown (ADR 0071): for everybody who looks,
 * without a solver, and what would be known too closely is taken out of the tables with the areas under the same parent.
 */
export function holdAgainstLedger(tables: PublishedTables, records: readonly AttackRecord[]): HeldTables {
  const { lines, abouts, truth, owner } = ledgerOfTables(tables, records);
  const { frame, policy, tier } = tables;
  const siblings = siblingsIn(frame);
  const about = new Map(lines.map(({ id }, i) => [id, abouts[i]!]));
  const family = (id: string) => {
    const one = about.get(id)!;
    return siblings(one.area).map((area) => ({ ...one, area }));
  };
  const { asked, takenOut, state } = coarsenToSafe(
    {
      truth,
      owner,
      earlier: [],
      release: lines,
      floors: { lab: policy.floors.lab.reports, public: policy.floors.public.reports },
      participants: [...new Set([...frame.sources, ONLOOKER_WITHOUT_DATA])],
      forEverybody: tier === 'public',
    },
    (id) => family(id).map(nameOf),
  );
  for (const id of takenOut) for (const one of family(id)) tables.takeOut(one);
  return { cells: lines.length, takenOut: takenOut.length, asked, state };
}
