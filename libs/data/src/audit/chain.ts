/** The chain of what belongs to no lab: signing in, installing, organisations. */
export const PLATFORM_CHAIN = '00000000-0000-0000-0000-000000000000';

/** An event as it is chained and exported: texts exactly as PostgreSQL gives them, moments in UTC to the microsecond. */
export interface ChainedEvent {
  id: string;
  at: string;
  recordedAt: string;
  actorId: string | null;
  organisationId: string | null;
  labId: string | null;
  dataOrganisationId: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  outcome: string;
  purpose: string;
  requestId: string;
  /** JSON as text. */
  detail: string;
}

const FIELDS = [
  'id',
  'at',
  'recordedAt',
  'actorId',
  'organisationId',
  'labId',
  'dataOrganisationId',
  'action',
  'objectKind',
  'objectId',
  'outcome',
  'purpose',
  'requestId',
  'detail',
] as const satisfies readonly (keyof ChainedEvent)[];

/** Where every chain begins: the hash before its first link. */
export const NO_HASH = '0'.repeat(64);

/**
 * What is hashed for one link: version, chain, number, the hash before it and every field of the event, as one JSON array, so that no two
 * different links give the same bytes.
 */
export const linkText = (chainId: string, seq: number, previousHash: string, event: ChainedEvent): string =>
  JSON.stringify(['datalab-audit-1', chainId, seq, previousHash, ...FIELDS.map((field) => event[field])]);

/** How far a chain had come at a moment: what is signed once a day. */
export interface ChainHead {
  chainId: string;
  /** `YYYY-MM-DD`, in UTC. */
  day: string;
  seq: number;
  hash: string;
  signedAt: string;
}

/** What is signed of a head. */
export const headText = ({ chainId, day, seq, hash, signedAt }: ChainHead): string =>
  JSON.stringify(['datalab-audit-head-1', chainId, day, seq, hash, signedAt]);

/** A head with its Ed25519 signature and the key that it can be checked with, all in base64url. */
export interface SignedHead extends ChainHead {
  publicKey: string;
  signature: string;
}

const moment = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of a chained event, of `audit_event e`. */
export const EVENT_COLUMNS = `e.id, ${moment('e.at')} as at, ${moment('e.recorded_at')} as "recordedAt", e.actor_id as "actorId",
  e.organisation_id as "organisationId", e.lab_id as "labId", e.data_organisation_id as "dataOrganisationId", e.action,
  e.object_kind as "objectKind", e.object_id as "objectId", e.outcome, e.purpose, e.request_id as "requestId", e.detail::text as detail`;

/** The columns of a signed head, of `audit_head h`. */
export const HEAD_COLUMNS = `h.chain_id as "chainId", h.day::text as day, h.seq::int as seq, h.hash,
  ${moment('h.signed_at')} as "signedAt", h.public_key as "publicKey", h.signature`;
