import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { type InterviewQuestions, InterviewQuestionsService } from '../../insights';
import { type CandidateProof, JobCandidatesService } from '../../matching';
import { type ResumeRow, ResumesService } from '../../resumes';
import type { Interview } from '../interview';
import { InterviewsService } from '../scheduling/interviews.service';
import { AttributesRepository, type ScorecardAttribute } from '../scorecards/attributes.repository';
import type { Scorecard } from '../scorecards/scorecards.repository';
import { ScorecardsService } from '../scorecards/scorecards.service';

export interface InterviewKit {
  readonly interview: Interview;
  readonly proof: CandidateProof;
  readonly resume: ResumeRow;
  readonly questions: InterviewQuestions;
  readonly attributes: readonly ScorecardAttribute[];
  readonly ownScorecard: Scorecard | null;
}

/**
 * What somebody needs who meets a candidate: the job, the person, what to ask and what to rate. No score and
 * nobody's opinion, since they are to form their own.
 */
@Injectable()
export class KitService {
  constructor(
    private readonly interviews: InterviewsService,
    private readonly jobCandidates: JobCandidatesService,
    private readonly resumes: ResumesService,
    private readonly questions: InterviewQuestionsService,
    private readonly attributes: AttributesRepository,
    private readonly scorecards: ScorecardsService,
  ) {}

  /** @throws NotFoundError */
  async get(actor: Actor, interviewId: string): Promise<InterviewKit> {
    const { companyId } = actor;
    const interview = await this.interviews.get(actor, interviewId);
    const proof = await this.jobCandidates.findProof(companyId, interview);
    if (proof === null) {
      throw new NotFoundError('interview');
    }
    return {
      interview,
      proof,
      resume: await this.resumes.get(companyId, interview.resumeId),
      questions: await this.questions.of(companyId, interview),
      attributes: await this.attributes.ofJob(companyId, interview.jobId),
      ownScorecard: await this.scorecards.findOwn(actor, interview),
    };
  }
}
