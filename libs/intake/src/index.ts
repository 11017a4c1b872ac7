// schema: what a canonical row is, and the validator made from it
export {
  CANONICAL_FIELDS,
  CANONICAL_VERSION,
  COUNT_FIELDS,
  EARLIEST_DATE,
  PROVISION_USE_FIELDS,
  RECORD_FIELDS,
  type CanonicalCount,
  type CanonicalProvisionUse,
  type CanonicalReport,
  type CanonicalRow,
  type CanonicalRowOf,
} from './schema/canonical-schema.js';
export { canonicalValidator, MAX_LINE_LENGTH, type Validated } from './schema/canonical-validator.js';
export type { KnownAreas } from './schema/field-check.js';
export type { FieldDescription, FieldSet, FieldShape, RowOf } from './schema/field.js';
export { issueSummary, IssueSummary, type IssueGroup, type RowIssue } from './schema/row-issue.js';
// reading: a table out of the bytes of a file
export { bytesInPieces } from './reading/bytes.js';
export type { Dialect } from './reading/dialect.js';
export { cleanText } from './reading/layout.js';
export { openTable } from './reading/open-table.js';
export { Refusal } from './reading/refusal.js';
export type { Table, TableProgress } from './reading/table.js';
export type { Encoding } from './reading/text-decoder.js';
export type { RawRow } from './reading/tokeniser.js';
// region: from point, address, postcode or name to area and cell
export { canonicalAddress, canonicalPostcode, type CanonicalAddress } from './region/canonical-address.js';
export { type AddressEntry, type AddressParts, type ListedAddress } from './region/address-list.js';
export { AreaLocator } from './region/area-locator.js';
export { foldName } from './region/fold-name.js';
export { GRID_CELL_METRES, gridCellCorner, gridCellOutline, gridCellOf, gridCellOfRd } from './region/grid-cell.js';
export { gridSquaresOf } from './region/grid-squares.js';
export { rdToWgs84, wgs84ToRd, type CoordinateSystem } from './region/projection.js';
export { RegionContext, type RegionDefinition, type RegionLevel } from './region/region-context.js';
// mapping: what columns and codes mean
export { DATE_FORMATS, type DateFormat } from './mapping/date-format.js';
export {
  mappingSchema,
  parseMapping,
  SKIP_TOTAL,
  type AreaRule,
  type CategoryTarget,
  type CountsMapping,
  type KeyRule,
  type Mapping,
  type PointRule,
  type ProvisionUseMapping,
  type RecordsMapping,
  type VocabularyRef,
} from './mapping/mapping.js';
export { parsePeriodLabel } from './mapping/period-label.js';
// vocabularies: the code lists of partners
export { KNOWN_VOCABULARIES } from './vocabularies/known-vocabularies.js';
export { crosswalkOf, type Vocabulary, type VocabularyEntry } from './vocabularies/vocabulary.js';
// canonical: rows that may leave the partner
export {
  canonicalise,
  type CanonicalBatch,
  type CanonicaliseOptions,
  type CanonicalResult,
} from './canonical/canonicalise.js';
export { CoverageTracker, proposeCoverage, type CoverageProposal } from './canonical/coverage.js';
// keys: what a row's keys are made of, and how they travel
export { canonicalBsn, isBsn } from './keys/bsn.js';
export {
  householdKeyCauses,
  KEY_CAUSES,
  type HouseholdKeyCauses,
  type KeyCause,
  type KeyCounts,
} from './keys/key-counts.js';
export {
  KEY_COLUMNS,
  keyColumnsOf,
  needsKeyService,
  type KeyColumn,
  type RowIdentifier,
  type RowKeys,
} from './keys/row-keys.js';
export {
  isSealedLine,
  LARGEST_SEALED_BLOCK,
  LONGEST_SEALED_LINE,
  parseSealedLine,
  sealedLine,
  type SealedLine,
} from './keys/sealed-line.js';
export type { RecordHasher } from './canonical/record-hash.js';
export { SKIP_REASONS, type SkipReason } from './canonical/row-sink.js';
export type { LoadTotals } from './canonical/totals.js';
export type { UnmappedCode } from './canonical/translate-codes.js';
// proposing: what a file seems to hold, and what the steward must say
export { proposeMapping, type MappingDraft, type MappingProposal } from './proposing/propose-mapping.js';
export type { Question } from './proposing/question.js';
// screening: what must not leave the partner
export { identifiersIn, isAnswerable } from './screening/answering.js';
export { CanonicalScreener } from './screening/canonical-screener.js';
export { FINDING_MESSAGES, unanswered, type AnsweredFinding, type Finding } from './screening/finding.js';
export { SCREENED_KINDS, type ScreenedKind } from './screening/screened-kind.js';
export { screenText } from './screening/screen-text.js';
export { TableScreener } from './screening/table-screener.js';
// publishing: the format as partners read it
export { publishedFiles, type PublishedFile } from './publishing/published-files.js';
export { jsonSchema, tableSchema } from './publishing/published-schema.js';
export { schemaPage } from './publishing/schema-page.js';
export { templateColumns, templateCsv } from './publishing/template-file.js';
// refusing: rows to repair, in a file that opens safely
export { refusedRowsHead, refusedRowsLines, safeCell, safeLine } from './refusing/refused-rows.js';
// verifying: what is recognised in any file
export { verifiedLine, verifyFile, type ReadFile, type RefusedFile } from './verifying/verify-file.js';
