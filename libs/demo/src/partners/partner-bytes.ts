import type { PartnerFile } from './partner-files.js';

/** What windows-1252 has between 0x80 and 0x9F and Latin-1 has not; only what Dutch texts use. */
const WINDOWS_1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
};

/** The bytes of a partner's file in the partner's encoding. Throws RangeError on a character that the encoding lacks. */
export function partnerBytes({ text, encoding }: Pick<PartnerFile, 'text' | 'encoding'>): Uint8Array {
  if (encoding === 'windows-1252') {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : WINDOWS_1252[text[i]!];
      if (byte === undefined) throw new RangeError('windows-1252 lacks a character of this text');
      bytes[i] = byte;
    }
    return bytes;
  }
  const marked = encoding === 'utf-8-bom' ? `\uFEFF${text}` : text;
  // Three bytes for a unit of UTF-16 are always enough; a pair of them takes four.
  const bytes = new Uint8Array(marked.length * 3);
  let end = 0;
  for (const character of marked) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes[end++] = code;
    else if (code < 0x800) {
      bytes[end++] = 0xc0 | (code >> 6);
      bytes[end++] = 0x80 | (code & 0x3f);
    } else {
      if (code < 0x10000) bytes[end++] = 0xe0 | (code >> 12);
      else {
        bytes[end++] = 0xf0 | (code >> 18);
        bytes[end++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[end++] = 0x80 | (code & 0x3f);
    }
  }
  return bytes.slice(0, end);
}
