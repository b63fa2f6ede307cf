import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor, Page, Role } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { CompaniesService } from '../companies';
import { checkUserChange, type UserChange } from './domain/user-change';
import { UserDeactivated, UserRoleChanged } from './users.events';
import { type NamedUser, type User, UsersRepository } from './users.repository';

/** A user with the name of their company, as the API shows them. */
export interface UserProfile extends User {
  readonly companyName: string;
}

export interface NewUser {
  readonly companyId: string;
  /** Lower case. */
  readonly email: string;
  readonly hashedPassword: string;
  readonly fullName: string;
  readonly role: Role;
  readonly isOwner: boolean;
}

/** The people of the companies. Whether a password or token is right is the concern of `auth`. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly repository: UsersRepository,
    private readonly companies: CompaniesService,
    private readonly events: EventBus,
  ) {}

  /** @throws EmailTakenError */
  async create(user: NewUser): Promise<User> {
    const created = {
      id: randomUUID(),
      companyId: user.companyId,
      email: user.email,
      fullName: user.fullName,
      role: user.role,
      isOwner: user.isOwner,
      isActive: true,
      sessionVersion: 1,
      createdAt: new Date(),
    };
    await this.repository.insert({ ...created, hashedPassword: user.hashedPassword });
    return created;
  }

  isEmailTaken(email: string): Promise<boolean> {
    return this.repository.isEmailTaken(email);
  }

  /** For authentication only: everybody else asks for a user of their company. */
  findById(userId: string): Promise<User | null> {
    return this.repository.findById(userId);
  }

  /** For authentication only. */
  findByEmail(email: string): Promise<User | null> {
    return this.repository.findByEmail(email);
  }

  /** For authentication only. */
  findHashedPassword(userId: string): Promise<string | null> {
    return this.repository.findHashedPassword(userId);
  }

  /** @throws NotFoundError also for the users of other companies. */
  async getInCompany(companyId: string, userId: string): Promise<User> {
    const user = await this.repository.findInCompany(companyId, userId);
    if (user === null) {
      throw new NotFoundError('user');
    }
    return user;
  }

  /**
   * Those of the ids that are active users of the company, held against others who hold them until the
   * transaction ends. They are locked in the order of their ids, after everything else.
   */
  holdActive(companyId: string, userIds: readonly string[]): Promise<readonly NamedUser[]> {
    return this.repository.holdActive(companyId, userIds);
  }

  /** Those of the ids that are active users of the company. */
  activeOf(companyId: string, userIds: readonly string[]): Promise<readonly NamedUser[]> {
    return this.repository.activeOf(companyId, userIds);
  }

  /** @throws NotFoundError */
  async getProfile(companyId: string, userId: string): Promise<UserProfile> {
    return this.profileOf(await this.getInCompany(companyId, userId));
  }

  async profileOf(user: User): Promise<UserProfile> {
    const company = await this.companies.get(user.companyId);
    return { ...user, companyName: company.name };
  }

  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<UserProfile>> {
    const page = await this.repository.list(companyId, query);
    const company = await this.companies.get(companyId);
    return { ...page, rows: page.rows.map((user) => ({ ...user, companyName: company.name })) };
  }

  /** @throws NotFoundError, OwnerProtectedError, OwnAdminRightError */
  async update(actor: Actor, userId: string, change: UserChange): Promise<UserProfile> {
    return this.database.transaction(async () => {
      const user = await this.getInCompany(actor.companyId, userId);
      checkUserChange(actor.userId, user, change);
      await this.repository.update(actor.companyId, userId, change);
      if (user.isActive && change.isActive === false) {
        await this.events.publish(new UserDeactivated(actor.companyId, userId, actor.userId));
      }
      if (!user.isOwner && change.role !== undefined && change.role !== user.role) {
        await this.events.publish(new UserRoleChanged(actor.companyId, userId, actor.userId));
      }
      return this.getProfile(actor.companyId, userId);
    });
  }

  /** Ends every session of the user. */
  updatePassword(userId: string, hashedPassword: string): Promise<void> {
    return this.repository.updatePassword(userId, hashedPassword);
  }
}
