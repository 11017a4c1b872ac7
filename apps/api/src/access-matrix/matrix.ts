import { SessionRepository } from '@datalab/data';
import type { GraphQLSchema } from 'graphql';
import type { TestApp } from '../testing/test-app.factory.js';
import { ACTORS, isProgram, type MatrixActor } from './actors.js';
import { ENDPOINTS, EVENTS } from './declarations/endpoints.js';
import { OPERATIONS } from './declarations/operations.js';
import { TYPES } from './declarations/types.js';
import type { EndpointRule, OperationRule, Outcome, Who } from './rules.js';
import { walk } from './selection.js';
import { hearChange, tryEndpoint, tryOperation, typeOf, type SignedIn, type Tried } from './try-cells.js';
import { mayRead, type Marker, type MatrixWorld } from './world.js';

/** Which of the two walls stand while the matrix is tried. */
export type Walls = 'both walls' | 'row-level security alone' | 'rules alone';

/** One try: somebody, something, and what should have come of it. */
export interface Cell {
  what: string;
  actor: string;
  expected: string;
  observed: string;
}

export interface MatrixRun {
  tried: number;
  wrong: Cell[];
  /** Things of which nobody got anything, though somebody should: a refusal that proves nothing. */
  withoutControl: string[];
}

export interface MatrixTrial {
  app: TestApp;
  schema: GraphQLSchema;
  world: MatrixWorld;
  walls: Walls;
  /** Everybody, unless a sample is enough. */
  actors?: readonly MatrixActor[];
  /** Rows that the last request wrote before it was undone. */
  rowsWritten(): number;
}

/** Tries everything as everybody. */
export async function runMatrix(trial: MatrixTrial): Promise<MatrixRun> {
  const { actors = ACTORS } = trial;
  const book = new CellBook();
  const people: SignedIn[] = [];
  for (const actor of actors)
    people.push({
      actor,
      cookie: await credentialOf(trial, actor),
    });
  for (const person of people) await tryAll(trial, person, book);
  await hearAll(trial, people, book);
  return book.run();
}

async function credentialOf({ app, world }: MatrixTrial, actor: MatrixActor): Promise<string | undefined> {
  if (actor.position === 'signed out') return undefined;
  return isProgram(actor) ? `Bearer ${actor.name}` : app.signIn(world.personIds.get(actor.name)!);
}

async function tryAll(trial: MatrixTrial, person: SignedIn, book: CellBook): Promise<void> {
  const { app, schema, world, walls } = trial;
  const seen = new Set<string>();
  for (const [name, rule] of Object.entries(OPERATIONS)) {
    if (rule.notTried !== undefined) continue;
    // What was written before, signing in for one, is not this operation's.
    trial.rowsWritten();
    const tried = await tryOperation(app, schema, world, person, name, rule);
    book.judge(name, person.actor, rule, tried, trial, name.startsWith('Mutation'));
    walk(
      schema,
      typeOf(schema, name),
      tried.data,
      (type, field) => void seen.add(field === undefined ? type : `${type}.${field}`),
      ({ id }) => typeof id === 'string' && world.foreign.has(id),
    );
  }
  if (walls !== 'row-level security alone') judgeFields(person.actor, seen, book);
  for (const [name, rule] of Object.entries(ENDPOINTS)) {
    if (rule.notTried !== undefined) continue;
    if (rule.before === 'upload') await beginUpload(trial);
    book.judge(name, person.actor, rule, await tryEndpoint(app, world, person, name, rule), trial, false);
  }
}

/** A field of a row of organisation A in lab 1 is seen by exactly those who may. */
function judgeFields(actor: MatrixActor, seen: ReadonlySet<string>, book: CellBook): void {
  for (const [type, { who, withIt, fields = {} }] of Object.entries(TYPES)) {
    // A type of which nothing is tried is not looked for either.
    if (withIt.length + Object.keys(fields).length === 0) continue;
    book.add(type, actor, who.includes(actor), seen.has(type));
    for (const field of withIt) book.add(`${type}.${field}`, actor, who.includes(actor), seen.has(`${type}.${field}`));
    for (const [field, rule] of Object.entries(fields))
      book.add(`${type}.${field}`, actor, rule.includes(actor), seen.has(`${type}.${field}`));
  }
}

async function beginUpload({ app, world }: MatrixTrial): Promise<void> {
  const steward = await app.signIn(world.personIds.get('own-organisation-data_steward')!);
  const person = { actor: ACTORS[0]!, cookie: steward };
  await tryEndpoint(app, world, person, 'POST /v1/uploads', ENDPOINTS['POST /v1/uploads']!);
}

/** The event stream: who hears of what belongs to organisation A in lab 1. */
async function hearAll(trial: MatrixTrial, people: readonly SignedIn[], book: CellBook): Promise<void> {
  const sessions = new SessionRepository(await trial.world.database.as('api'));
  const listeners = new Map();
  for (const { actor } of people) {
    if (actor.position === 'signed out') continue;
    const person = await sessions.findPersonById(trial.world.personIds.get(actor.name)!);
    listeners.set(actor.name, person!.actor);
  }
  for (const [what, { who, ofOrganisation }] of Object.entries(EVENTS)) {
    const heard = hearChange(trial.app, trial.world, listeners, ofOrganisation);
    for (const { actor } of people) book.add(`event: ${what}`, actor, who.includes(actor), heard.has(actor.name));
  }
}

/** Keeps what was tried and what was wrong. */
class CellBook {
  private tried = 0;
  private readonly wrong: Cell[] = [];
  private readonly control = new Map<string, boolean>();

  /** Something that is seen or not. */
  add(what: string, actor: MatrixActor, expected: boolean, observed: boolean): void {
    this.put({ what, actor: actor.name, expected: said(expected), observed: said(observed) }, expected && observed);
    if (expected && !this.control.has(what)) this.control.set(what, false);
  }

  /** An operation or an endpoint: the right answer, and nothing in it that is not this person's to read. */
  judge(
    what: string,
    actor: MatrixActor,
    rule: OperationRule | EndpointRule,
    { outcome, body }: Tried,
    { walls, world, rowsWritten }: MatrixTrial,
    writes: boolean,
  ): void {
    const isRight = rightOutcomes(rule, actor);
    if (walls === 'row-level security alone') {
      // The rules let everybody through: what counts is that no row of another was read (the markers) or written.
      const written = writes ? rowsWritten() : 0;
      const reaches = rule.secondWall.includes(actor);
      const isFile = 'given' in rule && outcome === 'given';
      const observed = written > 0 ? `wrote ${written} rows` : isFile ? 'given' : 'nothing';
      this.put(
        { what, actor: actor.name, expected: reaches ? observed : 'nothing', observed },
        reaches && (outcome === 'given' || written > 0),
      );
    } else {
      const expected = isRight.includes(outcome as Outcome) ? outcome : isRight.join(' or ');
      this.put(
        { what, actor: actor.name, expected, observed: outcome },
        outcome === 'given' || rule.who.includes(actor),
      );
    }
    const isPublic = ({ lab, organisation }: Marker) =>
      'publishes' in rule && rule.publishes === true && lab === 'one' && organisation === undefined;
    for (const marker of world.markers.filter((one) => !isPublic(one)))
      this.put(
        {
          what: `${what}: nothing of ${marker.organisation ?? 'everybody'} in lab ${marker.lab}`,
          actor: actor.name,
          expected: 'nothing',
          observed: !mayRead(marker, actor) && body.includes(marker.text) ? 'read' : 'nothing',
        },
        false,
      );
    // Of a sample only those who should get it can show that somebody does.
    if (rule.who.includes(actor) && !this.control.has(what)) this.control.set(what, false);
  }

  private put(cell: Cell, isControl: boolean): void {
    this.tried += 1;
    if (cell.expected !== cell.observed) this.wrong.push(cell);
    else if (isControl) this.control.set(cell.what, true);
  }

  run(): MatrixRun {
    const withoutControl = [...this.control].filter(([, was]) => !was).map(([what]) => what);
    return { tried: this.tried, wrong: this.wrong, withoutControl };
  }
}

const said = (is: boolean): string => (is ? 'seen' : 'not seen');

function rightOutcomes(rule: OperationRule | EndpointRule, actor: MatrixActor): readonly Outcome[] {
  const letIn: readonly Outcome[] = 'alsoLetIn' in rule && rule.alsoLetIn !== undefined ? rule.alsoLetIn : [];
  if (rule.who.includes(actor)) return ['given', ...letIn];
  if (actor.position === 'signed out') return ['Unauthenticated'];
  if (rule.list === true) return ['empty'];
  if (isKnown(rule.known, actor)) return ['Forbidden'];
  return ['refusedAs' in rule && rule.refusedAs !== undefined ? rule.refusedAs : 'NotFound'];
}

const isKnown = (known: Who | undefined, actor: MatrixActor): boolean => known?.includes(actor) === true;
