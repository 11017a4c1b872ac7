/**
 * Rule 7. After noise a shown number is at least the floor: it was, exactly, or it would not be shown. So nothing shows
 * as zero that is not.
 */
export const raiseToFloor = (noised: number, floor: number): number => (noised < floor ? floor : noised);
