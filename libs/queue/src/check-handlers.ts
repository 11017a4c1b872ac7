interface Named {
  name: string;
}

/** Throws, with all faults at once, unless every entry of a catalogue has exactly one handler and no handler is without an entry. */
export function checkHandlers(what: string, handlers: readonly Named[], catalogue: readonly Named[]): void {
  const served = handlers.map(({ name }) => name);
  const twice = served.filter((name, position) => served.indexOf(name) !== position);
  const missing = catalogue.filter(({ name }) => !served.includes(name)).map(({ name }) => name);
  const unknown = served.filter((name) => !catalogue.some((entry) => entry.name === name));
  const faults = [
    ...missing.map((name) => `no handler for "${name}"`),
    ...twice.map((name) => `two handlers for "${name}"`),
    ...unknown.map((name) => `"${name}" is not in the ${what}`),
  ];
  if (faults.length > 0) throw new Error(`the worker does not fit the ${what}: ${faults.join('; ')}`);
}
