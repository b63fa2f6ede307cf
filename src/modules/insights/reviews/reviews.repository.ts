import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { ReviewWording } from '../domain/review/review';
import type { Provenance } from '../provenance';
import type { Review } from './reviewer';

/** A review as it was stored. */
export interface StoredReview extends Review {
  readonly resumeId: string;
  /** Whether the resume's text is still the one that was reviewed. */
  readonly isCurrent: boolean;
  readonly createdAt: Date;
}

interface ReviewRow extends Omit<StoredReview, keyof Review> {
  readonly wording: ReviewWording;
  readonly provenance: Provenance;
}

@Injectable()
export class ReviewsRepository {
  constructor(private readonly database: Database) {}

  /** In place of the one before; false when the resume is gone. */
  async replace(
    resume: { readonly companyId: string; readonly id: string; readonly content: string },
    { summary, findings, provenance }: Review,
  ): Promise<boolean> {
    const written = await this.database.query(
      `INSERT INTO resume_reviews (resume_id, company_id, wording, provenance, content_md5)
       SELECT r.id, r.company_id, $3, $4, md5($5) FROM resumes r WHERE r.company_id = $1 AND r.id = $2
       ON CONFLICT (resume_id) DO UPDATE SET wording = EXCLUDED.wording, provenance = EXCLUDED.provenance,
         content_md5 = EXCLUDED.content_md5, created_at = now()
       RETURNING resume_id`,
      [
        resume.companyId,
        resume.id,
        JSON.stringify({ summary, findings }),
        JSON.stringify(provenance),
        resume.content,
      ],
    );
    return written.length > 0;
  }

  async find(companyId: string, resumeId: string): Promise<StoredReview | null> {
    const [row] = await this.database.query<ReviewRow>(
      `SELECT v.resume_id AS "resumeId", v.wording, v.provenance, v.created_at AS "createdAt",
         v.content_md5 = md5(r.content) AS "isCurrent"
       FROM resume_reviews v JOIN resumes r ON r.id = v.resume_id
       WHERE v.company_id = $1 AND v.resume_id = $2`,
      [companyId, resumeId],
    );
    if (row === undefined) {
      return null;
    }
    const { wording, ...stored } = row;
    return { ...wording, ...stored };
  }
}
