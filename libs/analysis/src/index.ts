// Plain list, one line per module; append yours at the end of your area.
// case: running a method on tables
export { analyse, findMethod, methodNames } from './analyse.js';
export type { CaseMethod, Judgement, JudgeContext, ToleranceRule } from './case/case-method.js';
export {
  CaseInputError,
  getTable,
  numberColumn,
  optionalNumberColumn,
  textColumn,
  type CaseTable,
  type CaseTables,
} from './case/case-table.js';
export { compareResult, type Comparison, type Miss } from './case/compare-result.js';
// random: seeded randomness
export { randomStream, type RandomStream } from './random/random-stream.js';
export { shuffle } from './random/shuffle.js';
// spatial: who is next to whom
export { queenNeighbours, type AreaGeometry, type ContiguityOptions } from './spatial/contiguity.js';
export { distanceBandNeighbours, type Points } from './spatial/distance-band.js';
export { gridNeighbours } from './spatial/grid-neighbours.js';
export { areaCount, neighboursFromLinks, neighboursFromPairs, type Neighbours } from './spatial/neighbours.js';
export { getisOrdGi, type GetisOrdOptions, type GetisOrdScores } from './spatial/getis-ord-gi.js';
export type { WeightStyle } from './spatial/spatial-weights.js';
export { hotspots, type HotspotClass, type HotspotOptions, type Hotspots } from './spatial/hotspots.js';
export { poissonMoments, type ChanceMoments } from './spatial/skewed-sum.js';
export { moranGlobal, type GlobalMoran, type MoranOptions, type MoranTest } from './spatial/moran-global.js';
export {
  moranPermutations,
  permutationTest,
  type PermutationOptions,
  type PermutationTest,
} from './spatial/moran-permutation.js';
export { moranLocal, type LocalMoments, type LocalMoran, type MoranQuadrant } from './spatial/moran-local.js';
export {
  AREAS_PER_STREAM,
  moranLocalPermutations,
  type LocalPermutationOptions,
  type LocalPermutations,
} from './spatial/moran-local-permutation.js';
// special: distributions with both tails, and special functions
export { betaQuantile } from './special/beta-quantile.js';
export { binomialLogProbability, binomialQuantile, binomialTails } from './special/binomial.js';
export { chiSquareQuantile, chiSquareTails } from './special/chi-square.js';
export { fisherTails } from './special/fisher-f.js';
export { gammaQuantile } from './special/gamma-quantile.js';
export { betaTails } from './special/incomplete-beta.js';
export { gammaTails } from './special/incomplete-gamma.js';
export { logGamma } from './special/log-gamma.js';
export {
  negativeBinomialLogProbability,
  negativeBinomialQuantile,
  negativeBinomialTails,
} from './special/negative-binomial.js';
export { normalLogQuantile, normalQuantile, normalUpperQuantile, Z_95 } from './special/normal-quantile.js';
export { erfc, normalDensity, normalTails, normalTwoSided, normalUpper } from './special/normal.js';
export { poissonLogProbability, poissonQuantile, poissonTails } from './special/poisson.js';
export { digamma, trigamma } from './special/polygamma.js';
export { studentQuantile, studentTails, studentTwoSided } from './special/student-t.js';
export type { Tails } from './special/tails.js';
// tables: counts in rows and columns
export { adjustments, adjustPValues, benjaminiHochberg, type Adjustment } from './tables/multiple-testing.js';
// regression: counts and measurements explained
export { buildDesign, takeRows, type CompleteDesign, type Design, type DesignTerm } from './regression/design.js';
export { fitLinear, type LinearFit } from './regression/linear-regression.js';
export { fitPoisson, type PoissonFit } from './regression/poisson-regression.js';
export { fitNegativeBinomial, type NegativeBinomialFit } from './regression/negative-binomial-regression.js';
export { negativeBinomialProfileInterval, poissonProfileInterval } from './regression/profile-interval.js';
export { clusterCovariance, heteroscedasticCovariance, neweyWestCovariance } from './regression/robust-covariance.js';
export { testOverdispersion, type OverdispersionTest, type OverdispersionTests } from './regression/overdispersion.js';
export {
  concentration,
  topShare,
  unitsForShare,
  unitsInFraction,
  type Concentration,
  type TopShare,
} from './tables/concentration.js';
export { contingency, type Contingency } from './tables/contingency.js';
export { fisherExact, fisherExactP, midPOddsRatio, type FisherExact } from './tables/fisher-exact.js';
export {
  byarCountInterval,
  empiricalBayesRates,
  exactCountInterval,
  midPTwoSided,
  wilsonInterval,
  type EmpiricalBayesRates,
  type Interval,
} from './tables/rates.js';
export {
  mantelHaenszel,
  oddsRatio,
  oddsRatioHalfAdded,
  riskComparison,
  type LogRatio,
  type MantelHaenszel,
  type TwoByTwo,
} from './tables/two-by-two.js';
export {
  lagrangeTests,
  moranOfResiduals,
  type LagrangeTests,
  type ResidualInput,
  type ResidualMoran,
  type ScoreTest,
} from './spatial/moran-residuals.js';
export { kernelDensity, kernelDensityAt, type DensityGrid, type Kernel } from './spatial/kernel-density.js';
export {
  designKnox,
  knoxPermutations,
  knoxPValues,
  type KnoxDesign,
  type KnoxEvents,
  type KnoxResult,
  type KnoxThresholds,
} from './spatial/knox.js';
export {
  areaUnderHitRate,
  predictionAccuracy,
  type PredictionAccuracy,
  type PredictionCells,
} from './spatial/prediction-accuracy.js';
export {
  emergingHotspots,
  type EmergingHotspot,
  type EmergingPattern,
  type HotspotPeriod,
} from './spatial/emerging-hotspots.js';
// scan: clusters in space and time
export { clustersGreedy, clustersPerCentre, type ScanCluster } from './scan/scan-clusters.js';
export {
  designScan,
  windowCount,
  type ScanDesign,
  type ScanInput,
  type ScanModel,
  type ScanOptions,
} from './scan/scan-design.js';
export { recurrenceInterval, scanPValue } from './scan/scan-p-value.js';
export { scanReplicates, type ReplicateRange } from './scan/scan-replicates.js';
// regression: effects of a measure, and trends
export { autocorrelations, durbinWatson, ljungBox } from './regression/autocorrelation.js';
export {
  estimateEffect,
  fixedEffectsDesign,
  twoByTwoDesign,
  type EffectEstimate,
} from './regression/difference-in-differences.js';
export {
  expectedCounts,
  interruptedDesign,
  withoutIntervention,
  type InterruptionSettings,
} from './regression/interrupted-time-series.js';
export { interventionEffect, type InterventionEffect } from './regression/intervention-effect.js';
export { measureEffect, type MeasureEffect, type MonthlySeries } from './regression/measure-effect.js';
export { mannKendall, type MannKendall } from './regression/mann-kendall.js';
export { theilSen, type TheilSen } from './regression/theil-sen.js';
export { kendallW, type Agreement } from './tables/kendall-w.js';
// lists: persons on several lists, and the hidden rest
export { captureCells, listPairs, observed, onAll, withMissedLinks, type CaptureCells } from './lists/capture-cells.js';
export {
  fitLoglinearModel,
  fitLoglinearModels,
  hierarchicalModels,
  modelRange,
  singlePairModels,
  type LoglinearModel,
} from './lists/loglinear-capture.js';
export { estimateFromSingleList, type SingleListEstimates } from './lists/single-list.js';
export { estimateFromTwoLists, type TwoListEstimate } from './lists/two-lists.js';
// cluster: types of neighbourhood, and which areas are alike
export { bootstrapStability, type ClusterStability, type StabilityOptions } from './cluster/bootstrap-stability.js';
export { pairDistances } from './cluster/distance.js';
export { betterStart, kMeans, type KMeansOptions, type KMeansResult } from './cluster/k-means.js';
export { likeWithLike, type LikeArea } from './cluster/like-with-like.js';
export { partitionAroundMedoids, type Medoids } from './cluster/medoids.js';
export { summarisePartition, type PartitionSummary } from './cluster/partition.js';
export { silhouette } from './cluster/silhouette.js';
export { standardise, type Rows, type StandardisedRows } from './cluster/standardise.js';
export { cutTree, wardTree, type WardTree } from './cluster/ward.js';
// forecast: what comes next, and how good such statements were
export { ensembleCrps, normalCrps, normalLogScore } from './forecast/continuous-scores.js';
export {
  countVariance,
  dawidSebastianiScore,
  logScore,
  rankedProbabilityScore,
  squaredErrorScore,
  type CountForecast,
} from './forecast/count-scores.js';
export {
  centralInterval,
  covers,
  intervalScore,
  pinballLoss,
  pitDistribution,
  probabilityInside,
  weightedIntervalScore,
  type CountInterval,
} from './forecast/interval-scores.js';
export { errorScale, pointScores, type ErrorScale, type PointScores } from './forecast/point-scores.js';
export { baselineForecast, baselineInterval, type BaselineForecast, type BaselineName } from './forecast/baselines.js';
export { rollingErrors, summariseRolling, type RollingErrors, type RollingSummary } from './forecast/rolling-origin.js';
export { loessSmooth, type LoessOptions } from './forecast/loess.js';
export { componentStrength, stl, type StlDecomposition, type StlOptions } from './forecast/stl.js';
export { fitExponentialSmoothing, type ExponentialSmoothing } from './forecast/exponential-smoothing.js';
export {
  smoothingForecast,
  smoothingPass,
  type SmoothingModel,
  type SmoothingParameters,
  type SmoothingPass,
  type SmoothingState,
} from './forecast/smoothing-recursion.js';
export { seasonalCountForecast, type SeasonalCountOptions } from './forecast/seasonal-count-forecast.js';
export {
  fitEpidemicModel,
  type EpidemicFit,
  type EpidemicModel,
  type EpidemicTerms,
} from './forecast/endemic-epidemic.js';
export { hhh4Model, type Hhh4Data, type Hhh4Model, type Hhh4Options, type Hhh4Parts } from './forecast/hhh4.js';
export { epidemicGrowth } from './forecast/epidemic-growth.js';
export { neighbourOrders } from './spatial/neighbour-orders.js';
export { firstOrderWeights, powerLawWeights, type NeighbourWeights } from './forecast/neighbour-weights.js';
export { scoreCalibration } from './forecast/score-calibration.js';
// forecast of panels: area × period, naive and models side by side
export { periodAxis, type PeriodAxis } from './forecast/panel/period-axis.js';
export { readPanel, type CountPanel, type PanelCount, type PanelReading } from './forecast/panel/count-panel.js';
export { NAIVE_METHODS, type NaiveMethod } from './forecast/panel/naive-forecasts.js';
export {
  FORECAST_METHODS,
  MODEL_METHODS,
  type ForecastMethod,
  type ModelMethod,
} from './forecast/panel/forecast-methods.js';
export {
  backTest,
  INTERVAL_LEVEL,
  type AreaBackTest,
  type BackTest,
  type MethodScores,
  type PeriodBackTest,
  type TestedMethod,
} from './forecast/panel/back-test.js';
export { HOTSPOT_SHARE } from './forecast/panel/hotspot-tally.js';
export { LARGEST_LOG_SCORE } from './forecast/panel/score-tally.js';
export { nextPeriod, type Expectation, type NextPeriod } from './forecast/panel/next-period.js';
// forecast contract: does a model get worse, and what does it bring about
export { DRIFT_DEFAULTS, driftAlarm, type DriftAlarm, type DriftOptions } from './forecast/drift-alarm.js';
export { feedbackLoop, type FeedbackLoop, type FeedbackWorld } from './forecast/feedback-loop.js';

export { categoryDrift, type CategoryCount, type CategoryShift } from './quality/category-drift.js';
export { lateness, LATE_AFTER_DAYS, type Lateness } from './quality/lateness.js';
export { missedMatchRate, type SecondKeyCounts } from './quality/missed-match.js';
// what methods.md asks beyond the golden cases
export {
  knownToParties,
  LOWER_BOUND_UNDER,
  type KnownTo,
  type KnownToParties,
  type PartyCombination,
  type PartyKeys,
  type PartyView,
} from './tables/known-to-parties.js';
export { crossSourceGap, type CrossSourceGap, type GapCell } from './tables/cross-source-gap.js';
export { rhythm, WEEK_SLOTS, type Rhythm, type RhythmOptions, type RhythmSlot } from './tables/rhythm.js';
export {
  mantelHaenszelRisk,
  serviceUseGap,
  type ServiceUseGap,
  type ServiceUseInput,
} from './tables/service-use-gap.js';
export { localEmpiricalBayesRates, type LocalEmpiricalBayesRates } from './tables/local-empirical-bayes.js';
export { rankQuestions, type RankedItem, type RaterScores } from './tables/rank-questions.js';
export {
  hiddenPopulation,
  LEAST_KEY_COVERAGE,
  type HiddenEstimate,
  type HiddenPopulation,
} from './lists/hidden-population.js';
export {
  AREAS_PER_INDICATOR,
  reportingPropensity,
  type PropensityIndicator,
  type ReportingPropensity,
} from './regression/reporting-propensity.js';
export {
  principalComponents,
  type ComponentsToKeep,
  type PrincipalComponents,
} from './cluster/principal-components.js';
export { chooseGroups, type GroupChoice, type GroupsTried } from './cluster/choose-groups.js';
export { privacyRisk, SMALL_CLASS, type ClassCount, type PrivacyRisk } from './risk/privacy-risk.js';
export { areaCentre } from './spatial/area-centre.js';
