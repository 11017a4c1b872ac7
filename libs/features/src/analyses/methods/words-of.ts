/** A number as it stands in a Dutch and in an English sentence. */
export const inWords = (value: number, digits = 0): { nl: string; en: string } => {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return { nl: value.toLocaleString('nl-NL', options), en: value.toLocaleString('en-GB', options) };
};

/** A share (0–1) as a percentage without its sign. */
export const percent = (share: number): { nl: string; en: string } => inWords(share * 100);

/** What may never be concluded from any result, whatever the method. */
export const NEVER = {
  nl: 'Dit gaat over meldingen en niet over mensen: wie veel gemeld wordt, hoeft niet veel te doen, en waar weinig gemeld wordt, hoeft niet weinig te zijn.',
  en: 'This is about reports and not about people: who is reported often need not do much, and where little is reported, there need not be little.',
} as const;

/** A band of probability as it stands in a sentence; of none it is said that it cannot be told. */
export const bandInWords = (band: string | null | undefined): { nl: string; en: string } =>
  band == null ? { nl: 'niet te zeggen', en: 'not to be said' } : { nl: band.replaceAll('.', ','), en: band };
