import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { InterviewFacts } from './interview-mail';

/** What mail about interviews says; this module only listens to theirs and calls none of them. */
@Injectable()
export class InterviewFactsRepository {
  constructor(private readonly database: Database) {}

  async find(companyId: string, interviewId: string): Promise<InterviewFacts | null> {
    const [facts] = await this.database.query<InterviewFacts>(
      `SELECT i.id, i.company_id AS "companyId", m.job_id AS "jobId", m.resume_id AS "resumeId",
         r.candidate_id AS "candidateId", c.full_name AS "candidateName", c.email::text AS "candidateAddress",
         j.title AS "jobTitle", j.company AS employer, i.interview_type AS "interviewType",
         i.starts_at AS "startsAt", i.ends_at AS "endsAt", i.time_zone AS "timeZone", i.location,
         i.meeting_url AS "meetingUrl", i.notes, i.ical_uid AS "icalUid", i.ical_sequence AS "icalSequence",
         i.updated_at AS "changedAt", i.ends_at <= now() AS "isOver",
         o.full_name AS "organizerName", coalesce(o.email::text, s.reply_to) AS "organizerAddress",
         coalesce((SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.full_name, 'address', u.email)
             ORDER BY u.full_name, u.id)
           FROM interview_attendees a JOIN users u ON u.id = a.user_id AND u.is_active
           WHERE a.interview_id = i.id), '[]') AS attendees
       FROM interviews i JOIN match_results m ON m.id = i.match_id JOIN job_descriptions j ON j.id = m.job_id
         JOIN resumes r ON r.id = m.resume_id JOIN candidates c ON c.id = r.candidate_id
         LEFT JOIN users o ON o.id = i.created_by AND o.is_active
         LEFT JOIN email_settings s ON s.company_id = i.company_id
       WHERE i.company_id = $1 AND i.id = $2`,
      [companyId, interviewId],
    );
    return facts ?? null;
  }
}
