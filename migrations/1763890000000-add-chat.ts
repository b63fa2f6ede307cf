import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people ask about candidates and were answered. A message that tells of a resume goes with it,
 * whoever deletes that, and takes its question and the conversation's title along: both may name the person.
 */
export class AddChat1763890000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE conversations (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        scope text NOT NULL CHECK (scope IN ('resume', 'job', 'pool')),
        resume_id uuid REFERENCES resumes ON DELETE CASCADE,
        job_id uuid REFERENCES job_descriptions ON DELETE CASCADE,
        title text,
        next_position integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT conversations_scope_ids CHECK (
          (scope = 'resume') = (resume_id IS NOT NULL) AND (scope <> 'job' OR job_id IS NOT NULL)
          AND (scope <> 'pool' OR job_id IS NULL))
      );
      CREATE INDEX conversations_user_index ON conversations (company_id, user_id, updated_at DESC, id DESC);
      CREATE INDEX conversations_resume_index ON conversations (resume_id) WHERE resume_id IS NOT NULL;
      CREATE INDEX conversations_job_index ON conversations (job_id) WHERE job_id IS NOT NULL;
      CREATE INDEX conversations_age_index ON conversations (updated_at);

      CREATE TABLE messages (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        conversation_id uuid NOT NULL REFERENCES conversations ON DELETE CASCADE,
        position integer NOT NULL,
        role text NOT NULL CHECK (role IN ('user', 'assistant')),
        -- Of an answer: the question.
        question_id uuid REFERENCES messages ON DELETE CASCADE,
        content text NOT NULL,
        -- Of a question that got no answer: why.
        error_code text,
        outcome text,
        citations jsonb NOT NULL DEFAULT '[]',
        notices jsonb NOT NULL DEFAULT '[]',
        provider text,
        model text,
        prompt_version text,
        fallback_reason text,
        duration_ms integer,
        prompt_tokens integer,
        completion_tokens integer,
        dropped_citations integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT messages_position_unique UNIQUE (conversation_id, position)
      );
      CREATE INDEX messages_company_index ON messages (company_id);
      CREATE INDEX messages_question_index ON messages (question_id) WHERE question_id IS NOT NULL;

      CREATE TABLE message_subjects (
        message_id uuid NOT NULL REFERENCES messages ON DELETE CASCADE,
        resume_id uuid NOT NULL REFERENCES resumes ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        PRIMARY KEY (message_id, resume_id)
      );
      CREATE INDEX message_subjects_resume_index ON message_subjects (resume_id);

      CREATE FUNCTION forget_message_of_resume() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE conversations c SET title = NULL FROM messages m
          WHERE m.id = OLD.message_id AND c.id = m.conversation_id AND c.title IS NOT NULL;
        -- The answer follows its question.
        DELETE FROM messages q USING messages a WHERE a.id = OLD.message_id AND q.id = a.question_id;
        DELETE FROM messages WHERE id = OLD.message_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER message_subjects_forget AFTER DELETE ON message_subjects
        FOR EACH ROW EXECUTE FUNCTION forget_message_of_resume();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE message_subjects;
      DROP FUNCTION forget_message_of_resume;
      DROP TABLE messages;
      DROP TABLE conversations;
    `);
  }
}
