import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import { isOnTeam } from '../jobs';
import type { InterviewIds } from './interviews.events';
import type { Clash, Interview, InterviewFields, InterviewStatus, Viewer } from './interview';

export interface InterviewFilter {
  readonly jobId?: string;
  readonly candidateId?: string;
  readonly attendeeId?: string;
  readonly status?: InterviewStatus;
  /** Of starts: the first is included, the second is not. */
  readonly from?: Date;
  readonly to?: Date;
}

/** A job or a resume, by what interviews belong to. */
export type PlannedOf = { readonly companyId: string } & (
  { readonly jobId: string } | { readonly resumeId: string }
);

const COLUMNS = `i.id, i.company_id AS "companyId", i.match_id AS "matchId", m.job_id AS "jobId", j.title AS "jobTitle",
  m.resume_id AS "resumeId", r.candidate_id AS "candidateId", c.full_name AS "candidateName",
  m.status AS "applicationStatus", i.interview_type AS "interviewType", i.status, i.starts_at AS "startsAt",
  i.ends_at AS "endsAt", i.time_zone AS "timeZone", i.location, i.meeting_url AS "meetingUrl", i.notes,
  i.ical_uid AS "icalUid", i.ical_sequence AS "icalSequence", i.cancelled_reason AS "cancelledReason",
  i.created_by AS "createdBy", i.created_at AS "createdAt", i.updated_at AS "updatedAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('userId', u.id, 'fullName', u.full_name) ORDER BY u.full_name, u.id)
    FROM interview_attendees a JOIN users u ON u.id = a.user_id WHERE a.interview_id = i.id), '[]') AS attendees`;

const TABLES = `interviews i JOIN match_results m ON m.id = i.match_id
  JOIN job_descriptions j ON j.id = m.job_id JOIN resumes r ON r.id = m.resume_id
  JOIN candidates c ON c.id = r.candidate_id`;

/** Whether the viewer ($1 company, $2 user, $3 what they see) may know of the interview. */
const VISIBLE = `i.company_id = $1 AND ($3 = 'all' OR ($3 = 'own_jobs' AND ${isOnTeam('j', '$2::uuid')})
  OR EXISTS (SELECT FROM interview_attendees v WHERE v.interview_id = i.id AND v.user_id = $2::uuid))`;

const viewerValues = ({ companyId, userId, sees }: Viewer): readonly string[] => [
  companyId,
  userId,
  sees,
];

/** The tables `interviews` and `interview_attendees`. */
@Injectable()
export class InterviewsRepository {
  constructor(private readonly database: Database) {}

  async insert(
    interview: InterviewFields &
      Pick<Interview, 'id' | 'companyId' | 'matchId' | 'icalUid'> & { readonly createdBy: string },
    attendeeIds: readonly string[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO interviews (id, company_id, match_id, interview_type, status, starts_at, ends_at, time_zone,
         location, meeting_url, notes, ical_uid, created_by)
       VALUES ($1, $2, $3, $4, 'scheduled', $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        interview.id,
        interview.companyId,
        interview.matchId,
        ...fieldValues(interview),
        interview.icalUid,
        interview.createdBy,
      ],
    );
    await this.addAttendees(interview, attendeeIds);
  }

  /** The sequence rises when calendars must hear of it, and the time counts as set anew when it is another. */
  async update(
    interview: InterviewFields & Pick<Interview, 'id' | 'companyId'>,
    change: { readonly isForCalendars: boolean; readonly isNewTime: boolean },
  ): Promise<void> {
    await this.database.execute(
      `UPDATE interviews SET interview_type = $3, starts_at = $4, ends_at = $5, time_zone = $6, location = $7,
         meeting_url = $8, notes = $9, ical_sequence = ical_sequence + $10,
         planned_at = CASE WHEN $11 THEN now() ELSE planned_at END, updated_at = now()
       WHERE company_id = $2 AND id = $1`,
      [
        interview.id,
        interview.companyId,
        ...fieldValues(interview),
        change.isForCalendars ? 1 : 0,
        change.isNewTime,
      ],
    );
  }

  async setStatus(
    companyId: string,
    id: string,
    change: { readonly status: InterviewStatus; readonly reason: string | null },
  ): Promise<void> {
    await this.database.execute(
      `UPDATE interviews SET status = $3, cancelled_reason = $4,
         ical_sequence = ical_sequence + CASE WHEN $3 = 'cancelled' THEN 1 ELSE 0 END, updated_at = now()
       WHERE company_id = $1 AND id = $2`,
      [companyId, id, change.status, change.reason],
    );
  }

  async addAttendees(
    { id, companyId }: Pick<Interview, 'id' | 'companyId'>,
    userIds: readonly string[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO interview_attendees (interview_id, company_id, user_id)
       SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`,
      [id, companyId, userIds],
    );
  }

  async removeAttendees(id: string, userIds: readonly string[]): Promise<void> {
    await this.database.execute(
      'DELETE FROM interview_attendees WHERE interview_id = $1 AND user_id = ANY($2)',
      [id, userIds],
    );
  }

  async find(viewer: Viewer, id: string): Promise<Interview | null> {
    const [interview] = await this.database.query<Interview>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${VISIBLE} AND i.id = $4`,
      [...viewerValues(viewer), id],
    );
    return interview ?? null;
  }

  /** Holds an interview against other changes of it until the transaction ends. */
  async lock(companyId: string, id: string): Promise<void> {
    await this.database.query(
      'SELECT 1 FROM interviews WHERE company_id = $1 AND id = $2 FOR UPDATE',
      [companyId, id],
    );
  }

  /**
   * What is planned and not over, held against other changes until the transaction ends. A job's results are held as
   * well, so that nobody arranges another interview meanwhile; a resume's person is held by who deletes it.
   */
  async holdPlanned(about: PlannedOf): Promise<Omit<InterviewIds, 'changedBy'>[]> {
    const [column, id] = 'jobId' in about ? ['job_id', about.jobId] : ['resume_id', about.resumeId];
    if ('jobId' in about) {
      await this.database.query(
        'SELECT 1 FROM match_results WHERE company_id = $1 AND job_id = $2 ORDER BY resume_id FOR UPDATE',
        [about.companyId, about.jobId],
      );
    }
    return this.database.query(
      `SELECT i.company_id AS "companyId", i.id AS "interviewId", m.id AS "matchId", m.job_id AS "jobId",
         m.resume_id AS "resumeId", r.candidate_id AS "candidateId"
       FROM interviews i JOIN match_results m ON m.id = i.match_id JOIN resumes r ON r.id = m.resume_id
       WHERE m.company_id = $1 AND m.${column} = $2 AND i.status = 'scheduled' AND i.ends_at > now()
       ORDER BY i.starts_at, i.id FOR UPDATE OF i`,
      [about.companyId, id],
    );
  }

  /** By the time of their start. */
  async list(
    viewer: Viewer,
    query: InterviewFilter & { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Interview>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const filter = `${VISIBLE} AND ($4::uuid IS NULL OR m.job_id = $4) AND ($5::uuid IS NULL OR r.candidate_id = $5)
      AND ($6::uuid IS NULL OR EXISTS (SELECT FROM interview_attendees f
        WHERE f.interview_id = i.id AND f.user_id = $6))
      AND ($7::text IS NULL OR i.status = $7)
      AND ($8::timestamptz IS NULL OR i.starts_at >= $8) AND ($9::timestamptz IS NULL OR i.starts_at < $9)`;
    const parameters = [
      ...viewerValues(viewer),
      query.jobId ?? null,
      query.candidateId ?? null,
      query.attendeeId ?? null,
      query.status ?? null,
      query.from ?? null,
      query.to ?? null,
    ];
    const rows = await this.database.query<Interview>(
      `SELECT ${COLUMNS} FROM ${TABLES}
       WHERE ${filter} AND ($10::timestamptz IS NULL OR (i.starts_at, i.id) > ($10, $11::uuid))
       ORDER BY i.starts_at, i.id LIMIT $12`,
      [...parameters, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM ${TABLES} WHERE ${filter}`,
      parameters,
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (interview) => [interview.startsAt.toISOString(), interview.id],
    });
  }

  /** Planned interviews of these people that overlap the time; one may begin when another ends. */
  clashes(
    companyId: string,
    people: { readonly candidateId: string | null; readonly userIds: readonly string[] },
    time: { readonly startsAt: Date; readonly endsAt: Date; readonly exceptId: string | null },
  ): Promise<Clash[]> {
    const overlaps = `i.company_id = $1 AND i.status = 'scheduled' AND i.starts_at < $5 AND i.ends_at > $4
      AND ($6::uuid IS NULL OR i.id <> $6)`;
    return this.database.query(
      `SELECT i.id AS "interviewId", 'candidate' AS who, NULL::uuid AS "userId", c.full_name AS name,
         i.starts_at AS "startsAt", i.ends_at AS "endsAt"
       FROM candidates c JOIN resumes r ON r.candidate_id = c.id JOIN match_results m ON m.resume_id = r.id
         JOIN interviews i ON i.match_id = m.id
       WHERE c.company_id = $1 AND c.id = $2 AND ${overlaps}
       UNION ALL
       SELECT i.id, 'attendee', u.id, u.full_name, i.starts_at, i.ends_at
       FROM interview_attendees a JOIN users u ON u.id = a.user_id JOIN interviews i ON i.id = a.interview_id
       WHERE a.user_id = ANY($3::uuid[]) AND ${overlaps}
       ORDER BY "startsAt", "interviewId", who, "userId"`,
      [companyId, people.candidateId, people.userIds, time.startsAt, time.endsAt, time.exceptId],
    );
  }

  /** What a person's own calendar shows. */
  ofAttendee(companyId: string, userId: string, from: Date): Promise<Interview[]> {
    return this.database.query(
      `SELECT ${COLUMNS} FROM ${TABLES} JOIN interview_attendees own ON own.interview_id = i.id
       WHERE i.company_id = $1 AND own.user_id = $2 AND i.status <> 'cancelled' AND i.starts_at >= $3
       ORDER BY i.starts_at, i.id`,
      [companyId, userId, from],
    );
  }
}

/** In the order of the columns above. */
function fieldValues(interview: InterviewFields): readonly unknown[] {
  return [
    interview.interviewType,
    interview.startsAt,
    interview.endsAt,
    interview.timeZone,
    interview.location,
    interview.meetingUrl,
    interview.notes,
  ];
}
