import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';

/** A place to drop a file, and a button that does the same. */
export function FileDrop({ onFile, isBusy }: { onFile: (file: File) => void; isBusy: boolean }) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !isBusy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={`dl-drop ${isOver ? 'dl-drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="file" />
      <label htmlFor={id} className="dl-drop__label">
        {t('upload.drop')}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        className="dl-visually-hidden"
        tabIndex={-1}
        accept=".csv,.tsv,.txt,.xlsx,.ndjson,.json,text/csv,text/plain"
        onChange={({ target }) => {
          take(target.files);
          // The same file again, after it was repaired, is a change too.
          target.value = '';
        }}
      />
      <Button look="primary" isBusy={isBusy} onClick={() => input.current?.click()}>
        {t('upload.chooseFile')}
      </Button>
      <p className="dl-quiet dl-small">{t('upload.formats')}</p>
    </div>
  );
}
