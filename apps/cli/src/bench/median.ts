/** The middle one; of an even number the lower of the two. Throws nothing: of no values it is undefined. */
export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]!;
