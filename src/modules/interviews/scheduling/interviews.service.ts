import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError } from '../../../common/errors';
import type { Actor, Page } from '../../../common/http';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { JobsService, scopeOf } from '../../jobs';
import { statusRefusal } from '../domain/interview-status';
import { type Interview, type InterviewStatus, viewerOf } from '../interview';
import { InterviewStateError } from '../interviews.errors';
import { InterviewCancelled, InterviewEnded } from '../interviews.events';
import { type InterviewFilter, InterviewsRepository } from '../interviews.repository';

/** Interviews as people read them and say what became of them. */
@Injectable()
export class InterviewsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly repository: InterviewsRepository,
    private readonly events: EventBus,
  ) {}

  list(
    actor: Actor,
    query: InterviewFilter & { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Interview>> {
    return this.repository.list(viewerOf(actor), query);
  }

  /** @throws NotFoundError also for interviews that are not the caller's to see. */
  async get(actor: Actor, id: string): Promise<Interview> {
    const interview = await this.repository.find(viewerOf(actor), id);
    if (interview === null) {
      throw new NotFoundError('interview');
    }
    return interview;
  }

  /** After the caller changed it, who may have taken themselves off. @throws NotFoundError */
  async getAfterChange(actor: Actor, id: string): Promise<Interview> {
    const { companyId, userId } = actor;
    const interview = await this.repository.find({ companyId, userId, sees: 'all' }, id);
    if (interview === null) {
      throw new NotFoundError('interview');
    }
    return interview;
  }

  /** @throws NotFoundError, ForbiddenError when the caller sees it and does not manage its job. */
  async getManaged(actor: Actor, id: string): Promise<Interview> {
    const interview = await this.get(actor, id);
    if (!(await this.manages(actor, interview))) {
      throw new ForbiddenError('Only those who manage the job can change its interviews.');
    }
    return interview;
  }

  /** @throws NotFoundError, ForbiddenError, InterviewStateError */
  async cancel(actor: Actor, id: string, reason: string | null): Promise<Interview> {
    await this.getManaged(actor, id);
    return this.moveTo(actor, id, { status: 'cancelled', reason });
  }

  /** Those who take part know best what became of it. @throws NotFoundError, InterviewStateError */
  async end(actor: Actor, id: string, status: 'completed' | 'no_show'): Promise<Interview> {
    await this.get(actor, id);
    return this.moveTo(actor, id, { status, reason: null });
  }

  private async manages(actor: Actor, { jobId }: Interview): Promise<boolean> {
    if (actor.role === 'interviewer') {
      return false;
    }
    try {
      await this.jobs.get(scopeOf(actor), jobId);
      return true;
    } catch (error) {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }

  private async moveTo(
    actor: Actor,
    id: string,
    change: { readonly status: InterviewStatus; readonly reason: string | null },
  ): Promise<Interview> {
    await this.database.transaction(async () => {
      await this.repository.lock(actor.companyId, id);
      const interview = await this.get(actor, id);
      const refusal = statusRefusal(interview, change.status, new Date());
      if (refusal !== null) {
        throw new InterviewStateError(refusal, interview.status);
      }
      if (interview.status === change.status) {
        return;
      }
      await this.repository.setStatus(actor.companyId, id, change);
      const ids = { ...interview, interviewId: id, changedBy: actor.userId };
      if (change.status === 'cancelled') {
        await this.events.publish(new InterviewCancelled(ids, 'decision'));
      }
      if (change.status === 'completed' || change.status === 'no_show') {
        await this.events.publish(new InterviewEnded(ids, change.status));
      }
    });
    return this.get(actor, id);
  }
}
