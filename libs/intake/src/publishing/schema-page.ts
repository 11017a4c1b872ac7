import { DATASET_KINDS, type DatasetKind } from '@datalab/domain';
import { CANONICAL_FIELDS, CANONICAL_VERSION } from '../schema/canonical-schema.js';
import type { FieldDescription } from '../schema/field.js';
import { templateColumns } from './template-file.js';

const TITLES: Readonly<Record<DatasetKind, string>> = {
  records: 'Meldingen (records)',
  counts: 'Aantallen (counts)',
  provision_use: 'Gebruik van voorzieningen (provision_use)',
};

/** The page of the canonical format for partners, in Markdown: generated, so that it says what the validator does. */
export function schemaPage(): string {
  const sections = DATASET_KINDS.map((kind) =>
    [
      `## ${TITLES[kind]}`,
      '### Wat u aanlevert',
      table(
        ['kolom', 'verplicht', 'betekenis'],
        templateColumns(kind).map(({ column, required, description }) => [
          `\`${column}\``,
          required ? 'ja' : '',
          description,
        ]),
      ),
      '### Wat het platform ontvangt',
      table(
        ['veld', 'soort', 'verplicht', 'betekenis'],
        Object.entries(CANONICAL_FIELDS[kind]).map(([name, field]) => [
          `\`${name}\``,
          shapeOf(field),
          field.required ? 'ja' : '',
          `${field.title}. ${field.description}`,
        ]),
      ),
    ].join('\n\n'),
  );
  return `# Het canonieke formaat, versie ${CANONICAL_VERSION}\n\n${sections.join('\n\n')}\n`;
}

function shapeOf(field: FieldDescription): string {
  switch (field.type) {
    case 'enum':
      return field.values.join(', ');
    case 'text':
      return `tekst, hoogstens ${field.maxLength} tekens`;
    case 'integer':
      return `geheel getal, ${field.min} tot en met ${field.max}`;
    case 'area':
      return field.level === 'lowest' ? 'gebiedscode, laagste niveau' : 'gebiedscode';
    default:
      return {
        hash: '64 hexadecimale tekens',
        key: 'sleutel, verzegeld naast de rij',
        date: 'datum',
        month: 'maand',
        period: 'periode',
        boolean: 'waar of onwaar',
      }[field.type];
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
