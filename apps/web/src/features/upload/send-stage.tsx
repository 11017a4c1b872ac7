import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { ApiError } from '../../gql/api-error.js';
import type { Lab, LabDataset } from '../../gql/types.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Progress } from '../../ui/progress.js';
import { coveredBy } from './coverage/covered-ranges.js';
import { clearPrivateFolder } from './file/private-folder.js';
import { openLoad } from './open-load.js';
import { sendRows, type Sending } from './send-rows.js';
import type { UploadControls } from './use-upload.js';

/** Opens the load and sends the canonical rows; then the load has a page of its own. */
export function SendStage({ lab, upload, dataset }: { lab: Lab; upload: UploadControls; dataset: LabDataset }) {
  const { t, bytes } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { checked, mapping, span, answers, answered } = upload.state;
  const [sent, setSent] = useState(0);
  const [failure, setFailure] = useState<unknown>();
  const [sending, setSending] = useState<Sending>();
  const isStarted = useRef(false);
  const total = checked?.rows?.blob.size ?? 0;

  useEffect(() => {
    const rows = checked?.rows;
    // React may run an effect twice: a load is opened once.
    if (isStarted.current || rows === undefined || mapping === undefined || span === undefined) return;
    isStarted.current = true;
    const covers = coveredBy(span, checked?.result.coverage.gaps ?? [], answers);
    const begin = async () => {
      const opened = await openLoad({
        datasetId: dataset.id,
        mapping,
        covers,
        totals: checked!.result.totals,
        sha256: rows.sha256,
        keys: checked!.result.keys,
        answers: answered,
      });
      const loadId = opened.load.id;
      const started = sendRows({
        uploadUrl: opened.uploadUrl,
        loadId,
        rows: rows.blob,
        onProgress: setSent,
        onFailure: setFailure,
        onSent: () => {
          void clearPrivateFolder();
          for (const queryKey of [['lab', lab.id], ['labs'], ['loads', lab.id]])
            void client.invalidateQueries({ queryKey });
          void navigate({ to: '/labs/$labId/loads/$loadId', params: { labId: lab.id, loadId } });
        },
      });
      setSending(started);
    };
    begin().catch((error: unknown) => setFailure(error instanceof Error ? error : new ApiError('Bug', String(error))));
  }, [answered, answers, checked, client, dataset.id, lab.id, mapping, navigate, span]);

  return (
    <section className="dl-card dl-stack">
      <Progress label={t('upload.sending')} value={sent} max={total} />
      <p className="dl-quiet">{t('upload.sent', { sent: bytes(sent), total: bytes(total) })}</p>
      <p className="dl-quiet">{t('upload.stayHere')}</p>
      {failure !== undefined && (
        <FailureAlert
          error={failure}
          retry={
            sending &&
            (() => {
              setFailure(undefined);
              sending.resume();
            })
          }
        />
      )}
      {failure !== undefined && (
        <div className="dl-actions">
          <Button look="subtle" onClick={() => upload.send({ type: 'back' })}>
            {t('upload.backToCheck')}
          </Button>
        </div>
      )}
    </section>
  );
}
