import { z } from 'zod';

const text = (most: number) => z.string().trim().max(most);

/**
 * What somebody must know of a registration before they compare it with another (_registratiekaart_): texts of its steward, read by the
 * whole lab. `changes` are the dates on which the way of registering changed; every trend shows them.
 */
export const registrationCardSchema = z.strictObject({
  /** Who registers: which people, in which system, from which reports. */
  whoRegisters: text(2_000).min(3),
  /** When something is registered. */
  when: text(2_000).min(3),
  /** When not: what is seen and left out. */
  whenNot: text(2_000).min(3),
  /** Whether and how one event can stand in the registration twice, or in that of a partner too. */
  doubleRegistration: text(2_000).min(3),
  remarks: text(2_000).default(''),
  changes: z
    .array(z.strictObject({ on: z.iso.date(), what: text(300).min(3) }))
    .max(50)
    .default([]),
});
export type RegistrationCard = z.infer<typeof registrationCardSchema>;
export type PracticeChange = RegistrationCard['changes'][number];
