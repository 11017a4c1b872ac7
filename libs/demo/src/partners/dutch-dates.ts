const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const monthName = (iso: string): string => MONTHS[Number(iso.slice(5, 7)) - 1]!;

/** `05-03-2024`; '' stays ''. */
export const dayFirst = (iso: string): string =>
  iso === '' ? '' : `${iso.slice(8, 10)}-${iso.slice(5, 7)}-${iso.slice(0, 4)}`;

/** `5 maart 2024` */
export const inWords = (iso: string): string => `${Number(iso.slice(8, 10))} ${monthName(iso)} ${iso.slice(0, 4)}`;

/** `maart 2024` */
export const monthInWords = (iso: string): string => `${monthName(iso)} ${iso.slice(0, 4)}`;

/** `20240305`; '' stays ''. */
export const compact = (iso: string): string => iso.replaceAll('-', '');
