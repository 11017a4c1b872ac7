import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { SetDeadlineDocument } from '../../gql/operations.js';
import { Form } from '../../ui/form.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';
import type { Deadline, Target } from './together-query.js';

interface DeadlineFormProps {
  target: Target;
  deadline: Deadline | undefined;
  onDone: () => void;
}

/** The coordinator says when a thing must be ready, or that there is no day any more. */
export function DeadlineForm({ target, deadline, onDone }: DeadlineFormProps) {
  const { t } = useWords();
  const { lab } = useLab();
  const [dueOn, setDueOn] = useState(deadline?.dueOn ?? '');
  const set = useLabChange(SetDeadlineDocument, onDone);
  const { kind, id } = target;
  const save = (day: string | null) => set.mutate({ labId: lab.id, target: { kind, id }, dueOn: day });
  return (
    <Form
      change={set}
      submit={t('together.save')}
      onCancel={onDone}
      beside={
        deadline !== undefined && (
          <Button isBusy={set.isPending} onClick={() => save(null)}>
            {t('together.noDay')}
          </Button>
        )
      }
      onSubmit={() => dueOn !== '' && save(dueOn)}
    >
      <TextField
        type="date"
        label={t('together.dueField')}
        hint={t('together.dueHint')}
        value={dueOn}
        required
        onChange={({ target: { value } }) => setDueOn(value)}
      />
    </Form>
  );
}
