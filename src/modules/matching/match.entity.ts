import { Column, Entity, PrimaryColumn } from 'typeorm';

export const APPLICATION_STATUSES = [
  'pending',
  'reviewing',
  'shortlisted',
  'interviewing',
  'offered',
  'hired',
  'rejected',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** `applied`: uploaded for this job; `matched`: found in the pool. */
export const MATCH_SOURCES = ['applied', 'matched'] as const;
export type MatchSource = (typeof MATCH_SOURCES)[number];

/**
 * One resume scored for one job. Indexes: match_results_ranking for the ranked list,
 * match_results_resume; unique by job and resume.
 */
@Entity('match_results')
export class MatchEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('uuid')
  jobId!: string;

  @Column('uuid')
  resumeId!: string;

  @Column('text')
  source!: MatchSource;

  @Column('double precision')
  similarityScore!: number;

  @Column('double precision', { nullable: true })
  skillMatchScore!: number | null;

  /** The job's weight of the similarity that made the match score. */
  @Column('double precision')
  similarityWeight!: number;

  @Column('double precision')
  matchScore!: number;

  @Column('text')
  explanation!: string;

  @Column('text', { array: true })
  keyStrengths!: readonly string[];

  @Column('text', { array: true })
  matchedSkills!: readonly string[];

  @Column('text', { array: true })
  missingSkills!: readonly string[];

  @Column('text', { array: true })
  additionalSkills!: readonly string[];

  @Column('text')
  status!: ApplicationStatus;

  /** One of the job's stages with this status. */
  @Column('uuid', { nullable: true })
  stageId!: string | null;

  @Column('uuid', { nullable: true })
  assignedTo!: string | null;

  /** The job's version that was scored. */
  @Column('integer')
  jobVersion!: number;

  @Column('text')
  engineVersion!: string;

  @Column('text')
  embeddingModel!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/**
 * One decision about an application, kept beside the score of that moment. A move between stages of one status
 * is one too: then both statuses are the same.
 */
@Entity('match_status_changes')
export class StatusChangeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('uuid')
  matchId!: string;

  @Column('uuid', { nullable: true })
  changedBy!: string | null;

  @Column('text')
  fromStatus!: ApplicationStatus;

  @Column('text')
  toStatus!: ApplicationStatus;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  rejectionReasonId!: string | null;

  /** Its name at that moment; so are the stages' names. */
  @Column('text', { nullable: true })
  rejectionReason!: string | null;

  @Column('uuid', { nullable: true })
  fromStageId!: string | null;

  @Column('text', { nullable: true })
  fromStageName!: string | null;

  @Column('uuid', { nullable: true })
  toStageId!: string | null;

  @Column('text', { nullable: true })
  toStageName!: string | null;

  @Column('double precision')
  matchScore!: number;

  /** The place at that moment; null for decisions from before it was kept. */
  @Column('integer', { nullable: true })
  rank!: number | null;

  /** Among so many. */
  @Column('integer', { nullable: true })
  candidates!: number | null;

  /** What had ranked, and which version of the job. */
  @Column('text')
  engineVersion!: string;

  @Column('integer')
  jobVersion!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
