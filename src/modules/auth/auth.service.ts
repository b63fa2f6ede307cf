import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { type UserProfile, UsersService } from '../users';
import {
  AccountInactiveError,
  InvalidCredentialsError,
  WrongCurrentPasswordError,
} from './auth.errors';
import { PasswordHasher } from './password-hasher';
import { PasswordResetsRepository } from './password-resets/password-resets.repository';
import { SessionsService, type TokenPair } from './sessions/sessions.service';

export interface Login {
  readonly tokens: TokenPair;
  readonly user: UserProfile;
}

/** Who somebody is, by password. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly passwords: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly resets: PasswordResetsRepository,
  ) {}

  /** @throws InvalidCredentialsError, AccountInactiveError only to who knows the password. */
  async login(email: string, password: string): Promise<Login> {
    const user = await this.users.findByEmail(email);
    const hashedPassword = user === null ? null : await this.users.findHashedPassword(user.id);
    const matches = await this.passwords.verify(password, hashedPassword);
    if (user === null || !matches) {
      throw new InvalidCredentialsError();
    }
    if (!user.isActive) {
      throw new AccountInactiveError();
    }
    return this.openSession(await this.users.profileOf(user));
  }

  /**
   * Ends every session, also the caller's, and opens a new one.
   *
   * @throws WrongCurrentPasswordError
   */
  async changePassword(
    actor: Actor,
    { current, next }: { readonly current: string; readonly next: string },
  ): Promise<Login> {
    const hashedPassword = await this.users.findHashedPassword(actor.userId);
    if (!(await this.passwords.verify(current, hashedPassword))) {
      throw new WrongCurrentPasswordError();
    }
    await this.users.updatePassword(actor.userId, await this.passwords.hash(next));
    await this.resets.deleteOf(actor.userId);
    return this.openSession(await this.users.getProfile(actor.companyId, actor.userId));
  }

  me(actor: Actor): Promise<UserProfile> {
    return this.users.getProfile(actor.companyId, actor.userId);
  }

  private async openSession(user: UserProfile): Promise<Login> {
    return { tokens: await this.sessions.open(user), user };
  }
}
