import { createMongoAbility, subject as tag, type RawRuleOf } from '@casl/ability';
import type { Actor } from './actor.js';
import { agreementRules } from './agreements.rules.js';
import { apiClientRules } from './api-clients.rules.js';
import { auditLogRules } from './audit-log.rules.js';
import { checklistRules } from './checklists.rules.js';
import { closingRules } from './closing.rules.js';
import { datasetRules } from './datasets.rules.js';
import { deeperQuestionRules } from './deeper-questions.rules.js';
import { forecastRules } from './forecasts.rules.js';
import { intakeTermsRules } from './intake-terms.rules.js';
import { knownFactRules } from './known-facts.rules.js';
import { labRules } from './labs.rules.js';
import { loadRules } from './loads.rules.js';
import { membershipRules } from './memberships.rules.js';
import { outputShellRules } from './output-shells.rules.js';
import { pictureRules } from './pictures.rules.js';
import { questionRules } from './questions.rules.js';
import { publicNoteRules } from './public-notes.rules.js';
import { releaseRules } from './releases.rules.js';
import { publicValueRules } from './public-values.rules.js';
import { reportRules } from './reports.rules.js';
import { platformRules } from './platform.rules.js';
import { stepRules } from './steps.rules.js';
import { runRules } from './runs.rules.js';
import { wayBackRules } from './way-backs.rules.js';
import type { Can, Rules } from './rules.js';
import { statementRules } from './statements.rules.js';
import { solutionRules } from './solutions.rules.js';
import { togetherRules } from './together.rules.js';
import type { Action, AppAbility, SubjectName, Subjects } from './subjects.js';

const RULES: readonly Rules[] = [
  labRules,
  stepRules,
  closingRules,
  datasetRules,
  loadRules,
  reportRules,
  releaseRules,
  publicNoteRules,
  pictureRules,
  auditLogRules,
  intakeTermsRules,
  knownFactRules,
  deeperQuestionRules,
  membershipRules,
  agreementRules,
  publicValueRules,
  platformRules,
  questionRules,
  statementRules,
  checklistRules,
  outputShellRules,
  solutionRules,
  runRules,
  togetherRules,
  wayBackRules,
  forecastRules,
];

/** What may be done in a lab that is closed. */
const READING: readonly Action[] = ['read', 'export'];

/** The conditions of a sentence for all but these labs; undefined where none is left. A sentence of no lab stays as it is. */
function withoutLabs(closed: ReadonlySet<string>, subject: SubjectName, conditions: object): object | undefined {
  const field = subject === 'Lab' ? 'id' : 'labId';
  const labs = (conditions as Record<string, string | { $in: string[] } | undefined>)[field];
  if (closed.size === 0 || labs === undefined) return conditions;
  if (typeof labs === 'string') return closed.has(labs) ? undefined : conditions;
  return { ...conditions, [field]: { $in: labs.$in.filter((lab) => !closed.has(lab)) } };
}

/** What this person may do, from their memberships alone; what this program may do, from its scopes alone. Build it only from an actor that was read from the database. */
export function abilityFor(actor: Actor): AppAbility {
  const sentences: RawRuleOf<AppAbility>[] = [];
  const closed = new Set(actor.memberships.filter(({ isClosed }) => isClosed).map(({ labId }) => labId));
  const can: Can = (action, subject, conditions) => {
    const left = READING.includes(action) ? conditions : withoutLabs(closed, subject, conditions);
    if (left !== undefined) sentences.push({ action, subject, conditions: left } as RawRuleOf<AppAbility>);
  };
  // A program has its own rules and no others: a rule made for people never reaches it by accident.
  for (const rules of actor.apiClient === undefined ? RULES : [apiClientRules]) rules(actor, can);
  return createMongoAbility<AppAbility>(sentences);
}

/**
 * May this person do this to this very thing? Always asked of an instance: asked of a type, CASL answers yes as soon as any
 * condition could hold. Only the declared fields are looked at, so a stray field cannot widen a rule.
 */
export function isAllowed<S extends SubjectName>(
  ability: AppAbility,
  action: Action,
  name: S,
  thing: Subjects[S],
): boolean {
  return ability.can(action, tag(name, { ...thing }));
}
