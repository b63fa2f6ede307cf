import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, jobs, resumes, matches and tasks. */
export class CreateSchema1763600000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS citext;
      CREATE EXTENSION IF NOT EXISTS vector;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS pgcrypto;

      CREATE TABLE companies (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        -- Lower case, single spaces: two companies cannot differ by these alone.
        name_key text NOT NULL CONSTRAINT companies_name_key_unique UNIQUE,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE users (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        email citext NOT NULL CONSTRAINT users_email_unique UNIQUE,
        hashed_password text NOT NULL,
        full_name text NOT NULL,
        role text NOT NULL CHECK (role IN ('admin', 'recruiter', 'hiring_manager', 'interviewer')),
        is_owner boolean NOT NULL DEFAULT false,
        is_active boolean NOT NULL DEFAULT true,
        -- Rises to end every session at once; tokens carry the version they were made for.
        session_version integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX users_company ON users (company_id, created_at, id);

      CREATE TABLE refresh_tokens (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        -- All tokens that descend from one login: reuse of a spent one revokes the family.
        family_id uuid NOT NULL,
        token_hash text NOT NULL CONSTRAINT refresh_tokens_hash_unique UNIQUE,
        session_version integer NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3),
        revoked_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX refresh_tokens_family ON refresh_tokens (family_id);
      CREATE INDEX refresh_tokens_user ON refresh_tokens (user_id);

      CREATE TABLE invitations (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        email citext NOT NULL,
        role text NOT NULL CHECK (role IN ('admin', 'recruiter', 'hiring_manager', 'interviewer')),
        token_hash text NOT NULL CONSTRAINT invitations_hash_unique UNIQUE,
        invited_by uuid REFERENCES users ON DELETE SET NULL,
        expires_at timestamptz(3) NOT NULL,
        accepted_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX invitations_open_email ON invitations (company_id, email) WHERE accepted_at IS NULL;

      CREATE TABLE api_keys (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        name text NOT NULL,
        -- The first characters, so that people can tell their keys apart.
        prefix text NOT NULL,
        key_hash text NOT NULL CONSTRAINT api_keys_hash_unique UNIQUE,
        scopes text[] NOT NULL DEFAULT '{}',
        last_used_at timestamptz(3),
        revoked_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX api_keys_company ON api_keys (company_id, created_at, id);

      CREATE TABLE job_descriptions (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        title text NOT NULL,
        company text NOT NULL,
        location text,
        employment_type text,
        description text NOT NULL,
        requirements text NOT NULL,
        min_years_experience double precision,
        education_level text,
        status text NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
        hiring_manager_id uuid REFERENCES users ON DELETE SET NULL,
        created_by uuid REFERENCES users ON DELETE SET NULL,
        -- Rises with every change of what is matched; results remember it.
        version integer NOT NULL DEFAULT 1,
        embedding vector(384),
        embedding_model text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX job_descriptions_company ON job_descriptions (company_id, created_at DESC, id);

      CREATE TABLE job_skills (
        job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        position integer NOT NULL,
        skill text NOT NULL,
        weight double precision NOT NULL CHECK (weight > 0),
        must_have boolean NOT NULL,
        source text NOT NULL CHECK (source IN ('given', 'extracted')),
        PRIMARY KEY (job_id, skill)
      );

      -- What a company calls a skill that the vocabulary does not know, or knows by other names.
      CREATE TABLE company_skills (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        name text NOT NULL,
        aliases text[] NOT NULL DEFAULT '{}',
        category text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX company_skills_name_unique ON company_skills (company_id, lower(name));

      -- A new version with every change of the company's skills tells all processes to read them again.
      CREATE TABLE company_vocabularies (
        company_id uuid PRIMARY KEY REFERENCES companies ON DELETE CASCADE,
        version uuid NOT NULL
      );

      CREATE TABLE candidates (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        full_name text,
        -- The name without accents, case and order of words, to find the same person again.
        name_key text NOT NULL DEFAULT '',
        email citext,
        phone text,
        location text,
        links jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX candidates_company ON candidates (company_id, created_at DESC, id);
      CREATE INDEX candidates_email ON candidates (company_id, email);
      CREATE INDEX candidates_phone ON candidates (company_id, phone);
      CREATE INDEX candidates_name ON candidates (company_id, name_key);

      -- Two people found to be one. Kept, so that it can be undone.
      CREATE TABLE candidate_merges (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        kept_id uuid NOT NULL REFERENCES candidates ON DELETE CASCADE,
        merged_id uuid NOT NULL,
        -- The merged person's row as it was.
        merged_person jsonb NOT NULL,
        resume_ids uuid[] NOT NULL,
        merged_by uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        undone_at timestamptz(3)
      );
      CREATE INDEX candidate_merges_kept ON candidate_merges (kept_id, created_at, id);

      CREATE TABLE resumes (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        candidate_id uuid NOT NULL REFERENCES candidates ON DELETE CASCADE,
        uploaded_by uuid REFERENCES users ON DELETE SET NULL,
        file_name text NOT NULL,
        mime_type text NOT NULL,
        size_bytes integer NOT NULL,
        content_hash text NOT NULL,
        storage_key text NOT NULL,
        content text NOT NULL,
        profile jsonb NOT NULL,
        extraction jsonb NOT NULL,
        years_of_experience double precision,
        embedding vector(384),
        embedding_model text,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT resumes_content_unique UNIQUE (company_id, content_hash)
      );
      CREATE INDEX resumes_company ON resumes (company_id, created_at DESC, id);
      CREATE INDEX resumes_candidate ON resumes (candidate_id);

      CREATE TABLE resume_chunks (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        resume_id uuid NOT NULL REFERENCES resumes ON DELETE CASCADE,
        position integer NOT NULL,
        section text NOT NULL,
        context jsonb NOT NULL DEFAULT '{}',
        text text NOT NULL,
        char_start integer NOT NULL,
        char_end integer NOT NULL,
        token_count integer NOT NULL,
        embedding vector(384) NOT NULL,
        tsv tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED,
        UNIQUE (resume_id, position)
      );
      CREATE INDEX resume_chunks_company ON resume_chunks (company_id);
      CREATE INDEX resume_chunks_tsv ON resume_chunks USING gin (tsv);

      CREATE TABLE resume_skills (
        resume_id uuid NOT NULL REFERENCES resumes ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        skill text NOT NULL,
        category text NOT NULL,
        -- Null when the resume names it; else the named skill that implies it.
        implied_by text,
        evidence jsonb NOT NULL,
        years double precision,
        last_used text,
        PRIMARY KEY (resume_id, skill)
      );
      CREATE INDEX resume_skills_skill ON resume_skills (company_id, lower(skill));

      CREATE TABLE match_results (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
        resume_id uuid NOT NULL REFERENCES resumes ON DELETE CASCADE,
        source text NOT NULL CHECK (source IN ('applied', 'matched')),
        similarity_score double precision NOT NULL,
        -- Null when the job requires no skill: then the similarity is the whole score.
        skill_match_score double precision,
        match_score double precision NOT NULL,
        explanation text NOT NULL,
        key_strengths text[] NOT NULL,
        matched_skills text[] NOT NULL,
        missing_skills text[] NOT NULL,
        additional_skills text[] NOT NULL,
        status text NOT NULL CHECK (status IN ('pending', 'reviewing', 'shortlisted', 'interviewing', 'offered', 'hired', 'rejected', 'withdrawn')),
        job_version integer NOT NULL,
        engine_version text NOT NULL,
        embedding_model text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT match_results_job_resume_unique UNIQUE (job_id, resume_id)
      );
      CREATE INDEX match_results_ranking ON match_results (job_id, match_score DESC, resume_id);
      CREATE INDEX match_results_resume ON match_results (resume_id);

      CREATE TABLE match_status_changes (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        match_id uuid NOT NULL REFERENCES match_results ON DELETE CASCADE,
        changed_by uuid REFERENCES users ON DELETE SET NULL,
        from_status text NOT NULL,
        to_status text NOT NULL,
        reason text,
        -- The score at the moment of the decision.
        match_score double precision NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX match_status_changes_match ON match_status_changes (match_id, created_at, id);

      CREATE TABLE upload_batches (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        job_id uuid,
        uploaded_by uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX upload_batches_company ON upload_batches (company_id, created_at DESC, id);

      CREATE TABLE tasks (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        name text NOT NULL,
        queue text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'retrying', 'completed', 'failed', 'cancelled')),
        progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
        result jsonb,
        error jsonb,
        attempts integer NOT NULL DEFAULT 0,
        -- Rises when a person asks for another run, so that the queue takes it as a new item.
        generation integer NOT NULL DEFAULT 1,
        requested_by uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        finished_at timestamptz(3)
      );
      CREATE INDEX tasks_company ON tasks (company_id, created_at DESC, id);
      CREATE INDEX tasks_unfinished ON tasks (updated_at) WHERE state IN ('queued', 'running', 'retrying');

      -- A file that waits to be read in the background. Its task's state is its own.
      CREATE TABLE upload_items (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        batch_id uuid REFERENCES upload_batches ON DELETE CASCADE,
        task_id uuid NOT NULL REFERENCES tasks ON DELETE CASCADE,
        -- No reference: a file sent for a job that is gone must fail, not match other jobs.
        job_id uuid,
        uploaded_by uuid REFERENCES users ON DELETE SET NULL,
        position integer NOT NULL,
        file_name text NOT NULL,
        storage_key text NOT NULL,
        -- Code of what was wrong with the file before it was stored, such as its size.
        refusal text,
        -- Null until it was read; then the resume that the file became, or that had the same bytes.
        resume_id uuid REFERENCES resumes ON DELETE SET NULL,
        is_duplicate boolean NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX upload_items_batch ON upload_items (batch_id, position);
      CREATE INDEX upload_items_task ON upload_items (task_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE upload_items, tasks, upload_batches, match_status_changes, match_results, resume_skills,
        resume_chunks, resumes, candidate_merges, candidates, company_vocabularies, company_skills, job_skills, job_descriptions, api_keys, invitations, refresh_tokens, users, companies;
    `);
  }
}
