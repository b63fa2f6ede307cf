import { ApiProperty } from '@nestjs/swagger';
import type { AcceptedItem } from '../bulk-intake.service';
import {
  BATCH_STATUSES,
  batchCounts,
  type BatchStatus,
  ITEM_STATUSES,
  type ItemStatus,
  type UploadItemProgress,
} from '../upload-item';
import { UploadResumeDto } from './intake.dto';

/** The whole form, for the documentation. */
export class BulkUploadFormDto extends UploadResumeDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'binary' },
    description: 'Resumes, or .zip archives of resumes.',
  })
  readonly files!: unknown;
}

export class QueuedUploadDto {
  @ApiProperty({ format: 'uuid' })
  readonly task_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly upload_item_id!: string;

  @ApiProperty({ example: 'queued' })
  readonly status!: 'queued';

  static from(item: AcceptedItem): QueuedUploadDto {
    return { task_id: item.taskId, upload_item_id: item.id, status: 'queued' };
  }
}

export class AcceptedItemDto {
  @ApiProperty({ format: 'uuid' })
  readonly upload_item_id!: string;

  @ApiProperty({ example: 'amara-okafor.pdf' })
  readonly file_name!: string;

  @ApiProperty({ format: 'uuid' })
  readonly task_id!: string;
}

export class BatchAcceptedDto {
  @ApiProperty({ format: 'uuid' })
  readonly batch_id!: string;

  @ApiProperty({ type: [AcceptedItemDto] })
  readonly items!: readonly AcceptedItemDto[];

  static from(batch: { batchId: string; items: readonly AcceptedItem[] }): BatchAcceptedDto {
    return {
      batch_id: batch.batchId,
      items: batch.items.map((item) => ({
        upload_item_id: item.id,
        file_name: item.fileName,
        task_id: item.taskId,
      })),
    };
  }
}

export class BatchItemDto extends AcceptedItemDto {
  @ApiProperty({ enum: ITEM_STATUSES })
  readonly status!: ItemStatus;

  @ApiProperty({ nullable: true, type: String, example: 'file_encrypted' })
  readonly error_code!: string | null;

  @ApiProperty({ nullable: true, type: String, example: 'The file is protected by a password.' })
  readonly error_message!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly resume_id!: string | null;

  @ApiProperty({ example: false, description: 'The company had this very file already.' })
  readonly duplicate!: boolean;
}

export class BatchStatusDto {
  @ApiProperty({ format: 'uuid' })
  readonly batch_id!: string;

  @ApiProperty({ enum: BATCH_STATUSES })
  readonly status!: BatchStatus;

  @ApiProperty({ example: 3 })
  readonly total_files!: number;

  @ApiProperty({ example: 2, description: 'Finished, well or not.' })
  readonly processed_files!: number;

  @ApiProperty({ example: 0 })
  readonly failed_files!: number;

  @ApiProperty({ type: [BatchItemDto] })
  readonly items!: readonly BatchItemDto[];

  static from(batchId: string, items: readonly UploadItemProgress[]): BatchStatusDto {
    const { status, totalFiles, processedFiles, failedFiles } = batchCounts(items);
    return {
      batch_id: batchId,
      status,
      total_files: totalFiles,
      processed_files: processedFiles,
      failed_files: failedFiles,
      items: items.map((item) => ({
        upload_item_id: item.id,
        file_name: item.fileName,
        task_id: item.taskId,
        status: item.status,
        error_code: item.errorCode,
        error_message: item.errorMessage,
        resume_id: item.resumeId,
        duplicate: item.isDuplicate,
      })),
    };
  }
}

export class RetriedDto {
  @ApiProperty({ format: 'uuid' })
  readonly batch_id!: string;

  @ApiProperty({ example: 1, description: 'Failed items that run again.' })
  readonly retried!: number;
}
