import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a hiring team works with beside the ranking, and the way of applicants into it. */
export class AddPipeline1763900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(JOBS);
    await queryRunner.query(CANDIDATES_OF_JOBS);
    await queryRunner.query(PEOPLE);
    await queryRunner.query(SOURCES);
    await queryRunner.query(KNOWN_ALREADY);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE upload_items DROP COLUMN source, DROP COLUMN application_id;
      ALTER TABLE candidate_merges DROP COLUMN moved;
      ALTER TABLE match_status_changes DROP COLUMN rejection_reason_id, DROP COLUMN rejection_reason,
        DROP COLUMN from_stage_id, DROP COLUMN from_stage_name, DROP COLUMN to_stage_id, DROP COLUMN to_stage_name;
      ALTER TABLE match_results DROP COLUMN stage_id, DROP COLUMN assigned_to;
      ALTER TABLE job_descriptions DROP COLUMN department, DROP COLUMN recruiter_id;
      ALTER TABLE companies DROP COLUMN slug, DROP COLUMN careers_enabled;
      DROP TABLE applications, candidate_sources, activity_events, candidate_tags, tags, notes, rejection_reasons,
        job_stages, job_team_members, job_status_changes;
    `);
  }
}

const JOBS = `
  ALTER TABLE companies
    -- Names the company in public addresses; a random one until it is generated from the name.
    ADD COLUMN slug text NOT NULL DEFAULT gen_random_uuid()::text
      CONSTRAINT companies_slug_unique UNIQUE,
    -- Whether open jobs are public and take applications.
    ADD COLUMN careers_enabled boolean NOT NULL DEFAULT false;

  ALTER TABLE job_descriptions
    ADD COLUMN department text,
    ADD COLUMN recruiter_id uuid REFERENCES users ON DELETE SET NULL;

  CREATE TABLE job_status_changes (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
    changed_by uuid REFERENCES users ON DELETE SET NULL,
    -- Null for the creation.
    from_status text CHECK (from_status IN ('draft', 'open', 'closed')),
    to_status text NOT NULL CHECK (to_status IN ('draft', 'open', 'closed')),
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX job_status_changes_job ON job_status_changes (job_id, created_at, id);
  CREATE INDEX job_status_changes_company ON job_status_changes (company_id, created_at);

  CREATE TABLE job_team_members (
    job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('recruiter', 'hiring_manager', 'interviewer')),
    added_by uuid REFERENCES users ON DELETE SET NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (job_id, user_id)
  );
  CREATE INDEX job_team_members_user ON job_team_members (user_id, job_id);

  CREATE TABLE job_stages (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
    position integer NOT NULL,
    name text NOT NULL,
    -- What a candidate of this stage is; several stages may share one.
    status text NOT NULL CHECK (status IN ('pending', 'reviewing', 'shortlisted', 'interviewing', 'offered', 'hired', 'rejected', 'withdrawn')),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    -- Deferred, so that stages can change places.
    CONSTRAINT job_stages_position_unique UNIQUE (job_id, position) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE UNIQUE INDEX job_stages_name_unique ON job_stages (job_id, lower(name));
`;

const CANDIDATES_OF_JOBS = `
  ALTER TABLE match_results
    ADD COLUMN stage_id uuid REFERENCES job_stages ON DELETE SET NULL,
    ADD COLUMN assigned_to uuid REFERENCES users ON DELETE SET NULL;
  CREATE INDEX match_results_stage ON match_results (stage_id) WHERE stage_id IS NOT NULL;
  CREATE INDEX match_results_assigned ON match_results (assigned_to) WHERE assigned_to IS NOT NULL;

  CREATE TABLE rejection_reasons (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    name text NOT NULL,
    -- Reasons that decisions name are retired rather than deleted.
    is_active boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX rejection_reasons_name_unique ON rejection_reasons (company_id, lower(name));

  -- No references, and the names of the moment: history outlives the stages and reasons that it names.
  ALTER TABLE match_status_changes
    ADD COLUMN rejection_reason_id uuid,
    ADD COLUMN rejection_reason text,
    ADD COLUMN from_stage_id uuid,
    ADD COLUMN from_stage_name text,
    ADD COLUMN to_stage_id uuid,
    ADD COLUMN to_stage_name text;
`;

const PEOPLE = `
  CREATE TABLE notes (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    candidate_id uuid NOT NULL REFERENCES candidates ON DELETE CASCADE,
    -- Null: about the person, whatever the job.
    job_id uuid REFERENCES job_descriptions ON DELETE CASCADE,
    author_id uuid REFERENCES users ON DELETE SET NULL,
    text text NOT NULL,
    mentions uuid[] NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX notes_candidate ON notes (candidate_id, created_at DESC, id DESC);
  CREATE INDEX notes_job ON notes (job_id) WHERE job_id IS NOT NULL;

  CREATE TABLE tags (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    name text NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX tags_name_unique ON tags (company_id, lower(name));

  CREATE TABLE candidate_tags (
    candidate_id uuid NOT NULL REFERENCES candidates ON DELETE CASCADE,
    tag_id uuid NOT NULL REFERENCES tags ON DELETE CASCADE,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    added_by uuid REFERENCES users ON DELETE SET NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (candidate_id, tag_id)
  );
  CREATE INDEX candidate_tags_tag ON candidate_tags (tag_id);

  -- What happened around a candidate or a job, for people to read; what a row is about is in its kind's own table.
  CREATE TABLE activity_events (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    candidate_id uuid REFERENCES candidates ON DELETE CASCADE,
    job_id uuid REFERENCES job_descriptions ON DELETE CASCADE,
    actor_id uuid REFERENCES users ON DELETE SET NULL,
    kind text NOT NULL,
    -- The note, interview or decision that it is about.
    subject_id uuid,
    data jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX activity_events_candidate ON activity_events (candidate_id, created_at DESC, id DESC);
  CREATE INDEX activity_events_job ON activity_events (job_id, created_at DESC, id DESC);
  CREATE INDEX activity_events_subject ON activity_events (subject_id);

  -- Ids of the notes, tags, sources and events that came from the merged person, so that they can go back.
  ALTER TABLE candidate_merges ADD COLUMN moved jsonb NOT NULL DEFAULT '{}';
`;

const SOURCES = `
  CREATE TABLE candidate_sources (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    candidate_id uuid NOT NULL REFERENCES candidates ON DELETE CASCADE,
    resume_id uuid REFERENCES resumes ON DELETE SET NULL,
    job_id uuid REFERENCES job_descriptions ON DELETE SET NULL,
    kind text NOT NULL CHECK (kind IN ('upload', 'bulk', 'apply', 'referral', 'import')),
    referrer_id uuid REFERENCES users ON DELETE SET NULL,
    referrer_name text,
    detail text,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX candidate_sources_candidate ON candidate_sources (candidate_id, created_at, id);
  CREATE INDEX candidate_sources_resume ON candidate_sources (resume_id);
  CREATE INDEX candidate_sources_company ON candidate_sources (company_id, created_at);

  CREATE TABLE applications (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
    -- As the applicant gave them; the person and the resume are known once the file was read.
    full_name text NOT NULL,
    email citext NOT NULL,
    candidate_id uuid REFERENCES candidates ON DELETE CASCADE,
    resume_id uuid REFERENCES resumes ON DELETE SET NULL,
    task_id uuid,
    consent_text text NOT NULL,
    consented_at timestamptz(3) NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX applications_job ON applications (job_id, created_at DESC, id DESC);
  CREATE INDEX applications_candidate ON applications (candidate_id);
  CREATE INDEX applications_company ON applications (company_id, created_at);

  ALTER TABLE upload_items
    -- Where the file came from, until it is a candidate's source.
    ADD COLUMN source jsonb,
    ADD COLUMN application_id uuid REFERENCES applications ON DELETE CASCADE;
`;

/** What is told of companies, jobs, decisions and resumes from before. */
const KNOWN_ALREADY = `
  WITH plain AS (
    SELECT id, created_at, trim(BOTH '-' FROM left(regexp_replace(lower(regexp_replace(normalize(name, NFKD),
      U&'[\\0300-\\036F]', '', 'g')), '[^a-z0-9]+', '-', 'g'), 60)) AS slug
    FROM companies
  ), numbered AS (
    SELECT id, slug, row_number() OVER (PARTITION BY slug ORDER BY created_at, id) AS place FROM plain
  )
  UPDATE companies c SET slug = CASE
      WHEN n.slug = '' THEN 'company-' || left(c.id::text, 8)
      WHEN n.place > 1 THEN n.slug || '-' || left(c.id::text, 8)
      ELSE n.slug
    END
  FROM numbered n WHERE n.id = c.id;

  INSERT INTO job_status_changes (id, company_id, job_id, changed_by, to_status, created_at)
  SELECT gen_random_uuid(), company_id, id, created_by, status, created_at FROM job_descriptions;

  INSERT INTO activity_events (id, company_id, candidate_id, job_id, actor_id, kind, subject_id, data, created_at)
  SELECT gen_random_uuid(), c.company_id, r.candidate_id, m.job_id, c.changed_by, 'status_changed', c.id,
    jsonb_build_object('from', c.from_status, 'to', c.to_status), c.created_at
  FROM match_status_changes c JOIN match_results m ON m.id = c.match_id JOIN resumes r ON r.id = m.resume_id;

  INSERT INTO candidate_sources (id, company_id, candidate_id, resume_id, job_id, kind, created_at)
  SELECT gen_random_uuid(), r.company_id, r.candidate_id, r.id,
    (SELECT m.job_id FROM match_results m WHERE m.resume_id = r.id AND m.source = 'applied'
     ORDER BY m.created_at, m.id LIMIT 1),
    CASE WHEN EXISTS (SELECT FROM upload_items i WHERE i.resume_id = r.id AND i.batch_id IS NOT NULL)
      THEN 'bulk' ELSE 'upload' END,
    r.created_at
  FROM resumes r;
`;
