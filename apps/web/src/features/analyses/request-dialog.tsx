import { CATEGORIES, isPurpose, PURPOSE_WORDS, runRequestWords } from '@datalab/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ApiError } from '../../gql/api-error.js';
import { RequestRunDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { runChoicesOptions, type Analyses } from './analyses-query.js';
import { inLanguage } from '../results/code-words.js';
import { Codes, RunFields, type Choices } from './run-fields.js';
import { faultsOf, fieldsOf, optionsOf, startOf, type RunAnswers } from './run-form.js';

interface RequestDialogProps {
  shell: Analyses['outputShells'][number];
  method: Analyses['runMethods'][number];
  onClose: () => void;
}

/** Asks what a run is for and how it is done; the shell says about what. Begins with what the method does of itself. */
export function RequestDialog(props: RequestDialogProps) {
  const { t } = useWords();
  const { lab } = useLab();
  const choices = useQuery(runChoicesOptions(lab.id, props.shell.areaLevel));
  return (
    <Dialog title={t('analyses.form.title', { title: props.shell.title })} onClose={props.onClose}>
      {choices.isPending && <Skeleton lines={4} />}
      {choices.isError && <FailureAlert error={choices.error} retry={() => void choices.refetch()} />}
      {choices.isSuccess && <RequestForm {...props} choices={choices.data} />}
    </Dialog>
  );
}

function RequestForm({ shell, method, choices, onClose }: RequestDialogProps & { choices: Choices }) {
  const { t, language, category } = useWords();
  const { lab } = useLab();
  const client = useQueryClient();
  const fields = fieldsOf(method.options);
  const [answers, setAnswers] = useState<RunAnswers>(() => startOf(method.options));
  const [purpose, setPurpose] = useState(choices.purposes[0] ?? '');
  const [categories, setCategories] = useState<string[]>([]);
  const [wasTried, setTried] = useState(false);
  const faults = faultsOf(fields, answers);
  const ask = useMutation({
    mutationFn: () =>
      request(RequestRunDocument, {
        wish: {
          labId: lab.id,
          shellId: shell.id,
          purpose,
          categories: categories.length === 0 ? null : categories,
          options: optionsOf(fields, answers),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['runs', lab.id] });
      onClose();
    },
  });
  return (
    <form
      className="dl-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (faults.size === 0 && purpose !== '' && !ask.isPending) ask.mutate();
      }}
    >
      <p className="utrecht-paragraph">{inLanguage(method.explanation, language)}</p>
      <SelectField
        label={t('analyses.form.purpose')}
        hint={t('analyses.form.purposeHint')}
        error={wasTried && purpose === '' ? t('analyses.form.noPurpose') : undefined}
        value={purpose}
        onChange={({ target }) => setPurpose(target.value)}
      >
        {choices.purposes.map((code) => (
          <option key={code} value={code}>
            {isPurpose(code) ? inLanguage(PURPOSE_WORDS[code], language) : code}
          </option>
        ))}
      </SelectField>
      <RunFields
        fields={fields}
        answers={answers}
        faults={wasTried ? faults : NONE}
        choices={choices}
        onChange={(name, value) => setAnswers((all) => ({ ...all, [name]: value }))}
      />
      <details>
        <summary>{t('analyses.form.categories')}</summary>
        <Codes
          label={t('analyses.form.categoriesHint')}
          error={undefined}
          offered={CATEGORIES.map((code) => ({ code, title: category(code) }))}
          chosen={categories}
          onChange={setCategories}
        />
      </details>
      {ask.isError && <RequestFailure error={ask.error} />}
      <div className="dl-actions">
        <Button look="primary" type="submit" isBusy={ask.isPending}>
          {t('analyses.ask')}
        </Button>
        <Button onClick={onClose}>{t('analyses.form.cancel')}</Button>
      </div>
    </form>
  );
}

const NONE: ReadonlySet<string> = new Set();

/** Why it cannot be asked for, in the language of the person; another failure as everywhere. */
function RequestFailure({ error }: { error: unknown }) {
  const { t, language } = useWords();
  const words = error instanceof ApiError && error.reason !== undefined ? runRequestWords(error.reason) : undefined;
  if (words === undefined) return <FailureAlert error={error} />;
  return (
    <Alert tone="warning" title={t('analyses.form.refused')} role="alert">
      <p className="utrecht-paragraph">{inLanguage(words, language)}</p>
    </Alert>
  );
}
