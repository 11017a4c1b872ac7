import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { RecordBoardDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { StepOne } from './question-query.js';

const SHORTEST = 3;

/** What each board said about results that are independent and are published also when they are unwelcome. */
export function BoardsSection({ stepOne }: { stepOne: StepOne }) {
  const { t, date } = useWords();
  const [isEditing, setEditing] = useState(false);
  return (
    <section className="dl-section dl-stack" aria-labelledby="question-boards">
      <h2 id="question-boards" className="utrecht-heading-2">
        {t('question.boards.title')}
      </h2>
      <p className="utrecht-paragraph">{t('question.boards.lead')}</p>
      <dl className="dl-said">
        {stepOne.goals.map(({ organisationId, name }) => {
          const board = stepOne.boards.find((row) => row.organisationId === organisationId);
          return (
            <div key={organisationId}>
              <dt>{name}</dt>
              <dd>
                {board === undefined ? (
                  <span className="dl-quiet">{t('question.notYet')}</span>
                ) : (
                  t(board.agrees ? 'question.boards.agreed' : 'question.boards.refused', {
                    person: board.personName,
                    position: board.function,
                    date: date(board.agreedOn),
                  })
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {stepOne.can.recordBoard && stepOne.state === 'open' && !isEditing && (
        <div className="dl-actions">
          <Button onClick={() => setEditing(true)}>{t('question.boards.record')}</Button>
        </div>
      )}
      {isEditing && <BoardForm onDone={() => setEditing(false)} />}
    </section>
  );
}

function BoardForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes');
  const [texts, setTexts] = useState({ personName: '', function: '', agreedOn: '' });
  const [wasTried, setTried] = useState(false);
  const save = useLabDeed(
    () => request(RecordBoardDocument, { labId: lab.id, input: { agrees: answer === 'yes', ...texts } }),
    onDone,
  );
  const isMissing = (field: keyof typeof texts) => texts[field].trim().length < SHORTEST;
  const field = (name: keyof typeof texts, type: 'text' | 'date') => (
    <TextField
      type={type}
      label={t(`question.boards.${name}`)}
      maxLength={120}
      value={texts[name]}
      onChange={({ target }) => setTexts((all) => ({ ...all, [name]: target.value }))}
      error={wasTried && isMissing(name) ? t('question.fillIn') : undefined}
    />
  );
  return (
    <Form
      change={save}
      submit={t('question.save')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (!isMissing('personName') && !isMissing('function') && !isMissing('agreedOn')) save.mutate(undefined);
      }}
    >
      <Choice
        legend={t('question.boards.question')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`question.boards.${value}`) }))}
        value={answer}
        onChange={setAnswer}
      />
      {field('personName', 'text')}
      {field('function', 'text')}
      {field('agreedOn', 'date')}
    </Form>
  );
}
