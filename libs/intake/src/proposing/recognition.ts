import type { RegionContext } from '../region/region-context.js';
import type { Vocabulary } from '../vocabularies/vocabulary.js';
import type { Profiles } from './column-profile.js';

/** All that recognising goes by: names, sampled values, the region and the known code lists. */
export interface Recognition {
  header: readonly string[];
  profiles: Profiles;
  region: RegionContext;
  vocabularies: readonly Vocabulary[];
  today: string;
}
