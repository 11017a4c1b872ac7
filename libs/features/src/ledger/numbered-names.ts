/** Names with their numbers, in the order in which they were met. */
export class NumberedNames {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(names: readonly string[]) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    if (!this.numbers.has(name)) this.numbers.set(name, this.names.push(name) - 1);
  }

  of(name: string): number | undefined {
    return this.numbers.get(name);
  }

  /** Of each the numbers of those that lie in it. */
  inside(outer: (name: string) => string): number[][] {
    const found = this.names.map((): number[] => []);
    this.names.forEach((name, i) => {
      const number = this.numbers.get(outer(name));
      if (number !== undefined && number !== i) found[number]!.push(i);
    });
    return found;
  }
}
