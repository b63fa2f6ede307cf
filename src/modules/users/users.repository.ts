import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database, isUniqueViolation } from '../../platform/database';
import type { UserChange } from './domain/user-change';
import { UserEntity } from './user.entity';
import { EmailTakenError } from './users.errors';

/** A user without the password's hash. */
export type User = Readonly<Omit<UserEntity, 'hashedPassword'>>;

export type NamedUser = Pick<User, 'id' | 'fullName'>;

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  /** @throws EmailTakenError when anybody has this e-mail, in whatever company. */
  async insert(user: UserEntity): Promise<void> {
    try {
      await this.database.manager.insert(UserEntity, user);
    } catch (error) {
      if (isUniqueViolation(error, 'users_email_unique')) {
        throw new EmailTakenError();
      }
      throw error;
    }
  }

  isEmailTaken(email: string): Promise<boolean> {
    return this.database.manager.existsBy(UserEntity, { email });
  }

  /** Every request asks who calls, and the query builder takes twice as long as this statement. */
  async findById(id: string): Promise<User | null> {
    const [user] = await this.database.query<User>(
      `SELECT id, company_id AS "companyId", email, full_name AS "fullName", role, is_owner AS "isOwner",
         is_active AS "isActive", session_version AS "sessionVersion", created_at AS "createdAt"
       FROM users WHERE id = $1`,
      [id],
    );
    return user ?? null;
  }

  findInCompany(companyId: string, id: string): Promise<User | null> {
    return this.database.manager.findOneBy(UserEntity, { id, companyId });
  }

  holdActive(companyId: string, ids: readonly string[]): Promise<NamedUser[]> {
    // Not FOR UPDATE, for which everybody would wait who writes a row that names the user.
    return this.database.query(
      `SELECT id, full_name AS "fullName" FROM users
       WHERE company_id = $1 AND id = ANY($2) AND is_active ORDER BY id FOR NO KEY UPDATE`,
      [companyId, ids],
    );
  }

  activeOf(companyId: string, ids: readonly string[]): Promise<NamedUser[]> {
    return this.database.query(
      `SELECT id, full_name AS "fullName" FROM users
       WHERE company_id = $1 AND id = ANY($2) AND is_active ORDER BY id`,
      [companyId, ids],
    );
  }

  findByEmail(email: string): Promise<User | null> {
    return this.database.manager.findOneBy(UserEntity, { email });
  }

  async findHashedPassword(id: string): Promise<string | null> {
    const user = await this.database.manager.findOne(UserEntity, {
      select: { id: true, hashedPassword: true },
      where: { id },
    });
    return user?.hashedPassword ?? null;
  }

  /** Oldest first. */
  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<User>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = this.database.manager
      .createQueryBuilder(UserEntity, 'user')
      .where('user.companyId = :companyId', { companyId });
    const total = await rows.getCount();
    if (after !== null) {
      rows.andWhere('(user.createdAt, user.id) > (:at, :id)', { at: after[0], id: after[1] });
    }
    const users = await rows
      .orderBy('user.createdAt', 'ASC')
      .addOrderBy('user.id', 'ASC')
      .take(query.limit + 1)
      .getMany();
    return pageOf(users, {
      limit: query.limit,
      total,
      key: (user) => [user.createdAt.toISOString(), user.id],
    });
  }

  /** Deactivating also ends every session, so that being active again does not revive old tokens. */
  async update(companyId: string, id: string, change: UserChange): Promise<void> {
    await this.database.execute(
      `UPDATE users SET full_name = COALESCE($3, full_name), role = COALESCE($4, role),
         is_active = COALESCE($5, is_active),
         session_version = session_version + CASE WHEN is_active AND NOT COALESCE($5, true) THEN 1 ELSE 0 END
       WHERE company_id = $1 AND id = $2`,
      [companyId, id, change.fullName ?? null, change.role ?? null, change.isActive ?? null],
    );
  }

  async updatePassword(id: string, hashedPassword: string): Promise<void> {
    await this.database.execute(
      `UPDATE users SET hashed_password = $2, session_version = session_version + 1 WHERE id = $1`,
      [id, hashedPassword],
    );
  }
}
