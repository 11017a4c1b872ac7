import { DATASET_KINDS } from '@datalab/domain';
import { jsonSchema, tableSchema } from './published-schema.js';
import { schemaPage } from './schema-page.js';
import { templateCsv } from './template-file.js';

/** One file of the published format. */
export interface PublishedFile {
  /** MIME type, without its character set: it is always UTF-8. */
  type: string;
  text: string;
}

const json = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

/**
 * The canonical format as partners get it, by file name: a page, and per kind of dataset a Frictionless Table Schema, a JSON Schema and a
 * template to fill in. The repository's `docs/schema` and the api serve exactly these.
 */
export function publishedFiles(): ReadonlyMap<string, PublishedFile> {
  const files = new Map<string, PublishedFile>([['README.md', { type: 'text/markdown', text: schemaPage() }]]);
  for (const kind of DATASET_KINDS) {
    const name = kind.replace('_', '-');
    files.set(`${name}.table-schema.json`, { type: 'application/json', text: json(tableSchema(kind)) });
    files.set(`${name}.schema.json`, { type: 'application/schema+json', text: json(jsonSchema(kind)) });
    files.set(`${name}-template.csv`, { type: 'text/csv', text: templateCsv(kind) });
  }
  return files;
}
