export { demoRegion } from './region/demo-region.js';
export type { CareCentre, DemoAddress, DemoArea, DemoRegion, DemoStreet } from './region/region.js';
export { regionFiles } from './region/region-files.js';
export type { Point, Ring } from './geometry/point.js';
