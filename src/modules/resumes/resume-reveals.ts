import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import { EventBus } from '../../platform/events';
import { ResumeFileRead, ResumeRead } from './resumes.events';
import type { ResumeRow } from './resumes.repository';
import { ResumesService } from './resumes.service';

/** Shows people what a resume says, with its contact data; that they saw it is told before the first byte. */
@Injectable()
export class ResumeReveals {
  constructor(
    private readonly resumes: ResumesService,
    private readonly events: EventBus,
  ) {}

  /** With its text. @throws NotFoundError */
  async read(companyId: string, id: string): Promise<ResumeRow & { readonly content: string }> {
    const resume = await this.resumes.find(companyId, id);
    if (resume === null) {
      throw new NotFoundError('resume');
    }
    await this.events.publish(new ResumeRead(companyId, id, resume.candidateId));
    return resume;
  }

  /** The file as it was sent. @throws NotFoundError, StorageUnavailableError */
  async open(companyId: string, id: string): Promise<{ resume: ResumeRow; bytes: Readable }> {
    const file = await this.resumes.getFile(companyId, id);
    try {
      await this.events.publish(new ResumeFileRead(companyId, id, file.resume.candidateId));
    } catch (error) {
      file.bytes.destroy();
      throw error;
    }
    return file;
  }
}
