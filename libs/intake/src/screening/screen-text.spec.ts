import { expect, it } from '@jest/globals';
import { screenText } from './screen-text.js';

it.each([
  ['bel jan@voorbeeld.nl', ['email']],
  ['mail: jan@voorbeeld.nl', ['email']],
  ['06-12345678', ['phone']],
  ['het nummer is 111222333', ['bsn']],
  ['111222333', ['bsn']],
  ['vooral 1234 AB 12', ['address']],
  ['NL91ABNA0417164300', ['iban']],
  ['Sinds 2024-03-01 één centraal meldpunt; politie telt meldingen dubbel (12 procent).', []],
  ['', []],
])('finds in "%s" what tells of a person', (text, kinds) => {
  expect(screenText(text)).toEqual(kinds);
});
