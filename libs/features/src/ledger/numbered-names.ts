/** Names with their numbers, in the order in which they were met. */
export class NumberedNames {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(names: readonly string[]) {
    for (const name of names) this.add(name);
  }

  /** Its number, a new one where it was not met before. */
  add(name: string): number {
    const number = this.numbers.get(name) ?? this.names.push(name) - 1;
    this.numbers.set(name, number);
    return number;
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
