/** What somebody tried to do, to what: ids and words. */
export interface Attempt {
  action: string;
  objectKind: string;
  objectId: string;
  labId?: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The attempt `deed` on what its arguments name: the first id that is not the lab's, else the lab, else the deed alone. Ids alone are taken
 * over, and only where they have the form of one; nothing else that was given.
 */
export function attemptOn(deed: string, given: Readonly<Record<string, unknown>>): Attempt {
  const ids = idsIn(given);
  const labId = ids.find(([name]) => name === 'labId')?.[1];
  const object = ids.find(([name]) => name !== 'labId') ?? ids[0];
  const action = `attempt.${deed}`;
  if (object === undefined) return { action, objectKind: 'operation', objectId: 'none' };
  const [name, objectId] = object;
  // `datasetId` names a dataset; a bare `id` is of whatever the deed is about.
  const objectKind = name === 'id' ? 'object' : kebab(name.replace(/Id$/, ''));
  return { action, objectKind, objectId, ...(labId !== undefined && { labId }) };
}

/** Ids by the names they were given under, also one level down, in an `input`. */
function idsIn(given: Readonly<Record<string, unknown>>): [string, string][] {
  const nested = Object.values(given).filter((value) => typeof value === 'object' && value !== null);
  return [given, ...(nested as Record<string, unknown>[])]
    .flatMap((one) => Object.entries(one))
    .flatMap(([name, value]): [string, string][] =>
      /^([a-z]+[A-Za-z]*)?[iI]d$/.test(name) && typeof value === 'string' && UUID.test(value)
        ? [[name, value.toLowerCase()]]
        : [],
    );
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
