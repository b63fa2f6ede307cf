import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';

/**
 * `upload`: by a recruiter, one file; `bulk`: with many; `apply`: by the person, on the careers page;
 * `referral`: somebody recommended them; `import`: from another system.
 */
export const SOURCE_KINDS = ['upload', 'bulk', 'apply', 'referral', 'import'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a person came from, as it is told with their resume. */
export interface SourceDraft {
  readonly kind: SourceKind;
  /** Of a referral: a colleague, or the name of somebody else. */
  readonly referrerId?: string | null;
  readonly referrerName?: string | null;
  /** In the recruiter's words: the fair, the job board. */
  readonly detail?: string | null;
}

export interface CandidateSource {
  readonly id: string;
  readonly candidateId: string;
  readonly kind: SourceKind;
  readonly resumeId: string | null;
  readonly jobId: string | null;
  readonly referrerId: string | null;
  readonly referrerName: string | null;
  readonly detail: string | null;
  readonly createdAt: Date;
}

/** The `candidate_sources` table: every way on which a person came in, first one first. */
@Injectable()
export class CandidateSources {
  constructor(private readonly database: Database) {}

  /**
   * Call it in the transaction that stores or finds the resume. The same way told twice is one, so that a
   * task may run twice. Whether it was new.
   */
  async record(
    companyId: string,
    about: { readonly resumeId: string; readonly jobId: string | null },
    { kind, referrerId = null, referrerName = null, detail = null }: SourceDraft,
  ): Promise<boolean> {
    const written = await this.database.execute(
      `INSERT INTO candidate_sources (id, company_id, candidate_id, resume_id, job_id, kind, referrer_id,
         referrer_name, detail)
       SELECT $1, r.company_id, r.candidate_id, r.id, $4::uuid, $5, $6::uuid, $7::text, $8::text
       FROM resumes r WHERE r.company_id = $2 AND r.id = $3
         AND NOT EXISTS (SELECT FROM candidate_sources s
           WHERE s.resume_id = r.id AND s.kind = $5
             AND (s.job_id, s.referrer_id, s.referrer_name, s.detail)
               IS NOT DISTINCT FROM ($4::uuid, $6::uuid, $7::text, $8::text))`,
      [
        randomUUID(),
        companyId,
        about.resumeId,
        about.jobId,
        kind,
        referrerId,
        referrerName,
        detail,
      ],
    );
    return written > 0;
  }

  /** By person, oldest first. */
  async of(
    companyId: string,
    candidateIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CandidateSource[]>> {
    const rows = await this.database.query<CandidateSource>(
      `SELECT s.id, s.candidate_id AS "candidateId", s.kind, s.resume_id AS "resumeId", s.job_id AS "jobId",
         s.referrer_id AS "referrerId", COALESCE(u.full_name, s.referrer_name) AS "referrerName", s.detail,
         s.created_at AS "createdAt"
       FROM candidate_sources s LEFT JOIN users u ON u.id = s.referrer_id
       WHERE s.company_id = $1 AND s.candidate_id = ANY($2) ORDER BY s.created_at, s.id`,
      [companyId, candidateIds],
    );
    const byPerson = new Map<string, CandidateSource[]>();
    for (const row of rows) {
      byPerson.set(row.candidateId, [...(byPerson.get(row.candidateId) ?? []), row]);
    }
    return byPerson;
  }
}
