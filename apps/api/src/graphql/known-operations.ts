import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MercuriusOptions } from 'mercurius';
import { GraphQLError, stripIgnoredCharacters } from 'graphql';

/** What the screens and the client library ask, by the hash of its text; made by `known-operations.spec.ts`. */
const FILE = new URL('../../operations.json', import.meta.url);

/** SHA-256 in hexadecimal of a question, spaces and line ends aside; undefined where it is no question at all. */
export function hashOfOperation(text: string): string | undefined {
  try {
    return createHash('sha256').update(stripIgnoredCharacters(text)).digest('hex');
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

interface Question {
  query?: string;
  extensions?: { persistedQuery?: { sha256Hash?: string } };
}

/**
 * In production only questions that we wrote ourselves are answered. A client may send the text, of which the hash is then looked up, or
 * the hash alone (`extensions.persistedQuery.sha256Hash`). See docs/adr/0036.
 */
export function onlyKnownOperations(
  known: Readonly<Record<string, string>> = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>,
): NonNullable<MercuriusOptions['persistedQueryProvider']> {
  return {
    isPersistedQuery: () => true,
    isPersistedQueryRetry: () => false,
    getHash: (question: object) => {
      const { query, extensions } = question as Question;
      return (query === undefined ? extensions?.persistedQuery?.sha256Hash : hashOfOperation(query)) ?? 'none';
    },
    getQueryFromHash: (hash: string) => Promise.resolve(Object.hasOwn(known, hash) ? known[hash]! : ''),
    notFoundError: 'This question is not one of those that are answered here.',
    notSupportedError: 'This question is not one of those that are answered here.',
  };
}
