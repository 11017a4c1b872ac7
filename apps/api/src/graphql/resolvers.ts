import { AgreementResolver } from '../agreement/agreement.resolver.js';
import { InterpretationsResolver } from '../solutions/interpretations.resolver.js';
import { SolutionsResolver } from '../solutions/solutions.resolver.js';
import { RegieResolver } from '../regie/regie.resolver.js';
import { RunChoicesResolver } from '../analyses/run-choices.resolver.js';
import { ForecastsResolver } from '../forecasts/forecasts.resolver.js';
import { RunsResolver } from '../analyses/runs.resolver.js';
import { AuditResolver } from '../audit/audit.resolver.js';
import { RegistrationCardsResolver } from '../cards/registration-cards.resolver.js';
import { KeyCustodyResolver } from '../custody/key-custody.resolver.js';
import { DatasetsResolver } from '../datasets/datasets.resolver.js';
import { FactsResolver } from '../facts/facts.resolver.js';
import { IntakeTermsResolver } from '../intake-terms/intake-terms.resolver.js';
import { ClosingResolver } from '../labs/closing.resolver.js';
import { FoundingResolver } from '../labs/founding.resolver.js';
import { RehearsalResolver } from '../labs/rehearsal.resolver.js';
import { LabsResolver } from '../labs/labs.resolver.js';
import { LivingAreasResolver } from '../regions/living-areas.resolver.js';
import { ScheduleResolver } from '../labs/schedule.resolver.js';
import { StepsResolver } from '../labs/steps.resolver.js';
import { LoadsResolver } from '../loads/loads.resolver.js';
import { AdministrationResolver } from '../people/administration.resolver.js';
import { ReportsResolver } from '../reports/reports.resolver.js';
import { MeResolver } from '../people/me.resolver.js';
import { MembersResolver } from '../people/members.resolver.js';
import { ComparisonsResolver } from '../picture/comparisons.resolver.js';
import { PicturesResolver } from '../picture/pictures.resolver.js';
import { QualityResolver } from '../quality/quality.resolver.js';
import { PublicNotesResolver } from '../public/public-notes.resolver.js';
import { ReleaseReviewsResolver } from '../releases/release-reviews.resolver.js';
import { ReleasesResolver } from '../releases/releases.resolver.js';
import { StandingReleasesResolver } from '../releases/standing-releases.resolver.js';
import { QuestionsResolver } from '../questions/questions.resolver.js';
import { StatementsResolver } from '../questions/statements.resolver.js';
import { WayBackResolver } from '../way-back/way-back.resolver.js';
import { PublicValuesResolver } from '../values/public-values.resolver.js';
import { DeletionProofsResolver } from '../retention/deletion-proofs.resolver.js';
import { OutputShellsResolver } from '../shells/output-shells.resolver.js';
import { MailResolver } from '../together/mail.resolver.js';
import { TogetherResolver } from '../together/together.resolver.js';
import { WaitingResolver } from '../together/waiting.resolver.js';

/** Everything that answers a GraphQL question. */
export const RESOLVERS = [
  MeResolver,
  RunChoicesResolver,
  RunsResolver,
  ForecastsResolver,
  AdministrationResolver,
  MembersResolver,
  LabsResolver,
  StepsResolver,
  FoundingResolver,
  RehearsalResolver,
  ClosingResolver,
  LivingAreasResolver,
  ScheduleResolver,
  DatasetsResolver,
  LoadsResolver,
  ReportsResolver,
  PicturesResolver,
  ComparisonsResolver,
  QualityResolver,
  RegistrationCardsResolver,
  AgreementResolver,
  PublicValuesResolver,
  IntakeTermsResolver,
  FactsResolver,
  DeletionProofsResolver,
  KeyCustodyResolver,
  AuditResolver,
  ReleasesResolver,
  ReleaseReviewsResolver,
  StandingReleasesResolver,
  QuestionsResolver,
  StatementsResolver,
  OutputShellsResolver,
  PublicNotesResolver,
  InterpretationsResolver,
  SolutionsResolver,
  RegieResolver,
  MailResolver,
  TogetherResolver,
  WaitingResolver,
  WayBackResolver,
];
