import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AnswerChecklistDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { TextareaField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { StepOne } from './question-query.js';

type List = StepOne['checklists'][number];
type Kind = List['answered'][number]['answers'][number]['answer'];
type Draft = { answer?: Kind; explanation: string };
const KINDS: readonly Kind[] = ['yes', 'no', 'not_applicable'];
const SHORTEST = 3;

/** One list: how far each organisation is, and for the own organisation the pen. */
export function ChecklistSection({ list, stepOne }: { list: List; stepOne: StepOne }) {
  const { t, language } = useWords();
  const { me } = useLab();
  const [isEditing, setEditing] = useState(false);
  const may = list.name === 'legal' ? stepOne.can.answerLegal : stepOne.can.answerQuality;
  const countOf = (id: string) =>
    list.answered
      .find(({ organisationId }) => organisationId === id)
      ?.answers.filter(({ item }) => list.items.some(({ key }) => key === item)).length ?? 0;
  const heading = `question-${list.name}`;
  return (
    <section className="dl-section dl-stack" aria-labelledby={heading}>
      <h2 id={heading} className="utrecht-heading-2">
        {t(`question.checklist.${list.name}`)}
      </h2>
      <p className="utrecht-paragraph">{t(`question.checklist.${list.name}Lead`)}</p>
      <ul className="dl-scorers">
        {stepOne.goals.map(({ organisationId, name }) => (
          <li
            key={organisationId}
            className={countOf(organisationId) === list.items.length ? 'dl-scorers__done' : undefined}
          >
            {t('question.checklist.count', {
              organisation: name,
              count: countOf(organisationId),
              of: list.items.length,
            })}
          </li>
        ))}
      </ul>
      {list.answered.length > 0 && (
        <details>
          <summary>{t('question.checklist.read')}</summary>
          {list.items.map((item) => (
            <div key={item.key} className="dl-answers">
              <h3 className="utrecht-heading-4">{language === 'en' ? item.questionEn : item.questionNl}</h3>
              <dl className="dl-said">
                {list.answered.map(({ organisationId, answers }) => {
                  const given = answers.find((answer) => answer.item === item.key);
                  return (
                    <div key={organisationId}>
                      <dt>{stepOne.goals.find((goal) => goal.organisationId === organisationId)?.name}</dt>
                      <dd>
                        {given === undefined
                          ? t('question.notYet')
                          : `${t(`question.checklist.answer.${given.answer}`)}. ${given.explanation}`}
                      </dd>
                    </div>
                  );
                })}
              </dl>
            </div>
          ))}
        </details>
      )}
      {may && stepOne.state === 'open' && !isEditing && (
        <div className="dl-actions">
          <Button onClick={() => setEditing(true)} aria-describedby={heading}>
            {t(countOf(me.organisation.id) === 0 ? 'question.checklist.start' : 'question.checklist.change')}
          </Button>
        </div>
      )}
      {isEditing && <ChecklistForm list={list} onDone={() => setEditing(false)} />}
    </section>
  );
}

function ChecklistForm({ list, onDone }: { list: List; onDone: () => void }) {
  const { t, language } = useWords();
  const { lab, me } = useLab();
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() => {
    const given = list.answered.find(({ organisationId }) => organisationId === me.organisation.id)?.answers ?? [];
    return Object.fromEntries(given.map(({ item, answer, explanation }) => [item, { answer, explanation }]));
  });
  const save = useLabDeed(
    (answers: { item: string; answer: Kind; explanation: string }[]) =>
      request(AnswerChecklistDocument, { labId: lab.id, checklist: list.name, answers }),
    onDone,
  );
  const change = (key: string, part: Partial<Draft>) =>
    setDrafts((all) => ({ ...all, [key]: { ...(all[key] ?? { explanation: '' }), ...part } }));
  // An item that is half answered is not sent: it stays open.
  const answers = list.items.flatMap(({ key }) => {
    const draft = drafts[key];
    return draft?.answer === undefined || draft.explanation.trim().length < SHORTEST
      ? []
      : [{ item: key, answer: draft.answer, explanation: draft.explanation }];
  });
  return (
    <Form change={save} submit={t('question.save')} onCancel={onDone} onSubmit={() => save.mutate(answers)}>
      {list.items.map((item) => {
        const draft = drafts[item.key];
        const question = language === 'en' ? item.questionEn : item.questionNl;
        return (
          <div key={item.key} className="dl-answers">
            <Choice
              legend={question}
              look="bar"
              options={KINDS.map((value) => ({ value, label: t(`question.checklist.answer.${value}`) }))}
              value={draft?.answer}
              onChange={(answer) => change(item.key, { answer })}
            />
            <TextareaField
              label={t('question.checklist.explanation')}
              hint={language === 'en' ? item.hintEn : item.hintNl}
              rows={2}
              maxLength={1_000}
              value={draft?.explanation ?? ''}
              onChange={({ target }) => change(item.key, { explanation: target.value })}
              error={
                draft?.answer !== undefined && draft.explanation.trim().length < SHORTEST
                  ? t('question.checklist.explain')
                  : undefined
              }
            />
          </div>
        );
      })}
      <p className="dl-quiet" role="status">
        {t('question.checklist.progress', { count: answers.length, of: list.items.length })}
      </p>
    </Form>
  );
}
