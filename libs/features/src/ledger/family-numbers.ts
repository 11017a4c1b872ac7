import type { Family } from '../picture/cell-draft.js';

/** A family whatever its tier: what goes from the lab goes from what is prepared for everybody as well. */
export type FamilyPlace = Omit<Family, 'tier'>;

/** Gives families numbers, in the order in which they are met: what an audit in a thread knows them by. */
export class FamilyNumbers {
  private readonly numbers = new Map<string, number>();
  private readonly places: FamilyPlace[] = [];

  of(place: FamilyPlace): number {
    const { datasetId, level, period, category, parentCode } = place;
    const key = `${datasetId} ${level} ${period} ${category} ${parentCode}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.places.push(place) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }

  at(number: number): FamilyPlace {
    return this.places[number]!;
  }
}
