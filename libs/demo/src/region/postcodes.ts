/** The letters that the post uses: none that are mistaken for a digit or for each other. */
const LETTERS = 'ABCDEGHJKLMNPRSTVWXZ';
const NEVER_USED = new Set(['SA', 'SD', 'SS']);
/** 8971 and on are not in use in the Netherlands, so no real address can be meant. */
const FIRST_DIGITS = 8971;

const PAIRS = [...LETTERS].flatMap((a) => [...LETTERS].map((b) => a + b)).filter((pair) => !NEVER_USED.has(pair));

/** Hands out six-position postcodes in order (`8971AA`, `8971AB` …); `nextDigits` starts a new block of four digits, as wijken do. */
export interface PostcodeBook {
  next(): string;
  nextDigits(): void;
}

export function postcodeBook(): PostcodeBook {
  let digits = FIRST_DIGITS;
  let pair = 0;
  const nextDigits = (): void => {
    if (pair === 0) return;
    digits++;
    pair = 0;
  };
  return {
    next() {
      if (pair === PAIRS.length) nextDigits();
      return `${digits}${PAIRS[pair++]}`;
    },
    nextDigits,
  };
}
