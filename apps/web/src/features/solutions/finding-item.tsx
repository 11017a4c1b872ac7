import { isAllowed } from '@datalab/access';
import { useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { AnswerWithoutSolutionDocument, WithdrawFindingDocument } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { Talk } from '../together/talk.js';
import { SolutionForm } from './solution-form.js';
import type { Finding, Solution } from './solutions-query.js';
import { useStepState } from './step-locked.js';

/** One finding: how much it says, whether something is done about it, and what one can do here. */
export function FindingItem({ finding, solutions }: { finding: Finding; solutions: readonly Solution[] }) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const isOpen = useStepState('solutions') === 'open';
  const [doing, setDoing] = useState<'propose' | 'no-solution' | undefined>();
  const answer = useLabChange(AnswerWithoutSolutionDocument, () => setDoing(undefined));
  const withdraw = useLabChange(WithdrawFindingDocument);
  const own = { labId: lab.id, organisationId: me.organisation.id };
  const mayPropose = isOpen && isAllowed(ability, 'write', 'Solution', own);
  const mayState = isOpen && isAllowed(ability, 'write', 'Finding', { labId: lab.id });
  const isGone = finding.withdrawnAt !== null;
  const answers = solutions.filter(({ findingIds, state }) => findingIds.includes(finding.id) && state !== 'dropped');
  return (
    <li className="dl-finding">
      <div className="dl-finding__head">
        <h3 className="utrecht-heading-3">{finding.title}</h3>
        <StatusBadge tone={isGone ? 'inactive' : 'neutral'}>
          {isGone ? t('solutions.withdrawn') : t(`solutions.strength.${finding.strength}`)}
        </StatusBadge>
      </div>
      <p className="utrecht-paragraph">{finding.words}</p>
      <p className="dl-quiet dl-small">
        {t(`solutions.strengthText.${finding.strength}`)} {t('solutions.statedOn', { date: date(finding.statedAt) })}
      </p>
      {answers.length > 0 && (
        <p className="utrecht-paragraph">
          {t('solutions.answeredBy', { titles: answers.map(({ title }) => title).join(', ') })}
        </p>
      )}
      {finding.noSolutionReason !== null && (
        <p className="utrecht-paragraph">{t('solutions.noSolution', { reason: finding.noSolutionReason })}</p>
      )}
      {!isGone && answers.length === 0 && finding.noSolutionReason === null && (
        <p className="dl-finding__open">{t('solutions.unanswered')}</p>
      )}
      {!isGone && (
        <div className="dl-actions">
          {mayPropose && doing !== 'propose' && (
            <Button onClick={() => setDoing('propose')}>{t('solutions.propose')}</Button>
          )}
          {mayState && answers.length === 0 && finding.noSolutionReason === null && (
            <Button look="subtle" onClick={() => setDoing('no-solution')}>
              {t('solutions.sayWhyNot')}
            </Button>
          )}
          {mayState && (
            <Button look="subtle" isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ id: finding.id })}>
              {t('solutions.withdraw')}
            </Button>
          )}
        </div>
      )}
      {withdraw.isError && <FailureAlert error={withdraw.error} />}
      {!isGone && <Talk target={{ kind: 'finding', id: finding.id }} about={finding.title} />}
      {doing === 'propose' && <SolutionForm findingId={finding.id} onDone={() => setDoing(undefined)} />}
      {doing === 'no-solution' && (
        <ReasonDialog
          title={t('solutions.sayWhyNot')}
          text={finding.title}
          hint={t('solutions.whyNotHint')}
          confirm={t('solutions.save')}
          isBusy={answer.isPending}
          error={answer.error}
          onConfirm={(reason) => answer.mutate({ id: finding.id, reason })}
          onClose={() => setDoing(undefined)}
        />
      )}
    </li>
  );
}
