import { OUT_OF_SCOPE } from '@datalab/domain';
import { isAnswerable, unanswered, type Mapping } from '@datalab/intake';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { findingKey, Findings, isReason } from './findings.js';
import type { Checked, GivenAnswer } from './intake-protocol.js';
import { withCodes } from './mapping/edit-mapping.js';
import { FIELDS } from './mapping/mapping-fields.js';
import { UnmappedCodes } from './mapping/unmapped-codes.js';
import { realIssues } from './real-issues.js';
import { WrongRows } from './wrong-rows.js';

interface CheckedProblemsProps {
  checked: Checked;
  mapping: Mapping;
  answered: readonly GivenAnswer[];
  fileName: string;
  onAnswers: (answers: { mapping: Mapping; answered: readonly GivenAnswer[] }) => void;
}

/** What stands between the file and a load: codes without a meaning, personal data, rows that are wrong. Nothing was sent. */
export function CheckedProblems({ checked, mapping, answered, fileName, onAnswers }: CheckedProblemsProps) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<Readonly<Record<string, string>>>({});
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const { result, refused } = checked;
  const { unmapped } = result;
  const findings = unanswered(result.findings, answered);
  const issues = realIssues(result);
  const canGoOn = findings.every(({ kind }) => isAnswerable(kind));
  const isReady =
    unmapped.every(({ code }) => codes[code]) && findings.every((one) => isReason(reasons[findingKey(one)]));
  const again = () =>
    onAnswers({
      mapping: withCodes(mapping, codes),
      answered: [
        ...answered,
        ...findings.map(({ column, field = null, kind }) => {
          const reason = (reasons[findingKey({ column, kind })] ?? '').trim();
          return { column, field, kind, reason };
        }),
      ],
    });
  const restOutOfScope = () =>
    setCodes({ ...Object.fromEntries(unmapped.map(({ code }) => [code, OUT_OF_SCOPE])), ...codes });
  return (
    <>
      {findings.length > 0 && (
        <Findings
          findings={findings}
          mayBecomeKey={FIELDS[mapping.kind].some(({ name }) => name === 'personKey')}
          reasons={reasons}
          onChange={setReasons}
        />
      )}
      {unmapped.length > 0 && (
        <UnmappedCodes
          kind={mapping.kind}
          unmapped={unmapped}
          codes={codes}
          onChange={setCodes}
          onRestOutOfScope={restOutOfScope}
        />
      )}
      {issues.length > 0 && <WrongRows issues={issues} refused={refused} fileName={fileName} />}
      {result.issueCount === 0 && result.totals.rows === 0 && (
        <Alert tone="error" role="alert" title={t('upload.noRowsTitle')}>
          <p className="utrecht-paragraph">{t('upload.noRowsText')}</p>
        </Alert>
      )}
      {!canGoOn && <p className="dl-quiet">{t('upload.cannotGoOn')}</p>}
      {canGoOn && findings.length + unmapped.length > 0 && (
        <div className="dl-actions">
          <Button look="primary" isBusy={!isReady} onClick={again}>
            {t('upload.checkAgain')}
          </Button>
          {!isReady && <span className="dl-quiet">{t('upload.answerFirst')}</span>}
        </div>
      )}
    </>
  );
}
