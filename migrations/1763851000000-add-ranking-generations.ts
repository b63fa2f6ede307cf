import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number per company that is another one after every commit that may change a ranked list: cached pages
 * carry it in their key (docs/adr/0016). Triggers, so that no writer can forget it and cascades count too;
 * deferred to the commit, so that its row is the last one that a transaction locks.
 */
export class AddRankingGenerations1763851000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ranking_generations (
        company_id uuid PRIMARY KEY REFERENCES companies ON DELETE CASCADE,
        generation bigint NOT NULL,
        -- The transaction that raised it last: one that changes many rows raises it once.
        changed_in xid8 NOT NULL
      );

      CREATE FUNCTION raise_ranking_generation() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          company uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.company_id ELSE NEW.company_id END;
        BEGIN
          IF EXISTS (SELECT FROM ranking_generations
              WHERE company_id = company AND changed_in = pg_current_xact_id()) THEN
            RETURN NULL;
          END IF;
          -- Not when the company itself was deleted.
          INSERT INTO ranking_generations AS known (company_id, generation, changed_in)
          SELECT id, 1, pg_current_xact_id() FROM companies WHERE id = company
          ON CONFLICT (company_id) DO UPDATE
            SET generation = known.generation + 1, changed_in = pg_current_xact_id();
          RETURN NULL;
        END
      $$;

      CREATE CONSTRAINT TRIGGER match_results_raise_generation
        AFTER INSERT OR UPDATE OR DELETE ON match_results DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION raise_ranking_generation();
      CREATE CONSTRAINT TRIGGER candidates_raise_generation
        AFTER UPDATE OF full_name, location ON candidates DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN ((OLD.full_name, OLD.location) IS DISTINCT FROM (NEW.full_name, NEW.location))
        EXECUTE FUNCTION raise_ranking_generation();
      -- A resume's skills change only together with its profile.
      CREATE CONSTRAINT TRIGGER resumes_raise_generation
        AFTER UPDATE OF candidate_id, years_of_experience, profile ON resumes DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION raise_ranking_generation();
      CREATE CONSTRAINT TRIGGER job_skills_raise_generation
        AFTER INSERT OR UPDATE OR DELETE ON job_skills DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION raise_ranking_generation();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER job_skills_raise_generation ON job_skills;
      DROP TRIGGER resumes_raise_generation ON resumes;
      DROP TRIGGER candidates_raise_generation ON candidates;
      DROP TRIGGER match_results_raise_generation ON match_results;
      DROP FUNCTION raise_ranking_generation();
      DROP TABLE ranking_generations;
    `);
  }
}
