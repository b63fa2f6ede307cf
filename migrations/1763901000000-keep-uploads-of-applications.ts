import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An application that goes, with its job, leaves the file that came with it to its task: the task fails, and
 * whatever removes failed uploads removes the file. With the row, nobody would know of the file any more.
 */
export class KeepUploadsOfApplications1763901000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(foreignKey('SET NULL'));
    await queryRunner.query(`CREATE INDEX upload_items_application ON upload_items (application_id)
      WHERE application_id IS NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX upload_items_application');
    await queryRunner.query(foreignKey('CASCADE'));
  }
}

function foreignKey(onDelete: 'SET NULL' | 'CASCADE'): string {
  return `
    ALTER TABLE upload_items DROP CONSTRAINT upload_items_application_id_fkey,
      ADD CONSTRAINT upload_items_application_id_fkey FOREIGN KEY (application_id)
        REFERENCES applications ON DELETE ${onDelete};
  `;
}
