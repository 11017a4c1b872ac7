import { isAllowed } from '@datalab/access';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import { EndSolutionDocument, StartSolutionDocument } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { Talk } from '../together/talk.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { areasOptions } from '../picture/picture-query.js';
import { BaselineOfAreas } from '../labs/baseline-section.js';
import { MeasureTrend } from './measure-trend.js';
import { ChooseForm } from './choose-form.js';
import { EvaluationText } from './evaluation-text.js';
import { PlanForm } from './plan-form.js';
import type { Solution } from './solutions-query.js';
import { useStepState } from './step-locked.js';

const TONES: Record<Solution['state'], Tone> = {
  option: 'neutral',
  chosen: 'active',
  running: 'active',
  finished: 'success',
  stopped: 'inactive',
  dropped: 'inactive',
};
type Doing = 'choose' | 'plan' | 'finish' | 'stop' | 'drop';

/** What an organisation will do, where, from when and with which expectation; what came of it; and what one can do with it here. */
export function SolutionCard({
  solution,
  owners,
}: {
  solution: Solution;
  owners: readonly { id: string; name: string }[];
}) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const isOpen = useStepState('solutions') === 'open';
  const areas = useQuery(areasOptions(lab.region.id));
  const [doing, setDoing] = useState<Doing | undefined>();
  const close = () => setDoing(undefined);
  const start = useLabChange(StartSolutionDocument);
  const end = useLabChange(EndSolutionDocument, close);
  const own = { labId: lab.id, organisationId: me.organisation.id };
  const isMine = solution.organisationId === me.organisation.id && isAllowed(ability, 'write', 'Solution', own);
  const names = new Map(areas.data?.map(({ code, name }) => [code, name]));
  const partners = lab.participants.filter(({ organisation }) => solution.partners.includes(organisation.id));
  const { state } = solution;
  const can: Record<Doing | 'start', boolean> = {
    choose: isMine && isOpen && state === 'option',
    plan: isMine && isOpen && (state === 'option' || state === 'chosen'),
    start: isMine && state === 'chosen',
    finish: isMine && state === 'running',
    stop: isMine && state === 'running',
    drop: isMine && isOpen && (state === 'option' || state === 'chosen'),
  };
  return (
    <article className="dl-solution" aria-labelledby={`solution-${solution.id}`}>
      <div className="dl-finding__head">
        <h3 id={`solution-${solution.id}`} className="utrecht-heading-3">
          {solution.title}
        </h3>
        <StatusBadge tone={TONES[state]}>{t(`solutions.state.${state}`)}</StatusBadge>
      </div>
      <p className="utrecht-paragraph">{solution.words}</p>
      <dl className="dl-facts">
        <dt>{t('solutions.who')}</dt>
        <dd>
          {[solution.organisationName, ...partners.map(({ organisation }) => organisation.name)].join(', ')}
          {solution.ownerName !== '' && ` – ${t('solutions.owner', { name: solution.ownerName })}`}
        </dd>
        <dt>{t('solutions.where')}</dt>
        <dd>
          {solution.areaCodes.length === 0
            ? t('solutions.everywhere')
            : solution.areaCodes.map((code) => names.get(code) ?? code).join(', ')}
        </dd>
        <dt>{t('solutions.when')}</dt>
        <dd>
          {solution.startsOn === null
            ? t('solutions.noDate')
            : solution.endsOn === null
              ? t('solutions.from', { from: date(solution.startsOn) })
              : t('solutions.fromTo', { from: date(solution.startsOn), to: date(solution.endsOn) })}
        </dd>
        {solution.expected !== '' && (
          <>
            <dt>{t('solutions.expected')}</dt>
            <dd>{solution.expected}</dd>
          </>
        )}
        {solution.reason !== null && (
          <>
            <dt>{t('solutions.why')}</dt>
            <dd>{solution.reason}</dd>
          </>
        )}
        {solution.outcome !== '' && (
          <>
            <dt>{t('solutions.outcome')}</dt>
            <dd>{solution.outcome}</dd>
          </>
        )}
      </dl>
      <EvaluationText solution={solution} />
      {solution.plan !== null && (
        <BaselineOfAreas datasetId={solution.plan.datasetId} areaCodes={solution.plan.areaCodes} />
      )}
      <MeasureTrend solution={solution} />
      {isMine && doing === undefined && (
        <div className="dl-actions">
          {can.choose && <Button onClick={() => setDoing('choose')}>{t('solutions.choose')}</Button>}
          {can.plan && (
            <Button onClick={() => setDoing('plan')}>
              {t(solution.plan === null ? 'solutions.register' : 'solutions.registerAnew')}
            </Button>
          )}
          {can.start && (
            <Button look="primary" isBusy={start.isPending} onClick={() => start.mutate({ id: solution.id })}>
              {t('solutions.start')}
            </Button>
          )}
          {(['finish', 'stop', 'drop'] as const).map(
            (how) =>
              can[how] && (
                <Button key={how} look="subtle" onClick={() => setDoing(how)}>
                  {t(`solutions.${how}`)}
                </Button>
              ),
          )}
        </div>
      )}
      {start.isError && <FailureAlert error={start.error} />}
      <Talk target={{ kind: 'solution', id: solution.id }} about={solution.title} />
      {doing === 'choose' && <ChooseForm solution={solution} owners={owners} onDone={close} />}
      {doing === 'plan' && <PlanForm solution={solution} onDone={close} />}
      {(doing === 'finish' || doing === 'stop' || doing === 'drop') && (
        <ReasonDialog
          title={t(`solutions.${doing}`)}
          text={solution.title}
          hint={t(`solutions.${doing}Hint`)}
          confirm={t('solutions.save')}
          isBusy={end.isPending}
          error={end.error}
          onConfirm={(words) => end.mutate({ id: solution.id, how: doing, words })}
          onClose={close}
        />
      )}
    </article>
  );
}
