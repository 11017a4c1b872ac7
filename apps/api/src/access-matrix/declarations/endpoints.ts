import {
  either,
  EVERYBODY,
  inLab,
  NOBODY,
  ownInLab,
  ownProgram,
  PROGRAMS,
  SIGNED_IN,
  type EndpointRule,
  type Who,
} from '../rules.js';

const OWN_STEWARD = either(ownInLab('data_steward'), ownProgram('loads:write'));
/** The second wall knows the organisation and the lab of a program, and not its scope. */
const OWN_WALL = either(ownInLab(), ownProgram());
const OWN_HEADER = { 'x-datalab': '1' };
const TUS = { ...OWN_HEADER, 'tus-resumable': '1.0.0' };
const uploadOf = (loadId: string) => ({
  ...TUS,
  'upload-length': '10',
  'upload-metadata': `loadId ${Buffer.from(loadId).toString('base64')}`,
});
/** Downloads of the audit log: declared, and not tried, for the matrix makes no sealed log. */
const auditFile = (file: string): EndpointRule => ({
  who: ownInLab('privacy_officer'),
  secondWall: ownInLab(),
  path: ({ labOne }) => `/v1/labs/${labOne}/audit/${file}`,
  given: [200],
  notTried: 'the matrix makes no sealed log',
});
const reference = (file: string): EndpointRule => ({
  // Published reference data, the same for everybody; a session keeps it from being a service to the world.
  who: SIGNED_IN,
  secondWall: SIGNED_IN,
  path: ({ region }) => `/v1/regions/${region}/${file}`,
  given: [200],
});

/** What is public, for everybody: asked for without a session, and the same with one. */
const forEverybody = (path: string, given: readonly number[] = [200]): EndpointRule => ({
  who: EVERYBODY,
  secondWall: EVERYBODY,
  path: () => path,
  given,
});

/** Every endpoint that is no GraphQL: event stream, uploads, downloads, signing in. A HEAD is declared with its GET. */
export const ENDPOINTS: Readonly<Record<string, EndpointRule>> = {
  'GET /public/public.css': forEverybody('/public/public.css'),
  'GET /public/labs/:key': { ...forEverybody('/public/labs/one'), publishes: true },
  'GET /public/labs/:key/algorithms.json': { ...forEverybody('/public/labs/one/algorithms.json'), publishes: true },
  'GET /public/labs/:key/results/:file': {
    ...forEverybody('/public/labs/one/results/none.csv'),
    notTried: 'the matrix has no public result; libs/features/src/public tries what everybody sees of one',
  },
  'POST /public/labs/:key/notes': {
    ...forEverybody('/public/labs/one/notes', [303, 200]),
    headers: () => ({ 'content-type': 'application/x-www-form-urlencoded' }),
    payload: 'kind=context&about=&words=the+matrix+says+something',
  },
  'GET /v1/releases/:id/export/:format': {
    who: inLab('data_steward', 'coordinator', 'domain_expert', 'analyst', 'privacy_officer'),
    secondWall: either(inLab(), PROGRAMS),
    path: ({ releaseA }) => `/v1/releases/${releaseA}/export/csv?purpose=understand_nuisance`,
    given: [200],
    notTried: 'the release of the matrix is not out; libs/features/src/releases tries who takes one along',
  },
  'GET /v1/events': { who: SIGNED_IN, secondWall: SIGNED_IN, path: () => '/v1/events', given: [200], stream: true },

  'POST /v1/uploads': {
    who: OWN_STEWARD,
    secondWall: OWN_WALL,
    path: () => '/v1/uploads',
    headers: ({ receivingA }) => uploadOf(receivingA),
    given: [201],
  },
  'PATCH /v1/uploads/:id': {
    before: 'upload',
    who: OWN_STEWARD,
    secondWall: OWN_WALL,
    path: ({ receivingA }) => `/v1/uploads/${receivingA}`,
    headers: () => ({ ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }),
    payload: 'abc',
    given: [204],
  },
  'HEAD /v1/uploads/:id': {
    before: 'upload',
    who: either(ownInLab('data_steward', 'privacy_officer'), ownProgram('loads:write', 'status:read')),
    secondWall: OWN_WALL,
    path: ({ receivingA }) => `/v1/uploads/${receivingA}`,
    headers: () => TUS,
    given: [200],
  },
  'DELETE /v1/uploads/:id': {
    before: 'upload',
    who: OWN_STEWARD,
    secondWall: OWN_WALL,
    path: ({ receivingA }) => `/v1/uploads/${receivingA}`,
    headers: () => TUS,
    given: [204],
  },
  // Without the id of a load in the address these have nothing to act on.
  ...Object.fromEntries(
    ['PATCH', 'HEAD', 'DELETE'].map((method): [string, EndpointRule] => [
      `${method} /v1/uploads`,
      {
        who: NOBODY,
        refusedAs: 'InvalidInput',
        secondWall: NOBODY,
        path: () => '/v1/uploads',
        headers: () => TUS,
        given: [200, 204],
      },
    ]),
  ),

  'GET /v1/regions/:regionId/areas.json': reference('areas.json'),
  'GET /v1/regions/:regionId/levels/:file': reference('levels/buurt.geojson'),
  'GET /v1/regions/:regionId/addresses.csv': reference('addresses.csv'),
  'GET /v1/regions/:regionId/postcodes.csv': reference('postcodes.csv'),

  'GET /v1/labs/:labId/audit/head.json': auditFile('head.json'),
  'GET /v1/labs/:labId/audit/logboek.jsonl': auditFile('logboek.jsonl'),

  'GET /auth/login': {
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/auth/login',
    given: [302],
    notTried: 'it sends to the identity provider, which is not there in this test; the stories sign in by it',
  },
  'GET /auth/sign-in-again': {
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/auth/sign-in-again',
    given: [302],
    notTried: 'it sends to the identity provider, which is not there in this test; the stories sign in by it',
  },
  'GET /auth/callback': { who: EVERYBODY, secondWall: EVERYBODY, path: () => '/auth/callback', given: [302] },
  'POST /auth/logout': {
    // Tried without a cookie: with one it would end the session that the next cell needs.
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/auth/logout',
    headers: () => ({ ...OWN_HEADER, cookie: '' }),
    given: [200, 201],
  },
  'POST /v1/uploads/:id': {
    // An upload is made without an id in the address; with one this is an upload that is begun again.
    who: OWN_STEWARD,
    secondWall: OWN_WALL,
    path: ({ receivingA }) => `/v1/uploads/${receivingA}`,
    headers: ({ receivingA }) => uploadOf(receivingA),
    given: [201],
  },
  // Where programs learn which identity provider to ask: public by its standard (RFC 9728).
  'GET /.well-known/oauth-protected-resource': {
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/.well-known/oauth-protected-resource',
    given: [200],
  },
  'POST /auth/invitation': {
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/auth/invitation',
    given: [200],
    notTried: 'whoever holds the link of an invitation is asked for it by the stories',
  },
  'POST /auth/invitation/accept': {
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/auth/invitation/accept',
    given: [200],
    notTried: 'accepting makes a person; the stories do',
  },
  'POST /auth/logout-everywhere': {
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/auth/logout-everywhere',
    given: [200],
    notTried: 'it would end the sessions that the next cells need',
  },
  'GET /health/live': { who: EVERYBODY, secondWall: EVERYBODY, path: () => '/health/live', given: [200] },
  'GET /health/ready': { who: EVERYBODY, secondWall: EVERYBODY, path: () => '/health/ready', given: [200] },
  'GET /schema': { who: EVERYBODY, secondWall: EVERYBODY, path: () => '/schema', given: [200] },
  'GET /schema/:file': {
    who: EVERYBODY,
    secondWall: EVERYBODY,
    path: () => '/schema/records.schema.json',
    given: [200],
  },
  'GET /*': { who: EVERYBODY, secondWall: EVERYBODY, path: () => '/labs', given: [200] },
  'GET /index.html': { who: EVERYBODY, secondWall: EVERYBODY, path: () => '/index.html', given: [200] },
  'GET /': { who: EVERYBODY, secondWall: EVERYBODY, path: () => '/', given: [200] },
};

/** GraphQL itself: its operations have rules of their own. */
export const GRAPHQL_ENDPOINTS: readonly string[] = ['GET /graphql', 'POST /graphql'];

/** What the event stream tells, and who hears it. */
export const EVENTS: Readonly<Record<string, { who: Who; ofOrganisation: boolean }>> = {
  'a change of the lab': { who: either(inLab(), PROGRAMS), ofOrganisation: false },
  'a change of a delivery': { who: OWN_WALL, ofOrganisation: true },
};
