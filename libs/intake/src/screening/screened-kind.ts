/** What must never reach the platform. */
export const SCREENED_KINDS = [
  'bsn',
  'phone',
  'email',
  'iban',
  'address',
  'person_name',
  'date_of_birth',
  'free_text',
  'special_category',
] as const;
export type ScreenedKind = (typeof SCREENED_KINDS)[number];
