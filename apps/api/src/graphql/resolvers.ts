import { DatasetsResolver } from '../datasets/datasets.resolver.js';
import { LabsResolver } from '../labs/labs.resolver.js';
import { LoadsResolver } from '../loads/loads.resolver.js';
import { MeResolver } from '../people/me.resolver.js';
import { PicturesResolver } from '../picture/pictures.resolver.js';

/** Everything that answers a GraphQL question. */
export const RESOLVERS = [MeResolver, LabsResolver, DatasetsResolver, LoadsResolver, PicturesResolver];
