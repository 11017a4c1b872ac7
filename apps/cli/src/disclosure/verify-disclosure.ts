import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomStream } from '@datalab/analysis';
import {
  ALL_RULES,
  provenReleases,
  repeatedReleases,
  runAttackSuite,
  runPositiveControls,
  SWITCHED_RULES,
  type AttackRecord,
  type PublishedTables,
  type SharedTier,
  usefulness,
} from '@datalab/disclosure';
import { highsProgramme } from '@datalab/features';
import { avonAttackRecords } from './avon-attack-records.js';
import { bredaAttackRecords } from './breda-attack-records.js';
import { demoAttackRecords } from './demo-attack-records.js';

/** Areas at this depth (0 = the whole region) are finer than a wijk, in all three. */
const FINER_THAN_WIJK = 2;
const SECONDS_PER_QUESTION = 5;
const HARMLESS_SEED = 11;
/** Tables that are given once more, and small pieces that are released. */
const REPEATS = 20;
const PIECES = 100;
export const TIERS: readonly SharedTier[] = ['lab', 'public'];

export interface AttackedRegion {
  name: string;
  records: () => Promise<readonly AttackRecord[]>;
}

export interface Tally {
  passed: number;
  failed: number;
}

type Print = (line: string) => void;

/** The demo region, and the real data of Breda and of Bristol where their folder is there (`folder`/nl-breda…, `folder`/uk-avon…). */
export function attackedRegions(folder: string, print: Print): AttackedRegion[] {
  const breda = join(folder, 'nl-breda-police-overlast');
  const avon = join(folder, 'uk-avon-asb-fms');
  const real = [
    { name: 'Breda', path: breda, records: () => bredaAttackRecords(breda, 1) },
    { name: 'Bristol', path: avon, records: () => avonAttackRecords(avon, 'Bristol') },
  ];
  for (const { name, path } of real) if (!existsSync(path)) print(`${name}: left out, there is no ${path}`);
  return [
    { name: 'demo region', records: () => Promise.resolve(demoAttackRecords()) },
    ...real.filter(({ path }) => existsSync(path)),
  ];
}

/**
 * Attacks the standard tables of a region as they would leave under all rules, in the tiers that are asked for; holds the release against the
 * ledger; and prints what a wijkteam still gets. Passed: nothing recovered, a release that is safe after what the ledger takes out, no
 * repeated release refused, and a nearest answer for every number that is not given.
 */
export async function attackRegion(
  { name, records: load }: AttackedRegion,
  print: Print,
  tiers: readonly SharedTier[] = TIERS,
): Promise<Tally> {
  const records = await load();
  print(`${name}: ${records.length} reports`);
  const tally = { passed: 0, failed: 0 };
  const count = (holds: boolean) => void (tally[holds ? 'passed' : 'failed'] += 1);
  for (const tier of tiers) {
    const report = runAttackSuite({ records, finerThanWijkFrom: FINER_THAN_WIJK, policy: ALL_RULES, tier, sample: 40 });
    print(`  ${tier} tier: ${report.tried} attacks on protected cells, ${report.recovered} recovered`);
    for (const { attack, tried, recovered } of report.results) {
      print(`    ${attack}: ${recovered} of ${tried}`);
      count(recovered === 0);
    }
    const { cells, asked, takenOut, state } = report.ledger;
    const { families, known } = report.guessed;
    print(
      `    ledger: ${cells} cells, ${asked.groups} protected groups, ${asked.findings.length} not proven open; ` +
        `${takenOut} cells (${percent(takenOut, cells)}) taken out, then ${state}`,
    );
    print(
      `    guesser: ${known} hidden lines known before the attacks; ${families} families of areas and squares taken out`,
    );
    count(state === 'safe');
    count(await tryHarmlessReleases(report.tables, records, print));
    count(printUsefulness(report.tables, print));
  }
  return tally;
}

/** A release that says nothing new must pass; what the quicker audit refuses beyond what exact bounds would is printed as a rate. */
async function tryHarmlessReleases(
  tables: PublishedTables,
  records: readonly AttackRecord[],
  print: Print,
): Promise<boolean> {
  const stream = randomStream(HARMLESS_SEED);
  const random = () => stream.nextFloat();
  const repeated = repeatedReleases(tables, records, { random, times: REPEATS });
  const exact = await highsProgramme(SECONDS_PER_QUESTION);
  const proven = provenReleases(tables, records, { random, times: PIECES, exact });
  print(
    `    harmless releases refused: ${repeated.refused} of ${repeated.tried} that repeat what was given; ${proven.refused} of ` +
      `${proven.harmless} (${percent(proven.refused, proven.harmless)}) that exact bounds prove safe, of ${proven.tried} releases of small pieces`,
  );
  return repeated.refused === 0;
}

/** What a wijkteam gets, why not where it does not, and what stands in its place. True where there is always something. */
function printUsefulness(tables: PublishedTables, print: Print): boolean {
  const { questions, squares, nearest, hotspotRankCorrelation } = usefulness(tables);
  print('    wijkteam questions answered (wijk × category):');
  for (const [grain, { asked, answered, why }] of Object.entries(questions)) {
    const reasons = Object.entries(why)
      .sort((a, b) => b[1] - a[1])
      .map(([reason, times]) => `${reason} ${percent(times, asked)}`);
    print(`      ${grain} ${percent(answered, asked)} of ${asked}; not: ${reasons.join(', ') || 'none'}`);
  }
  for (const [name, { squares: cells, shown, reports, reportsShown }] of Object.entries(squares))
    print(
      `    squares of 200 m × year with reports, categories ${name}: ${cells}; a number for ${percent(shown, cells)} of them, ` +
        `${percent(reportsShown, reports)} of their reports`,
    );
  const { withoutNumber, withNearest } = nearest;
  print(
    `    cells without a number: ${withoutNumber}; a nearest answer for ${withNearest} (${percent(withNearest, withoutNumber)})`,
  );
  print(`    rank correlation of shown with exact hotspots: ${hotspotRankCorrelation?.toFixed(3) ?? 'not defined'}`);
  return withNearest === withoutNumber;
}

/** With a rule switched off the attack that it stops must succeed, or the attack proves nothing. */
export function controlAttacks(records: readonly AttackRecord[], print: Print): Tally {
  const tally = { passed: 0, failed: 0 };
  print('positive controls (a rule off, the attack must succeed):');
  const input = { records, finerThanWijkFrom: FINER_THAN_WIJK, tier: 'lab' as const, sample: 40 };
  for (const { off, attack, on, without } of runPositiveControls(input, SWITCHED_RULES)) {
    const holds = on === 0 && without > 0;
    print(`  without ${off.join(' and ')}: ${attack} recovers ${without}, with ${on}${holds ? '' : '  FAILED'}`);
    tally[holds ? 'passed' : 'failed'] += 1;
  }
  return tally;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
