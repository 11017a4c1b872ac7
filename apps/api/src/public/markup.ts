/** Text that is mark-up already; only `html` makes it. */
export interface Markup {
  readonly markup: string;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

type Part = Markup | string | number | null | undefined | readonly Part[];

function written(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(written).join('');
}

/** A piece of a page; whatever is put in is text and stays text, unless it was made by this function. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: pieces.reduce((text, piece, i) => text + written(parts[i - 1]) + piece),
});

/** An SVG that the platform drew itself, to stand in a page. */
export const drawn = (svg: string): Markup => ({ markup: svg });
