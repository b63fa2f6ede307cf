import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { UsersService } from '../../users';
import { InvalidPasswordResetError } from '../auth.errors';
import { PasswordResetRequested } from '../auth.events';
import { hashOpaqueToken, newOpaqueToken } from '../opaque-token';
import { PasswordHasher } from '../password-hasher';
import { PasswordResetsRepository } from './password-resets.repository';

const TOKEN_PREFIX = 'slp_';
const LIFE_MS = 60 * 60 * 1000;

/** Who keeps asking gets no second mail so soon. */
const MINIMUM_INTERVAL_MS = 60 * 1000;

/** Longer than the work for a known address takes, so that the time of an answer tells nothing. */
const ANSWER_AFTER_MS = 250;

/** How people who forgot their password get back in, by a token that is mailed to them. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly database: Database,
    private readonly repository: PasswordResetsRepository,
    private readonly users: UsersService,
    private readonly passwords: PasswordHasher,
    private readonly events: EventBus,
  ) {}

  /** Does the same for the caller whether or not somebody has this address. */
  async request(email: string): Promise<void> {
    await Promise.all([this.issue(email), sleep(ANSWER_AFTER_MS)]);
  }

  /**
   * Sets the password and ends every session. The token works once.
   *
   * @throws InvalidPasswordResetError
   */
  async reset(token: string, password: string): Promise<void> {
    const tokenHash = hashOpaqueToken(token);
    const now = new Date();
    // Hashing is expensive on purpose: not for everybody who sends nonsense.
    if (!(await this.repository.isOpen(tokenHash, now))) {
      throw new InvalidPasswordResetError();
    }
    const hashedPassword = await this.passwords.hash(password);
    await this.database.transaction(async () => {
      const userId = await this.repository.spend(tokenHash, now);
      const user = userId === null ? null : await this.users.findById(userId);
      if (user?.isActive !== true) {
        throw new InvalidPasswordResetError();
      }
      await this.users.updatePassword(user.id, hashedPassword);
    });
  }

  private async issue(email: string): Promise<void> {
    const user = await this.users.findByEmail(email);
    if (user?.isActive !== true) {
      return;
    }
    const { id: userId, companyId } = user;
    const createdAt = new Date();
    const token = newOpaqueToken(TOKEN_PREFIX);
    const reset = {
      id: randomUUID(),
      companyId,
      userId,
      tokenHash: hashOpaqueToken(token),
      expiresAt: new Date(createdAt.getTime() + LIFE_MS),
      createdAt,
    };
    const notBefore = new Date(createdAt.getTime() - MINIMUM_INTERVAL_MS);
    await this.database.transaction(async () => {
      if (await this.repository.insert(reset, notBefore)) {
        await this.events.publish(new PasswordResetRequested(companyId, userId, reset.id, token));
      }
    });
  }
}
