import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../common/http';
import { ResumeOriginals, type ResumeRow } from '../../resumes';
import { InterviewsService } from '../scheduling/interviews.service';

/** The resumes of those whom one is to interview, as they were sent. */
@Injectable()
export class InterviewResumes {
  constructor(
    private readonly interviews: InterviewsService,
    private readonly originals: ResumeOriginals,
  ) {}

  /** @throws NotFoundError, StorageUnavailableError */
  async open(
    actor: Actor,
    interviewId: string,
  ): Promise<{ readonly resume: ResumeRow; readonly bytes: Readable }> {
    const { resumeId } = await this.interviews.get(actor, interviewId);
    return this.originals.open(actor.companyId, resumeId);
  }
}
