/** What happened in a lab, in groups that one can choose from. */
export const ACTIVITY_GROUPS = ['steps', 'data', 'sharing', 'results', 'people', 'talk'] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

/**
 * What everybody in a lab is told of: deeds of which its people see the outcome anyhow, by the action of the audit log. Who read what is told to
 * privacy officers alone. The database holds the same list (`app.told_actions`).
 */
export const TOLD_ACTIONS = {
  steps: [
    'board.record',
    'checklist.answer',
    'consultation.record',
    'deeper-question.write',
    'deeper-question.withdraw',
    'goal.state',
    'lab.ask',
    'lab.change',
    'lab.close',
    'lab.consent',
    'lab.finish',
    'lab.found',
    'lab.object',
    'lab.schedule',
    'lab.withdraw',
    'question.choose',
    'question.propose',
    'question.rank',
    'question.withdraw',
    'shell.approve',
    'shell.draft',
    'shell.return',
    'shell.submit',
    'step.approve',
    'step.consent',
    'step.fall_back',
    'step.object',
    'step.reopen',
    'step.return',
    'step.submit',
  ],
  data: [
    'card.save',
    'dataset.add',
    'dataset.change',
    'dataset.remove',
    'fact.add',
    'fact.remove',
    'intake.sign',
    'intake.withdraw',
    'intake.write',
    'inventory.declare',
    'inventory.end',
    'load.accepted',
    'load.withdraw',
    'picture.build',
    'quality.accept',
  ],
  sharing: [
    'agreement.draft',
    'agreement.propose',
    'agreement.support',
    'agreement.offer',
    'agreement.sign',
    'agreement.withdraw',
    'value.answer',
  ],
  results: [
    'evaluation.build',
    'finding.state',
    'finding.withdraw',
    'interpretation.open',
    'interpretation.share',
    'interpretation.agree',
    'interpretation.reopen',
    'note.answer',
    'note.decline',
    'release.ask',
    'release.out',
    'release.withdraw',
    'run.cancel',
    'run.fail',
    'run.finish',
    'run.refuse',
    'run.request',
    'solution.choose',
    'solution.drop',
    'solution.finish',
    'solution.propose',
    'solution.start',
    'solution.stop',
  ],
  people: ['participant.add', 'participant.remove', 'role.accept', 'role.end', 'role.grant'],
  talk: ['comment.write', 'comment.change', 'comment.withdraw', 'comment.settle', 'deadline.set', 'deadline.end'],
} as const satisfies Record<ActivityGroup, readonly string[]>;

export type ToldAction = (typeof TOLD_ACTIONS)[ActivityGroup][number];

/** The actions of one group, or of all. */
export const toldActions = (group?: ActivityGroup): readonly ToldAction[] =>
  group === undefined
    ? ACTIVITY_GROUPS.flatMap((one): readonly ToldAction[] => TOLD_ACTIONS[one])
    : TOLD_ACTIONS[group];
