import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What happened to applications and people, for good: each company's events are a chain of hashes. An event gets its
 * place at the commit of what it is about, so that companies' writers wait for each other only then, and never while they
 * hold other rows. Rows cannot be changed or deleted, except with their company. They hold ids, never a name.
 */
export class AddAudit1763940000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_events (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        sequence bigint,
        occurred_at timestamptz(3) NOT NULL DEFAULT now(),
        actor_id uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        details jsonb NOT NULL,
        previous_hash bytea,
        hash bytea,
        CONSTRAINT audit_events_sequence_unique UNIQUE (company_id, sequence),
        CONSTRAINT audit_events_chained CHECK ((sequence IS NULL) = (hash IS NULL))
      );
      CREATE INDEX audit_events_subject_index ON audit_events (company_id, subject_id);

      -- The last link of each company's chain.
      CREATE TABLE audit_chains (
        company_id uuid PRIMARY KEY REFERENCES companies ON DELETE CASCADE,
        sequence bigint NOT NULL,
        hash bytea NOT NULL
      );

      -- An array's text tells its parts apart, whatever they hold.
      CREATE FUNCTION audit_event_hash(event audit_events) RETURNS bytea LANGUAGE sql IMMUTABLE
      RETURN sha256(convert_to(jsonb_build_array(
        encode(event.previous_hash, 'hex'), event.sequence, event.id, event.company_id,
        (extract(epoch FROM event.occurred_at) * 1000)::bigint, event.actor_id, event.action,
        event.subject_type, event.subject_id, event.details)::text, 'UTF8'));

      CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        link audit_events := NEW;
      BEGIN
        INSERT INTO audit_chains VALUES (NEW.company_id, 0, '') ON CONFLICT DO NOTHING;
        SELECT sequence + 1, hash INTO link.sequence, link.previous_hash
          FROM audit_chains WHERE company_id = NEW.company_id FOR UPDATE;
        link.hash := audit_event_hash(link);
        UPDATE audit_events SET sequence = link.sequence, previous_hash = link.previous_hash, hash = link.hash
          WHERE id = NEW.id;
        UPDATE audit_chains SET sequence = link.sequence, hash = link.hash WHERE company_id = NEW.company_id;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER audit_events_chain AFTER INSERT ON audit_events
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_chain();

      CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.hash IS NULL AND OLD.id = NEW.id
          AND audit_event_hash(NEW) = NEW.hash THEN
          RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM companies WHERE id = OLD.company_id) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'audit events are kept as they are' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER audit_events_keep BEFORE UPDATE OR DELETE ON audit_events
        FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
      CREATE TRIGGER audit_events_keep_all BEFORE TRUNCATE ON audit_events
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER audit_events_chain ON audit_events;
      DROP TRIGGER audit_events_keep ON audit_events;
      DROP TRIGGER audit_events_keep_all ON audit_events;
      DROP FUNCTION audit_chain();
      DROP FUNCTION audit_refuse_change();
      DROP FUNCTION audit_event_hash(audit_events);
      DROP TABLE audit_chains;
      DROP TABLE audit_events;
    `);
  }
}
