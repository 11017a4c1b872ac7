export * from './context.js';
export * from './datasets/datasets.service.js';
export * from './labs/labs.service.js';
export * from './loads/ingest.service.js';
export * from './loads/loads.service.js';
export * from './picture/picture-builder.service.js';
export * from './picture/pictures.service.js';
export * from './regions/regions.service.js';
