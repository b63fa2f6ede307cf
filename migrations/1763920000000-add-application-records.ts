import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What analytics count: one narrow row for each application and one for each of its stays in a status, kept by
 * triggers so that no writer can forget it and deletions by cascade count too (docs/adr/0033).
 */
export class AddApplicationRecords1763920000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    await queryRunner.query(FROM_RESULTS);
    await queryRunner.query(FROM_CHANGES);
    await queryRunner.query(FROM_SOURCES);
    await queryRunner.query(REMAINS);
    await queryRunner.query(EXISTING);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER candidate_sources_record ON candidate_sources;
      DROP TRIGGER match_status_changes_record ON match_status_changes;
      DROP TRIGGER match_results_forget_person ON match_results;
      DROP TRIGGER match_results_record_claimed ON match_results;
      DROP TRIGGER match_results_record_applied ON match_results;
      DROP FUNCTION record_origin();
      DROP FUNCTION record_status_change();
      DROP FUNCTION forget_applicant();
      DROP FUNCTION keep_interview_remains(uuid, uuid);
      DROP FUNCTION record_application();
      DROP TABLE interview_remains, application_stays, application_records;
      DROP FUNCTION origin_of(uuid, uuid);
      DROP FUNCTION rating_value(text);
      DROP FUNCTION quarters_between(timestamptz, timestamptz);
      DROP FUNCTION quarter_hour(timestamptz);
      DROP FUNCTION hiring_step(text);
    `);
  }
}

const TABLES = `
  -- How far a status is on the way to a hire; null for the ends beside the way. A hire that was taken back
  -- was an offer, so being hired itself is told by the status and not by this.
  CREATE FUNCTION hiring_step(status text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE status WHEN 'pending' THEN 0 WHEN 'reviewing' THEN 1 WHEN 'shortlisted' THEN 2
      WHEN 'interviewing' THEN 3 WHEN 'offered' THEN 4 WHEN 'hired' THEN 4 END::smallint
  $$;

  -- The border of every day in every time zone in use is a border of these.
  CREATE FUNCTION quarter_hour(moment timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_bin('15 minutes', moment, '2000-01-01T00:00:00Z'::timestamptz)
  $$;
  -- From the quarter hour of one to that of the other, so that it stays the same when only these are kept.
  CREATE FUNCTION quarters_between(entered timestamptz, gone timestamptz) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (extract(epoch FROM quarter_hour(gone) - quarter_hour(entered)) / 900)::integer
  $$;

  CREATE TABLE application_records (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    job_id uuid NOT NULL REFERENCES job_descriptions ON DELETE CASCADE,
    -- Null once the person's data are gone: what is left then belongs to nobody.
    match_id uuid CONSTRAINT application_records_match_unique UNIQUE,
    -- matched: somebody of the pool, whose application begins with the first decision about them.
    source text NOT NULL CHECK (source IN ('applied', 'matched')),
    -- Kind of the candidate's source; null while none is known.
    origin text,
    -- In hundredths; at the last decision, before any at the beginning.
    score smallint NOT NULL,
    status text NOT NULL,
    status_since timestamptz(3) NOT NULL,
    stage_id uuid,
    furthest smallint NOT NULL,
    stays integer NOT NULL DEFAULT 1,
    started_at timestamptz(3) NOT NULL,
    removed_at timestamptz(3),
    -- What the score said of the job's skills; kept here once the result is gone.
    matched_skills text[],
    missing_skills text[]
  );
  CREATE INDEX application_records_started ON application_records (company_id, started_at)
    INCLUDE (job_id, source, origin, status, furthest, score, removed_at, id);
  CREATE INDEX application_records_status ON application_records (company_id, status, status_since)
    INCLUDE (job_id, started_at, removed_at);
  CREATE INDEX application_records_job ON application_records (job_id);

  CREATE TABLE application_stays (
    record_id uuid NOT NULL REFERENCES application_records ON DELETE CASCADE,
    position integer NOT NULL,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    job_id uuid NOT NULL,
    status text NOT NULL,
    -- The job's own stage within the status, as it was called; null without stages.
    stage_name text,
    entered_at timestamptz(3) NOT NULL,
    -- Of the status: earlier than entered_at when only the stage changed.
    status_entered_at timestamptz(3) NOT NULL,
    -- Null while it lasts.
    left_at timestamptz(3),
    -- Null while it lasts, and when the removal of the person's data ended it.
    next_status text,
    -- How long the status lasted, in quarter hours; null until it was left for another one.
    quarters integer,
    -- The application's first time in the status.
    is_first boolean NOT NULL,
    changed_by uuid REFERENCES users ON DELETE SET NULL,
    PRIMARY KEY (record_id, position)
  );
  CREATE INDEX application_stays_first ON application_stays (company_id, entered_at)
    INCLUDE (status, job_id) WHERE is_first;
  CREATE INDEX application_stays_left ON application_stays (company_id, left_at)
    INCLUDE (status, job_id, quarters) WHERE quarters IS NOT NULL;
  CREATE INDEX application_stays_job ON application_stays (job_id, left_at);
  CREATE INDEX application_stays_changed_by ON application_stays (changed_by) WHERE changed_by IS NOT NULL;

  -- What remains of the interviews of somebody whose data are gone: how much work they were, and the judgements.
  CREATE TABLE interview_remains (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    record_id uuid NOT NULL REFERENCES application_records ON DELETE CASCADE,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    job_id uuid NOT NULL,
    -- Tells interviews apart and is no id of any; null for a judgement without an interview.
    interview_key uuid,
    -- Null for an interview without attendees.
    user_id uuid REFERENCES users ON DELETE CASCADE,
    status text,
    starts_at timestamptz(3),
    ends_at timestamptz(3),
    rating smallint,
    submitted_at timestamptz(3)
  );
  CREATE INDEX interview_remains_company ON interview_remains (company_id);
  CREATE INDEX interview_remains_record ON interview_remains (record_id);
  CREATE INDEX interview_remains_user ON interview_remains (user_id);
`;

const FROM_RESULTS = `
  -- How somebody came: by the resume of the application, for its job, before any other way that they came.
  CREATE FUNCTION origin_of(resume uuid, job uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT s.kind FROM resumes r JOIN candidate_sources s ON s.candidate_id = r.candidate_id
    WHERE r.id = resume
    ORDER BY s.resume_id IS NOT DISTINCT FROM resume DESC, s.job_id IS NOT DISTINCT FROM job DESC, s.created_at, s.id
    LIMIT 1
  $$;

  CREATE FUNCTION rating_value(rating text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_position(ARRAY['definitely_not', 'no', 'mixed', 'yes', 'strong_yes'], rating)::smallint
  $$;

  CREATE FUNCTION record_application() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      record uuid := gen_random_uuid();
      begun timestamptz(3) := CASE TG_OP WHEN 'INSERT' THEN NEW.created_at ELSE NEW.updated_at END;
    BEGIN
      INSERT INTO application_records (id, company_id, job_id, match_id, source, origin, score, status, status_since,
        stage_id, furthest, started_at)
      VALUES (record, NEW.company_id, NEW.job_id, NEW.id, 'applied', origin_of(NEW.resume_id, NEW.job_id),
        round(100 * NEW.match_score), NEW.status, begun, NEW.stage_id, COALESCE(hiring_step(NEW.status), 0), begun)
      ON CONFLICT ON CONSTRAINT application_records_match_unique DO NOTHING;
      IF FOUND THEN
        INSERT INTO application_stays (record_id, position, company_id, job_id, status, stage_name, entered_at,
          status_entered_at, is_first)
        SELECT record, 0, NEW.company_id, NEW.job_id, NEW.status,
          (SELECT name FROM job_stages WHERE id = NEW.stage_id), begun, begun, true;
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER match_results_record_applied AFTER INSERT ON match_results
    FOR EACH ROW WHEN (NEW.source = 'applied') EXECUTE FUNCTION record_application();
  -- Somebody of the pool who then applied.
  CREATE TRIGGER match_results_record_claimed AFTER UPDATE OF source ON match_results
    FOR EACH ROW WHEN (OLD.source = 'matched' AND NEW.source = 'applied')
    EXECUTE FUNCTION record_application();

  -- Leaves the statistic: no id of the person, and times to the quarter hour.
  CREATE FUNCTION forget_applicant() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      record uuid;
      removed timestamptz(3) := quarter_hour(now());
    BEGIN
      UPDATE application_records SET match_id = NULL, removed_at = removed,
        started_at = quarter_hour(started_at), status_since = quarter_hour(status_since),
        matched_skills = OLD.matched_skills, missing_skills = OLD.missing_skills
      WHERE match_id = OLD.id RETURNING id INTO record;
      IF record IS NOT NULL THEN
        UPDATE application_stays SET entered_at = quarter_hour(entered_at),
          status_entered_at = quarter_hour(status_entered_at),
          left_at = CASE WHEN left_at IS NOT NULL THEN quarter_hour(left_at)
            WHEN status NOT IN ('hired', 'rejected', 'withdrawn') THEN GREATEST(removed, quarter_hour(entered_at)) END
        WHERE record_id = record;
        PERFORM keep_interview_remains(OLD.id, record);
      END IF;
      RETURN OLD;
    END
  $$;
  CREATE TRIGGER match_results_forget_person BEFORE DELETE ON match_results
    FOR EACH ROW EXECUTE FUNCTION forget_applicant();
`;

const REMAINS = `
  CREATE FUNCTION keep_interview_remains(match uuid, record uuid) RETURNS void LANGUAGE sql AS $$
    WITH held AS MATERIALIZED (SELECT *, gen_random_uuid() AS key FROM interviews WHERE match_id = match)
    INSERT INTO interview_remains (record_id, company_id, job_id, interview_key, user_id, status, starts_at, ends_at,
      rating, submitted_at)
    SELECT record, i.company_id, r.job_id, i.key, a.user_id, i.status, quarter_hour(i.starts_at),
      quarter_hour(i.starts_at) + (i.ends_at - i.starts_at), rating_value(s.overall_rating), quarter_hour(s.submitted_at)
    FROM held i JOIN application_records r ON r.id = record
    LEFT JOIN interview_attendees a ON a.interview_id = i.id
    LEFT JOIN scorecards s ON s.interview_id = i.id AND s.author_id = a.user_id AND s.submitted_at IS NOT NULL
    UNION ALL
    SELECT record, s.company_id, r.job_id, NULL, s.author_id, NULL, NULL, NULL, rating_value(s.overall_rating),
      quarter_hour(s.submitted_at)
    FROM scorecards s JOIN application_records r ON r.id = record
    WHERE s.match_id = match AND s.submitted_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM interview_attendees a WHERE a.interview_id = s.interview_id AND a.user_id = s.author_id)
  $$;
`;

const FROM_CHANGES = `
  CREATE FUNCTION record_status_change() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      known application_records;
      -- A transaction that waited for another has the earlier time of the two.
      moved timestamptz(3);
    BEGIN
      SELECT * INTO known FROM application_records WHERE match_id = NEW.match_id FOR UPDATE;
      IF NOT FOUND THEN
        INSERT INTO application_records (id, company_id, job_id, match_id, source, origin, score, status,
          status_since, stage_id, furthest, started_at)
        SELECT gen_random_uuid(), m.company_id, m.job_id, m.id, 'matched', origin_of(m.resume_id, m.job_id),
          round(100 * NEW.match_score), NEW.to_status, NEW.created_at, NEW.to_stage_id, COALESCE(hiring_step(NEW.to_status), 0),
          NEW.created_at
        FROM match_results m WHERE m.id = NEW.match_id
        RETURNING * INTO known;
        INSERT INTO application_stays (record_id, position, company_id, job_id, status, stage_name, entered_at,
          status_entered_at, is_first, changed_by)
        VALUES (known.id, 0, known.company_id, known.job_id, known.status, NEW.to_stage_name, known.started_at,
          known.started_at, true, NEW.changed_by);
      ELSIF known.status <> NEW.to_status OR known.stage_id IS DISTINCT FROM NEW.to_stage_id THEN
        SELECT GREATEST(NEW.created_at, entered_at) INTO moved FROM application_stays
        WHERE record_id = known.id AND position = known.stays - 1;
        UPDATE application_stays SET left_at = moved, next_status = NEW.to_status,
          quarters = CASE WHEN status <> NEW.to_status THEN quarters_between(status_entered_at, moved) END
        WHERE record_id = known.id AND position = known.stays - 1;
        INSERT INTO application_stays (record_id, position, company_id, job_id, status, stage_name, entered_at,
          status_entered_at, is_first, changed_by)
        VALUES (known.id, known.stays, known.company_id, known.job_id, NEW.to_status, NEW.to_stage_name, moved,
          CASE WHEN known.status = NEW.to_status THEN known.status_since ELSE moved END,
          NOT EXISTS (SELECT FROM application_stays WHERE record_id = known.id AND status = NEW.to_status),
          NEW.changed_by);
        UPDATE application_records SET status = NEW.to_status, stage_id = NEW.to_stage_id, stays = stays + 1,
          status_since = CASE WHEN known.status = NEW.to_status THEN known.status_since ELSE moved END,
          furthest = GREATEST(furthest, hiring_step(NEW.to_status)), score = round(100 * NEW.match_score)
        WHERE id = known.id;
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER match_status_changes_record AFTER INSERT ON match_status_changes
    FOR EACH ROW EXECUTE FUNCTION record_status_change();
`;

const FROM_SOURCES = `
  CREATE FUNCTION record_origin() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE application_records a SET origin = origin_of(m.resume_id, m.job_id)
      FROM match_results m JOIN resumes r ON r.id = m.resume_id
      WHERE r.candidate_id = NEW.candidate_id AND a.match_id = m.id
        AND a.origin IS DISTINCT FROM origin_of(m.resume_id, m.job_id);
      RETURN NULL;
    END
  $$;
  CREATE TRIGGER candidate_sources_record AFTER INSERT OR UPDATE ON candidate_sources
    FOR EACH ROW EXECUTE FUNCTION record_origin();
`;

/** What happened before: the same rows, from the history that is there. */
const EXISTING = `
  CREATE TEMPORARY TABLE told ON COMMIT DROP AS
  SELECT m.id AS match_id, m.company_id, m.job_id, m.source, 0 AS turn, m.created_at, m.id AS tie, 'pending' AS status, m.resume_id,
    m.match_score AS score, NULL::uuid AS changed_by
  FROM match_results m WHERE m.source = 'applied'
  UNION ALL
  SELECT m.id, m.company_id, m.job_id, m.source, 1, c.created_at, c.id, c.to_status, m.resume_id, c.match_score, c.changed_by
  FROM match_status_changes c JOIN match_results m ON m.id = c.match_id;

  CREATE TEMPORARY TABLE moves ON COMMIT DROP AS
  SELECT *, (row_number() OVER history - 1)::integer AS position, lead(created_at) OVER history AS left_at,
    lead(status) OVER history AS next_status
  FROM (SELECT *, lag(status) OVER (PARTITION BY match_id ORDER BY turn, created_at, tie) AS before FROM told) AS steps
  WHERE status IS DISTINCT FROM before
  WINDOW history AS (PARTITION BY match_id ORDER BY turn, created_at, tie);

  INSERT INTO application_records (id, company_id, job_id, match_id, source, origin, score, status, status_since,
    furthest, stays, started_at)
  SELECT gen_random_uuid(), company_id, job_id, match_id, source, origin_of(resume_id, job_id), round(100 * (array_agg(score ORDER BY position DESC))[1]),
    (array_agg(status ORDER BY position DESC))[1], max(created_at), COALESCE(max(hiring_step(status)), 0), count(*),
    min(created_at)
  FROM moves GROUP BY company_id, job_id, match_id, resume_id, source;

  INSERT INTO application_stays (record_id, position, company_id, job_id, status, entered_at, status_entered_at,
    left_at, next_status, quarters, is_first, changed_by)
  SELECT r.id, m.position, r.company_id, r.job_id, m.status, m.created_at, m.created_at, m.left_at, m.next_status,
    quarters_between(m.created_at, m.left_at),
    row_number() OVER (PARTITION BY m.match_id, m.status ORDER BY m.position) = 1, m.changed_by
  FROM moves m JOIN application_records r ON r.match_id = m.match_id;

  DROP TABLE moves, told;
`;
