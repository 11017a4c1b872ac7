import { describe, expect, it } from '@jest/globals';
import { RegionContext } from '../region/region-context.js';
import { proposeMapping } from './propose-mapping.js';

const area = (code: string, name: string, level: string) => ({
  code,
  name,
  level,
  parentCode: null,
  population: null,
  households: null,
});
const region = new RegionContext({
  code: 'r',
  name: 'R',
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  divisionYear: 2024,
  levels: [
    { code: 'wijk', name: 'Wijk' },
    { code: 'buurt', name: 'Buurt', codePrefix: 'BU0001' },
  ],
  areas: [
    area('WK000101', 'Noord', 'wijk'),
    area('BU00010101', 'Noord', 'buurt'),
    area('BU00010102', 'Haven', 'buurt'),
  ],
  addresses: [
    {
      id: 'a1',
      postcode: '1234AB',
      number: '1',
      letter: '',
      addition: '',
      areaCode: 'BU00010101',
      kind: 'dwelling',
      nearCare: false,
    },
  ],
});
const propose = (header: string[], rows: string[][]) =>
  proposeMapping(
    header,
    rows.map((cells, i) => ({ row: i + 2, cells })),
    region,
    { today: '2026-11-01' },
  );
const codes = (proposal: ReturnType<typeof propose>) => proposal.questions.map((question) => question.code);

describe('proposing a mapping', () => {
  it('recognises the export of a corporation: address, role, dates in Dutch order', () => {
    const proposal = propose(
      [
        'Dossiernummer',
        'Datum overlast',
        'Datum melding',
        'Soort overlast',
        'Postcode',
        'Huisnummer',
        'Toevoeging',
        'Rol',
        'Status',
      ],
      [
        ['D1', '31-01-2024', '01-02-2024', 'Geluidsoverlast', '1234 AB', '1', '', 'Veroorzaker', 'open'],
        ['D2', '02-02-2024', '02-02-2024', 'Burenconflict', '1234AB', '1', 'a', 'Melder', 'gesloten'],
      ],
    );
    expect(proposal.questions).toEqual([]);
    expect(proposal.mapping).toMatchObject({
      kind: 'records',
      sourceRecordId: { column: 'Dossiernummer' },
      occurredOn: { column: 'Datum overlast', format: 'day_first' },
      registeredOn: { column: 'Datum melding', format: 'day_first' },
      area: { by: 'address', postcode: 'Postcode', number: 'Huisnummer', addition: 'Toevoeging' },
      category: { column: 'Soort overlast' },
      categories: { vocabulary: { name: 'corporatie-overlast', version: '1' } },
      householdKey: { from: 'address' },
      householdRole: { column: 'Rol', codes: { Veroorzaker: 'subject', Melder: 'reporter' } },
      status: { column: 'Status' },
    });
  });

  it('asks what it cannot know: order of day and month, unmapped codes, unknown roles', () => {
    const proposal = propose(
      ['id', 'datum', 'incidentcode', 'buurtcode', 'rol'],
      [
        ['1', '01/02/2024', 'E33', 'BU00010101', 'veroorzaker'],
        ['2', '03/04/2024', 'E99', 'BU00010102', 'passant'],
      ],
    );
    expect(codes(proposal)).toEqual(['date.order', 'category.unmapped', 'code.unmapped']);
    expect(proposal.questions[1]?.values).toEqual([{ code: 'E99', count: 1 }]);
    expect(proposal.questions[2]?.values).toEqual([{ code: 'passant', count: 1 }]);
    expect(proposal.mapping?.kind).toBe('records');
  });

  it('completes short area codes, and takes the hour only where it differs', () => {
    const proposal = propose(
      ['meldingnummer', 'datum tijd', 'incidentcode', 'buurt code'],
      [
        ['1', '2024-01-02 13:05', 'E33', '0101'],
        ['2', '2024-01-03 23:10', 'E35', '0102'],
      ],
    );
    expect(proposal.mapping).toMatchObject({
      occurredHour: 'in_date',
      area: { by: 'code', column: 'buurt code', prefix: 'BU0001' },
    });
    const midnight = propose(
      ['nummer', 'datum', 'type'],
      [
        ['1', '2024-01-02 00:00:00', 'E33'],
        ['2', '2024-01-03 00:00:00', 'E35'],
      ],
    );
    expect(midnight.draft['occurredHour']).toBeUndefined();
    expect(codes(midnight)).toContain('area.none');
  });

  it('says so where nothing is recognised, and never claims to be complete', () => {
    const proposal = propose(['a', 'b'], [['x', 'y']]);
    expect(proposal.mapping).toBeUndefined();
    expect(codes(proposal)).toEqual(['date.none', 'area.none', 'category.none']);
    expect(propose([], []).mapping).toBeUndefined();
  });

  it('recognises counts, long and wide, and asks about secret cells', () => {
    const long = propose(
      ['Overlast', 'Perioden', 'Wijken en buurten', 'Geregistreerde overlast (aantal)'],
      [
        ['Overlast zwervers', '2022', 'Noord', '   5'],
        ['Overlast zwervers', '2022', 'Haven', '.'],
      ],
    );
    expect(long.mapping).toMatchObject({
      kind: 'counts',
      period: { column: 'Perioden' },
      count: { column: 'Geregistreerde overlast (aantal)' },
      area: { by: 'name', column: 'Wijken en buurten', level: 'buurt' },
    });
    expect(codes(long)).toEqual(['count.not-available']);
    const wide = propose(
      ['Buurt', 'Overlast zwervers', 'Melding overlast jeugd', 'Geluidshinder overig'],
      [['Haven', '1', '2', '3']],
    );
    expect(wide.draft).toMatchObject({ kind: 'counts', category: { wide: true }, count: { wide: true } });
    expect(codes(wide)).toEqual(['period.none']);
  });
});
