/** How well the reports of one party can be joined. */
export interface PartyKeys {
  readonly reports: number;
  /** Reports with a household key, 0 … reports. */
  readonly withKey: number;
  /** Share (0–1) of true links within the party that its key misses; null where no report could tell. */
  readonly missedMatchRate: number | null;
}

/** Households that are known to exactly so many parties. */
export interface KnownTo {
  readonly parties: number;
  readonly households: number;
  readonly reports: number;
  /** 0–1; NaN when there is no household, or no report. */
  readonly shareOfHouseholds: number;
  readonly shareOfReports: number;
}

/** Households that are known to exactly this set of parties. */
export interface PartyCombination {
  /** Sum of 2^party over the parties that know them. */
  readonly pattern: number;
  readonly households: number;
  readonly reports: number;
}

/** What one party sees of all. */
export interface PartyView {
  readonly households: number;
  /** Share (0–1) of all known households that this party sees. */
  readonly share: number;
  readonly onlyHere: number;
  /** Share (0–1) of its reports with a key; NaN without reports. */
  readonly keyCoverage: number;
  readonly missedMatchRate: number | null;
}

export interface KnownToParties {
  readonly households: number;
  readonly reports: number;
  /** One row for 1 … all parties, also where nobody is. */
  readonly distribution: readonly KnownTo[];
  /** The combinations that occur, most households first. */
  readonly combinations: readonly PartyCombination[];
  readonly views: readonly PartyView[];
  readonly lowestKeyCoverage: number;
  /**
   * The overlap is a lower bound: a party with keys on fewer than 90 % of its reports, or that misses more than 10 % of its own
   * links, knows more of the same households than can be seen.
   */
  readonly lowerBound: boolean;
}

/** Below this key coverage an overlap is called a lower bound. */
export const LOWER_BOUND_UNDER = 0.9;

/**
 * Over how many organisations the known households (or subjects, or dwellings) are spread, and their share of the reports.
 * `counts[party][household]` is the number of reports; a household without a report at any party does not count. A report without a
 * key belongs to no household and is not zero of anything: it only lowers the key coverage in `keys`. Throws RangeError on fewer
 * than two or more than 20 parties, lengths that differ, or a number that is not a count.
 */
export function knownToParties(counts: readonly ArrayLike<number>[], keys: readonly PartyKeys[]): KnownToParties {
  const parties = counts.length;
  if (parties < 2 || parties > 20) throw new RangeError('the overlap takes 2 to 20 parties');
  if (keys.length !== parties) throw new RangeError('every party needs its key coverage');
  const units = counts[0]!.length;
  if (counts.some((row) => row.length !== units)) throw new RangeError('the parties differ in number of households');
  const byPattern = new Map<number, { households: number; reports: number }>();
  let households = 0;
  let reports = 0;
  for (let unit = 0; unit < units; unit++) {
    let pattern = 0;
    let own = 0;
    for (let party = 0; party < parties; party++) {
      const count = counts[party]![unit]!;
      if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`household ${unit}: not a count`);
      if (count > 0) pattern |= 1 << party;
      own += count;
    }
    if (pattern === 0) continue;
    const cell = byPattern.get(pattern) ?? { households: 0, reports: 0 };
    byPattern.set(pattern, { households: cell.households + 1, reports: cell.reports + own });
    households += 1;
    reports += own;
  }
  const combinations = Array.from(byPattern, ([pattern, cell]) => ({ pattern, ...cell })).sort(
    (a, b) => b.households - a.households || a.pattern - b.pattern,
  );
  const views = keys.map((key, party) => viewOf(combinations, party, households, key));
  const lowestKeyCoverage = Math.min(...views.map(({ keyCoverage }) => keyCoverage));
  const misses = views.some(({ missedMatchRate }) => (missedMatchRate ?? 0) > 1 - LOWER_BOUND_UNDER);
  return {
    households,
    reports,
    distribution: distributionOf(combinations, parties, households, reports),
    combinations,
    views,
    lowestKeyCoverage,
    // A coverage that is not known (NaN) is no reason for trust.
    lowerBound: !(lowestKeyCoverage >= LOWER_BOUND_UNDER) || misses,
  };
}

const partiesIn = (pattern: number): number => pattern.toString(2).replaceAll('0', '').length;

function distributionOf(
  combinations: readonly PartyCombination[],
  parties: number,
  households: number,
  reports: number,
): KnownTo[] {
  return Array.from({ length: parties }, (_, i): KnownTo => {
    const cells = combinations.filter(({ pattern }) => partiesIn(pattern) === i + 1);
    const own = cells.reduce((sum, cell) => sum + cell.households, 0);
    const theirs = cells.reduce((sum, cell) => sum + cell.reports, 0);
    return {
      parties: i + 1,
      households: own,
      reports: theirs,
      shareOfHouseholds: own / households,
      shareOfReports: theirs / reports,
    };
  });
}

function viewOf(
  combinations: readonly PartyCombination[],
  party: number,
  all: number,
  { reports, withKey, missedMatchRate }: PartyKeys,
): PartyView {
  if (!(withKey >= 0 && withKey <= reports)) throw new RangeError(`party ${party}: more keys than reports`);
  let seen = 0;
  let onlyHere = 0;
  for (const { pattern, households } of combinations) {
    if (pattern & (1 << party)) seen += households;
    if (pattern === 1 << party) onlyHere += households;
  }
  return { households: seen, share: seen / all, onlyHere, keyCoverage: withKey / reports, missedMatchRate };
}
