import type { MigrationInterface, QueryRunner } from 'typeorm';

/** E-mail as rows: what was or will be sent to whom, how companies word it, and who wants no reminders. */
export class AddEmail1763860000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE email_settings (
        company_id uuid PRIMARY KEY REFERENCES companies ON DELETE CASCADE,
        mailed_statuses text[] NOT NULL,
        grace_period_seconds integer NOT NULL CHECK (grace_period_seconds BETWEEN 0 AND 604800),
        -- Null: the company's name.
        sender_name text,
        reply_to text,
        updated_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE email_templates (
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        kind text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text,
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (company_id, kind)
      );

      CREATE TABLE email_messages (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        kind text NOT NULL,
        -- No references: the row outlives them as a stub without personal data.
        candidate_id uuid,
        user_id uuid,
        job_id uuid,
        resume_id uuid,
        -- What the mail is because of, so that the same cause never makes two.
        dedupe_key text NOT NULL,
        to_name text,
        to_address text,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        attachments jsonb NOT NULL DEFAULT '[]',
        unsubscribe_url text,
        -- The status that the candidate knew before, on mail about a status.
        known_status text,
        state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'bounced', 'no_address', 'cancelled')),
        attempts integer NOT NULL DEFAULT 0,
        error_code text,
        error_message text,
        task_id uuid,
        send_after timestamptz(3) NOT NULL,
        sent_at timestamptz(3),
        erased_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT email_messages_dedupe_unique UNIQUE (company_id, dedupe_key)
      );
      CREATE INDEX email_messages_company ON email_messages (company_id, created_at DESC, id DESC);
      CREATE INDEX email_messages_candidate ON email_messages (company_id, candidate_id);
      CREATE INDEX email_messages_resume ON email_messages (company_id, resume_id);
      CREATE INDEX email_messages_task ON email_messages (task_id);

      CREATE TABLE email_unsubscribes (
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        -- SHA-256 of company and address: enough to recognise an address that is known anyway.
        address_hash text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        PRIMARY KEY (company_id, address_hash)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE email_unsubscribes, email_messages, email_templates, email_settings;
    `);
  }
}
