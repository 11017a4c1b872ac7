/** Along which axes of the standard tables a total adds up from parts. */
export const AXES = ['areas', 'periods', 'categories', 'sources'] as const;
export type Axis = (typeof AXES)[number];

/** Along which a part can be a total itself. */
export const TREE_AXES = ['areas', 'periods'] as const;
export type TreeAxis = (typeof TREE_AXES)[number];

export const isTreeAxis = (axis: Axis): axis is TreeAxis => (TREE_AXES as readonly Axis[]).includes(axis);
