import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/platform/database';

/** A decision about an application; several may have the same status, and clocks may run backwards. */
export interface InventedChange {
  readonly at: Date;
  readonly to: string;
}

export interface InventedApplication {
  readonly matchId: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly jobId: string;
  readonly source: 'applied' | 'matched';
  readonly createdAt: Date;
  /** Hundredths. */
  readonly score: number;
  readonly changes: readonly InventedChange[];
  readonly isErased: boolean;
}

export interface InventedJob {
  readonly id: string;
  /** The first is the creation; empty for a job from before there was such a history. */
  readonly states: readonly { readonly at: Date; readonly status: string }[];
  readonly createdAt: Date;
  readonly status: string;
}

export interface InventedSource {
  readonly candidateId: string;
  readonly resumeId: string | null;
  readonly kind: string;
  readonly at: Date;
}

export interface InventedHistory {
  readonly companyId: string;
  readonly jobs: readonly InventedJob[];
  readonly applications: readonly InventedApplication[];
  readonly sources: readonly InventedSource[];
  readonly areSourcesLate: boolean;
}

/** Stores a history as the application would, decision by decision, and then erases who is erased. */
export async function storeHistory(database: Database, history: InventedHistory): Promise<void> {
  const { companyId, jobs, applications } = history;
  await database.query('INSERT INTO companies (id, name, name_key) VALUES ($1, $2, $2)', [
    companyId,
    companyId,
  ]);
  await insert(database, companyId, JOBS, jobs);
  await insert(
    database,
    companyId,
    JOB_STATES,
    jobs.flatMap(({ id, states }) => states.map((state) => ({ jobId: id, ...state }))),
  );
  const people = [...new Set(applications.map(({ candidateId }) => candidateId))];
  await insert(
    database,
    companyId,
    'INSERT INTO candidates (id, company_id) SELECT id, $1 FROM jsonb_to_recordset($2) AS given (id uuid)',
    people.map((id) => ({ id })),
  );
  await insert(database, companyId, RESUMES, applications);
  const storeSources = (): Promise<void> => insert(database, companyId, SOURCES, history.sources);
  if (!history.areSourcesLate) {
    await storeSources();
  }
  await insert(database, companyId, MATCHES, applications);
  await insert(
    database,
    companyId,
    CHANGES,
    applications.flatMap(({ matchId, score, changes }) =>
      changes.map((change, turn) => ({ id: randomUUID(), matchId, score, turn, ...change })),
    ),
  );
  if (history.areSourcesLate) {
    await storeSources();
  }
  const erased = applications.filter(({ isErased }) => isErased);
  await database.execute('DELETE FROM resumes WHERE id = ANY($1)', [
    erased.map(({ resumeId }) => resumeId),
  ]);
}

async function insert(
  database: Database,
  companyId: string,
  sql: string,
  rows: readonly object[],
): Promise<void> {
  await database.query(sql, [companyId, JSON.stringify(rows)]);
}

const JOBS = `
  INSERT INTO job_descriptions (id, company_id, title, company, description, requirements, status, created_at)
  SELECT id, $1, 'A job', 'Example', 'Work.', '', status, "createdAt"
  FROM jsonb_to_recordset($2) AS given (id uuid, status text, "createdAt" timestamptz)`;

const JOB_STATES = `
  INSERT INTO job_status_changes (id, company_id, job_id, to_status, created_at)
  SELECT gen_random_uuid(), $1, "jobId", status, at
  FROM jsonb_to_recordset($2) AS given ("jobId" uuid, status text, at timestamptz)`;

const RESUMES = `
  INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash, storage_key,
    content, profile, extraction)
  SELECT "resumeId", $1, "candidateId", 'a.txt', 'text/plain', 1, "resumeId"::text, "resumeId"::text, 'x', '{}', '{}'
  FROM jsonb_to_recordset($2) AS given ("resumeId" uuid, "candidateId" uuid)`;

const SOURCES = `
  INSERT INTO candidate_sources (id, company_id, candidate_id, resume_id, kind, created_at)
  SELECT gen_random_uuid(), $1, "candidateId", "resumeId", kind, at
  FROM jsonb_to_recordset($2) AS given ("candidateId" uuid, "resumeId" uuid, kind text, at timestamptz)`;

const MATCHES = `
  INSERT INTO match_results (id, company_id, job_id, resume_id, source, similarity_score, skill_match_score,
    similarity_weight, match_score, explanation, key_strengths, matched_skills, missing_skills, additional_skills,
    status, job_version, engine_version, embedding_model, created_at)
  SELECT "matchId", $1, "jobId", "resumeId", source, score / 100.0, NULL, 0.6, score / 100.0, '', '{}', '{}', '{}', '{}',
    'pending', 1, 'test', 'test', "createdAt"
  FROM jsonb_to_recordset($2) AS given ("matchId" uuid, "jobId" uuid, "resumeId" uuid, source text, score integer,
    "createdAt" timestamptz)`;

const CHANGES = `
  INSERT INTO match_status_changes (id, company_id, match_id, from_status, to_status, match_score, engine_version,
    job_version, created_at)
  SELECT id, $1, "matchId", COALESCE(lag("to") OVER (PARTITION BY "matchId" ORDER BY turn), 'pending'), "to",
    score / 100.0, 'test', 1, at
  FROM jsonb_to_recordset($2) AS given (id uuid, "matchId" uuid, "to" text, score integer, turn integer,
    at timestamptz)
  ORDER BY "matchId", turn`;
