import { createHash } from 'node:crypto';
import type { AuditRow, ChainedEvent } from '@datalab/data';

/** One line of a processing log, in the terms of Logboek Dataverwerkingen 1.0 (which follows OpenTelemetry). */
export interface LogboekLine {
  trace_id: string;
  span_id: string;
  parent_span_id: null;
  start_time: string;
  end_time: string;
  operation_name: string;
  status_code: 'ok' | 'error';
  resource: { 'service.name': string };
  attributes: Record<string, string | number | boolean | null>;
}

const hex = (text: string, bytes: number): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * bytes);

/**
 * An audit event as a line of the standard. The trace is made of the request and the span of the event: the platform has no such numbers of its
 * own. There is no data subject in it (`dpl.core.data_subject_id` is null): the platform knows no person or address by any name, and a
 * pseudonym may not leave it. The processing activity is the platform's own purpose, to be looked up in the organisation's register.
 */
export const toLogboekLine = (event: ChainedEvent | AuditRow): LogboekLine => ({
  trace_id: hex(`request ${event.requestId}`, 16),
  span_id: hex(`event ${event.id}`, 8),
  parent_span_id: null,
  start_time: event.at,
  end_time: event.recordedAt,
  operation_name: event.action,
  status_code: event.outcome === 'done' ? 'ok' : 'error',
  resource: { 'service.name': 'datalab-overlast' },
  attributes: {
    'dpl.core.processing_activity_id': event.purpose,
    'dpl.core.data_subject_id': null,
    'dpl.core.data_subject_id_type': null,
    'datalab.event_id': event.id,
    'datalab.request_id': event.requestId,
    'datalab.actor_id': event.actorId,
    'datalab.organisation_id': event.organisationId,
    'datalab.data_organisation_id': event.dataOrganisationId,
    'datalab.lab_id': event.labId,
    'datalab.object_kind': event.objectKind,
    'datalab.object_id': event.objectId,
    'datalab.outcome': event.outcome,
  },
});
