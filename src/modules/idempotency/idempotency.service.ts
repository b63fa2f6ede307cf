import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { hashOfKey, seal, unseal } from './domain/sealed-answer';
import { IdempotencyKeyReusedError, RequestInProgressError } from './idempotency.errors';
import { type Claim, IdempotencyRepository } from './idempotency.repository';

const CLEANING_INTERVAL_MS = 3_600_000;

/** What a request was answered before. */
export interface KeptAnswer {
  readonly status: number;
  /** JSON; empty when the answer had no body. */
  readonly body: string;
}

/** A key that this request alone may use until it is kept or released. */
export interface HeldKey {
  readonly claim: Claim;
  readonly key: string;
}

/** Answers a request that comes twice under the same key as it was answered the first time. */
@Injectable()
export class IdempotencyService implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(IdempotencyService.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly repository: IdempotencyRepository) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      void this.quietly(this.repository.deleteExpired(), 'expired keys not removed');
    }, CLEANING_INTERVAL_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
  }

  /**
   * The earlier answer, or the key to hold while the request is answered.
   *
   * @throws IdempotencyKeyReusedError, RequestInProgressError
   */
  async begin(companyId: string, key: string, fingerprint: Buffer): Promise<KeptAnswer | HeldKey> {
    const claim = { companyId, keyHash: hashOfKey(companyId, key), claimId: randomUUID() };
    if (await this.repository.claim(claim, fingerprint)) {
      return { claim, key };
    }
    const stored = await this.repository.find(companyId, claim.keyHash);
    if (stored !== null && !stored.fingerprint.equals(fingerprint)) {
      throw new IdempotencyKeyReusedError();
    }
    // Without a row, the first request failed and gave the key back between the two statements.
    const { status = null, answer = null } = stored ?? {};
    if (status === null || answer === null) {
      throw new RequestInProgressError();
    }
    return { status, body: unseal(companyId, key, answer) };
  }

  /** The request succeeded. The work is done, so a failure to keep its answer must not fail it. */
  async keep({ claim, key }: HeldKey, answer: KeptAnswer): Promise<void> {
    const sealed = seal(claim.companyId, key, answer.body);
    await this.quietly(this.repository.keep(claim, answer.status, sealed), 'answer not kept');
  }

  /** The request failed and changed nothing: the next one with this key is carried out. */
  async release({ claim }: HeldKey): Promise<void> {
    await this.quietly(this.repository.release(claim), 'key not given back');
  }

  private async quietly(work: Promise<void>, message: string): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.log.warn({ err: error }, message);
    }
  }
}
