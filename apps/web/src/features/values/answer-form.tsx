import { VALUE_VERDICTS, type PublicValue, type ValueVerdict } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AnswerValuesDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Choice } from '../../ui/choice.js';
import { TextareaField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { ValueStanding } from './values-query.js';

/** Answers one value for the own organisation; what was answered before stands there to be confirmed or changed. */
export function AnswerForm({
  value,
  runId,
  before,
  onDone,
}: {
  value: PublicValue;
  runId: string | undefined;
  before: ValueStanding['answers'][number] | undefined;
  onDone: () => void;
}) {
  const { t } = useWords();
  const { lab } = useLab();
  const [verdict, setVerdict] = useState<ValueVerdict | undefined>(before?.verdict as ValueVerdict | undefined);
  const [answer, setAnswer] = useState(before?.answer ?? '');
  const [wasTried, setTried] = useState(false);
  const isShort = answer.trim().length < 3;
  const save = useLabDeed(
    (given: ValueVerdict) =>
      request(AnswerValuesDocument, {
        labId: lab.id,
        runId: runId ?? null,
        answers: [{ value, verdict: given, answer: answer.trim() }],
      }),
    onDone,
  );
  return (
    <Form
      change={save}
      submit={t('values.save')}
      onCancel={onDone}
      onSubmit={() => {
        setTried(true);
        if (verdict !== undefined && !isShort) save.mutate(verdict);
      }}
    >
      <Choice
        legend={t('values.yourVerdict')}
        options={VALUE_VERDICTS.map((one) => ({ value: one, label: t(`values.verdict.${one}`) }))}
        value={verdict}
        onChange={setVerdict}
      />
      {wasTried && verdict === undefined && <p role="alert">{t('values.chooseOne')}</p>}
      <TextareaField
        label={t('values.why')}
        hint={t('values.whyHint')}
        rows={4}
        maxLength={2_000}
        value={answer}
        onChange={({ target }) => setAnswer(target.value)}
        error={wasTried && isShort ? t('values.sayWhy') : undefined}
      />
    </Form>
  );
}
