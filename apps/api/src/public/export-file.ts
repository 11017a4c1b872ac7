import type { AreaShape } from '@datalab/data';
import { notFound } from '@datalab/domain';
import { releaseCsv, releaseFacts, releaseGeoJson, releaseSvg, type Given, type Language } from '@datalab/features';
import { factsheet } from './factsheet.js';

/** The forms in which a result is taken along; there are no others. */
export const EXPORT_FORMATS = ['csv', 'geojson', 'svg', 'json', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const languageOf = (wish: string | undefined): Language => (wish === 'en' ? 'en' : 'nl');

/** A result in one form. Throws NotFound where it has no such form: a run has no map, and no other form exists. */
export function exportFile(
  given: Given,
  shapes: readonly AreaShape[],
  format: string,
  { language, separator }: { language: Language; separator: ',' | ';' },
): { type: string; body: string; file?: string } {
  const file = `${given.document.context.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)}-v${given.version}.${format}`;
  const made = ((): { type: string; body: string | undefined; file?: string } => {
    switch (format) {
      case 'csv':
        return { type: 'text/csv', body: releaseCsv(given, { language, separator }), file };
      case 'geojson':
        return { type: 'application/geo+json', body: releaseGeoJson(given, shapes, language), file };
      case 'svg':
        return { type: 'image/svg+xml', body: releaseSvg(given, shapes, language) };
      case 'json':
        return {
          type: 'application/json',
          body: JSON.stringify({ about: releaseFacts(given, language), ...given.document }),
          file,
        };
      case 'html':
        return { type: 'text/html', body: factsheet(given, shapes, language) };
      default:
        return { type: '', body: undefined };
    }
  })();
  if (made.body === undefined) throw notFound('export');
  return { ...made, body: made.body };
}
