export { readRegion, type Region, type RegionAddress, type RegionArea } from './read-region.js';
export { regionDescriptionSchema, type RegionDescription } from './region-description.js';
export type { RegionFault } from './region-fault.js';
export { LEAST_HOUSEHOLDS, proposeLivingAreas, type LivingArea, type MergeArea } from './propose-living-areas.js';
export { readIndicators, type Indicator } from './read-indicators.js';
