import { isBsn } from '../keys/bsn.js';

/** What one cell shows. `weak` marks are believed only where most of the column has them. */
export interface CellMarks {
  email: boolean;
  iban: boolean;
  phone: 'strong' | 'weak' | undefined;
  address: boolean;
  /** Numbers of nine digits, and how many of them pass the elfproef. */
  nineDigits: number;
  passing: number;
  words: number;
}

export const NO_MARKS: CellMarks = {
  email: false,
  iban: false,
  phone: undefined,
  address: false,
  nineDigits: 0,
  passing: 0,
  words: 1,
};

// A run of letters of any length is matched by its last: with `+` at the beginning, a cell of a hundred thousand letters would take minutes.
const EMAIL = /[\p{L}\d._%+-]@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2}/u;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/;
const DUTCH_PHONE = /(?<![\w.,-])(?:(?:\+|00)31[ -]?(?:\(0\))?[ -]?|0)[1-9](?:[ -]?\d){8}(?![\w.,-])/;
const FOREIGN_PHONE = /(?<![\d.,-])\+[1-9]\d{0,2}[ -](?:\(?\d{2,4}\)?[ -]?){2,4}\d{2,4}(?!\d)/;
const AMERICAN_PHONE = /(?<!\d)\(?\d{3}\)?[ -]\d{3}-\d{4}(?!\d)/;
const POSTCODE_AND_NUMBER =
  /\b[1-9]\d{3} ?(?!SA|SD|SS|(?:JJ|MM|KW)\d)[A-Z]{2}(?![A-Za-z])[,;]? *(?:nr\.? ?|huisnr\.? ?|- ?)?\d{1,5}\b|\b\d{1,5} ?[a-zA-Z]?[,;]? +[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z])/;
const STREET_AND_NUMBER =
  /\p{L}{2}(?:straat|weg|laan|plein|gracht|kade|singel|dijk|hof|steeg|dreef|plantsoen|pad|park|markt|burgwal|boulevard)\.? \d{1,5}(?: ?[a-zA-Z]|[ -]\d{1,4})?\b/iu;
const NINE = /(?<![\w.,+-])(?:\d{9}|\d{4}\.\d{2}\.\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?!\w|[.,-]\d)/g;

/** What a cell without a space can be; all else that has none is a code, a number or a date. */
const ONE_WORD = /^(?:[+(]?\d[\d().-]{7,}|[A-Z]{2}\d{2}[A-Z0-9]{11,30}|[1-9]\d{3}(?!JJ|MM|KW)[A-Z]{2}[-,]?\d{1,5})$/;
const FRACTION = /^\d+\.\d+$/;

/** Looks a cell over. Most cells of a table are codes of one word and cost one or two tests. */
export function marksOf(cell: string): CellMarks {
  const email = cell.includes('@') && EMAIL.test(cell);
  if (!cell.includes(' ')) {
    if (!ONE_WORD.test(cell) || FRACTION.test(cell)) return email ? { ...NO_MARKS, email } : NO_MARKS;
    return marksOfText(cell, email, 1);
  }
  const words = cell.split(/\s+/).length;
  return /\d/.test(cell) ? marksOfText(cell, email, words) : { ...NO_MARKS, email, words };
}

/** Dates and times: their digits, with dashes and spaces, look like telephone numbers. */
const DATES =
  /(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)(?:[T ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?)?(?: ?[+-]\d{2}:?\d{2}| ?[AaPp][Mm])?/g;

function marksOfText(text: string, email: boolean, words: number): CellMarks {
  const cell = text.replace(DATES, '§');
  let passing = 0;
  const numbers = cell.match(NINE) ?? [];
  for (const number of numbers) if (isBsn(number.replace(/\D/g, ''))) passing += 1;
  const iban = isIban(cell);
  return {
    email,
    iban,
    // The last digits of a Dutch account number look like a telephone number.
    phone: iban ? undefined : phoneIn(cell),
    address: POSTCODE_AND_NUMBER.test(cell) || STREET_AND_NUMBER.test(cell),
    nineDigits: numbers.length,
    passing,
    words,
  };
}

/** Ten digits in a row may be a case number; a plus, a space or a dash at the right place make it a telephone number. */
function phoneIn(cell: string): 'strong' | 'weak' | undefined {
  const dutch = DUTCH_PHONE.exec(cell)?.[0];
  if (dutch !== undefined) return /^\d+$/.test(dutch) && !dutch.startsWith('06') ? 'weak' : 'strong';
  return FOREIGN_PHONE.test(cell) || AMERICAN_PHONE.test(cell) ? 'strong' : undefined;
}

function isIban(cell: string): boolean {
  const compact = IBAN.exec(cell)?.[0].replaceAll(' ', '');
  if (compact === undefined || compact.length < 15 || compact.length > 34) return false;
  let rest = 0;
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
