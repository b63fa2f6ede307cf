import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { CandidatesService } from '../../candidates';
import { JobsService, scopeOf } from '../../jobs';
import {
  type ApplicationStatus,
  type DecidedMatch,
  DecisionsService,
  JobCandidatesService,
} from '../../matching';
import { UsersService } from '../../users';
import {
  CandidateNotInterviewableError,
  InterviewConflictError,
  NOT_INTERVIEWED,
} from '../interviews.errors';
import { InterviewsRepository } from '../interviews.repository';

interface CandidateIds {
  readonly jobId: string;
  readonly resumeId: string;
}

/** Candidates who are further on than an interview stay there. */
const BEFORE_INTERVIEW: readonly ApplicationStatus[] = ['pending', 'reviewing', 'shortlisted'];

export interface Meeting {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly attendeeIds: readonly string[];
  /** The interview that is being changed. */
  readonly exceptId: string | null;
  readonly allowConflict: boolean;
}

/**
 * Who takes part in an interview. Whoever arranges one holds its candidate and its attendees until the
 * transaction ends, in the one order of all locks: so of two requests that want the same person at the same time
 * the second sees what the first arranged.
 */
@Injectable()
export class Participants {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly jobCandidates: JobCandidatesService,
    private readonly decisions: DecisionsService,
    private readonly jobs: JobsService,
    private readonly users: UsersService,
    private readonly repository: InterviewsRepository,
  ) {}

  /** @throws NotFoundError when the job or its candidate is not the caller's to see; JobClosedError */
  async find(actor: Actor, ids: CandidateIds): Promise<CandidateIds & { candidateId: string }> {
    const { candidateId } = await this.jobCandidates.getMatch(actor, ids);
    await this.checkOpen(actor, ids.jobId);
    return { ...ids, candidateId };
  }

  /** @throws NotFoundError, JobClosedError */
  async checkOpen(actor: Actor, jobId: string): Promise<void> {
    await this.jobs.getAccepting(scopeOf(actor), jobId);
  }

  /** @throws NotFoundError, CandidateNotInterviewableError */
  async holdCandidate(
    companyId: string,
    ids: CandidateIds & { readonly candidateId: string },
  ): Promise<DecidedMatch> {
    await this.candidates.lock(companyId, ids.candidateId);
    const match = await this.decisions.hold(companyId, ids);
    if (match.candidateId !== ids.candidateId) {
      // Merged with somebody else meanwhile.
      await this.candidates.lock(companyId, match.candidateId);
    }
    if (NOT_INTERVIEWED.includes(match.status)) {
      throw new CandidateNotInterviewableError(match.status);
    }
    return match;
  }

  /** Call it after `holdCandidate`. @throws ValidationFailedError, InterviewConflictError */
  async hold(companyId: string, candidateId: string, meeting: Meeting): Promise<void> {
    const { attendeeIds, startsAt, endsAt, exceptId } = meeting;
    const held = new Set((await this.users.holdActive(companyId, attendeeIds)).map(({ id }) => id));
    const unknown = attendeeIds.flatMap((id, at) =>
      held.has(id)
        ? []
        : [{ field: `attendees.${at}`, message: 'must be an active user of your company' }],
    );
    if (unknown.length > 0) {
      throw new ValidationFailedError(unknown);
    }
    if (meeting.allowConflict) {
      return;
    }
    const people = { candidateId, userIds: attendeeIds };
    const clashes = await this.repository.clashes(companyId, people, {
      startsAt,
      endsAt,
      exceptId,
    });
    if (clashes.length > 0) {
      throw new InterviewConflictError(clashes);
    }
  }

  /** The caller's decision, taken together with the interview. Call it after `holdCandidate`. */
  async moveToInterviewing(actor: Actor, match: DecidedMatch): Promise<void> {
    if (BEFORE_INTERVIEW.includes(match.status)) {
      await this.decisions.change(actor, match, { to: 'interviewing', reason: null });
    }
  }
}
