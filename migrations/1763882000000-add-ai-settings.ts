import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a company wants of the language model, and what it used of it, by month. */
export class AddAiSettings1763882000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ai_settings (
        company_id uuid PRIMARY KEY REFERENCES companies ON DELETE CASCADE,
        use_model boolean NOT NULL,
        analyse_on_match boolean NOT NULL,
        redact_contact_data boolean NOT NULL,
        -- In the currency of LLM_PRICE_PROMPT; null is no limit.
        monthly_budget numeric(12, 2) CHECK (monthly_budget >= 0),
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE TABLE ai_usage (
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        -- The first day of it, in UTC.
        month date NOT NULL,
        feature text NOT NULL,
        calls integer NOT NULL,
        estimated_calls integer NOT NULL,
        prompt_tokens bigint NOT NULL,
        completion_tokens bigint NOT NULL,
        -- By the prices of the moment: a price that changes later changes no month that was.
        cost numeric(18, 9) NOT NULL,
        PRIMARY KEY (company_id, month, feature)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ai_usage, ai_settings;');
  }
}
