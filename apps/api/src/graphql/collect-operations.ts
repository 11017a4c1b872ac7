import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, parse } from 'graphql';
import ts from 'typescript';
import { hashOfOperation } from './known-operations.js';

const ROOT = new URL('../../../../', import.meta.url);
/** Where questions are written that a production platform is asked: the screens', the client library's and the command line's. */
const PLACES = ['apps/web/src/gql', 'libs/client/src', 'apps/cli/src'];
/** The demo is not for production, and builds a question from parts. */
const LEFT_OUT = /\.(spec|fake)\.ts$|apps\/cli\/src\/demo\//;
const LOOKS_LIKE_A_QUESTION = /^\s*(query|mutation|fragment)\b[^;]*\{/;

/** What operations.json must say: the text of every operation under its hash, in the order of the hashes. */
export function printOperations(): string {
  const byHash = collectOperations().map((text) => [hashOfOperation(text)!, text.trim()] as const);
  return `${JSON.stringify(Object.fromEntries(byHash.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
}

/** Every GraphQL operation that stands in the code, as it is sent. Throws on one that is put together in a way that cannot be followed. */
function collectOperations(): string[] {
  const found = new Set<string>();
  for (const place of PLACES) for (const file of filesOf(place)) for (const text of operationsIn(file)) found.add(text);
  return [...found].sort();
}

function filesOf(place: string): string[] {
  const folder = fileURLToPath(new URL(`${place}/`, ROOT));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}${name}`)
    .filter((name) => /\.tsx?$/.test(name) && !LEFT_OUT.test(name));
}

function operationsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const constants = new Map<string, ts.Expression>();
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
      constants.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  const textOf = (node: ts.Expression): string | undefined => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isIdentifier(node)) return constants.has(node.text) ? textOf(constants.get(node.text)!) : undefined;
    if (!ts.isTemplateExpression(node)) return undefined;
    const parts = node.templateSpans.map(({ expression, literal }) => [textOf(expression), literal.text] as const);
    return parts.reduce<string | undefined>(
      (text, [value, rest]) => (text === undefined || value === undefined ? undefined : text + value + rest),
      node.head.text,
    );
  };
  const take = (node: ts.Node): void => {
    ts.forEachChild(node, take);
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (!isText || !LOOKS_LIKE_A_QUESTION.test(ts.isTemplateExpression(node) ? node.head.text : node.text)) return;
    const text = textOf(node);
    if (text === undefined)
      throw new Error(`${file}: an operation is put together from parts that are no constants of the same file`);
    if (isOperation(text)) texts.push(text);
  };
  visit(source);
  take(source);
  return texts;
}

/** A fragment by itself is part of an operation; a sentence that begins with "query" is neither. */
function isOperation(text: string): boolean {
  try {
    return parse(text, { noLocation: true }).definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  } catch {
    return false; // Not GraphQL: then it is no question either.
  }
}
