import type { ApiClientScope, LabRole } from '@datalab/domain';

/** One role of a person in one lab, as it stands now; an ended membership is not one. */
export interface Membership {
  labId: string;
  organisationId: string;
  role: LabRole;
  /** Area codes a wijkteam member works in, at any level; empty for every other role. */
  areas: readonly string[];
  /** The lab is being closed or is closed: it is read, and nothing in it is changed. */
  isClosed?: boolean;
}

/** A program that acts for its organisation in one lab, within its scopes. */
export interface ApiClientOf {
  id: string;
  labId: string;
  scopes: readonly ApiClientScope[];
}

/** Somebody who is signed in, read anew from the database for every request and every job. */
export interface Actor {
  personId: string;
  organisationId: string;
  name: string;
  memberships: readonly Membership[];
  /** Set where a program asks and not a person: then the scopes are all it may, and there are no memberships. */
  apiClient?: ApiClientOf;
  /** Of the platform: looks after organisations and people, and takes part in no lab. */
  isAdministrator?: boolean;
  /** Named by an administrator to begin labs. */
  mayFoundLabs?: boolean;
}

/** The labs in which this person holds one of these roles for the organisation that they work for. */
export function labsWithRole(actor: Actor, ...roles: readonly LabRole[]): string[] {
  const labs = actor.memberships
    .filter((m) => m.organisationId === actor.organisationId && roles.includes(m.role))
    .map((m) => m.labId);
  return [...new Set(labs)];
}
