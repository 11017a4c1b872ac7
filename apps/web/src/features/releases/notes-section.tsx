import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { AnswerNoteDocument, DeclineNoteDocument, type PublicNotesQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField, TextareaField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';
import { useLabDeed } from '../lab/use-lab-change.js';
import { notesOptions } from './releases-query.js';

const REASONS = ['tells_of_a_person', 'not_about_this', 'abuse', 'said_already'] as const;
type Note = PublicNotesQuery['publicNotes'][number];

/** What citizens said on the public page, with what was answered and until when it must be. */
export function NotesSection() {
  const { t } = useWords();
  const { lab } = useLab();
  const notes = useQuery(notesOptions(lab.id));
  if ((notes.data ?? []).length === 0) return null;
  return (
    <section className="dl-section dl-stack" aria-labelledby="notes">
      <h2 id="notes" className="utrecht-heading-2">
        {t('release.notes')}
      </h2>
      {notes.data!.map((note) => (
        <NoteCard key={note.id} note={note} />
      ))}
    </section>
  );
}

function NoteCard({ note }: { note: Note }) {
  const { t, date } = useWords();
  const { lab } = useLab();
  const [answer, setAnswer] = useState('');
  const [reason, setReason] = useState<(typeof REASONS)[number]>('not_about_this');
  const publish = useLabDeed(() => request(AnswerNoteDocument, { id: note.id, answer: answer.trim() }));
  const decline = useLabDeed(() => request(DeclineNoteDocument, { id: note.id, reason }));
  const mayAnswer = lab.myRoles.includes('coordinator') || lab.myRoles.includes('privacy_officer');
  const error = publish.error ?? decline.error;
  return (
    <article className="dl-card dl-stack">
      <p className="utrecht-paragraph">
        <strong>{t(`release.noteKind.${note.kind}`)}</strong>: {note.words}
      </p>
      {note.answer != null && <p className="utrecht-paragraph">{note.answer}</p>}
      {note.state === 'received' && (
        <p className="dl-quiet">{t('release.answerBefore', { date: date(note.answerBefore) })}</p>
      )}
      {note.state === 'declined' && <p className="dl-quiet">{t('release.declined')}</p>}
      {note.state === 'received' && mayAnswer && (
        <form
          className="dl-stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (!publish.isPending) publish.mutate(undefined);
          }}
        >
          <TextareaField
            label={t('release.answerLabel')}
            hint={t('release.answerHint')}
            rows={3}
            minLength={10}
            maxLength={4000}
            required
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
          />
          {error !== null && <FailureAlert error={error} />}
          <div className="dl-actions">
            <Button type="submit" look="primary" isBusy={publish.isPending}>
              {t('release.publishAnswer')}
            </Button>
          </div>
          <SelectField
            label={t('release.declineLabel')}
            value={reason}
            onChange={(event) => setReason(event.target.value as typeof reason)}
          >
            {REASONS.map((one) => (
              <option key={one} value={one}>
                {t(`release.declineReason.${one}`)}
              </option>
            ))}
          </SelectField>
          <div className="dl-actions">
            <Button isBusy={decline.isPending} onClick={() => decline.mutate(undefined)}>
              {t('release.decline')}
            </Button>
          </div>
        </form>
      )}
    </article>
  );
}
