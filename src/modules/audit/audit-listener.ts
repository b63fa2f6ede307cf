import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import {
  CandidateMergeUndone,
  CandidateRead,
  CandidateRemoved,
  CandidatesMerged,
} from '../candidates/candidates.events';
import { JobChanged } from '../jobs/jobs.events';
import { MatchStatusChanged } from '../matching/matching.events';
import { ResumeFileRead, ResumeRead, ResumeRemoved } from '../resumes/resumes.events';
import { PeopleExported } from '../transfers/transfers.events';
import { ActorScope } from './actor-scope';
import type { AuditAction, AuditEntry, AuditSubject } from './audit-event';
import { AuditRepository } from './audit.repository';

/** Keeps what modules publish, in the transaction of what happened: both are committed or neither is. */
@Injectable()
export class AuditListener implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly repository: AuditRepository,
    private readonly actors: ActorScope,
  ) {}

  onModuleInit(): void {
    this.events.on(MatchStatusChanged, (change) =>
      this.repository.append({
        companyId: change.companyId,
        actorId: change.changedBy,
        action: 'application.decided',
        subjectType: 'application',
        subjectId: change.matchId,
        details: {
          change_id: change.changeId,
          job_id: change.jobId,
          resume_id: change.resumeId,
          candidate_id: change.candidateId,
          from: change.from,
          to: change.to,
        },
      }),
    );
    this.events.on(CandidateRead, ({ companyId, candidateId }) =>
      this.keep(companyId, 'candidate.read', ['candidate', candidateId]),
    );
    this.events.on(ResumeRead, ({ companyId, resumeId, candidateId }) =>
      this.keep(companyId, 'resume.read', ['resume', resumeId], { candidate_id: candidateId }),
    );
    this.events.on(ResumeFileRead, ({ companyId, resumeId, candidateId }) =>
      this.keep(companyId, 'resume.file_read', ['resume', resumeId], { candidate_id: candidateId }),
    );
    this.events.on(ResumeRemoved, ({ companyId, resumeId, candidateId }) =>
      this.keep(companyId, 'resume.deleted', ['resume', resumeId], { candidate_id: candidateId }),
    );
    this.events.on(CandidateRemoved, ({ companyId, candidateId }) =>
      this.keep(companyId, 'candidate.erased', ['candidate', candidateId]),
    );
    this.events.on(CandidatesMerged, ({ companyId, keptId, mergedId }) =>
      this.keep(companyId, 'candidate.merged', ['candidate', keptId], { merged_id: mergedId }),
    );
    this.events.on(CandidateMergeUndone, ({ companyId, keptId, mergedId, resumeIds }) =>
      this.keep(companyId, 'candidate.merge_undone', ['candidate', keptId], {
        merged_id: mergedId,
        resume_ids: resumeIds,
      }),
    );
    this.events.on(JobChanged, async ({ companyId, jobId, change }) => {
      if (change === 'deleted') {
        await this.keep(companyId, 'job.deleted', ['job', jobId]);
      }
    });
    this.events.on(PeopleExported, ({ companyId, form, exportId }) =>
      this.keep(companyId, 'people.exported', ['company', companyId], {
        form,
        export_id: exportId,
      }),
    );
  }

  private keep(
    companyId: string,
    action: AuditAction,
    [subjectType, subjectId]: readonly [AuditSubject, string],
    details: AuditEntry['details'] = {},
  ): Promise<void> {
    const actorId = this.actors.userId;
    return this.repository.append({
      companyId,
      actorId,
      action,
      subjectType,
      subjectId,
      details,
    });
  }
}
