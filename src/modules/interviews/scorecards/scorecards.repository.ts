import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { AttributeRating, Rating } from '../domain/scorecard';

export interface Scorecard {
  readonly id: string;
  readonly companyId: string;
  readonly matchId: string;
  readonly interviewId: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly overallRating: Rating | null;
  readonly ratings: readonly AttributeRating[];
  readonly summary: string | null;
  /** Null while it is a draft. */
  readonly submittedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Somebody who took part and has not submitted what they think. */
export interface MissingScorecard {
  readonly interviewId: string;
  readonly userId: string;
  readonly fullName: string;
}

const SELECT_CARD = `SELECT s.id, s.company_id AS "companyId", s.match_id AS "matchId", s.interview_id AS "interviewId",
    s.author_id AS "authorId", u.full_name AS "authorName", s.overall_rating AS "overallRating", s.ratings, s.summary,
    s.submitted_at AS "submittedAt", s.created_at AS "createdAt", s.updated_at AS "updatedAt"
  FROM scorecards s JOIN users u ON u.id = s.author_id`;

const SELECT_MISSING = `SELECT i.id AS "interviewId", u.id AS "userId", u.full_name AS "fullName"
  FROM interviews i JOIN interview_attendees a ON a.interview_id = i.id JOIN users u ON u.id = a.user_id
  WHERE i.company_id = $1 AND i.status IN ('scheduled', 'completed')
    AND NOT EXISTS (SELECT FROM scorecards s WHERE s.interview_id = i.id AND s.author_id = u.id
      AND s.submitted_at IS NOT NULL)`;

const MISSING_ORDER = 'ORDER BY i.starts_at, i.id, u.full_name, u.id';

/** The `scorecards` table. */
@Injectable()
export class ScorecardsRepository {
  constructor(private readonly database: Database) {}

  /** False when it is submitted already. */
  async save(
    card: Pick<
      Scorecard,
      | 'id'
      | 'companyId'
      | 'matchId'
      | 'interviewId'
      | 'authorId'
      | 'overallRating'
      | 'summary'
      | 'ratings'
    >,
  ): Promise<boolean> {
    const saved = await this.database.query(
      `INSERT INTO scorecards (id, company_id, match_id, interview_id, author_id, overall_rating, ratings, summary)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT scorecards_author_unique DO UPDATE SET overall_rating = EXCLUDED.overall_rating,
         ratings = EXCLUDED.ratings, summary = EXCLUDED.summary, updated_at = now()
       WHERE scorecards.submitted_at IS NULL RETURNING id`,
      [
        card.id,
        card.companyId,
        card.matchId,
        card.interviewId,
        card.authorId,
        card.overallRating,
        JSON.stringify(card.ratings),
        card.summary,
      ],
    );
    return saved.length > 0;
  }

  /** False when it is submitted already. */
  async submit(companyId: string, id: string): Promise<boolean> {
    const submitted = await this.database.execute(
      `UPDATE scorecards SET submitted_at = now(), updated_at = now()
       WHERE company_id = $1 AND id = $2 AND submitted_at IS NULL`,
      [companyId, id],
    );
    return submitted > 0;
  }

  async find(companyId: string, interviewId: string, authorId: string): Promise<Scorecard | null> {
    const [card] = await this.database.query<Scorecard>(
      `${SELECT_CARD} WHERE s.company_id = $1 AND s.interview_id = $2 AND s.author_id = $3`,
      [companyId, interviewId, authorId],
    );
    return card ?? null;
  }

  /** Submitted ones of a job's candidate, or of one of their interviews; the oldest first. */
  submitted(
    companyId: string,
    { matchId, interviewId }: { readonly matchId: string; readonly interviewId: string | null },
  ): Promise<Scorecard[]> {
    return this.database.query(
      `${SELECT_CARD} WHERE s.company_id = $1 AND s.match_id = $2 AND ($3::uuid IS NULL OR s.interview_id = $3)
         AND s.submitted_at IS NOT NULL ORDER BY s.submitted_at, s.id`,
      [companyId, matchId, interviewId],
    );
  }

  /** Of interviews that are to come or took place: nobody owes anything about others. */
  missing(companyId: string, matchId: string): Promise<MissingScorecard[]> {
    return this.database.query(`${SELECT_MISSING} AND i.match_id = $2 ${MISSING_ORDER}`, [
      companyId,
      matchId,
    ]);
  }

  missingOfInterview(companyId: string, interviewId: string): Promise<MissingScorecard[]> {
    return this.database.query(`${SELECT_MISSING} AND i.id = $2 ${MISSING_ORDER}`, [
      companyId,
      interviewId,
    ]);
  }
}
