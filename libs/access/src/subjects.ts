import type { MongoAbility } from '@casl/ability';

/**
 * What a rule can speak about. Conditions name only columns that are NOT NULL: CASL lets `{ organisationId: undefined }` match
 * anything that lacks the field.
 */
export interface Subjects {
  Lab: { id: string };
  /** One of the five steps of a lab, with what happened to it. */
  Step: { labId: string; step: string };
  /** That a lab ends. */
  Closing: { labId: string };
  Dataset: { labId: string; organisationId: string };
  Load: { labId: string; organisationId: string };
  /** One report, as its organisation delivered it. */
  Report: { labId: string; organisationId: string };
  /** Exact figures of an organisation's own reports. */
  Mirror: { labId: string; organisationId: string };
  /** Protected figures that the participants of a lab share. */
  Picture: { labId: string };
  /** A run of an analysis. */
  Run: { labId: string };
  /** A request of one receiver of care for its own records behind a result; `askedOf`: whose knowledge that reveals. */
  WayBack: { labId: string; receiverId: string; askedOf: readonly string[] };
  /** A forecast contract with its tests. */
  Forecast: { labId: string };
  /** The part of a lab's audit log that is one organisation's to see. */
  AuditLog: { labId: string; organisationId: string };
  /** A result that is given out. `reach`: `work` until it is out; then `lab`, or `public` where it is for everybody. */
  Release: { labId: string; reach: 'work' | 'lab' | 'public'; requestedBy: string };
  /** What is signed before an organisation's first upload: the text of a lab, and one organisation's signature. */
  IntakeTerms: { labId: string };
  IntakeSignature: { labId: string; organisationId: string };
  /** What an organisation knew before anything was delivered. */
  KnownFact: { labId: string; organisationId: string };
  /** What an organisation has to deliver, or has not. */
  Inventory: { labId: string; organisationId: string };
  /** What the lab wants to find out in step 4. */
  DeeperQuestion: { labId: string; organisationId: string };
  /** What a citizen wrote about a lab or one of its results. */
  PublicNote: { labId: string };
  /** Who holds which role in a lab. */
  Membership: { labId: string };
  /** A question that a lab could work on, with its scores and what was chosen. */
  Question: { labId: string; organisationId: string };
  /** What an organisation states in step 1: what it wants of the lab, and what its board said. */
  Statement: { labId: string; organisationId: string; about: string };
  /** The answers of an organisation on a list; `name` says which. */
  Checklist: { labId: string; organisationId: string; name: string };
  /** A table or map that will be made. */
  OutputShell: { labId: string; organisationId: string };
  /** Released results read together, and what was agreed on them. */
  Interpretation: { labId: string };
  /** What one organisation reads in a result. */
  Reading: { labId: string; organisationId: string };
  Finding: { labId: string };
  /** What an organisation will do, and what is measured of it. */
  Solution: { labId: string; organisationId: string };
  /** Whom to reach for an area, who picks it up, what somebody who knows it notes. */
  AreaWork: { labId: string; organisationId: string };
  /** What the organisations of a lab agree on sharing data. */
  Agreement: { labId: string };
  /** What they answer on the seven public values. */
  PublicValues: { labId: string };
  /** What somebody says about a thing of a lab. */
  Comment: { labId: string; organisationId: string };
  /** The day on which something must be ready. */
  Deadline: { labId: string };
  /** What happened in a lab, in words. */
  Activity: { labId: string };
  /** The installation as a whole: organisations, people, API clients. There is one. */
  Platform: { id: string };
}
export type SubjectName = keyof Subjects;
/** One a line: actions are added side by side. */
export const ACTIONS = [
  'read',
  'lead',
  'consent',
  'found',
  'map',
  'upload',
  'submit',
  'withdraw',
  'grant',
  'administer',
  'propose',
  'score',
  'state',
  'draft',
  'approve',
  'check',
  'export',
  'write',
  'sign',
  'answer',
  'declare',
  'request',
  'receive',
  'object',
] as const;
export type Action = (typeof ACTIONS)[number];

export type AppAbility = MongoAbility<[Action, SubjectName | Subjects[SubjectName]]>;
