import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { RecordConsultationDocument, type CitizenConsultationInput } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { Check, Choice } from '../../ui/choice.js';
import { TextareaField, TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { StepOne } from './question-query.js';

const SHORTEST = 10;

/** How the people whom it is about were asked, or why they were not. */
export function ConsultationSection({ stepOne }: { stepOne: StepOne }) {
  const { t, date } = useWords();
  const { consultation } = stepOne;
  const [isEditing, setEditing] = useState(false);
  return (
    <section className="dl-section dl-stack" aria-labelledby="question-citizens">
      <h2 id="question-citizens" className="utrecht-heading-2">
        {t('question.citizens.title')}
      </h2>
      {consultation === null && <p className="dl-quiet">{t('question.citizens.none')}</p>}
      {consultation?.held === true && (
        <>
          <p className="utrecht-paragraph">
            {t('question.citizens.heldOn', { date: date(consultation.heldOn ?? '') })} {consultation.how}
          </p>
          <p className="utrecht-paragraph">{consultation.outcome}</p>
        </>
      )}
      {consultation?.held === false && (
        <p className="utrecht-paragraph">{t('question.citizens.because', { reason: consultation.reason ?? '' })}</p>
      )}
      {consultation?.isPublic === true && <p className="dl-quiet">{t('question.citizens.isPublic')}</p>}
      {stepOne.can.lead && stepOne.state === 'open' && !isEditing && (
        <div className="dl-actions">
          <Button onClick={() => setEditing(true)}>{t('question.citizens.record')}</Button>
        </div>
      )}
      {isEditing && <ConsultationForm onDone={() => setEditing(false)} />}
    </section>
  );
}

function ConsultationForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [answer, setAnswer] = useState<'held' | 'notHeld'>('held');
  const [texts, setTexts] = useState({ how: '', heldOn: '', outcome: '', reason: '' });
  const [isPublic, setPublic] = useState(true);
  const [wasTried, setTried] = useState(false);
  const save = useLabDeed(
    (input: CitizenConsultationInput) => request(RecordConsultationDocument, { labId: lab.id, input }),
    onDone,
  );
  const isMissing = (field: keyof typeof texts) => texts[field].trim().length < SHORTEST;
  const needed = answer === 'held' ? (['how', 'heldOn', 'outcome'] as const) : (['reason'] as const);
  const { how, heldOn, outcome, reason } = texts;
  const textarea = (field: 'how' | 'outcome' | 'reason') => (
    <TextareaField
      label={t(`question.citizens.${field}`)}
      hint={t(`question.citizens.${field}Hint`)}
      rows={3}
      maxLength={1_000}
      value={texts[field]}
      onChange={({ target }) => setTexts((all) => ({ ...all, [field]: target.value }))}
      error={wasTried && isMissing(field) ? t('question.atLeast', { count: SHORTEST }) : undefined}
    />
  );
  return (
    <Form
      change={save}
      submit={t('question.save')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (needed.some(isMissing)) return;
        save.mutate(
          answer === 'held' ? { held: true, how, heldOn, outcome, isPublic } : { held: false, reason, isPublic: true },
        );
      }}
    >
      <Choice
        legend={t('question.citizens.question')}
        options={(['held', 'notHeld'] as const).map((value) => ({ value, label: t(`question.citizens.${value}`) }))}
        value={answer}
        onChange={setAnswer}
      />
      {answer === 'held' ? (
        <>
          {textarea('how')}
          <TextField
            type="date"
            label={t('question.citizens.heldOnLabel')}
            value={heldOn}
            onChange={({ target }) => setTexts((all) => ({ ...all, heldOn: target.value }))}
            error={wasTried && isMissing('heldOn') ? t('question.fillIn') : undefined}
          />
          {textarea('outcome')}
          <Check label={t('question.citizens.makePublic')} checked={isPublic} onChange={setPublic} />
        </>
      ) : (
        <>
          {textarea('reason')}
          <p className="dl-quiet">{t('question.citizens.becomesPublic')}</p>
        </>
      )}
    </Form>
  );
}
