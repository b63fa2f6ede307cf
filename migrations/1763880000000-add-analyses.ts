import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was worded about a job's candidate; it goes with the result that it is about. */
export class AddAnalyses1763880000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE analyses (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        match_id uuid NOT NULL CONSTRAINT analyses_match_unique UNIQUE REFERENCES match_results ON DELETE CASCADE,
        match_score integer NOT NULL CHECK (match_score BETWEEN 0 AND 100),
        missing_skills text[] NOT NULL,
        wording jsonb NOT NULL,
        provider text NOT NULL,
        model text NOT NULL,
        prompt_version text NOT NULL,
        fallback_reason text,
        duration_ms integer NOT NULL,
        prompt_tokens integer,
        completion_tokens integer,
        dropped_claims integer NOT NULL,
        withheld_lines integer NOT NULL,
        engine_version text NOT NULL,
        job_version integer NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX analyses_company_index ON analyses (company_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE analyses;');
  }
}
