// Written by scripts/build-perturbation-table.mjs; a test builds it again. Do not edit.
import type { PerturbationTable } from './build-perturbation-table.js';

/** The platform's table: noise at most 5, variance 3, mean 0; one row per count, the last for all larger ones. */
export const PERTURBATION_TABLE: PerturbationTable = {
  max: 5,
  variance: 3,
  rows: [
    // 0
    { noise: [0], upTo: [4294967296] },
    // 1
    {
      noise: [-1, 0, 1, 2, 3, 4, 5],
      upTo: [2683689010, 3382209584, 3647494330, 3794499096, 3913359339, 4053585122, 4294967296],
    },
    // 2
    {
      noise: [-2, -1, 0, 1, 2, 3, 4, 5],
      upTo: [1001655601, 1979674540, 2818761149, 3451314264, 3870317996, 4114194222, 4238918709, 4294967296],
    },
    // 3
    {
      noise: [-3, -2, -1, 0, 1, 2, 3, 4, 5],
      upTo: [309365742, 896561123, 1744178859, 2674696121, 3451579496, 3944860299, 4183059113, 4270535728, 4294967296],
    },
    // 4
    {
      noise: [-4, -3, -2, -1, 0, 1, 2, 3, 4, 5],
      upTo: [
        79195747, 317497223, 839855592, 1673973277, 2644266615, 3466501159, 3974082134, 4202343232, 4277121502,
        4294967296,
      ],
    },
    // 5
    {
      noise: [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5],
      upTo: [
        16285916, 87543411, 312138561, 822081613, 1656136175, 2638831121, 3472885683, 3982828735, 4207423885,
        4278681380, 4294967296,
      ],
    },
  ],
};
