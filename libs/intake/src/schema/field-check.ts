import { boundsOf, grainOf } from '@datalab/domain';
import { isCalendarDate } from './calendar.js';
import { EARLIEST_DATE } from './canonical-schema.js';
import type { FieldDescription } from './field.js';

/** What is wrong with a value, without saying which value it is. */
export interface Fault {
  code: string;
  message: string;
}

/** Undefined where the value is good. Faults are made once, so that a good row allocates nothing. */
export type FieldCheck = (value: unknown) => Fault | undefined;

export interface KnownAreas {
  /** Every area code of the region with the code of its level. */
  areaCodes: ReadonlyMap<string, string>;
  /** Code of the lowest level, to which every report belongs. */
  lowestLevel: string;
}

const fault = (code: string, message: string): Fault => ({ code, message });
const NOT_TEXT = fault('value.not-text', 'Hier hoort tekst te staan.');
const TOO_LONG = fault('value.too-long', 'De waarde is te lang.');
const EMPTY = fault('value.empty', 'De waarde is leeg; laat het veld weg als het niet bekend is.');
const NOT_HASH = fault('hash.malformed', 'Het kenmerk is geen HMAC-SHA-256 van 64 kleine hexadecimale tekens.');
const NOT_SEALED = fault('key.not-sealed', 'Een sleutel staat nooit in de rij zelf: hij gaat verzegeld mee.');
const NOT_IN_LIST = fault('value.not-in-list', 'De waarde staat niet in de lijst van toegestane waarden.');
const NOT_BOOLEAN = fault('value.not-boolean', 'Hier hoort waar of onwaar te staan.');
const NOT_INTEGER = fault('number.not-integer', 'Hier hoort een geheel getal te staan.');
const OUT_OF_RANGE = fault('number.out-of-range', 'Het getal ligt buiten het toegestane bereik.');
const CONTROL = fault('value.control-character', 'De waarde bevat een regeleinde of een onzichtbaar stuurteken.');
const BAD_CODE = fault('value.malformed', 'De code bevat tekens die niet in een code horen.');
const BAD_CELL = fault('cell.malformed', 'Het vierkant is geen code van 200 m (zoals E1068N3982).');
export const DATE_FAULTS = {
  malformed: fault('date.malformed', 'De datum is geen bestaande datum in de verwachte schrijfwijze.'),
  future: fault('date.future', 'De datum ligt in de toekomst.'),
  early: fault('date.too-early', 'De datum ligt vóór 1990.'),
} as const;
export const PERIOD_FAULTS = {
  malformed: fault('period.malformed', 'De periode is geen jaar, kwartaal of maand (2018, 2018-Q1, 2018-01).'),
  future: fault('period.future', 'De periode ligt in de toekomst.'),
  early: fault('period.too-early', 'De periode ligt vóór 1990.'),
} as const;
export const AREA_FAULTS = {
  malformed: fault('area.malformed', 'De gebiedscode heeft niet de vorm van een gebiedscode.'),
  unknown: fault('area.unknown', 'De gebiedscode bestaat niet in de indeling van deze regio.'),
  level: fault('area.wrong-level', 'De gebiedscode is niet van het laagste gebiedsniveau van deze regio.'),
} as const;

// eslint-disable-next-line no-control-regex -- finding control characters is the point
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const HASH = /^[0-9a-f]{64}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9 _.:|/+=-]*$/;
const CELL = /^E\d{3}[02468]N\d{3}[02468]$/;
const AREA = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;

/** The check of one field. `today` is the last day that a date may have (`YYYY-MM-DD`). */
export function fieldCheck(field: FieldDescription, areas: KnownAreas, today: string): FieldCheck {
  switch (field.type) {
    case 'hash':
      return (value) => (typeof value === 'string' && HASH.test(value) ? undefined : NOT_HASH);
    case 'key':
      return () => NOT_SEALED;
    case 'text':
      return textCheck(field.maxLength, field.shape);
    case 'enum': {
      const values: ReadonlySet<unknown> = new Set(field.values);
      return (value) => (values.has(value) ? undefined : NOT_IN_LIST);
    }
    case 'integer': {
      const { min, max } = field;
      return (value) =>
        Number.isSafeInteger(value)
          ? (value as number) < min || (value as number) > max
            ? OUT_OF_RANGE
            : undefined
          : NOT_INTEGER;
    }
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? undefined : NOT_BOOLEAN);
    case 'date':
      return remembering((text) => dateFault(text, today));
    case 'month':
      return remembering((text) => (grainOf(text) === 'month' ? periodFault(text, today) : PERIOD_FAULTS.malformed));
    case 'period':
      return remembering((text) => periodFault(text, today));
    case 'area':
      return areaCheck(areas, field.level);
  }
}

/** Undefined where the date may stand in a row. */
export function dateFault(text: string, today: string): Fault | undefined {
  if (!isCalendarDate(text)) return DATE_FAULTS.malformed;
  if (text < EARLIEST_DATE) return DATE_FAULTS.early;
  return text > today ? DATE_FAULTS.future : undefined;
}

/** Undefined where the period is a year, quarter or month that has begun and lies after 1990. */
export function periodFault(text: string, today: string): Fault | undefined {
  const grain = grainOf(text);
  if (grain === undefined || grain === 'all') return PERIOD_FAULTS.malformed;
  const { from } = boundsOf(text);
  if (from < EARLIEST_DATE) return PERIOD_FAULTS.early;
  return from > today ? PERIOD_FAULTS.future : undefined;
}

/** Dates repeat: there are some thirteen thousand good ones, and only those are remembered, so memory stays bounded. */
function remembering(check: (text: string) => Fault | undefined): FieldCheck {
  const good = new Set<unknown>();
  return (value) => {
    if (good.has(value)) return undefined;
    if (typeof value !== 'string') return NOT_TEXT;
    const found = check(value);
    if (found === undefined) good.add(value);
    return found;
  };
}

function textCheck(maxLength: number, shape: 'code' | 'grid_cell' | undefined): FieldCheck {
  return (value) => {
    if (typeof value !== 'string') return NOT_TEXT;
    if (value.length === 0) return EMPTY;
    if (value.length > maxLength) return TOO_LONG;
    if (shape === 'grid_cell') return CELL.test(value) ? undefined : BAD_CELL;
    if (shape === 'code') return CODE.test(value) ? undefined : BAD_CODE;
    return CONTROLS.test(value) ? CONTROL : undefined;
  };
}

function areaCheck(areas: KnownAreas, level: 'lowest' | 'any'): FieldCheck {
  const { areaCodes, lowestLevel } = areas;
  return (value) => {
    if (typeof value !== 'string') return NOT_TEXT;
    const found = areaCodes.get(value);
    if (found === undefined) return AREA.test(value) ? AREA_FAULTS.unknown : AREA_FAULTS.malformed;
    return level === 'any' || found === lowestLevel ? undefined : AREA_FAULTS.level;
  };
}
