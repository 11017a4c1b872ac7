import type { Placement } from '@datalab/domain';
import type { AddressCause, ListedAddress } from '../region/address-list.js';
import type { Fault } from '../schema/field-check.js';

/** Where a row lies. Exact address and point stay inside this record and never reach a canonical row. */
export interface Place {
  placement: Placement;
  areaCode?: string;
  gridCell?: string;
  address?: ListedAddress;
  /** Why an address gave no key; counted. */
  addressCause?: AddressCause;
}

export type AreaOutcome =
  | { place: Place; skip?: undefined; fault?: undefined }
  | { skip: 'other_level'; place?: undefined; fault?: undefined }
  | { fault: Fault; column: string; place?: undefined; skip?: undefined };

/** `group` tells rows of one period and category from those of another, for names that occur on two levels. */
export type AreaReader = (cells: readonly string[], group: string) => AreaOutcome;

export const NOWHERE: AreaOutcome = { place: { placement: 'no_area' } };
export const ELSEWHERE: AreaOutcome = { place: { placement: 'outside_region' } };
const UNKNOWN_PLACES = new Set([
  '-',
  '.',
  '?',
  'x',
  'onbekend',
  'unknown',
  'geen',
  'n.v.t.',
  'nvt',
  'n/a',
  'null',
  'nan',
]);

/** True for a cell that says that the place is not known. */
export const isNoPlace = (text: string): boolean => text === '' || UNKNOWN_PLACES.has(text.toLowerCase());
