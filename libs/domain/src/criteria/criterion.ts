import type { LabRole } from '../organisation.js';

/** What keeps a criterion from holding: from whom something is missing and since when it could have been there. */
export interface Missing {
  /** Null where it is not one organisation's to bring. */
  organisationId: string | null;
  name: string | null;
  /** Who brings it: everybody in this role, of that organisation where one is named. */
  role: LabRole;
  since: Date;
}

/** One condition for finishing a step, computed and never ticked: whether it holds and, where it does not, what is missing. */
export interface Criterion {
  code: string;
  met: boolean;
  /** Empty where it is met. */
  missing: Missing[];
}

/** The organisation that something is missing from. */
export interface Owing {
  organisationId: string;
  name: string;
}

/** A criterion of every organisation: met where none owes anything. */
export const ofEach = (code: string, owing: readonly Owing[], role: LabRole, since: Date): Criterion => ({
  code,
  met: owing.length === 0,
  missing: owing.map(({ organisationId, name }) => ({ organisationId, name, role, since })),
});

/** A criterion of the lab as a whole, which people in one role see to. */
export const ofLab = (code: string, met: boolean, role: LabRole, since: Date): Criterion => ({
  code,
  met,
  missing: met ? [] : [{ organisationId: null, name: null, role, since }],
});
