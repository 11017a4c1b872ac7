import { DEMO_SEED, demoRegion, demoReports, type DemoRegion, type DemoReport } from '@datalab/demo';
import { withHouseholdKeys, type AttackRecord } from '@datalab/disclosure';
import { recordKeyOf } from './record-keys.js';

/** What the demo's partners registered in the municipality, as the attacks need it. Rows outside or without an area are left out. */
export function demoAttackRecords(): AttackRecord[] {
  const region = demoRegion(DEMO_SEED);
  const { reports } = demoReports(region, DEMO_SEED);
  const made = reports.flatMap((report) => {
    const buurt = report.buurt === null ? undefined : region.buurten[report.buurt];
    if (report.placement !== 'in_region' || report.category === 'out_of_scope' || buurt === undefined) return [];
    return [
      {
        source: report.party,
        areas: [region.municipality.code, buurt.parentCode!, buurt.code],
        square: squareOf(report, region),
        month: report.occurredOn.slice(0, 7),
        category: report.category,
        ...(WITH_HOURS.has(report.party) && report.precision === 'day' && { weekHour: weekHourOf(report) }),
        // A row that should name its household and does not may be the same household as every other such row of its source.
        household: report.role === 'subject' && report.kind === 'dwelling' ? report.householdKey || 'no key' : null,
        reporter: report.reporterKey === '' ? null : report.reporterKey,
        recordKey: recordKeyOf(report.party, report.id),
      },
    ];
  });
  return withHouseholdKeys(made);
}

/** The partners in whose files an hour stands. */
const WITH_HOURS: ReadonlySet<string> = new Set(['municipality', 'police', 'fire_brigade']);

/** The partners in whose files every place is a point; of others an address that is complete gives one, and of a wijkteam nothing. */
const WITH_POINTS: ReadonlySet<string> = new Set(['municipality', 'police', 'fire_brigade']);

function squareOf({ party, address, addressComplete }: DemoReport, region: DemoRegion): string | undefined {
  const isPlaced = WITH_POINTS.has(party) || (addressComplete && party !== 'wijkteam');
  return isPlaced && address !== null ? region.addresses[address]!.cell : undefined;
}

/** Monday is 1, and the day goes before the hour. */
const weekHourOf = ({ occurredOn, hour }: DemoReport): number =>
  24 * (new Date(`${occurredOn}T00:00:00Z`).getUTCDay() || 7) + hour;
