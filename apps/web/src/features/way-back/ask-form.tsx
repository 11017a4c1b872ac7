import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AskWayBackDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Choice } from '../../ui/choice.js';
import { SelectField, TextareaField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import type { WayBackOverview } from './way-back-query.js';

const LEAST_WORDS = 10;

/** The receiver asks: at which result, for which addresses, and what it is for. */
export function AskForm({ starts, onDone }: { starts: WayBackOverview['starts']; onDone: () => void }) {
  const { t, language } = useWords();
  const { lab } = useLab();
  const [releaseId, setReleaseId] = useState(starts[0]!.releaseId);
  const start = starts.find((one) => one.releaseId === releaseId) ?? starts[0]!;
  const [chosen, setChosen] = useState<string>();
  const group = start.groups.some(({ code }) => code === chosen) ? chosen! : start.groups[0]!.code;
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const isTooShort = reason.trim().length < LEAST_WORDS;
  const ask = useLabDeed(
    () => request(AskWayBackDocument, { labId: lab.id, wish: { releaseId, group, reason: reason.trim() } }),
    onDone,
  );
  return (
    <Form
      className="dl-section dl-stack"
      change={ask}
      submit={t('wayBack.askNow')}
      onCancel={onDone}
      aria-label={t('wayBack.ask')}
      onSubmit={() => {
        setTried(true);
        if (!isTooShort) ask.mutate();
      }}
    >
      <SelectField label={t('wayBack.result')} value={releaseId} onChange={({ target }) => setReleaseId(target.value)}>
        {starts.map((one) => (
          <option key={one.releaseId} value={one.releaseId}>
            {one.title}
          </option>
        ))}
      </SelectField>
      <Choice
        legend={t('wayBack.group')}
        options={start.groups.map(({ code, nl, en }) => ({ value: code, label: language === 'en' ? en : nl }))}
        value={group}
        onChange={setChosen}
      />
      <TextareaField
        label={t('wayBack.reason')}
        hint={t('wayBack.reasonHint')}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={wasTried && isTooShort ? t('wayBack.tooShort') : undefined}
      />
    </Form>
  );
}
