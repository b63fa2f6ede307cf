import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { CompanyExport } from '../company-exports.repository';
import type { CsvEncoding } from '../domain/csv-text';
import type { RowProblem } from '../domain/csv-table';
import type { ImportReport } from '../imports.service';
import type { CandidateExportRow, JobExportRow } from '../transfers.repository';

export class ImportQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'Only tells what an import would do, and of each row that is not valid.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dry_run?: 'true' | 'false';
}

export class ImportFormDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'A table as CSV.' })
  readonly file!: unknown;
}

export class ImportRowErrorDto {
  @ApiProperty({ example: 7, description: 'Line of the file at which the row begins, from 1.' })
  readonly line!: number;

  @ApiProperty({
    example: 'E-Mail',
    nullable: true,
    type: String,
    description: 'As the file calls it.',
  })
  readonly column!: string | null;

  @ApiProperty({ example: 'invalid_email' })
  readonly code!: string;

  @ApiProperty({ example: 'This is no e-mail address.' })
  readonly message!: string;

  static from({ line, column, code, message }: RowProblem): ImportRowErrorDto {
    return { line, column, code, message };
  }
}

export class ImportReportDto {
  @ApiProperty({ example: false })
  readonly dry_run!: boolean;

  @ApiProperty({ enum: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] })
  readonly encoding!: CsvEncoding;

  @ApiProperty({ example: 120 })
  readonly rows!: number;

  @ApiProperty({ example: 112, description: 'In a dry run those that would be.' })
  readonly created!: number;

  @ApiProperty({
    example: 8,
    description: 'Known already, or twice in the file; left as they are.',
  })
  readonly known!: number;

  @ApiProperty({
    type: [ImportRowErrorDto],
    description: 'Of a dry run; otherwise such a file is refused.',
  })
  readonly row_errors!: readonly ImportRowErrorDto[];

  @ApiProperty({ example: ['Shoe size'], type: [String] })
  readonly ignored_columns!: readonly string[];

  static from(report: ImportReport): ImportReportDto {
    return {
      dry_run: report.isDryRun,
      encoding: report.encoding,
      rows: report.rows,
      created: report.created,
      known: report.known,
      row_errors: report.problems.map((problem) => ImportRowErrorDto.from(problem)),
      ignored_columns: report.ignoredColumns,
    };
  }
}

export class CompanyExportDto {
  @ApiProperty({ format: 'uuid' })
  readonly export_id!: string;

  @ApiProperty({ format: 'uuid', description: 'Tells how far it is.' })
  readonly task_id!: string;

  @ApiProperty({ enum: ['pending', 'ready', 'expired'] })
  readonly state!: 'pending' | 'ready' | 'expired';

  @ApiProperty({ example: 48_211_904, nullable: true, type: Number })
  readonly size_bytes!: number | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  readonly expires_at!: string | null;

  static from(row: CompanyExport): CompanyExportDto {
    const isExpired =
      row.finishedAt !== null &&
      (row.sizeBytes === null || row.expiresAt === null || row.expiresAt <= new Date());
    return {
      export_id: row.id,
      task_id: row.taskId,
      state: isExpired ? 'expired' : row.finishedAt === null ? 'pending' : 'ready',
      size_bytes: row.sizeBytes,
      created_at: row.createdAt.toISOString(),
      expires_at: row.expiresAt?.toISOString() ?? null,
    };
  }
}

/** The names are those that an import takes. */
export const CANDIDATE_COLUMNS = [
  'id',
  'full_name',
  'email',
  'phone',
  'location',
  'links',
  'source',
  'created_at',
] as const;

export function candidateCells(row: CandidateExportRow): readonly (string | Date | null)[] {
  const { id, fullName, email, phone, location, links, sources, createdAt } = row;
  return [id, fullName, email, phone, location, links.join(' '), sources.join(' '), createdAt];
}

export const JOB_COLUMNS = [
  'id',
  'title',
  'company',
  'department',
  'location',
  'employment_type',
  'status',
  'description',
  'requirements',
  'skills_required',
  'min_years_experience',
  'education_level',
  'created_at',
] as const;

export function jobCells(row: JobExportRow): readonly (string | number | Date | null)[] {
  return [
    row.id,
    row.title,
    row.company,
    row.department,
    row.location,
    row.employmentType,
    row.status,
    row.description,
    row.requirements,
    row.skills.join('; '),
    row.minYearsExperience,
    row.educationLevel,
    row.createdAt,
  ];
}
