import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { Database } from '../../../platform/database';
import { ResumesService } from '../../resumes';
import { PermanentTaskError, PostponedTaskError, TasksService } from '../../tasks';
import type { Provenance } from '../provenance';
import { Structurer } from './structurer';
import { type StoredStructuring, StructuringsRepository } from './structurings.repository';

/** Whoever changed the resume meanwhile is done by then. */
const AGAIN_AFTER_MS = 5000;

/** Profiles of resumes, completed by a model. Scores and vectors rest on the rules alone and do not change. */
@Injectable()
export class StructuringService {
  constructor(
    private readonly database: Database,
    private readonly resumes: ResumesService,
    private readonly structurer: Structurer,
    private readonly repository: StructuringsRepository,
    private readonly tasks: TasksService,
  ) {}

  /** In a task; its id. @throws NotFoundError, QueueFullError */
  async request(actor: Actor, resumeId: string): Promise<string> {
    await this.resumes.get(actor.companyId, resumeId);
    await this.tasks.checkRoom('insights.structure-resume', actor.companyId);
    return this.tasks.enqueue('insights.structure-resume', { resumeId }, actor);
  }

  /** The work of the task; run twice, it adds nothing more. @throws PermanentTaskError, PostponedTaskError */
  async structure(
    companyId: string,
    resumeId: string,
    signal: AbortSignal,
  ): Promise<Provenance & { readonly filled: number }> {
    const resume = await this.resumes.find(companyId, resumeId);
    if (resume === null) {
      throw new PermanentTaskError('resume_gone', 'The resume is gone.');
    }
    const { completion, provenance } = await this.structurer.structure(companyId, resume, signal);
    const { filled, contradicted } = completion;
    await this.database.transaction(async () => {
      if (filled.length > 0 && !(await this.resumes.complete(resume, completion))) {
        throw new PostponedTaskError(AGAIN_AFTER_MS);
      }
      const made = { filled, contradicted, provenance };
      await this.repository.replace({ companyId, resumeId }, made);
    });
    return { ...provenance, filled: filled.length };
  }

  /** The last one. @throws NotFoundError */
  async get(actor: Actor, resumeId: string): Promise<StoredStructuring> {
    await this.resumes.get(actor.companyId, resumeId);
    const structuring = await this.repository.find(actor.companyId, resumeId);
    if (structuring === null) {
      throw new NotFoundError('structuring');
    }
    return structuring;
  }
}
