import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError, ValidationFailedError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { JobCandidatesService } from '../../matching';
import {
  type AttributeRating,
  type Rating,
  type ScorecardSummary,
  scorecardSummary,
} from '../domain/scorecard';
import type { Interview } from '../interview';
import { InterviewStateError } from '../interviews.errors';
import { ScorecardSubmitted } from '../interviews.events';
import { InterviewsService } from '../scheduling/interviews.service';
import { AttributesRepository } from './attributes.repository';
import { ScorecardIncompleteError, ScorecardSubmittedError } from './scorecards.errors';
import {
  type MissingScorecard,
  type Scorecard,
  ScorecardsRepository,
} from './scorecards.repository';

export interface ScorecardDraft {
  readonly overallRating: Rating | null;
  readonly ratings: readonly Omit<AttributeRating, 'name'>[];
  readonly summary: string | null;
}

/** What a panel thinks, as far as the reader may know it. */
export interface PanelView {
  readonly scorecards: readonly Scorecard[];
  /** Null while others' scorecards are withheld: counts tell of them too. */
  readonly summary: ScorecardSummary | null;
  readonly isWithheld: boolean;
  readonly missing: readonly MissingScorecard[];
}

/**
 * What interviewers think. A draft is its author's alone, a submitted scorecard stays as it is, and whoever
 * takes part and has not said yet what they think sees nobody else's.
 */
@Injectable()
export class ScorecardsService {
  constructor(
    private readonly database: Database,
    private readonly interviews: InterviewsService,
    private readonly jobCandidates: JobCandidatesService,
    private readonly attributes: AttributesRepository,
    private readonly repository: ScorecardsRepository,
    private readonly events: EventBus,
  ) {}

  /** The caller's own. @throws NotFoundError */
  async getOwn(actor: Actor, interviewId: string): Promise<Scorecard> {
    const interview = await this.interviews.get(actor, interviewId);
    const card = await this.findOwn(actor, interview);
    if (card === null) {
      throw new NotFoundError('scorecard');
    }
    return card;
  }

  /** Null before the caller wrote anything. */
  findOwn(
    { companyId, userId }: Actor,
    interview: Pick<Interview, 'id'>,
  ): Promise<Scorecard | null> {
    return this.repository.find(companyId, interview.id, userId);
  }

  /** @throws NotFoundError, ForbiddenError, ValidationFailedError, InterviewStateError, ScorecardSubmittedError */
  async save(actor: Actor, interviewId: string, draft: ScorecardDraft): Promise<Scorecard> {
    const interview = await this.interviews.get(actor, interviewId);
    checkRater(actor, interview);
    const { companyId, userId: authorId } = actor;
    const ratings = await this.named(interview, draft.ratings);
    const { id, matchId } = interview;
    const card = {
      ...draft,
      ratings,
      id: randomUUID(),
      companyId,
      matchId,
      interviewId: id,
      authorId,
    };
    if (!(await this.repository.save(card))) {
      throw new ScorecardSubmittedError();
    }
    return this.getOwn(actor, id);
  }

  /**
   * For good.
   *
   * @throws NotFoundError, ForbiddenError, InterviewStateError, ScorecardIncompleteError, ScorecardSubmittedError
   */
  async submit(actor: Actor, interviewId: string): Promise<Scorecard> {
    const interview = await this.interviews.get(actor, interviewId);
    checkRater(actor, interview);
    if (interview.startsAt > new Date()) {
      throw new InterviewStateError('The interview has not begun yet.', interview.status);
    }
    const { companyId, userId } = actor;
    await this.database.transaction(async () => {
      const card = await this.getOwn(actor, interviewId);
      if (card.overallRating === null) {
        throw new ScorecardIncompleteError();
      }
      if (!(await this.repository.submit(companyId, card.id))) {
        throw new ScorecardSubmittedError();
      }
      const { id, matchId, jobId, resumeId, candidateId } = interview;
      await this.events.publish(
        new ScorecardSubmitted({
          companyId,
          scorecardId: card.id,
          interviewId: id,
          matchId,
          jobId,
          resumeId,
          candidateId,
          authorId: userId,
        }),
      );
    });
    return this.getOwn(actor, interviewId);
  }

  /** @throws NotFoundError */
  async ofInterview(actor: Actor, interviewId: string): Promise<PanelView> {
    const { id, matchId } = await this.interviews.get(actor, interviewId);
    return this.view(actor, { matchId, interviewId: id });
  }

  /** @throws NotFoundError */
  async ofCandidate(
    actor: Actor,
    ids: { readonly jobId: string; readonly resumeId: string },
  ): Promise<PanelView> {
    const match = await this.jobCandidates.getMatch(actor, ids);
    return this.view(actor, { matchId: match.id, interviewId: null });
  }

  private async view(
    { companyId, userId }: Actor,
    about: { readonly matchId: string; readonly interviewId: string | null },
  ): Promise<PanelView> {
    // What is owed is asked first: a card that is submitted in between is not shown by mistake.
    const owed = await this.repository.missing(companyId, about.matchId);
    const submitted = await this.repository.submitted(companyId, about);
    const isWithheld = owed.some((one) => one.userId === userId);
    return {
      scorecards: isWithheld ? submitted.filter((one) => one.authorId === userId) : submitted,
      summary: isWithheld ? null : scorecardSummary(submitted),
      isWithheld,
      missing: owed.filter(
        (one) => about.interviewId === null || one.interviewId === about.interviewId,
      ),
    };
  }

  private async named(
    { companyId, jobId }: Interview,
    ratings: ScorecardDraft['ratings'],
  ): Promise<readonly AttributeRating[]> {
    const attributes = await this.attributes.ofJob(companyId, jobId);
    const names = new Map(attributes.map(({ id, name }) => [id, name]));
    const problems = ratings.flatMap(({ attributeId }, at) =>
      names.has(attributeId)
        ? []
        : [{ field: `ratings.${at}.attribute_id`, message: 'must be an attribute of the job' }],
    );
    if (problems.length > 0) {
      throw new ValidationFailedError(problems);
    }
    return ratings.map((rating) => ({ ...rating, name: names.get(rating.attributeId) ?? '' }));
  }
}

function checkRater({ userId }: Actor, { attendees, status }: Interview): void {
  if (!attendees.some((attendee) => attendee.userId === userId)) {
    throw new ForbiddenError(
      'Only those who take part in the interview write scorecards about it.',
    );
  }
  if (status === 'cancelled' || status === 'no_show') {
    throw new InterviewStateError('The interview did not take place.', status);
  }
}
