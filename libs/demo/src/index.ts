// region: the synthetic municipality and its files
export { DEMO_SEED, demoRegion } from './region/demo-region.js';
export type { CareCentre, DemoAddress, DemoArea, DemoRegion, DemoStreet } from './region/region.js';
export { DEMO_INDICATOR_YEAR, indicatorsFile } from './region/indicators-file.js';
export { regionFiles } from './region/region-files.js';
export type { Point, Ring } from './geometry/point.js';
// reports: what six parties registered, and the truth that is hidden in it
export { DEMO_PERIOD, demoReports, type DemoPeriod, type DemoReports } from './reports/demo-reports.js';
export type { DemoReport, ProvisionUse } from './reports/report.js';
export { isHouseholdReport, type PlantedTruth } from './reports/planted-truth.js';
export { PLANTED } from './plan/planted.js';
export { PARTNER_CODES, PARTNER_KEYS, type PartnerCode, type PartnerKey } from './plan/partners.js';
// partners: each party's file in its own layout
export { partnerBytes } from './partners/partner-bytes.js';
export { partnerFiles, partnerLayouts, type PartnerFile } from './partners/partner-files.js';
export {
  DATASET_KEYS,
  type DatasetKey,
  type LayoutColumn,
  type PartnerEncoding,
  type PartnerLayout,
  type ProvisionUseLayout,
  type RecordsLayout,
} from './partners/partner-layout.js';
// setup: organisations, people and labs of a demo installation
export { demoSetup, type DemoDataset, type DemoLab, type DemoMember, type DemoSetup } from './setup/demo-setup.js';
export type { DemoOrganisation, DemoUser } from './setup/demo-people.js';
export { demoStepOne, type DemoStepOne } from './setup/step-one.js';
export { demoCards, type DemoCard } from './setup/registration-cards.js';
export { demoAgreement, demoDeeperQuestion, demoStories, demoValues } from './setup/agreement.js';
// rehearsal: invented reports in whatever region
export {
  INVENTED_SOURCES,
  inventedRows,
  type InventedArea,
  type InventedRow,
  type InventedSource,
} from './rehearsal/invented-rows.js';
export * from './rehearsal/invented-partners.js';
