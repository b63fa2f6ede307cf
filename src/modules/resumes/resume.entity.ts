import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExtractionFlag, ExtractionMethod } from './domain/document/document';
import type { Resume } from './domain/profile/profile';

export const EXTRACTION_STATES = ['parsed', 'needs_attention'] as const;
export type ExtractionState = (typeof EXTRACTION_STATES)[number];

/** How the text was won and how far it can be trusted. */
export interface Extraction {
  /** `needs_attention`: stored, but a person must look: the flags say why. */
  readonly state: ExtractionState;
  readonly method: ExtractionMethod | null;
  /** 0..1. */
  readonly quality: number;
  /** What lowered the quality, in words a recruiter understands. */
  readonly quality_reasons: readonly string[];
  readonly flags: readonly ExtractionFlag[];
  readonly page_count: number;
}

/** A stored resume. Indexes: resumes_company, resumes_candidate; unique by company and content hash. */
@Entity('resumes')
export class ResumeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('uuid')
  candidateId!: string;

  @Column('uuid', { nullable: true })
  uploadedBy!: string | null;

  @Column('text')
  fileName!: string;

  @Column('text')
  mimeType!: string;

  @Column('integer')
  sizeBytes!: number;

  /** SHA-256 of the file, hex. */
  @Column('text')
  contentHash!: string;

  @Column('text')
  storageKey!: string;

  @Column('text', { select: false })
  content?: string;

  @Column('jsonb')
  profile!: Resume;

  @Column('jsonb')
  extraction!: Extraction;

  @Column('double precision', { nullable: true })
  yearsOfExperience!: number | null;

  @Column('vector', { length: 384, nullable: true, select: false })
  embedding?: number[] | null;

  @Column('text', { nullable: true })
  embeddingModel!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
