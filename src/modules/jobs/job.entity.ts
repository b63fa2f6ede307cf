import { Column, Entity, PrimaryColumn } from 'typeorm';

export const JOB_STATUSES = ['draft', 'open', 'closed'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** A vacancy. Index: job_descriptions_company for lists. */
@Entity('job_descriptions')
export class JobEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('text')
  title!: string;

  /** The employer's name as advertised. */
  @Column('text')
  company!: string;

  @Column('text', { nullable: true })
  location!: string | null;

  @Column('text', { nullable: true })
  employmentType!: string | null;

  @Column('text')
  description!: string;

  @Column('text')
  requirements!: string;

  @Column('double precision', { nullable: true })
  minYearsExperience!: number | null;

  @Column('text', { nullable: true })
  educationLevel!: string | null;

  /** Share of the similarity in the match score; the rest is the skills'. */
  @Column('double precision')
  similarityWeight!: number;

  @Column('text')
  status!: JobStatus;

  @Column('uuid', { nullable: true })
  hiringManagerId!: string | null;

  @Column('text', { nullable: true })
  department!: string | null;

  /** Whose search it is. */
  @Column('uuid', { nullable: true })
  recruiterId!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('integer')
  version!: number;

  @Column('vector', { length: 384, nullable: true, select: false })
  embedding?: number[] | null;

  @Column('text', { nullable: true })
  embeddingModel!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A skill that a job asks for; `given` by a person or `extracted` from its text. */
@Entity('job_skills')
export class JobSkillEntity {
  @PrimaryColumn('uuid')
  jobId!: string;

  @PrimaryColumn('text')
  skill!: string;

  @Column('uuid')
  companyId!: string;

  @Column('integer')
  position!: number;

  @Column('double precision')
  weight!: number;

  @Column('boolean')
  mustHave!: boolean;

  @Column('text')
  source!: 'given' | 'extracted';
}
