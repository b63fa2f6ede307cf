import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Interviews with who takes part, scorecards with what a job's interviewers rate, when people work, and the
 * secret feeds of their calendars.
 */
export class AddInterviews1763910000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE interviews (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        -- The candidate of a job: a merge of people leaves it as it is, an erasure takes the interview along.
        match_id uuid NOT NULL REFERENCES match_results ON DELETE CASCADE,
        interview_type text NOT NULL CHECK (interview_type IN
          ('phone', 'video', 'onsite', 'technical', 'panel', 'behavioral', 'final', 'other')),
        status text NOT NULL CHECK (status IN ('scheduled', 'completed', 'cancelled', 'no_show')),
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL CONSTRAINT interviews_end_check CHECK (ends_at > starts_at),
        -- The IANA name of the zone in which people were told the time.
        time_zone text NOT NULL,
        -- When the present time was set: a reminder that was due before is not sent.
        planned_at timestamptz(3) NOT NULL DEFAULT now(),
        location text,
        meeting_url text,
        -- For the interviewers; candidates never see it.
        notes text,
        ical_uid text NOT NULL CONSTRAINT interviews_ical_uid_unique UNIQUE,
        -- Rises with every change that calendars are told of (RFC 5546, 2.1.4).
        ical_sequence integer NOT NULL DEFAULT 0,
        cancelled_reason text,
        created_by uuid REFERENCES users ON DELETE SET NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX interviews_company ON interviews (company_id, starts_at, id);
      CREATE INDEX interviews_match ON interviews (match_id);
      -- For reminders, which look at all companies.
      CREATE INDEX interviews_start ON interviews (starts_at) WHERE status IN ('scheduled', 'completed');

      CREATE TABLE interview_attendees (
        interview_id uuid NOT NULL REFERENCES interviews ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (interview_id, user_id)
      );
      CREATE INDEX interview_attendees_user ON interview_attendees (user_id, interview_id);

      -- Reminders that were sent. One of an earlier time says nothing about the time that an interview has now.
      CREATE TABLE interview_reminders (
        interview_id uuid NOT NULL REFERENCES interviews ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        -- Of the interview before it starts, or of missing scorecards after it.
        kind text NOT NULL CHECK (kind IN ('interview', 'scorecard')),
        starts_at timestamptz(3) NOT NULL,
        -- So long before the start, or after the end.
        offset_hours integer NOT NULL,
        sent_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (interview_id, kind, starts_at, offset_hours)
      );

      CREATE TABLE interview_settings (
        company_id uuid PRIMARY KEY REFERENCES companies ON DELETE CASCADE,
        -- How long before an interview people are reminded of it; none when empty.
        reminder_hours integer[] NOT NULL,
        -- How long after it those are reminded who owe a scorecard; null for never.
        scorecard_reminder_hours integer,
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );

      -- What the interviewers of a job rate.
      CREATE TABLE scorecard_attributes (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
        name text NOT NULL,
        description text,
        position integer NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX scorecard_attributes_name_unique ON scorecard_attributes (job_id, lower(name));

      CREATE TABLE scorecards (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        match_id uuid NOT NULL REFERENCES match_results ON DELETE CASCADE,
        -- Null for a judgement that belongs to no interview, such as of a work sample.
        interview_id uuid REFERENCES interviews ON DELETE CASCADE,
        author_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        overall_rating text CHECK (overall_rating IN ('definitely_not', 'no', 'mixed', 'yes', 'strong_yes')),
        -- [{attribute_id, name, rating, note}]: the name stays what it was when the attribute is gone.
        ratings jsonb NOT NULL DEFAULT '[]',
        summary text,
        -- Null while it is a draft, which nobody but its author sees.
        submitted_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT scorecards_author_unique UNIQUE NULLS NOT DISTINCT (match_id, author_id, interview_id),
        CONSTRAINT scorecards_submitted_check CHECK (submitted_at IS NULL OR overall_rating IS NOT NULL)
      );
      CREATE INDEX scorecards_interview ON scorecards (interview_id);
      CREATE INDEX scorecards_author ON scorecards (author_id);
      CREATE INDEX scorecards_company ON scorecards (company_id, submitted_at);

      CREATE TABLE working_hours (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        time_zone text NOT NULL,
        -- [{weekday: 1 (Monday) to 7, from: "09:00", to: "17:00"}], in the zone's local time.
        weekly jsonb NOT NULL,
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE calendar_feeds (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        token_hash text NOT NULL CONSTRAINT calendar_feeds_hash_unique UNIQUE,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        last_read_at timestamptz(3)
      );

      -- What mail about an interview is about, so that reminders can be stopped with it.
      ALTER TABLE email_messages ADD COLUMN interview_id uuid;
      CREATE INDEX email_messages_interview ON email_messages (interview_id) WHERE interview_id IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE email_messages DROP COLUMN interview_id;
      DROP TABLE calendar_feeds, working_hours, scorecards, scorecard_attributes, interview_settings,
        interview_reminders, interview_attendees, interviews;
    `);
  }
}
