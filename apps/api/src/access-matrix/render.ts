import { ACTORS, POSITIONS, type MatrixActor } from './actors.js';
import { ENDPOINTS, EVENTS } from './declarations/endpoints.js';
import { OPERATIONS } from './declarations/operations.js';
import { TYPES } from './declarations/types.js';
import type { Who } from './rules.js';

const SHORT: Readonly<Record<string, string>> = {
  analyst: 'analyst',
  coordinator: 'coord.',
  data_steward: 'steward',
  domain_expert: 'expert',
  privacy_officer: 'privacy',
  wijkteam_member: 'wijkteam',
};

const HEAD = `# Who may see and do what

Made from the declarations in \`apps/api/src/access-matrix/declarations\` by \`UPDATE_ACCESS_MATRIX=1 npm test -- unit -- access-matrix\`; never edited.
\`npm run datalab -- verify access\` tries every line of it against real rows, as everybody, and fails where one answer is another than it says here.

Everything is asked for what belongs to one organisation in one lab. The columns are where somebody stands towards it: in that organisation and that lab;
in another organisation of the lab; in another lab for the same organisation; in another lab for another; in no lab; once a member and removed; looking after the
platform; a program of that organisation or of another in the lab, with one scope; signed out.
A cell names the roles that are let in: **all** of them, **–** none. Whoever is refused hears _not there_, in the same bytes as for what does not exist, unless
they may know of it (_known to_), and then _not yours_; of a list they get an empty one.
`;

/** docs/access-matrix.md, whole. */
export function renderMatrix(): string {
  const operations = Object.entries(OPERATIONS).map(([name, { who, known, list }]) =>
    row(`\`${name}\``, who, list === true ? 'an empty list' : known === undefined ? '' : known.sentence),
  );
  const endpoints = Object.entries(ENDPOINTS).map(([name, { who, notTried }]) =>
    row(`\`${name}\``, who, notTried === undefined ? '' : `not tried: ${notTried}`),
  );
  const events = Object.entries(EVENTS).map(([name, { who }]) => row(name, who, ''));
  const types = Object.entries(TYPES).flatMap(([type, { who, withIt, fields = {}, neverFilled = {} }]) => [
    row(`\`${type}\`: ${withIt.map((name) => `\`${name}\``).join(', ')}`, who, ''),
    ...Object.entries(fields).map(([name, rule]) => row(`\`${type}.${name}\``, rule, '')),
    ...Object.entries(neverFilled).map(([name, why]) => row(`\`${type}.${name}\``, who, `not tried: ${why}`)),
  ]);
  return [
    HEAD,
    section('Queries and mutations', 'known to, or else', operations),
    section('Endpoints', '', endpoints),
    section('Events', '', events),
    section('Fields', '', types),
  ].join('\n');
}

const section = (title: string, last: string, rows: readonly string[]): string =>
  [
    `## ${title}`,
    '',
    `| what | ${POSITIONS.join(' | ')} | ${last} |`,
    `| --- |${POSITIONS.map(() => ' --- |').join('')} --- |`,
    ...rows,
    '',
  ].join('\n');

function row(what: string, who: Who, last: string): string {
  const cells = POSITIONS.map((position) =>
    cell(
      ACTORS.filter((actor) => actor.position === position),
      who,
    ),
  );
  return `| ${what} | ${cells.join(' | ')} | ${last} |`;
}

function cell(actors: readonly MatrixActor[], who: Who): string {
  const letIn = actors.filter((actor) => who.includes(actor));
  if (letIn.length === 0) return '–';
  if (letIn.length === actors.length) return 'all';
  return letIn.map(({ role, scope }) => SHORT[role ?? ''] ?? role ?? scope).join(', ');
}
