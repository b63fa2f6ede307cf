import { Injectable } from '@nestjs/common';
import { AnalysesRepository } from './analyses.repository';
import { Dossiers } from './dossiers';
import { templateWording } from './domain/template-wording';

export interface InterviewQuestions {
  /** Of the candidate's analysis, or worded now by the template from what matches and what is missing. */
  readonly source: 'analysis' | 'template';
  readonly questions: readonly string[];
}

/** Questions about a person and a job, for those who meet them. */
@Injectable()
export class InterviewQuestionsService {
  constructor(
    private readonly analyses: AnalysesRepository,
    private readonly dossiers: Dossiers,
  ) {}

  /** None when the candidate or the job is gone. */
  async of(
    companyId: string,
    ids: { readonly jobId: string; readonly resumeId: string },
  ): Promise<InterviewQuestions> {
    const stored = await this.dossiers.ofMatch(companyId, ids);
    if (stored === null) {
      return { source: 'template', questions: [] };
    }
    const analysis = await this.analyses.find(companyId, stored.match.id);
    return analysis === null
      ? { source: 'template', questions: templateWording(stored.dossier).questions }
      : { source: 'analysis', questions: analysis.questions };
  }
}
