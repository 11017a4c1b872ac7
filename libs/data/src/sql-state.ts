const STATES = { unique: '23505', reference: '23503' } as const;

/** Whether PostgreSQL refused a statement because a key exists already (`unique`), or for what refers to a row or is referred to and is not there (`reference`). */
export const isViolation = (error: unknown, of: keyof typeof STATES): boolean =>
  (error as { code?: string } | null)?.code === STATES[of];
