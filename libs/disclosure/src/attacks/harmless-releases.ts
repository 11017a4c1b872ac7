import { grainOf } from '@datalab/domain';
import { gatePolicy } from '../gate-policy.js';
import { auditRelease } from '../ledger/audit-release.js';
import type { LedgerLine } from '../ledger/ledger-line.js';
import type { SolveProgramme } from '../ledger/programme.js';
import type { ReleaseAudit } from '../ledger/release-audit.js';
import type { AttackRecord } from './attack-record.js';
import { exactTables, type LineAbout } from './exact-tables.js';
import { ledgerOfTables } from './ledger-of-tables.js';
import { publishTables, type PublishedTables } from './published-tables.js';

/** Small enough for the exact solver to answer at once: at most 3 × 3 × 3 base groups per source. */
const SIDE = 3;

/** Releases that can do no harm, and how many of them the audit refused. */
export interface HarmlessTally {
  tried: number;
  refused: number;
}

/**
 * Gives a part of what was given already once more: one table (a level, a grain, a category, a source) out of `tables`,
 * held against all of them. It says nothing new, so refusing it protects nobody.
 */
export function repeatedReleases(
  tables: PublishedTables,
  records: readonly AttackRecord[],
  { random, times }: { random: () => number; times: number },
): HarmlessTally {
  const { lines, abouts, truth, owner } = ledgerOfTables(tables, records);
  const earlier = lines.filter((_line, i) => tables.line(abouts[i]!).published !== null);
  const designs = [...Map.groupBy(earlier, designIn(lines, abouts, tables)).values()];
  const tally = { tried: 0, refused: 0 };
  for (; tally.tried < times; tally.tried++) {
    const release = designs[Math.floor(random() * designs.length)]!.map((line) => ({
      ...line,
      id: `again ${line.id}`,
    }));
    const onlyGroups = new Set(release.flatMap(({ id, members }) => [id, ...members.map((group) => `group ${group}`)]));
    const answer = auditRelease({ ...auditOf(tables), truth, owner, earlier, release, onlyGroups });
    if (answer.state === 'refused') tally.refused += 1;
  }
  return tally;
}

/** How the two audits of the platform judge releases that exact bounds prove safe. */
export interface ProvenTally {
  /** Releases tried, and those of them that exact bounds prove safe. */
  tried: number;
  harmless: number;
  /** Of the harmless ones: refused by the search for examples alone, as a whole picture is judged. */
  refused: number;
}

/**
 * Cuts small pieces out of the records (areas under one parent × months of one quarter × categories, at most three of
 * each), makes their tables, and releases one of them beside a random half of the others. `exact` is the oracle: what
 * it proves safe is harmless, whatever the quicker audit says.
 */
export function provenReleases(
  tables: PublishedTables,
  records: readonly AttackRecord[],
  { random, times, exact }: { random: () => number; times: number; exact: SolveProgramme },
): ProvenTally {
  const pieces = [...Map.groupBy(records, pieceOf).values()].filter((piece) => piece.length >= 2 * SIDE);
  const tally = { tried: 0, harmless: 0, refused: 0 };
  for (; tally.tried < times && pieces.length > 0; tally.tried++) {
    const piece = trimmed(pieces[Math.floor(random() * pieces.length)]!);
    const policy = withoutGrain(tables);
    const small = publishTables(exactTables(piece, tables.frame.finerThanWijkFrom), policy, tables.tier);
    const { lines, abouts, truth, owner } = ledgerOfTables(small, piece);
    const designs = [...Map.groupBy(lines, designIn(lines, abouts, small)).values()];
    const release = designs[Math.floor(random() * designs.length)]!;
    const earlier = lines.filter((line) => !release.includes(line) && random() < 0.5);
    const audit: ReleaseAudit = { ...auditOf(small), truth, owner, earlier, release };
    if (auditRelease({ ...audit, solve: exact }).state === 'refused') continue;
    tally.harmless += 1;
    if (auditRelease(audit).state === 'refused') tally.refused += 1;
  }
  return tally;
}

const auditOf = ({ frame, policy, tier }: PublishedTables) => ({
  floors: { lab: policy.floors.lab.reports, public: policy.floors.public.reports },
  participants: frame.sources,
  forEverybody: tier === 'public',
});

/** Neither rule has anything to say of one quarter. */
const withoutGrain = ({ policy }: PublishedTables) =>
  gatePolicy({
    version: policy.version,
    floors: policy.floors,
    rules: [...policy.rules].filter((rule) => rule !== 'grain' && rule !== 'guessing'),
  });

const designIn = (lines: readonly LedgerLine[], abouts: readonly LineAbout[], { frame }: PublishedTables) => {
  const about = new Map(lines.map(({ id }, i) => [id, abouts[i]!]));
  return ({ id }: LedgerLine): string => {
    const { area, period, category, source } = about.get(id)!;
    return [frame.level.get(area), grainOf(period), category, source].join('|');
  };
};

const pieceOf = ({ areas, month }: AttackRecord): string =>
  `${areas.at(-2)}|${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The three commonest smallest areas and categories of a piece. */
function trimmed(piece: readonly AttackRecord[]): AttackRecord[] {
  const commonest = (of: (record: AttackRecord) => string) =>
    new Set(
      [...Map.groupBy(piece, of)]
        .sort((a, b) => b[1].length - a[1].length)
        .slice(0, SIDE)
        .map(([name]) => name),
    );
  const areas = commonest((record) => record.areas.at(-1)!);
  const categories = commonest((record) => record.category);
  return piece.filter((record) => areas.has(record.areas.at(-1)!) && categories.has(record.category));
}
