import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { EventBus } from '../../platform/events';
import { scopeOf } from '../jobs';
import { ResumeAccessRepository } from './resume-access.repository';
import { ResumeOriginals } from './resume-originals';
import { ResumeRead } from './resumes.events';
import type { ResumeRow } from './resumes.repository';
import { ResumesService } from './resumes.service';

/**
 * Resumes as people read them: recruiters every one, members of a job's team those of its candidates. What
 * somebody may not see does not exist for them. That they saw it, with its contact data, is told first.
 */
@Injectable()
export class ResumeReading {
  constructor(
    private readonly access: ResumeAccessRepository,
    private readonly resumes: ResumesService,
    private readonly originals: ResumeOriginals,
    private readonly events: EventBus,
  ) {}

  /** With the text that every span points into. @throws NotFoundError */
  async read(actor: Actor, id: string): Promise<ResumeRow & { readonly content: string }> {
    await this.check(actor, id);
    const resume = await this.resumes.find(actor.companyId, id);
    if (resume === null) {
      throw new NotFoundError('resume');
    }
    await this.events.publish(new ResumeRead(actor.companyId, id, resume.candidateId));
    return resume;
  }

  /** @throws NotFoundError, StorageUnavailableError */
  async openOriginal(
    actor: Actor,
    id: string,
  ): Promise<{ readonly resume: ResumeRow; readonly bytes: Readable }> {
    await this.check(actor, id);
    return this.originals.open(actor.companyId, id);
  }

  /** Of a member of teams; that a resume is the company's is seen when it is read. */
  private async check(actor: Actor, id: string): Promise<void> {
    const { companyId, memberId } = scopeOf(actor);
    if (memberId !== null && !(await this.access.sees(companyId, memberId, id))) {
      throw new NotFoundError('resume');
    }
  }
}
