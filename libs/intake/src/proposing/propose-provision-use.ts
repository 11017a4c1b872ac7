import { columnsNamed } from './column-names.js';
import type { Recognition } from './recognition.js';
import type { Question } from './question.js';
import { proposeArea } from './recognise-area.js';
import { findKey } from './recognise-codes.js';
import { findDate } from './recognise-dates.js';

/** The fields of a mapping for the use of provisions. The codes of the file are taken over as they are until the steward says otherwise. */
export function proposeProvisionUse({ header, profiles, region, today }: Recognition): {
  fields: Record<string, unknown>;
  questions: Question[];
} {
  const month = findDate('period', header, profiles, today, new Set());
  const area = proposeArea(header, profiles, region, 'provision_use');
  const [provision] = columnsNamed(header, 'provision');
  const given = findKey('householdKey', header, profiles);
  const codes = provision === undefined ? [] : [...profiles.get(provision)!.distinct.keys()];
  const householdKey = given
    ? { from: 'given', ...given }
    : area.area?.by === 'address'
      ? { from: 'address' }
      : undefined;
  const fields: Record<string, unknown> = {
    month: month && { column: month.column, format: month.format },
    area: area.area,
    provision: provision === undefined ? undefined : { column: provision },
    provisions: {
      vocabulary: { name: 'eigen', version: '1' },
      codes: Object.fromEntries(codes.map((code) => [code, code])),
    },
    householdKey,
    personKey: findKey('personKey', header, profiles),
  };
  const needed = (field: string, message: string): Question => ({
    code: `${field}.none`,
    field,
    message,
    needed: true,
  });
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    questions: [
      ...(month === undefined ? [needed('month', 'Geen kolom met de maand is herkend.')] : []),
      ...(householdKey === undefined ? [needed('householdKey', 'Geen adres of adressleutel is herkend.')] : []),
      ...area.questions,
      {
        code: 'provision.codes',
        field: 'provisions',
        message: 'Controleer of de codes van voorzieningen die van de gezamenlijke lijst zijn.',
        needed: false,
        values: codes.map((code) => ({ code, count: profiles.get(provision!)!.distinct.get(code)! })),
      },
    ],
  };
}
