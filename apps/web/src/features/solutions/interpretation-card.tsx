import { isAllowed } from '@datalab/access';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAbility } from '../../app/ability.js';
import { useWords } from '../../app/i18n/use-words.js';
import {
  AgreeInterpretationDocument,
  ReopenInterpretationDocument,
  ShareReadingsDocument,
} from '../../gql/operations.js';
import { Form } from '../../ui/form.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TextareaField } from '../../ui/field.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import { releasesOptions } from '../releases/releases-query.js';
import { FindingForm } from './finding-form.js';
import { ResultOnTheTable } from './result-on-the-table.js';
import { ReadingForm } from './reading-form.js';
import type { Interpretation } from './solutions-query.js';
import { useStepState } from './step-locked.js';

/** One result on the table: who has read it, what they read once all look together, and what was agreed. */
export function InterpretationCard({ interpretation }: { interpretation: Interpretation }) {
  const { t } = useWords();
  const { lab, me } = useLab();
  const ability = useAbility();
  const isOpen = useStepState('solutions') === 'open';
  const { id, state, readings, writtenBy } = interpretation;
  const leads = isOpen && isAllowed(ability, 'lead', 'Interpretation', { labId: lab.id });
  const writes =
    isOpen && isAllowed(ability, 'write', 'Reading', { labId: lab.id, organisationId: me.organisation.id });
  const states = isOpen && isAllowed(ability, 'write', 'Finding', { labId: lab.id });
  const [isStating, setStating] = useState(false);
  const releases = useQuery(releasesOptions(lab.id));
  const result = releases.data?.find((release) => release.id === interpretation.releaseId);
  const share = useLabChange(ShareReadingsDocument);
  const reopen = useLabChange(ReopenInterpretationDocument);
  const waitsFor = lab.participants.filter(
    ({ organisation, roles }) =>
      !writtenBy.includes(organisation.id) && roles.some(({ role }) => role === 'domain_expert'),
  );
  const own = readings.find(({ organisationId }) => organisationId === me.organisation.id);
  return (
    <article className="dl-interpretation dl-stack">
      <div className="dl-finding__head">
        <h2 className="utrecht-heading-2">
          {interpretation.question || (result?.context.title ?? t('session.noQuestion'))}
        </h2>
        <StatusBadge tone={state === 'agreed' ? 'success' : 'active'}>{t(`session.state.${state}`)}</StatusBadge>
      </div>
      {result?.document != null && <ResultOnTheTable release={result} />}
      <p className="utrecht-paragraph">{t(`session.stateText.${state}`)}</p>
      {state === 'apart' && waitsFor.length > 0 && (
        <p className="dl-quiet">
          {t('session.waitsFor', { names: waitsFor.map(({ organisation }) => organisation.name).join(', ') })}
        </p>
      )}
      {readings.length > 0 && (
        <section className="dl-stack" aria-label={t('session.readings')}>
          {readings.map((reading) => (
            <blockquote key={reading.organisationId} className="dl-reading">
              <p className="utrecht-paragraph">{reading.words}</p>
              {reading.dissent !== '' && (
                <p className="dl-reading__dissent">{t('session.dissents', { words: reading.dissent })}</p>
              )}
              <footer>{reading.organisationName}</footer>
            </blockquote>
          ))}
        </section>
      )}
      {state === 'agreed' && (
        <section className="dl-agreed dl-stack" aria-label={t('session.agreed')}>
          <h3 className="utrecht-heading-3">{t('session.agreed')}</h3>
          <p className="utrecht-paragraph">{interpretation.agreedReading}</p>
          {interpretation.doubt !== '' && <p>{t('session.doubts', { words: interpretation.doubt })}</p>}
        </section>
      )}
      {writes && <ReadingForm interpretation={interpretation} own={own} />}
      {leads && state === 'apart' && writtenBy.length >= 2 && (
        <div className="dl-actions">
          <Button look="primary" isBusy={share.isPending} onClick={() => share.mutate({ id })}>
            {t('session.share')}
          </Button>
        </div>
      )}
      {leads && state === 'together' && <AgreeForm interpretation={interpretation} />}
      {state === 'agreed' && (
        <div className="dl-actions">
          {states && !isStating && (
            <Button look="primary" onClick={() => setStating(true)}>
              {t('session.stateFinding')}
            </Button>
          )}
          {leads && (
            <Button look="subtle" isBusy={reopen.isPending} onClick={() => reopen.mutate({ id })}>
              {t('session.reopen')}
            </Button>
          )}
        </div>
      )}
      {isStating && <FindingForm interpretation={interpretation} onDone={() => setStating(false)} />}
      {(share.error ?? reopen.error) != null && <FailureAlert error={share.error ?? reopen.error} />}
    </article>
  );
}

function AgreeForm({ interpretation }: { interpretation: Interpretation }) {
  const { t } = useWords();
  const [agreedReading, setReading] = useState(interpretation.agreedReading);
  const [doubt, setDoubt] = useState(interpretation.doubt);
  const [wasTried, setTried] = useState(false);
  const agree = useLabChange(AgreeInterpretationDocument);
  return (
    <Form
      className="dl-stack dl-inset"
      change={agree}
      submit={t('session.agree')}
      onSubmit={() => {
        setTried(true);
        if (agreedReading.trim().length >= 3) agree.mutate({ id: interpretation.id, agreedReading, doubt });
      }}
    >
      <TextareaField
        label={t('session.agreedField')}
        hint={t('session.agreedHint')}
        rows={3}
        maxLength={4_000}
        value={agreedReading}
        error={wasTried && agreedReading.trim().length < 3 ? t('solutions.fillIn') : undefined}
        onChange={({ target }) => setReading(target.value)}
      />
      <TextareaField
        label={t('session.doubtField')}
        rows={2}
        maxLength={4_000}
        value={doubt}
        onChange={({ target }) => setDoubt(target.value)}
      />
    </Form>
  );
}
