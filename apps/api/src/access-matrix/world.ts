import type { ApiClientScope } from '@datalab/domain';
import { parseInstallation, RegionImportService, SetupService, type Installation } from '@datalab/features';
import { TestDatabase, testRegion } from '@datalab/testing';
import { ACTORS, isProgram, labOf, organisationOf, type MatrixActor } from './actors.js';
import type { MatrixIds } from './ids.js';
import { fillRows } from './world-rows.js';

const ISSUER = 'https://identity.test';
const ORGANISATIONS = ['a', 'b', 'c', 'd'] as const;

/** A text or number that only some may ever read, wherever it turns up in an answer. */
export interface Marker {
  text: string;
  lab: 'one' | 'two';
  /** Of one organisation; without it the lab shares it. */
  organisation?: (typeof ORGANISATIONS)[number];
}

/** May this person read it, by lab and organisation alone? Roles narrow it further. */
export const mayRead = ({ lab, organisation }: Marker, { position }: MatrixActor): boolean =>
  labOf(position) === lab && (organisation === undefined || organisationOf(position) === organisation);

/** Where everybody of the matrix lives: two labs, four organisations, real rows in each. */
export interface MatrixWorld {
  database: TestDatabase;
  ids: MatrixIds;
  /** Ids of what is not organisation A's in lab 1. */
  foreign: ReadonlySet<string>;
  markers: readonly Marker[];
  personIds: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

const dataset = (organisation: string, lab: string) => ({
  key: `set-${organisation}-${lab}`,
  organisation,
  kind: 'records' as const,
  name: `Set ${organisation} ${lab} mk-${lab}-shared`,
  vocabulary: { name: 'test', version: '1' },
  legalBasis: 'public task',
  purpose: 'matrix',
  retentionMonths: 24,
  isOpen: false,
});

/** Those who were removed are members first, and are ended afterwards. */
const isMemberOf = ({ position }: MatrixActor, lab: 'one' | 'two'): boolean =>
  labOf(position) === lab || (position === 'removed' && lab === 'one');

const program = (name: string, organisation: string, scope: ApiClientScope) => ({
  clientId: name,
  name,
  organisation,
  lab: 'one',
  scopes: [scope],
});

const installation = (): Installation =>
  parseInstallation({
    organisations: ORGANISATIONS.map((key) => ({ key, name: `Organisation ${key}`, type: 'other' as const })),
    users: ACTORS.filter((actor) => actor.position !== 'signed out' && !isProgram(actor)).map(({ name, position }) => ({
      subject: name,
      email: `${name}@matrix.test`,
      name,
      organisation: organisationOf(position),
      isAdministrator: position === 'platform administrator',
    })),
    labs: (['one', 'two'] as const).map((lab) => ({
      key: lab,
      name: `Lab ${lab}`,
      goal: `Goal mk-${lab}-shared`,
      question: `Question mk-${lab}-shared?`,
      region: 'test',
      participants: lab === 'one' ? ['a', 'b'] : ['a', 'c'],
      members: ACTORS.filter((actor) => !isProgram(actor) && isMemberOf(actor, lab)).map(({ name, role }) => ({
        user: name,
        role: role!,
        areas: role === 'wijkteam_member' ? ['W1'] : [],
      })),
      datasets: lab === 'one' ? [dataset('a', lab), dataset('b', lab)] : [dataset('c', lab)],
    })),
    // One more than there are columns: what is ended in a cell is not who asks in another.
    apiClients: [
      ...ACTORS.filter(isProgram).map(({ name, position, scope }) => program(name, organisationOf(position), scope!)),
      program('spare', 'a', 'status:read'),
    ],
  });

/** Makes the world in a database of its own. */
export async function makeWorld(): Promise<MatrixWorld> {
  const database = await TestDatabase.open();
  const operator = await database.as('operator');
  const region = await new RegionImportService(operator).import(testRegion());
  await new SetupService(operator).install(installation(), ISSUER);
  await database.look(
    `update membership set ended_at = now() where person_id in (select id from person where subject like 'removed%')`,
  );
  const named = await database.look<{ name: string; id: string }>(
    `select 'organisation ' || key as name, id from organisation union all select 'person ' || subject, id from person
     union all select 'program ' || client_id, id from api_client union all select 'lab ' || key, id from lab union all select 'dataset ' || key, id from dataset`,
  );
  const byName = new Map(named.map(({ name, id }) => [name, id]));
  const of = (name: string): string => byName.get(name)!;
  const ids = await fillRows(database, region, of);
  const foreignNames = [
    'organisation b',
    'organisation c',
    'organisation d',
    'lab two',
    'dataset set-b-one',
    'dataset set-c-two',
  ];
  return {
    database,
    ids,
    foreign: new Set([...foreignNames.map(of), ids.loadB, ids.loadC, ids.invitationC, ...ids.foreignProofs]),
    markers: [
      { text: 'mk-one-shared', lab: 'one' },
      { text: 'mk-two-shared', lab: 'two' },
      { text: 'mk-one-a-private', lab: 'one', organisation: 'a' },
      { text: 'mk-one-b-private', lab: 'one', organisation: 'b' },
      { text: 'mk-two-c-private', lab: 'two', organisation: 'c' },
      // Exact figures of the own tier.
      { text: '700001', lab: 'one', organisation: 'a' },
      { text: '700002', lab: 'one', organisation: 'b' },
      { text: '700003', lab: 'two', organisation: 'c' },
      { text: ids.loadA, lab: 'one', organisation: 'a' },
      { text: ids.loadB, lab: 'one', organisation: 'b' },
      { text: ids.loadC, lab: 'two', organisation: 'c' },
    ],
    personIds: new Map(ACTORS.map(({ name }) => [name, of(`person ${name}`)])),
    close: () => database.close(),
  };
}
