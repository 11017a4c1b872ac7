import { CONTEXT_KINDS, type ContextKind } from '@datalab/domain';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { PickUpDocument, SaveAreaContactDocument, WriteContextNoteDocument } from '../../gql/operations.js';
import { Form } from '../../ui/form.js';
import { SelectField, TextareaField, TextField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useLabChange } from '../lab/use-lab-change.js';

const isShort = (text: string): boolean => text.trim().length < 3;

/** How the own organisation is reached for an area. */
export function ContactForm({ areaCode, reach }: { areaCode: string; reach: string }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [text, setText] = useState(reach);
  const [wasTried, setTried] = useState(false);
  const save = useLabChange(SaveAreaContactDocument);
  return (
    <Form
      className="dl-stack dl-inset"
      change={save}
      submit={t('regie.contactSave')}
      look="secondary"
      onSubmit={() => {
        setTried(true);
        if (!isShort(text)) save.mutate({ labId: lab.id, areaCode, reach: text });
      }}
    >
      <TextField
        label={t('regie.contactField')}
        hint={t('regie.contactHint')}
        maxLength={300}
        value={text}
        error={wasTried && isShort(text) ? t('regie.fillIn') : undefined}
        onChange={({ target }) => setText(target.value)}
      />
    </Form>
  );
}

/** Picks something up for the own organisation. */
export function PickupForm({ areaCode }: { areaCode: string }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [what, setWhat] = useState('');
  const [nextOn, setNext] = useState('');
  const [wasTried, setTried] = useState(false);
  const pick = useLabChange(PickUpDocument, () => {
    setWhat('');
    setNext('');
    setTried(false);
  });
  return (
    <Form
      className="dl-stack dl-inset"
      change={pick}
      submit={t('regie.pickupSave')}
      look="secondary"
      onSubmit={() => {
        setTried(true);
        if (!isShort(what)) pick.mutate({ labId: lab.id, areaCode, what, nextOn: nextOn === '' ? null : nextOn });
      }}
    >
      <TextField
        label={t('regie.pickupField')}
        maxLength={500}
        value={what}
        error={wasTried && isShort(what) ? t('regie.fillIn') : undefined}
        onChange={({ target }) => setWhat(target.value)}
      />
      <TextField
        type="date"
        label={t('regie.pickupOn')}
        value={nextOn}
        onChange={({ target }) => setNext(target.value)}
      />
    </Form>
  );
}

/** Notes what explains the figures of an area. */
export function NoteForm({ areaCode }: { areaCode: string }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [kind, setKind] = useState<ContextKind>('event');
  const [words, setWords] = useState('');
  const [startsOn, setStart] = useState('');
  const [endsOn, setEnd] = useState('');
  const [wasTried, setTried] = useState(false);
  const write = useLabChange(WriteContextNoteDocument, () => {
    setWords('');
    setStart('');
    setEnd('');
    setTried(false);
  });
  return (
    <Form
      className="dl-stack dl-inset"
      change={write}
      submit={t('regie.noteSave')}
      look="secondary"
      onSubmit={() => {
        setTried(true);
        const note = { kind, words, startsOn, endsOn: endsOn === '' ? null : endsOn };
        if (!isShort(words) && startsOn !== '') write.mutate({ labId: lab.id, areaCode, note });
      }}
    >
      <SelectField
        label={t('regie.noteKind')}
        value={kind}
        onChange={({ target }) => setKind(target.value as ContextKind)}
      >
        {CONTEXT_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`regie.kind.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextareaField
        label={t('regie.noteWords')}
        rows={2}
        maxLength={500}
        value={words}
        error={wasTried && isShort(words) ? t('regie.fillIn') : undefined}
        onChange={({ target }) => setWords(target.value)}
      />
      <TextField
        type="date"
        label={t('regie.noteFrom')}
        value={startsOn}
        error={wasTried && startsOn === '' ? t('regie.fillIn') : undefined}
        onChange={({ target }) => setStart(target.value)}
      />
      <TextField type="date" label={t('regie.noteTo')} value={endsOn} onChange={({ target }) => setEnd(target.value)} />
    </Form>
  );
}
