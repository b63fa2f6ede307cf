import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Stops the start when the database is older than the code: half the queries would fail later. */
@Injectable()
export class SchemaGuard implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    if (await this.dataSource.showMigrations()) {
      throw new Error(
        'The database schema is older than this version: run `npm run migrate` first.',
      );
    }
  }
}
