import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import { countInstructions, ResumesService } from '../resumes';
import { statesProtectedAttribute } from './domain/protected-questions';
import { ResumeFacts } from './domain/resume-facts';

/** Resumes as they may be quoted: without orders to a model and without what may play no part in hiring. */
@Injectable()
export class ResumeShelf {
  constructor(private readonly resumes: ResumesService) {}

  /** @throws NotFoundError */
  async get(companyId: string, resumeId: string): Promise<ResumeFacts> {
    const [facts] = await this.all(companyId, [resumeId]);
    if (facts === undefined) {
      throw new NotFoundError('resume');
    }
    return facts;
  }

  /** The id of a person's newest resume; null when they have none. */
  async latestOf(companyId: string, candidateId: string): Promise<string | null> {
    const { rows } = await this.resumes.list(companyId, { limit: 1, candidateId });
    return rows[0]?.id ?? null;
  }

  /** In the order of the ids; those that are gone are left out. */
  async all(companyId: string, resumeIds: readonly string[]): Promise<readonly ResumeFacts[]> {
    const texts = await this.resumes.findTexts(companyId, resumeIds);
    return texts.map((text) => new ResumeFacts(text, isWithheld));
  }
}

/** Also when an order begins in a line and ends in the next. */
function isWithheld(line: string, next: string): boolean {
  const isOrder =
    countInstructions(line) > 0 ||
    (countInstructions(next) === 0 && countInstructions(`${line} ${next}`) > 0);
  return isOrder || statesProtectedAttribute(line);
}
