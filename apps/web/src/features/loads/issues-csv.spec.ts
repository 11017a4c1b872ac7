import { describe, expect, it } from '@jest/globals';
import { issuesCsv } from './issues-csv.js';

const issue = { code: 'x', column: 'area_code', message: 'Onbekend "gebied"; zie lijst', count: 3, firstRows: [2, 7] };

describe('the reasons as a file', () => {
  it('quotes what a spreadsheet would split', () => {
    expect(issuesCsv(['Wat', 'Kolom', 'Aantal', 'Rijen'], [issue])).toBe(
      '\ufeff"Wat";"Kolom";"Aantal";"Rijen"\r\n"Onbekend ""gebied""; zie lijst";"area_code";"3";"2 7"\r\n',
    );
  });

  it('never hands a spreadsheet a formula', () => {
    expect(issuesCsv(['a'], [{ ...issue, column: '=cmd()' }])).toContain(`"'=cmd()"`);
  });
});
