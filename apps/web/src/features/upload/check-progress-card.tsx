import { useWords } from '../../app/i18n/use-words.js';
import { Progress } from '../../ui/progress.js';
import type { CheckProgress } from './intake-protocol.js';

interface CheckProgressCardProps {
  progress: CheckProgress | undefined;
  fileName: string;
  bytes: number;
}

/** How far the check is, and what it is doing: reading, having keys made, sealing them. */
export function CheckProgressCard({ progress, fileName, bytes }: CheckProgressCardProps) {
  const { t, number } = useWords();
  if (progress?.phase === 'keys')
    return (
      <section className="dl-card dl-stack">
        <Progress label={t('custody.making')} value={progress.done} max={progress.total} />
        <p className="dl-quiet">{t('custody.made', { done: number(progress.done), total: number(progress.total) })}</p>
        <p className="dl-quiet">{t('custody.explained')}</p>
      </section>
    );
  const rows = progress?.rows ?? 0;
  return (
    <section className="dl-card dl-stack">
      <Progress
        label={progress?.phase === 'writing' ? t('custody.sealing') : t('upload.checking', { file: fileName })}
        value={progress?.bytesRead ?? 0}
        max={bytes}
      />
      <p className="dl-quiet">{t('upload.rowsRead', { count: rows, text: number(rows) })}</p>
    </section>
  );
}
