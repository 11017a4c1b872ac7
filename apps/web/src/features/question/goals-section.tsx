import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { StateGoalDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { TextareaField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { StepOne } from './question-query.js';

const SHORTEST = 10;

/** What each organisation wants of the lab, in its own words. */
export function GoalsSection({ stepOne }: { stepOne: StepOne }) {
  const { t, date } = useWords();
  const { lab, me } = useLab();
  const own = stepOne.goals.find(({ organisationId }) => organisationId === me.organisation.id);
  const [goal, setGoal] = useState<string>();
  const [wasTried, setTried] = useState(false);
  const save = useLabDeed(
    (text: string) => request(StateGoalDocument, { labId: lab.id, goal: text }),
    () => setGoal(undefined),
  );
  const isShort = (goal ?? '').trim().length < SHORTEST;
  return (
    <section className="dl-section dl-stack" aria-labelledby="question-goals">
      <h2 id="question-goals" className="utrecht-heading-2">
        {t('question.goals.title')}
      </h2>
      <dl className="dl-said">
        {stepOne.goals.map((row) => (
          <div key={row.organisationId}>
            <dt>{row.name}</dt>
            <dd>
              {row.goal ?? <span className="dl-quiet">{t('question.notYet')}</span>}
              {row.madeAt !== null && <span className="dl-quiet dl-said__when">{date(row.madeAt)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {stepOne.state === 'open' && stepOne.can.stateGoal && goal === undefined && (
        <div className="dl-actions">
          <Button onClick={() => setGoal(own?.goal ?? '')}>
            {t(own?.goal == null ? 'question.goals.write' : 'question.goals.change')}
          </Button>
        </div>
      )}
      {goal !== undefined && (
        <Form
          change={save}
          submit={t('question.save')}
          onCancel={() => setGoal(undefined)}
          onSubmit={() => {
            setTried(true);
            if (!isShort) save.mutate(goal);
          }}
        >
          <TextareaField
            label={t('question.goals.label', { organisation: me.organisation.name })}
            hint={t('question.goals.hint')}
            rows={3}
            maxLength={1_000}
            value={goal}
            onChange={({ target }) => setGoal(target.value)}
            error={wasTried && isShort ? t('question.atLeast', { count: SHORTEST }) : undefined}
          />
        </Form>
      )}
    </section>
  );
}
