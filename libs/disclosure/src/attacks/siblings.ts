import type { Frame } from './frame.js';

/** The areas under the parent of an area, itself included: what must look alike. An area of another division stands alone. */
export function siblingsIn({ children }: Pick<Frame, 'children'>): (area: string) => readonly string[] {
  const siblings = new Map([...children.values()].flatMap((inside) => inside.map((area) => [area, inside] as const)));
  return (area) => siblings.get(area) ?? [area];
}
