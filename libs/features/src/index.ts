export * from './analyses/index.js';
export * from './audit/audit-export.service.js';
export * from './audit/audit-log.service.js';
export * from './audit/audit-seal.service.js';
export * from './audit/audit-verification.service.js';
export * from './audit/chain-check.js';
export * from './audit/logboek.js';
export * from './audit/record.js';
export * from './audit/signing-key.js';
export * from './cards/registration-card.js';
export * from './cards/registration-cards.service.js';
export * from './context.js';
export * from './custody/key-custody.service.js';
export * from './custody/register-holders.js';
export * from './datasets/datasets.service.js';
export * from './facts/deeper-questions.service.js';
export * from './facts/inventory.service.js';
export * from './facts/known-facts.service.js';
export * from './intake-terms/intake-terms.service.js';
export { digestOfClauses, type TermsInForce } from './intake-terms/terms-in-force.js';
export * from './ledger/highs-programme.js';
export * from './ledger/stored-release-ledger.js';
export * from './labs/closing.service.js';
export * from './labs/founding.service.js';
export * from './labs/lab-settings.service.js';
export * from './labs/lab-view.js';
export * from './labs/labs.service.js';
export * from './labs/reopen-consequences.js';
export * from './labs/steps.service.js';
export * from './loads/ingest.service.js';
export * from './loads/keys/sealed-keys.js';
export * from './loads/keys/source-key-folder.js';
export { decryptPseudonyms, encryptPseudonyms } from './loads/keys/aes-siv.js';
export * from './loads/loads.service.js';
export * from './people/administration.service.js';
export * from './people/arrivals.service.js';
export * from './people/invitations.service.js';
export { MembersService, type RoleOf } from './people/members.service.js';
export * from './loads/reports.service.js';
export * from './loads/seal-submissions.service.js';
export * from './loads/submissions.service.js';
export * from './loads/upload-folder.js';
export * from './people/people.service.js';
export type { ShownCell, ShownState } from './picture/implied-cells.js';
export * from './picture/picture-builder.service.js';
export * from './picture/pictures.service.js';
export * from './questions/prioritise.service.js';
export * from './questions/questions.service.js';
export * from './questions/statements.service.js';
export * from './questions/step-one.service.js';
export {
  type NewQuestion,
  type ScoreAnswers,
  type BoardAnswer,
  type ConsultationAnswer,
} from './questions/step-one-documents.js';
export * from './public/public-notes.service.js';
export * from './public/public-page.service.js';
export * from './quality/quality-builder.service.js';
export * from './quality/quality-report.js';
export * from './quality/quality-summary.js';
export * from './quality/quality.service.js';
export * from './regions/region-import.service.js';
export * from './regions/regions.service.js';
export * from './operator.js';
export * from './releases/exports/csv.js';
export * from './releases/exports/geojson.js';
export * from './releases/exports/release-facts.js';
export * from './releases/exports/svg.js';
export * from './releases/lab-release-ground.js';
export * from './releases/release-checker.service.js';
export * from './releases/release-exports.service.js';
export * from './releases/release-check.js';
export * from './releases/release-ground.js';
export * from './releases/release-ledger.js';
export * from './releases/release-out.service.js';
export * from './releases/release-reviews.service.js';
export * from './releases/releases.service.js';
export * from './releases/standing-overview.service.js';
export * from './releases/standing-releases.service.js';
export * from './retention/deletion-proofs.service.js';
export * from './retention/lab-closing-builder.service.js';
export * from './retention/maintenance.service.js';
export * from './setup/installation.js';
export * from './setup/setup.service.js';
export * from './solutions/evaluation-plan.js';
export * from './solutions/findings.service.js';
export * from './solutions/interpretations.service.js';
export * from './solutions/solution-input.js';
export * from './solutions/solutions.service.js';
export * from './solutions/evaluations-builder.service.js';
export * from './shells/output-shells.service.js';
export * from './regie/monday.service.js';
export * from './regie/regie.service.js';
export * from './agreement/agreement-choices.js';
export * from './agreement/agreement-faults.js';
export {
  hashOfText,
  type AgreementVersion,
  type AgreementView,
  type PartyStanding,
} from './agreement/agreement-view.js';
export { AgreementsService } from './agreement/agreements.service.js';
export * from './agreement/signatures.service.js';
export * from './values/privacy-risk-builder.service.js';
export * from './values/risk-report.js';
export { shownEvidenceSchema, type ShownEvidence } from './values/shown-evidence.js';
export * from './values/public-values.service.js';
export { valuesStanding, type Standing, type ValuesStanding } from './values/values-view.js';
