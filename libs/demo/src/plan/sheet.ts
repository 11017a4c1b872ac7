import type { Point } from '../geometry/point.js';

/**
 * The sheet on which the municipality is drawn: places in the plan are in units of 720 m from its south-west corner, which lies in open
 * water of the IJsselmeer.
 */
export const SHEET = { origin: [154_600, 526_500] as Point, unitMetres: 720, width: 11.4, height: 9.8 };

export const MUNICIPALITY = { name: 'Vliermonde', code: 'GM9901', river: 'Vlier', codeDigits: '9901' };

/** The municipal border, from the north-west corner clockwise; from index 26 on it is the lake shore on the west side. */
export const OUTLINE: readonly Point[] = [
  [1.75, 9.1],
  [2.6, 9.3],
  [3.5, 9.05],
  [3.62, 9.32],
  [5.95, 9.2],
  [6.08, 8.82],
  [8.05, 9.05],
  [8.3, 8.62],
  [9.5, 8.45],
  [9.62, 7.72],
  [10.62, 7.4],
  [10.42, 6.1],
  [10.88, 5.95],
  [10.8, 4.75],
  [10.35, 4.45],
  [10.72, 3.1],
  [10.5, 2.35],
  [10.62, 1.55],
  [9.75, 1.02],
  [8.2, 0.72],
  [8.05, 1.05],
  [6.35, 0.62],
  [6.02, 0.98],
  [4.35, 0.52],
  [3.2, 0.88],
  [2.55, 0.55],
  [1.95, 0.98],
  [1.42, 1.2],
  [1.5, 1.75],
  [1.2, 2.2],
  [1.42, 2.62],
  [1.78, 3.15],
  [1.5, 3.55],
  [1.6, 3.95],
  [1.1, 4.3],
  [0.92, 4.75],
  [1.1, 5.1],
  [1.02, 5.45],
  [0.72, 5.8],
  [0.95, 6.2],
  [1.4, 6.3],
  [1.42, 6.75],
  [1.7, 7.2],
  [1.62, 7.65],
  [1.22, 7.95],
  [1.28, 8.45],
  [1.5, 8.75],
];

/** Ponds and harbour: middle, half length and half width in metres, turned so many radians. */
export const PONDS: readonly { at: Point; longMetres: number; wideMetres: number; turn: number }[] = [
  { at: [5.95, 7.2], longMetres: 210, wideMetres: 100, turn: 0.5 },
  { at: [7.15, 5.95], longMetres: 100, wideMetres: 45, turn: -0.4 },
  { at: [1.75, 5.55], longMetres: 180, wideMetres: 50, turn: 1.2 },
  { at: [9.2, 4.4], longMetres: 160, wideMetres: 50, turn: -0.5 },
];

/** The river from where it enters in the south-east to its mouth in the lake. */
export const RIVER: readonly Point[] = [
  [11.1, 2.85],
  [10.4, 2.75],
  [9.6, 3.35],
  [8.75, 3.2],
  [8.15, 2.55],
  [7.4, 2.7],
  [7.05, 3.5],
  [6.55, 4.25],
  [5.85, 4.2],
  [5.3, 3.75],
  [4.6, 3.85],
  [4.15, 4.5],
  [3.55, 5.05],
  [2.85, 4.85],
  [2.2, 4.7],
  [1.6, 5.05],
  [0.9, 5.1],
  [0.45, 5.15],
];
