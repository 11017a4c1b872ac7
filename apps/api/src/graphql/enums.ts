import { AUDIT_OUTCOMES, LAB_RHYTHMS, DECLINE_REASONS, NOTE_KINDS } from '@datalab/data';
import { AGAINST_AVERAGE, LIVING_AREAS_STATES, RATE_UNITS } from '@datalab/features';
import { registerEnumType } from '@nestjs/graphql';
import {
  ACTIVITY_GROUPS,
  ANALYSIS_KINDS,
  ANALYSIS_UNITS,
  API_CLIENT_SCOPES,
  CHECKLIST_ANSWERS,
  CHECKLISTS,
  CONTEXT_KINDS,
  DATASET_KINDS,
  GRAINS,
  RHYTHM_GRAINS,
  KNOWN_FACT_KINDS,
  KNOWN_UNITS,
  INTERPRETATION_STATES,
  LAB_ROLES,
  LAB_STATES,
  MAIL_RHYTHMS,
  LOAD_STATES,
  ORGANISATION_TYPES,
  STEP_EVENTS,
  RELEASE_KINDS,
  RELEASE_STATES,
  RELEASE_TIERS,
  REVIEW_VERDICTS,
  SHELL_ROWS,
  SHELL_STATES,
  SOLUTION_STATES,
  STEP_STATES,
  STEPS,
  STRENGTHS,
  TARGET_KINDS,
  WAY_BACK_STATES,
} from '@datalab/domain';
import { SCREENED_KINDS } from '@datalab/intake';

/** The domain's closed lists, as GraphQL enums: the list is the truth, this only shows it. */
function enumOf<const Values extends readonly string[]>(name: string, values: Values): { [V in Values[number]]: V } {
  const ref = Object.fromEntries(values.map((value) => [value, value])) as { [V in Values[number]]: V };
  registerEnumType(ref, { name });
  return ref;
}

/** GraphQL names hold no colon: `loads:write` is written loads_write. */
export const ApiClientScopeEnum = enumOf(
  'ApiClientScope',
  API_CLIENT_SCOPES.map((scope) => scope.replace(':', '_')),
);
export const LabRoleEnum = enumOf('LabRole', LAB_ROLES);
export const OrganisationTypeEnum = enumOf('OrganisationType', ORGANISATION_TYPES);
export const StepEnum = enumOf('Step', STEPS);
export const StepStateEnum = enumOf('StepState', STEP_STATES);
export const StepEventEnum = enumOf('StepEvent', STEP_EVENTS);
export const ConsentAnswerEnum = enumOf('ConsentAnswer', ['consent', 'objection']);
export const DocumentedKindEnum = enumOf('DocumentedKind', ['signature', 'release']);
export const LabRhythmEnum = enumOf('LabRhythm', LAB_RHYTHMS);
export const LivingAreasStateEnum = enumOf('LivingAreasState', LIVING_AREAS_STATES);
export const LabStateEnum = enumOf('LabState', LAB_STATES);
export const DatasetKindEnum = enumOf('DatasetKind', DATASET_KINDS);
export const ScreenedKindEnum = enumOf('ScreenedKind', SCREENED_KINDS);
export const AuditOutcomeEnum = enumOf('AuditOutcome', AUDIT_OUTCOMES);
export const LoadStateEnum = enumOf('LoadState', LOAD_STATES);
export const WayBackStateEnum = enumOf('WayBackState', WAY_BACK_STATES);
export const GrainEnum = enumOf('Grain', GRAINS);
export const RhythmGrainEnum = enumOf('RhythmGrain', RHYTHM_GRAINS);
export const HoursKnownEnum = enumOf('HoursKnown', ['none', 'some', 'most']);
export const PictureViewEnum = enumOf('PictureView', ['mirror', 'lab']);
export const CellStateEnum = enumOf('CellState', ['shown', 'withheld', 'none_or_few', 'coarser']);
export const CellTierEnum = enumOf('CellTier', ['own', 'lab', 'public']);
export const DeliveredEnum = enumOf('Delivered', ['full', 'partial', 'none']);
export const HotspotEnum = enumOf('Hotspot', ['hot', 'cold', 'none']);
export const IntakeStandingEnum = enumOf('IntakeStanding', ['unsigned', 'signed', 'outdated']);
export const KnownFactKindEnum = enumOf('KnownFactKind', KNOWN_FACT_KINDS);
export const KnownUnitEnum = enumOf('KnownUnit', KNOWN_UNITS);
export const AnalysisKindEnum = enumOf('AnalysisKind', ANALYSIS_KINDS);
export const ReleaseKindEnum = enumOf('ReleaseKind', RELEASE_KINDS);
export const ReleaseStateEnum = enumOf('ReleaseState', RELEASE_STATES);
export const ReleaseTierEnum = enumOf('ReleaseTier', RELEASE_TIERS);
export const ReviewVerdictEnum = enumOf('ReviewVerdict', REVIEW_VERDICTS);
export const SampleVerdictEnum = enumOf('SampleVerdict', ['sound', 'unsound']);
export const AnalysisUnitEnum = enumOf('AnalysisUnit', ANALYSIS_UNITS);
export const ShellRowsEnum = enumOf('ShellRows', SHELL_ROWS);
export const ShellStateEnum = enumOf('ShellState', SHELL_STATES);
export const ChecklistNameEnum = enumOf('ChecklistName', CHECKLISTS);
export const ChecklistAnswerEnum = enumOf('ChecklistAnswerKind', CHECKLIST_ANSWERS);
export const NoteKindEnum = enumOf('NoteKind', NOTE_KINDS);
export const NoteStateEnum = enumOf('NoteState', ['received', 'published', 'declined']);
export const DeclineReasonEnum = enumOf('DeclineReason', DECLINE_REASONS);
export const InterpretationStateEnum = enumOf('InterpretationState', INTERPRETATION_STATES);
export const StrengthEnum = enumOf('Strength', STRENGTHS);
export const SolutionStateEnum = enumOf('SolutionState', SOLUTION_STATES);
export const SolutionEndEnum = enumOf('SolutionEnd', ['finish', 'stop', 'drop']);
export const EvaluationStateEnum = enumOf('EvaluationState', ['too_early', 'refused', 'evaluated']);
export const ContextKindEnum = enumOf('ContextKind', CONTEXT_KINDS);
export const RateUnitEnum = enumOf('RateUnit', RATE_UNITS);
export const AgainstAverageEnum = enumOf('AgainstAverage', AGAINST_AVERAGE);
export const ChangeEnum = enumOf('Change', ['more', 'less', 'same', 'unknown']);
export const HotSinceEnum = enumOf('HotSince', ['stayed', 'new', 'gone']);
export const MailRhythmEnum = enumOf('MailRhythm', MAIL_RHYTHMS);
export const TargetKindEnum = enumOf('TargetKind', TARGET_KINDS);
export const ActivityGroupEnum = enumOf('ActivityGroup', ACTIVITY_GROUPS);
export const DeadlineStandingEnum = enumOf('DeadlineStanding', ['later', 'soon', 'overdue']);
