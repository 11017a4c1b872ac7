import { Refusal } from './refusal.js';
import { lenientDecoder } from './text-decoder.js';
import { attribute, richText } from './xml-text.js';
import { damaged, type ZipArchive } from './zip-archive.js';

const SMALL_PART = 20_000_000;
const SHARED_STRINGS = 400_000_000;

/** What is needed to read the cells of its sheets. */
export interface Workbook {
  sheetNames: string[];
  /** The visible sheets in order, with the name of each one's part in the archive. */
  visible: { name: string; part: string }[];
  sharedStrings: readonly string[];
  /** By style number: does a number in this style show as a date or time? */
  dateStyles: readonly boolean[];
  /** Days count from 1904 (old Macintosh) instead of 1900. */
  from1904: boolean;
}

/** Reads the parts of a workbook around its sheets. Throws Refusal where the archive is no workbook. */
export function readWorkbook(archive: ZipArchive): Workbook {
  const xmlOf = (name: string, limit = SMALL_PART) => lenientDecoder('utf-8').decode(archive.read(name, limit));
  if (!archive.has('xl/workbook.xml')) throw noWorkbook(archive);
  const workbook = xmlOf('xl/workbook.xml');
  const relations = archive.has('xl/_rels/workbook.xml.rels') ? xmlOf('xl/_rels/workbook.xml.rels') : '';
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map(([, tag]) => [
      attribute(tag!, 'Id') ?? '',
      partName(attribute(tag!, 'Target') ?? ''),
    ]),
  );
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\b([^>]*)>/g)].map(([, tag]) => ({
    name: attribute(tag!, 'name') ?? '',
    part: targets.get(attribute(tag!, String.raw`\w+:id`) ?? '') ?? '',
    hidden: (attribute(tag!, 'state') ?? 'visible') !== 'visible',
  }));
  const visible = sheets.filter(({ hidden, part }) => !hidden && archive.has(part));
  if (visible.length === 0) throw damaged();
  const properties = /<(?:\w+:)?workbookPr\b([^>]*)>/.exec(workbook)?.[1] ?? '';
  return {
    sheetNames: sheets.map(({ name }) => name),
    visible,
    sharedStrings: archive.has('xl/sharedStrings.xml')
      ? sharedStrings(xmlOf('xl/sharedStrings.xml', SHARED_STRINGS))
      : [],
    dateStyles: archive.has('xl/styles.xml') ? dateStyles(xmlOf('xl/styles.xml')) : [],
    from1904: /^(?:1|true)$/.test(attribute(properties, 'date1904') ?? ''),
  };
}

const partName = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, item]) =>
    richText(item ?? ''),
  );
}

/** Formats 14–22 and 45–47 are dates and times by the standard; of the others the letters of the format decide. */
function dateStyles(xml: string): boolean[] {
  const custom = new Map(
    [...xml.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)].map(([, tag]) => [
      Number(attribute(tag!, 'numFmtId')),
      /[dmyhs]/i.test((attribute(tag!, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')),
    ]),
  );
  const cellFormats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '';
  return [...cellFormats.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, tag]) => {
    const format = Number(attribute(tag!, 'numFmtId') ?? 0);
    return custom.get(format) ?? ((format >= 14 && format <= 22) || (format >= 45 && format <= 47));
  });
}

function noWorkbook(archive: ZipArchive): Refusal {
  if (archive.has('content.xml'))
    return new Refusal('file.opendocument', 'Dit is een OpenDocument-bestand (.ods). Sla het op als .xlsx of CSV.');
  if (archive.has('xl/workbook.bin'))
    return new Refusal('file.xlsb', 'Dit is een binair Excel-bestand (.xlsb). Sla het op als .xlsx of CSV.');
  if (archive.has('word/document.xml'))
    return new Refusal('file.document', 'Dit is een Word-document, geen tabel. Lever CSV of XLSX.');
  return new Refusal('file.compressed', 'Dit bestand is ingepakt (zip). Pak het eerst uit.');
}
