import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { WithdrawWayBackDocument } from '../../gql/operations.js';
import { request as ask } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { StatusBadge, type Tone } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { AnswerForm } from './answer-form.js';
import { OpenForm, SettleForm } from './receive-forms.js';
import type { ShownWayBack, WayBackOverview } from './way-back-query.js';

const TONES: Readonly<Record<ShownWayBack['state'], Tone>> = {
  asked: 'active',
  approved: 'active',
  refused: 'error',
  opening: 'active',
  ready: 'success',
  too_few: 'inactive',
  failed: 'error',
  expired: 'inactive',
  settled: 'success',
  withdrawn: 'inactive',
};

/** One request: what was asked, who answered what, and what is to be done now, by whom. */
export function WayBackCard({ request, overview }: { request: ShownWayBack; overview: WayBackOverview }) {
  const { t, date, language } = useWords();
  const { lab, me } = useLab();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, state, title, group, reason, askedAt, receiverId, receiverName, answers } = request;
  const withdraw = useLabDeed(
    (why: string) => ask(WithdrawWayBackDocument, { id, reason: why }),
    () => setWithdrawing(false),
  );
  const isReceiver = receiverId === me.organisation.id && lab.myRoles.includes('domain_expert');
  const isSteward = receiverId === me.organisation.id && lab.myRoles.includes('data_steward');
  const mine = answers.find(({ organisationId }) => organisationId === me.organisation.id);
  const mayAnswer = state === 'asked' && mine?.approves === null && lab.myRoles.includes('privacy_officer');
  return (
    <article className="dl-section dl-stack" aria-labelledby={`way-back-${id}`}>
      <h2 id={`way-back-${id}`} className="utrecht-heading-3">
        {title} <StatusBadge tone={TONES[state]}>{t(`wayBack.state.${state}`)}</StatusBadge>
      </h2>
      <p className="utrecht-paragraph">
        {t('wayBack.askedBy', {
          receiver: receiverName,
          date: date(askedAt),
          group: language === 'en' ? group.en : group.nl,
        })}
      </p>
      <p className="utrecht-paragraph">
        <strong>{t('wayBack.reason')}</strong> {reason}
      </p>
      <h3 className="utrecht-heading-4">{t('wayBack.answers')}</h3>
      <ul>
        {answers.map((answer) => (
          <li key={answer.organisationId}>
            {answer.organisationName}:{' '}
            {answer.approves === null
              ? t('wayBack.notAnswered')
              : t(answer.approves ? 'wayBack.approved' : 'wayBack.refusedBy', { date: date(answer.at!) })}
            {answer.reason !== '' && ` – ${answer.reason}`}
          </li>
        ))}
      </ul>
      {mayAnswer && <AnswerForm id={id} organisation={me.organisation.name} />}
      <p className="utrecht-paragraph">{standing(request, t, date)}</p>
      {request.toldFirst != null && (
        <p className="utrecht-paragraph">
          <strong>{t('wayBack.toldFirst')}</strong> {request.toldFirst}
        </p>
      )}
      {isReceiver && state === 'approved' && <OpenForm id={id} hasKey={overview.keyFingerprint !== null} />}
      {isSteward && state === 'ready' && (
        <div className="dl-stack">
          <p className="utrecht-paragraph">{t('wayBack.resolve')}</p>
          <pre className="dl-way-back__command">
            <code>{`datalab resolve ${t('wayBack.yourFile')} --list ${id}`}</code>
          </pre>
        </div>
      )}
      {isReceiver && (state === 'ready' || state === 'expired') && <SettleForm id={id} />}
      {isReceiver && (state === 'asked' || state === 'approved') && (
        <div className="dl-actions">
          <Button look="subtle" onClick={() => setWithdrawing(true)}>
            {t('wayBack.withdraw')}
          </Button>
        </div>
      )}
      {isWithdrawing && (
        <ReasonDialog
          title={t('wayBack.withdraw')}
          text={t('wayBack.withdrawText')}
          hint={t('wayBack.withdrawHint')}
          confirm={t('wayBack.withdraw')}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onConfirm={(why) => withdraw.mutate(why)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </article>
  );
}

type Words = ReturnType<typeof useWords>;

/** How it stands, in one sentence, and what it waits for. */
function standing(request: ShownWayBack, t: Words['t'], date: Words['date']): string {
  const { state, failure, expiresAt, destroyedAt, reached, helped, endReason } = request;
  if (state === 'ready') return t('wayBack.stands.ready', { date: date(expiresAt!) });
  if (state === 'expired') return t('wayBack.stands.expired', { date: date(destroyedAt ?? expiresAt!) });
  if (state === 'settled') return t('wayBack.stands.settled', { reached: reached ?? '–', helped: helped ?? '–' });
  if (state === 'withdrawn') return t('wayBack.stands.withdrawn', { reason: endReason ?? '' });
  if (state === 'failed')
    return failure === 'snapshot-behind'
      ? t('wayBack.stands.behind')
      : t('wayBack.stands.failed', { code: failure ?? '' });
  return t(`wayBack.stands.${state}`);
}
