import { diceOf } from '../chance/dice.js';
import { PARTNER_KEYS, type PartnerKey } from '../plan/partners.js';
import type { DemoRegion } from '../region/region.js';
import { daysBetween } from './calendar.js';
import { demoKeys } from './demo-keys.js';
import { householdIncidents, streetIncidents, type Scene } from './incidents.js';
import { momentsOf } from './moments.js';
import { nuisanceHouseholds } from './nuisance-households.js';
import { nuisanceWeights } from './nuisance-weights.js';
import { plantedTruth, type PlantedTruth } from './planted-truth.js';
import { provisionUse } from './provision-use.js';
import { registrar } from './register-incident.js';
import type { DemoReport, Incident, ProvisionUse } from './report.js';
import {
  eventIncidents,
  fireBrigadeFilth,
  institutionIncidents,
  singleReporter,
  singleReporterIncidents,
} from './special-incidents.js';

/** First and last day on which something is reported to have happened. */
export interface DemoPeriod {
  readonly from: string;
  readonly to: string;
}

export const DEMO_PERIOD: DemoPeriod = { from: '2023-01-01', to: '2025-12-31' };
const DAYS_OF_THREE_YEARS = 1096;

export interface DemoReports {
  readonly period: DemoPeriod;
  /** Party by party, each in order of registration. */
  readonly reports: readonly DemoReport[];
  readonly provisionUse: readonly ProvisionUse[];
  readonly truth: PlantedTruth;
}

const ID_FORMS: Readonly<Record<PartnerKey, (n: number, year: string) => string>> = {
  municipality: (n) => `SIG-${100_000 + n}`,
  police: (n, year) => `BVH-${year}-${String(n).padStart(6, '0')}`,
  ggd: (n, year) => `ZO-${year.slice(2)}-${String(n).padStart(5, '0')}`,
  corporation: (n, year) => `DOS${year.slice(2)}.${String(n).padStart(6, '0')}`,
  fire_brigade: (n, year) => `BR-${year}-${String(n).padStart(5, '0')}`,
  wijkteam: () => '',
};

/**
 * Three years of reports of six parties (about 60,000) and the provision use of the municipality, with the planted truth. Pure: region,
 * seed and period decide everything. Numbers are per three years; another period gives proportionally more or fewer, and holds
 * a planted event, measure or change only where its date falls inside.
 */
export function demoReports(region: DemoRegion, seed: number, period: DemoPeriod = DEMO_PERIOD): DemoReports {
  const dice = diceOf(seed, 'reports');
  const days = daysBetween(period.from, period.to);
  const weights = nuisanceWeights(region);
  const scene: Scene = { region, days, moment: momentsOf(days), weights, span: days.length / DAYS_OF_THREE_YEARS };
  const households = nuisanceHouseholds(region, weights, dice.fork('households'));
  const keys = demoKeys(seed);
  const oftenReporter = keys.reporter(`resident ${singleReporter(region).home}`);
  const incidents: Iterable<Incident>[] = [
    householdIncidents(scene, households, dice.fork('household incidents')),
    streetIncidents(scene, dice.fork('street incidents')),
    institutionIncidents(scene, dice.fork('institutions')),
    singleReporterIncidents(scene, oftenReporter, dice.fork('single reporter')),
    eventIncidents(scene, dice.fork('event')),
    fireBrigadeFilth(scene, dice.fork('fire brigade filth')),
  ];
  const nuisance = new Set(households.map((household) => household.address));
  const register = registrar(region, (address) => nuisance.has(address), keys, dice.fork('registration'));
  const drafts = incidents.flatMap((each) => [...each].map(register));
  const reports = PARTNER_KEYS.flatMap((party) =>
    drafts
      .filter((draft) => draft.party === party)
      .sort((a, b) => order(a.registeredOn, b.registeredOn) || order(a.occurredOn, b.occurredOn) || a.hour - b.hour)
      .map((draft, n): DemoReport => ({ ...draft, id: ID_FORMS[party](n + 1, draft.registeredOn.slice(0, 4)) })),
  );
  const used = provisionUse(region, days, households, keys, dice.fork('provisions'));
  return {
    period,
    reports,
    provisionUse: used,
    truth: plantedTruth(region, households, reports, used, keys, oftenReporter),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
