import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the pages of a job's candidates stand on: an index per order, names and places in a form that sorts
 * and compares, and the order as it was when somebody began to read the list (docs/adr/0015).
 */
export class AddRankedLists1763803000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ORDERS);
    await queryRunner.query(PRIOR_SCORES);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER match_results_remember_scores ON match_results;
      DROP FUNCTION remember_match_scores();
      DROP FUNCTION was_seen(xid8, pg_snapshot);
      DROP INDEX match_results_scored_in, match_results_newest, match_results_skills, match_results_similarity,
        match_results_status, resumes_ranked;
      ALTER TABLE match_results DROP COLUMN added_in, DROP COLUMN scored_in, DROP COLUMN prior_scored_in,
        DROP COLUMN prior_match_score, DROP COLUMN prior_similarity_score, DROP COLUMN prior_skill_match_score;
      ALTER TABLE candidates DROP COLUMN name_words, DROP COLUMN location_words;
    `);
  }
}

const ORDERS = `
  CREATE INDEX match_results_similarity ON match_results (job_id, similarity_score DESC, resume_id);
  CREATE INDEX match_results_skills ON match_results (job_id, COALESCE(skill_match_score, -1) DESC, resume_id);
  CREATE INDEX match_results_newest ON match_results (job_id, created_at DESC, resume_id);
  CREATE INDEX match_results_status ON match_results (job_id, status, match_score DESC, resume_id);

  -- A resume's row is wide; the pages that sort and filter by the person need these two columns of it.
  CREATE INDEX resumes_ranked ON resumes (id) INCLUDE (candidate_id, years_of_experience);

  ALTER TABLE candidates
    ADD COLUMN name_words text COLLATE "C" GENERATED ALWAYS AS (search_text(full_name)) STORED,
    ADD COLUMN location_words text COLLATE "C" GENERATED ALWAYS AS (search_text(location)) STORED;
`;

const PRIOR_SCORES = `
  -- The transactions that added a result and that last changed its scores, and the scores before that.
  ALTER TABLE match_results
    ADD COLUMN added_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN scored_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    ADD COLUMN prior_scored_in xid8,
    ADD COLUMN prior_match_score double precision,
    ADD COLUMN prior_similarity_score double precision,
    ADD COLUMN prior_skill_match_score double precision;
  CREATE INDEX match_results_scored_in ON match_results (job_id, scored_in);

  CREATE FUNCTION remember_match_scores() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      -- A second change in one transaction: nobody has seen the first.
      IF OLD.scored_in <> pg_current_xact_id() THEN
        NEW.prior_scored_in := OLD.scored_in;
        NEW.prior_match_score := OLD.match_score;
        NEW.prior_similarity_score := OLD.similarity_score;
        NEW.prior_skill_match_score := OLD.skill_match_score;
      END IF;
      NEW.scored_in := pg_current_xact_id();
      RETURN NEW;
    END
  $$;
  CREATE TRIGGER match_results_remember_scores
    BEFORE UPDATE ON match_results FOR EACH ROW
    WHEN ((OLD.match_score, OLD.similarity_score, OLD.skill_match_score)
      IS DISTINCT FROM (NEW.match_score, NEW.similarity_score, NEW.skill_match_score))
    EXECUTE FUNCTION remember_match_scores();

  -- Whether a snapshot saw what a transaction wrote. A number that this server has not reached yet came
  -- with a restored dump, so it is older than every snapshot.
  CREATE FUNCTION was_seen(written_in xid8, seen_by pg_snapshot) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT pg_visible_in_snapshot(written_in, seen_by) OR written_in >= pg_snapshot_xmax(pg_current_snapshot())
  $$;
`;
