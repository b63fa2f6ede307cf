import {
  Inject,
  Injectable,
  Logger,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { ConversationsRepository } from './conversations.repository';

const INTERVAL_MS = 60 * 60 * 1000;

/** Removes conversations that nobody has talked in for `CHAT_RETENTION_DAYS`. */
@Injectable()
export class ChatRetention implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(ChatRetention.name);
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly repository: ConversationsRepository,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.removeExpired().catch((error: unknown) => {
        this.log.warn({ err: error }, 'old conversations not removed, tried again in an hour');
      });
    }, INTERVAL_MS).unref();
  }

  onModuleDestroy(): void {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
  }

  /** How many were removed. */
  removeExpired(): Promise<number> {
    return this.repository.deleteUnused(this.env.CHAT_RETENTION_DAYS);
  }
}
