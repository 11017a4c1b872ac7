import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AcceptQualityReportDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Load } from '../../gql/types.js';
import { Form } from '../../ui/form.js';
import { TextareaField } from '../../ui/field.js';
import { useLab } from '../lab/lab-context.js';

/** The steward says to have read the report, with what others must know of it. */
export function AcceptReport({ load }: { load: Load }) {
  const { t } = useTranslation();
  const { lab } = useLab();
  const client = useQueryClient();
  const [remark, setRemark] = useState('');
  const accept = useMutation({
    mutationFn: () => request(AcceptQualityReportDocument, { loadId: load.id, remark: remark.trim() || null }),
    onSuccess: () =>
      Promise.all(
        [
          ['load', load.id],
          ['lab', lab.id],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  return (
    <Form className="dl-card dl-stack" change={accept} submit={t('quality.accept')} onSubmit={() => accept.mutate()}>
      <h3 className="utrecht-heading-3">{t('quality.acceptTitle')}</h3>
      <p className="utrecht-paragraph">{t('quality.acceptText')}</p>
      <TextareaField
        label={t('quality.remark')}
        hint={t('quality.remarkHint')}
        rows={3}
        maxLength={1_000}
        value={remark}
        onChange={({ target }) => setRemark(target.value)}
      />
    </Form>
  );
}
