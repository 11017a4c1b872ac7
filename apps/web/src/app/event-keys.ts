/** What the server announces: that something changed, never what it is now. */
export interface ServerEvent {
  kind: 'load' | 'picture' | 'lab' | 'run' | 'access';
  id: string;
  labId: string;
}

const KINDS: readonly string[] = ['load', 'picture', 'lab', 'run', 'access'];

/** The event in a message; undefined for anything else (a heartbeat, a kind of a newer server). */
export function readEvent(data: string): ServerEvent | undefined {
  let value: Partial<ServerEvent> | null;
  try {
    value = JSON.parse(data) as Partial<ServerEvent> | null;
  } catch {
    return undefined;
  }
  if (value === null || typeof value.kind !== 'string' || !KINDS.includes(value.kind)) return undefined;
  if (typeof value.id !== 'string' || typeof value.labId !== 'string') return undefined;
  return { kind: value.kind, id: value.id, labId: value.labId };
}

/** The queries that the event touches, as key prefixes. */
export function keysOf({ kind, id, labId }: ServerEvent): (readonly string[])[] {
  const ofLab = [['labs'], ['lab', labId]] as const;
  switch (kind) {
    case 'load':
      return [['load', id], ['loads', labId], ...ofLab];
    case 'picture':
      return [['picture', labId], ...ofLab];
    case 'run':
      return [
        ['run', id],
        ['runs', labId],
        ['lab', labId, 'forecasts'],
      ];
    case 'lab':
      return [...ofLab];
    // What one may do changed, and with it all that is offered: everything is asked anew.
    case 'access':
      return [[]];
  }
}
