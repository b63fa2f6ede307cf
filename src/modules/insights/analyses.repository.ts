import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { Analysis } from './analyst';
import type { Wording } from './domain/analysis';
import type { Provenance } from './provenance';

/** An analysis of a candidate as it was stored, and what it was about. */
export interface StoredAnalysis extends Analysis {
  readonly jobId: string;
  readonly resumeId: string;
  readonly engineVersion: string;
  readonly jobVersion: number;
  /** Whether the candidate's score is still the one that was analysed. */
  readonly isCurrent: boolean;
  readonly createdAt: Date;
}

interface AnalysisRow extends Provenance, Omit<StoredAnalysis, keyof Analysis> {
  readonly matchScore: number;
  readonly missingSkills: readonly string[];
  readonly wording: Wording;
}

@Injectable()
export class AnalysesRepository {
  constructor(private readonly database: Database) {}

  /** In place of the one before; false when the result that it is about is gone. */
  async replace(
    match: {
      readonly id: string;
      readonly companyId: string;
      readonly engineVersion: string;
      readonly jobVersion: number;
    },
    analysis: Analysis,
  ): Promise<boolean> {
    const { summary, strengths, gaps, questions, provenance } = analysis;
    const written = await this.database.execute(
      `INSERT INTO analyses (id, company_id, match_id, match_score, missing_skills, wording, provider, model,
         prompt_version, fallback_reason, duration_ms, prompt_tokens, completion_tokens, dropped_claims, withheld_lines,
         engine_version, job_version)
       SELECT $1, $2, m.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
       FROM match_results m WHERE m.company_id = $2 AND m.id = $3
       ON CONFLICT ON CONSTRAINT analyses_match_unique DO UPDATE SET
         match_score = EXCLUDED.match_score, missing_skills = EXCLUDED.missing_skills, wording = EXCLUDED.wording,
         provider = EXCLUDED.provider, model = EXCLUDED.model, prompt_version = EXCLUDED.prompt_version,
         fallback_reason = EXCLUDED.fallback_reason, duration_ms = EXCLUDED.duration_ms,
         prompt_tokens = EXCLUDED.prompt_tokens, completion_tokens = EXCLUDED.completion_tokens,
         dropped_claims = EXCLUDED.dropped_claims, withheld_lines = EXCLUDED.withheld_lines,
         engine_version = EXCLUDED.engine_version, job_version = EXCLUDED.job_version, created_at = now()`,
      [
        randomUUID(),
        match.companyId,
        match.id,
        analysis.matchScore,
        analysis.missingSkills,
        JSON.stringify({ summary, strengths, gaps, questions }),
        provenance.provider,
        provenance.model,
        provenance.promptVersion,
        provenance.fallbackReason,
        provenance.durationMs,
        provenance.promptTokens,
        provenance.completionTokens,
        provenance.droppedClaims,
        provenance.withheldLines,
        match.engineVersion,
        match.jobVersion,
      ],
    );
    return written > 0;
  }

  async find(companyId: string, matchId: string): Promise<StoredAnalysis | null> {
    const [row] = await this.database.query<AnalysisRow>(
      `SELECT m.job_id AS "jobId", m.resume_id AS "resumeId", a.match_score AS "matchScore",
         a.missing_skills AS "missingSkills", a.wording, a.provider, a.model, a.prompt_version AS "promptVersion",
         a.fallback_reason AS "fallbackReason", a.duration_ms AS "durationMs", a.prompt_tokens AS "promptTokens",
         a.completion_tokens AS "completionTokens", a.dropped_claims AS "droppedClaims",
         a.withheld_lines AS "withheldLines", a.engine_version AS "engineVersion", a.job_version AS "jobVersion",
         (a.engine_version, a.job_version) = (m.engine_version, m.job_version) AS "isCurrent",
         a.created_at AS "createdAt"
       FROM analyses a JOIN match_results m ON m.id = a.match_id
       WHERE a.company_id = $1 AND a.match_id = $2`,
      [companyId, matchId],
    );
    return row === undefined ? null : fromRow(row);
  }
}

function fromRow(row: AnalysisRow): StoredAnalysis {
  const { wording, jobId, resumeId, engineVersion, jobVersion, isCurrent, createdAt } = row;
  const { matchScore, missingSkills, ...provenance } = row;
  return {
    ...wording,
    matchScore,
    missingSkills,
    provenance,
    jobId,
    resumeId,
    engineVersion,
    jobVersion,
    isCurrent,
    createdAt,
  };
}
