import { VALUE_VERDICTS, type PublicValue, type ValueVerdict } from '@datalab/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AnswerValuesDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { TextareaField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
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
  const client = useQueryClient();
  const [verdict, setVerdict] = useState<ValueVerdict | undefined>(before?.verdict as ValueVerdict | undefined);
  const [answer, setAnswer] = useState(before?.answer ?? '');
  const [wasTried, setTried] = useState(false);
  const isShort = answer.trim().length < 3;
  const save = useMutation({
    mutationFn: (given: ValueVerdict) =>
      request(AnswerValuesDocument, {
        labId: lab.id,
        runId: runId ?? null,
        answers: [{ value, verdict: given, answer: answer.trim() }],
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['lab', lab.id] });
      onDone();
    },
  });
  return (
    <form
      className="dl-stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (verdict !== undefined && !isShort && !save.isPending) save.mutate(verdict);
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
      {save.error != null && <FailureAlert error={save.error} />}
      <div className="dl-actions">
        <Button type="submit" look="primary" isBusy={save.isPending}>
          {t('values.save')}
        </Button>
        <Button look="subtle" onClick={onDone}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
