import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import { ResumeFileRead } from './resumes.events';
import type { ResumeRow } from './resumes.repository';
import { ResumesService } from './resumes.service';

/** Gives people the files as they were sent; that they had them is told before the first byte. */
@Injectable()
export class ResumeOriginals {
  constructor(
    private readonly resumes: ResumesService,
    private readonly events: EventBus,
  ) {}

  /** @throws NotFoundError, StorageUnavailableError */
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
