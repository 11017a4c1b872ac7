export { askForForecastUpkeep } from './ask-for-upkeep.js';
export type { ForecastDocument } from './forecast-document.js';
export type { ForecastInput } from './forecast-input.js';
export * from './forecast-objections.service.js';
export * from './forecast-tests.service.js';
export * from './forecast-upkeep.service.js';
export type { ForecastTestView, ForecastView } from './forecast-view.js';
export { ForecastsService } from './forecasts.service.js';
