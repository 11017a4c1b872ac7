import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ProposeQuestionDocument, WithdrawQuestionDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { TextareaField } from '../../ui/field.js';
import { StatusBadge } from '../../ui/status-badge.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { Talk } from '../together/talk.js';
import type { Question, StepOne } from './question-query.js';

const SHORTEST = 10;

/** The questions that the lab could work on, and the pen for another one. */
export function CandidatesSection({ stepOne }: { stepOne: StepOne }) {
  const { t } = useWords();
  const nameOf = (id: string) => stepOne.goals.find(({ organisationId }) => organisationId === id)?.name ?? '';
  const [leaving, setLeaving] = useState<Question>();
  const withdraw = useLabDeed(
    (questionId: string) => request(WithdrawQuestionDocument, { questionId }),
    () => setLeaving(undefined),
  );
  const isOpen = stepOne.state === 'open';
  return (
    <section className="dl-section dl-stack" aria-labelledby="question-candidates">
      <h2 id="question-candidates" className="utrecht-heading-2">
        {t('question.candidates.title')}
      </h2>
      <p className="utrecht-paragraph">{t('question.candidates.lead')}</p>
      {stepOne.questions.length === 0 && <p className="dl-quiet">{t('question.candidates.none')}</p>}
      <ol className="dl-questions">
        {stepOne.questions.map((question) => (
          <li key={question.id} className="dl-question">
            <p className="dl-question__text">{question.question}</p>
            <p className="utrecht-paragraph">
              <span className="dl-quiet">{t('question.candidates.behind')}</span> {question.behind}
            </p>
            <p className="dl-question__foot">
              <span className="dl-quiet">
                {t('question.candidates.by', { organisation: nameOf(question.organisationId) })}
              </span>
              {stepOne.core?.questionId === question.id && (
                <StatusBadge tone="success">{t('question.core')}</StatusBadge>
              )}
              {isOpen && stepOne.core?.questionId !== question.id && (question.isMine || stepOne.can.lead) && (
                <Button
                  look="subtle"
                  aria-label={t('question.candidates.withdrawThis', { question: question.question })}
                  onClick={() => setLeaving(question)}
                >
                  {t('question.candidates.withdraw')}
                </Button>
              )}
            </p>
            <Talk target={{ kind: 'question', id: question.id }} about={question.question} />
          </li>
        ))}
      </ol>
      {leaving !== undefined && (
        <ConfirmDialog
          title={t('question.candidates.withdrawTitle')}
          text={leaving.question}
          consequence={t('question.candidates.withdrawText')}
          confirm={t('question.candidates.withdraw')}
          change={withdraw}
          onConfirm={() => withdraw.mutate(leaving.id)}
          onClose={() => {
            withdraw.reset();
            setLeaving(undefined);
          }}
        />
      )}
      {isOpen && <ProposeForm />}
    </section>
  );
}

function ProposeForm() {
  const { t } = useWords();
  const { lab } = useLab();
  const [isOpen, setOpen] = useState(false);
  const [question, setQuestion] = useState('');
  const [behind, setBehind] = useState('');
  const [wasTried, setTried] = useState(false);
  const save = useLabDeed(
    (input: { question: string; behind: string }) => request(ProposeQuestionDocument, { labId: lab.id, input }),
    () => {
      setQuestion('');
      setBehind('');
      setTried(false);
      setOpen(false);
    },
  );
  const isShort = (text: string) => text.trim().length < SHORTEST;
  const errorOf = (text: string) =>
    wasTried && isShort(text) ? t('question.atLeast', { count: SHORTEST }) : undefined;
  if (!isOpen)
    return (
      <div className="dl-actions">
        <Button onClick={() => setOpen(true)}>{t('question.candidates.propose')}</Button>
      </div>
    );
  return (
    <Form
      change={save}
      submit={t('question.candidates.propose')}
      onCancel={() => setOpen(false)}
      onSubmit={() => {
        setTried(true);
        if (!isShort(question) && !isShort(behind)) save.mutate({ question, behind });
      }}
    >
      <TextareaField
        label={t('question.candidates.question')}
        rows={2}
        maxLength={300}
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
        error={errorOf(question)}
      />
      <TextareaField
        label={t('question.candidates.behindLabel')}
        hint={t('question.candidates.behindHint')}
        rows={3}
        maxLength={1_000}
        value={behind}
        onChange={({ target }) => setBehind(target.value)}
        error={errorOf(behind)}
      />
    </Form>
  );
}
