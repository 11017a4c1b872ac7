import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ALL_RULES,
  coarsenToSafe,
  exactTables,
  ledgerOfTables,
  releasedTables,
  runAttackSuite,
  runPositiveControls,
  SWITCHED_RULES,
  type AttackRecord,
  type SharedTier,
} from '@datalab/disclosure';
import { highsProgramme } from '@datalab/features';
import { avonAttackRecords } from './avon-attack-records.js';
import { bredaAttackRecords } from './breda-attack-records.js';
import { demoAttackRecords } from './demo-attack-records.js';

/** Areas at this depth (0 = the whole region) are finer than a wijk, in all three. */
const FINER_THAN_WIJK = 2;
const SECONDS_PER_QUESTION = 5;
const TIERS: readonly SharedTier[] = ['lab', 'public'];

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
 * Attacks the standard tables of a region as they would leave under all rules, in both tiers; holds the release against the ledger; and
 * prints what a wijkteam still gets. Passed: nothing recovered, and a release that is safe after what the ledger takes out.
 */
export async function attackRegion({ name, records: load }: AttackedRegion, print: Print): Promise<Tally> {
  const records = await load();
  print(`${name}: ${records.length} reports`);
  const tally = { passed: 0, failed: 0 };
  const count = (holds: boolean) => void (tally[holds ? 'passed' : 'failed'] += 1);
  for (const tier of TIERS) {
    const report = runAttackSuite({ records, finerThanWijkFrom: FINER_THAN_WIJK, policy: ALL_RULES, tier, sample: 40 });
    print(`  ${tier} tier: ${report.tried} attacks on protected cells, ${report.recovered} recovered`);
    for (const { attack, tried, recovered } of report.results) {
      print(`    ${attack}: ${recovered} of ${tried}`);
      count(recovered === 0);
    }
    const { questions, hotspotRankCorrelation } = report.usefulness;
    const answered = Object.entries(questions).map(
      ([grain, { asked, answered: given }]) => `${grain} ${percent(given, asked)}`,
    );
    print(`    wijkteam questions answered (wijk × category): ${answered.join(', ')}`);
    print(`    rank correlation of shown with exact hotspots: ${hotspotRankCorrelation?.toFixed(3) ?? 'not defined'}`);
    count(await holdAgainstLedger(records, tier, print));
  }
  return tally;
}

/** The ledger's view of the same release: bounds through all axes at once, for the outsider and for every source as a participant. */
async function holdAgainstLedger(records: readonly AttackRecord[], tier: SharedTier, print: Print): Promise<boolean> {
  const tables = releasedTables(exactTables(records, FINER_THAN_WIJK), ALL_RULES, tier);
  const { lines, truth, owner } = ledgerOfTables(tables, records);
  const { asked, takenOut, state } = coarsenToSafe({
    truth,
    owner,
    earlier: [],
    release: lines,
    floors: { lab: ALL_RULES.floors.lab.reports, public: ALL_RULES.floors.public.reports },
    participants: [...tables.frame.sources, 'wijkteam'],
    solve: await highsProgramme(SECONDS_PER_QUESTION),
  });
  print(
    `    ledger: ${lines.length} cells, ${asked.groups} protected groups, ${asked.findings.length} known too closely; ` +
      `${takenOut.length} cells (${percent(takenOut.length, lines.length)}) taken out, then ${state}`,
  );
  return state === 'safe';
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
