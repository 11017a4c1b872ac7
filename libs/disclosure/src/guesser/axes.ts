/** Along which axes of the standard tables a total adds up from parts. */
export const AXES = ['areas', 'periods', 'categories', 'sources'] as const;
export type Axis = (typeof AXES)[number];
