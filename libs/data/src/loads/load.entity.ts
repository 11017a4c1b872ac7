import type { CoveredRange, LoadState } from '@datalab/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { coversTransformer } from './covers.js';

/** How many rows went where; the steward confirmed them before the upload, the worker counts them again. */
export interface LoadTotals {
  rows: number;
  inRegion: number;
  outsideRegion: number;
  noArea: number;
  outOfScope: number;
  skipped: number;
}

/** One reason why rows were refused, with the first places where it occurs. Never a value. */
export interface LoadIssue {
  code: string;
  column: string;
  message: string;
  count: number;
  firstRows: number[];
}

/** A finding of the screening that the steward answered as a false alarm, with the reason that is audited. */
export interface ScreeningAnswer {
  /** Name of the column in the partner's own file. */
  column: string;
  /** The canonical field that holds that column; null where it is dropped before anything leaves the partner. */
  field: string | null;
  kind: string;
  reason: string;
}

@Entity('load')
export class LoadEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'lab_id' }) labId!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'dataset_id' }) datasetId!: string;
  @Column('int') revision!: number;
  @Column('text') state!: LoadState;
  @Column('datemultirange', { transformer: coversTransformer }) covers!: CoveredRange[];
  @Column('jsonb', { name: 'declared_totals' }) declaredTotals!: LoadTotals;
  /** Why rows got no household key, by cause, as the client counted them; null where it did not say. */
  @Column('jsonb', { name: 'key_causes', nullable: true }) keyCauses!: Readonly<Record<string, number>> | null;
  @Column('boolean', { name: 'confirm_difference' }) confirmDifference!: boolean;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  /** Days whose rows were deleted since. */
  @Column('datemultirange', { name: 'deleted_covers', transformer: coversTransformer }) deletedCovers!: CoveredRange[];
  @Column('text', { name: 'content_sha256' }) contentSha256!: string;
  @Column('bigint', { name: 'bytes_total', nullable: true }) bytesTotal!: string | null;
  @Column('bigint', { name: 'bytes_received' }) bytesReceived!: string;
  @Column('int', { name: 'rows_processed' }) rowsProcessed!: number;
  @Column('jsonb', { nullable: true }) totals!: LoadTotals | null;
  @Column('jsonb') issues!: LoadIssue[];
  @Column('jsonb') answers!: ScreeningAnswer[];
  @Column('text') origin!: 'file' | 'submissions';
  @Column('date', { name: 'submitted_on', nullable: true }) submittedOn!: string | null;
  @Column('boolean') unchanged!: boolean;
  @Column('text', { name: 'withdrawn_reason', nullable: true }) withdrawnReason!: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
