import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import {
  AddLessonDocument,
  AskToCloseDocument,
  CloseLabDocument,
  ConsentToClosingDocument,
  ObjectToClosingDocument,
  WithdrawClosingDocument,
  type ClosingDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TextareaField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';

type Act = 'ask' | 'withdraw' | 'consent' | 'object' | 'close' | 'lesson';

/** Asking, answering and doing what ends a lab; with what it taught. */
export function ClosingSection({ closing }: { closing: ClosingDetailsFragment }) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const client = useQueryClient();
  const [text, setText] = useState('');
  const labId = lab.id;
  const act = useMutation({
    mutationFn: async (what: Act): Promise<unknown> => {
      const withReason = { labId, reason: text };
      if (what === 'ask') return request(AskToCloseDocument, withReason);
      if (what === 'withdraw') return request(WithdrawClosingDocument, withReason);
      if (what === 'object') return request(ObjectToClosingDocument, withReason);
      if (what === 'consent') return request(ConsentToClosingDocument, { labId });
      if (what === 'close') return request(CloseLabDocument, { labId });
      return request(AddLessonDocument, { labId, text });
    },
    onSuccess: () => setText(''),
    onSettled: () => client.invalidateQueries(),
  });
  const asked = closing.state === 'to_close';
  const isOfficer = lab.myRoles.includes('privacy_officer');
  const mine = closing.consents.find(({ organisationId }) => organisationId === me.organisation.id)?.answer;
  const all = closing.consents.every(({ answer }) => answer === 'consent');
  const button = (what: Act, label: string, look: 'primary' | 'subtle' | 'danger' = 'subtle') => (
    <Button look={look} isBusy={act.isPending} onClick={() => act.mutate(what)}>
      {label}
    </Button>
  );
  const leads = lab.can.leadSteps;
  const writes = (leads && (closing.state === 'active' || asked)) || (isOfficer && asked);
  return (
    <section className="dl-section" aria-labelledby="closing">
      <h2 id="closing" className="utrecht-heading-2">
        {t('labs.close')}
      </h2>
      <p className="utrecht-paragraph">{t('labs.closeLead')}</p>
      <p className="utrecht-paragraph" role="status">
        <strong>{t(`labs.closeState.${closing.state}`)}</strong> {t('steps.since', { date: date(closing.since) })}
      </p>
      {closing.reason !== null && closing.state !== 'active' && <q>{closing.reason}</q>}
      {closing.state !== 'active' && (
        <ul className="dl-consents">
          {closing.consents.map(({ organisationId, name, answer, reason }) => (
            <li key={organisationId} className="dl-consent">
              <span className="dl-consent__name">{name}</span>
              {t(`process.answer.${answer ?? 'none'}`)}
              {reason !== null && <q className="dl-consent__reason">{reason}</q>}
            </li>
          ))}
        </ul>
      )}
      {writes && (
        <TextareaField
          label={t('steps.reason')}
          hint={t('labs.reasonHint')}
          rows={2}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {act.isError && <FailureAlert error={act.error} />}
      <div className="dl-actions">
        {isOfficer && asked && mine !== 'consent' && button('consent', t('labs.consentClose'), 'primary')}
        {isOfficer && asked && mine !== 'objection' && button('object', t('labs.objectClose'))}
        {leads && closing.state === 'active' && button('ask', t('labs.ask'))}
        {leads && asked && all && button('close', t('labs.closeNow'), 'danger')}
        {leads && asked && button('withdraw', t('labs.withdraw'))}
        {leads && lab.template !== null && writes && button('lesson', t('labs.addLesson'))}
      </div>
      {leads && lab.template !== null && writes && <p className="dl-quiet dl-small">{t('labs.lessonHint')}</p>}
      {closing.lessons.length > 0 && (
        <ul className="dl-consequences">
          {closing.lessons.map(({ id, text: lesson }) => (
            <li key={id}>{lesson}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
