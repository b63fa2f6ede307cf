import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { ActivityLog } from '../activity/activity-log';

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
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * Call it in the transaction that stores or finds the person. The same way told twice is one, so that a
   * task may run twice.
   */
  async record(
    companyId: string,
    about: { readonly jobId: string | null; readonly by: string | null } & (
      { readonly resumeId: string } | { readonly candidateId: string }
    ),
    { kind, referrerId = null, referrerName = null, detail = null }: SourceDraft,
  ): Promise<void> {
    const resumeId = 'resumeId' in about ? about.resumeId : null;
    const [written] = await this.database.query<{ id: string; candidateId: string }>(
      `WITH written AS (
         INSERT INTO candidate_sources (id, company_id, candidate_id, resume_id, job_id, kind, referrer_id,
           referrer_name, detail)
         SELECT $1, c.company_id, c.id, $3::uuid, $5::uuid, $6, $7::uuid, $8::text, $9::text
         FROM candidates c
         WHERE c.company_id = $2 AND c.id = COALESCE($4::uuid, (SELECT candidate_id FROM resumes WHERE id = $3))
           AND NOT EXISTS (SELECT FROM candidate_sources s WHERE s.candidate_id = c.id AND s.kind = $6
             AND (s.resume_id, s.job_id, s.referrer_id, s.referrer_name, s.detail)
               IS NOT DISTINCT FROM ($3::uuid, $5::uuid, $7::uuid, $8::text, $9::text))
         RETURNING id, candidate_id)
       SELECT id, candidate_id AS "candidateId" FROM written`,
      [
        randomUUID(),
        companyId,
        resumeId,
        'candidateId' in about ? about.candidateId : null,
        about.jobId,
        kind,
        referrerId,
        referrerName,
        detail,
      ],
    );
    if (written !== undefined) {
      await this.activity.record({
        companyId,
        kind: 'source_added',
        candidateId: written.candidateId,
        ...(about.jobId === null ? {} : { jobId: about.jobId }),
        actorId: about.by,
        subjectId: written.id,
        data: { kind },
      });
    }
  }

  /** Where many new people came from, all of them on the way `import`. Call it in the transaction that stores them. */
  async recordImports(
    companyId: string,
    people: readonly { readonly candidateId: string; readonly detail: string | null }[],
    by: string,
  ): Promise<void> {
    const sources = people.map((person) => ({ ...person, id: randomUUID() }));
    await this.database.query(
      `INSERT INTO candidate_sources (id, company_id, candidate_id, kind, detail)
       SELECT id, $1, "candidateId", 'import', detail
       FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, "candidateId" uuid, detail text)`,
      [companyId, JSON.stringify(sources)],
    );
    await this.activity.recordAll(
      sources.map(({ id, candidateId }) => ({
        companyId,
        kind: 'source_added',
        candidateId,
        actorId: by,
        subjectId: id,
        data: { kind: 'import' },
      })),
    );
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
