import { randomUUID } from 'node:crypto';
import type { Database } from '../src/platform/database';

const BATCH = 10_000;
const SKILLS = `ARRAY['Go', 'PostgreSQL', 'Docker', 'Kubernetes', 'Python', 'React', 'SAP', 'Java', 'Linux',
  'Excel', 'Baking', 'Forklift', 'Welding', 'TypeScript', 'Redis', 'Terraform']`;

/**
 * Invented applications of a company for its jobs, spread over the last year, each with the way that it went:
 * a third goes back a step at some time, and most come to an end. About 3.2 changes each.
 */
export async function fillHistory(
  database: Database,
  companyId: string,
  {
    jobIds,
    userIds,
    size,
  }: { jobIds: readonly string[]; userIds: readonly string[]; size: number },
): Promise<void> {
  for (let filled = 0; filled < size; filled += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, size - filled) }, () => randomUUID());
    await database.transaction(async () => {
      await database.query(APPLICATIONS, [companyId, ids, jobIds]);
      await database.query(CHANGES, [companyId, ids, userIds]);
    });
  }
  for (const table of ['candidates', 'resumes', 'match_results', 'match_status_changes']) {
    await database.query(`VACUUM ANALYZE ${table}`);
  }
  for (const table of ['application_records', 'application_stays']) {
    await database.query(`VACUUM ANALYZE ${table}`);
  }
}

const APPLICATIONS = `
  WITH given AS (
    SELECT id, ($3::uuid[])[1 + floor(random() * cardinality($3::uuid[]))::int] AS job_id, random() AS score,
      now() - random() * interval '365 days' AS at, 1 + floor(random() * 12)::int AS first
    FROM unnest($2::uuid[]) AS id),
  people AS (INSERT INTO candidates (id, company_id, created_at) SELECT id, $1, at FROM given),
  files AS (
    INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash,
      storage_key, content, profile, extraction)
    SELECT id, $1, id, 'bench', 'text/plain', 1, id::text, id::text, 'bench', '{}', '{}' FROM given)
  INSERT INTO match_results (id, company_id, job_id, resume_id, source, similarity_score, skill_match_score,
    similarity_weight, match_score, explanation, key_strengths, matched_skills, missing_skills, additional_skills,
    status, job_version, engine_version, embedding_model, created_at)
  SELECT id, $1, job_id, id, 'applied', score, score, 0.6, score, repeat('An explanation of some length. ', 15),
    ARRAY['A strength of the person', 'Another one'], (${SKILLS})[first:first + 2], (${SKILLS})[first + 3:first + 4],
    (${SKILLS})[1:6], 'pending', 1, 'bench', 'bench', at
  FROM given`;

const CHANGES = `
  WITH drawn AS (
    SELECT m.id, m.match_score, m.created_at, random() AS luck, random() AS back, random() AS ending,
      ($3::uuid[])[1 + floor(random() * cardinality($3::uuid[]))::int] AS by
    FROM match_results m WHERE m.company_id = $1 AND m.id = ANY($2)),
  ways AS (
    SELECT *, CASE WHEN luck < 0.1 THEN ARRAY[]::text[] WHEN luck < 0.45 THEN ARRAY['reviewing']
      WHEN luck < 0.7 THEN ARRAY['reviewing', 'shortlisted']
      WHEN luck < 0.9 THEN ARRAY['reviewing', 'shortlisted', 'interviewing']
      ELSE ARRAY['reviewing', 'shortlisted', 'interviewing', 'offered'] END
      || CASE WHEN back < 0.33 AND luck >= 0.45 THEN ARRAY['reviewing', 'shortlisted'] ELSE ARRAY[]::text[] END
      || CASE WHEN luck >= 0.93 THEN ARRAY['hired'] WHEN ending < 0.7 THEN ARRAY['rejected']
        WHEN ending < 0.8 THEN ARRAY['withdrawn'] ELSE ARRAY[]::text[] END AS way
    FROM drawn),
  moves AS (
    SELECT w.id, w.match_score, w.by, way[n] AS to_status, COALESCE(way[n - 1], 'pending') AS from_status, n,
      least(now(), w.created_at + n * (1 + w.luck) * interval '3 days 5 hours') AS at
    FROM ways w CROSS JOIN LATERAL generate_series(1, cardinality(way)) AS n
    WHERE way[n] <> COALESCE(way[n - 1], 'pending')),
  decided AS (
    UPDATE match_results m SET status = last.to_status
    FROM (SELECT DISTINCT ON (id) id, to_status FROM moves ORDER BY id, n DESC) AS last WHERE m.id = last.id)
  INSERT INTO match_status_changes (id, company_id, match_id, changed_by, from_status, to_status, match_score,
    engine_version, job_version, created_at)
  SELECT gen_random_uuid(), $1, id, by, from_status, to_status, match_score, 'bench', 1, at
  FROM moves ORDER BY id, n`;
