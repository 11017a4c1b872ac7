import type {
  AddressKind,
  Category,
  DatePrecision,
  HouseholdRole,
  MappedCategory,
  Placement,
  ReporterType,
} from '@datalab/domain';
import type { Point } from '../geometry/point.js';
import type { PartnerCode, PartnerKey } from '../plan/partners.js';
import type { Moment } from './moments.js';

/** Something that happened and that a party gets to hear of; how it is written down comes after (register-incident.ts). */
export interface Incident extends Moment {
  readonly party: PartnerKey;
  readonly category: Category | 'out_of_scope';
  /** Index of the address that it is about or where it is; null = the party wrote no place down. */
  readonly address: number | null;
  readonly role: HouseholdRole;
  /** In another municipality: the address only stands for the kind of place. */
  readonly elsewhere?: boolean;
  /** Where it is certain who reports it. */
  readonly reporterKey?: string;
}

/** One report as its party registered it, with everything that a file in any layout needs. */
export interface DemoReport {
  readonly party: PartnerKey;
  /** The party's own number; unique within the party, in order of registration. */
  readonly id: string;
  readonly occurredOn: string;
  readonly precision: DatePrecision;
  readonly hour: number;
  readonly registeredOn: string;
  /** '' while it is open, or where the party does not keep it. */
  readonly closedOn: string;
  readonly code: PartnerCode;
  readonly category: MappedCategory;
  readonly placement: Placement;
  /** Index of the buurt; null when outside the municipality or unknown. */
  readonly buurt: number | null;
  /** Index of the address as it was written down (a typing error included); null where none was. */
  readonly address: number | null;
  /** False where only the postcode was written down: then nobody can tell the household. */
  readonly addressComplete: boolean;
  /** Dutch grid, half metres; null where the place is unknown. */
  readonly point: Point | null;
  readonly role: HouseholdRole;
  readonly kind: AddressKind;
  /** A name of the seed for the household; '' where the party does not know it. In no file: the intake makes its own key of the address. */
  readonly householdKey: string;
  /** An invented number that passes the elfproef; '' where the party does not keep it. */
  readonly bsn: string;
  /** The party's own code for who reported, from the seed; '' where there is none. */
  readonly reporterKey: string;
  readonly reporterType: ReporterType;
  /** null where the party does not register it. */
  readonly confused: boolean | null;
  readonly nearCare: boolean;
  readonly channel: string;
  readonly status: string;
}

/** One household in one month with one provision, from the municipality's second file. */
export interface ProvisionUse {
  readonly householdKey: string;
  /** Known to the municipality, and not in its file: the household is enough for what the lab asks. */
  readonly bsn: string;
  readonly address: number;
  /** `YYYY-MM` */
  readonly month: string;
  readonly buurt: number;
  readonly provision: 'WMO' | 'JEUGD' | 'SCHULD' | 'PARTICIPATIE';
}
