import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { ActivityLog } from './activity/activity-log';
import { BelongingsRepository } from './belongings.repository';
import type { CandidateEntity } from './candidate.entity';
import { MergeEmptyError, MergeUndoneError, MergeWithItselfError } from './candidates.errors';
import { CandidateMergeUndone, CandidateRemoved, CandidatesMerged } from './candidates.events';
import { type CandidateFields, CandidatesRepository } from './candidates.repository';
import { type CandidateMerge, MergesRepository } from './merges.repository';

/** Makes one person of two, and two of one again. Resumes are never changed, only whose they are. */
@Injectable()
export class MergeService {
  constructor(
    private readonly database: Database,
    private readonly candidates: CandidatesRepository,
    private readonly merges: MergesRepository,
    private readonly events: EventBus,
    private readonly belongings: BelongingsRepository,
    private readonly activity: ActivityLog,
  ) {}

  /**
   * The kept person gets the other's resumes, and what they lack themselves.
   *
   * @throws NotFoundError, MergeWithItselfError
   */
  async merge(actor: Actor, keptId: string, mergedId: string): Promise<CandidateMerge> {
    if (keptId === mergedId) {
      throw new MergeWithItselfError();
    }
    const { companyId } = actor;
    const id = randomUUID();
    await this.database.transaction(async () => {
      await this.candidates.lock(companyId, [keptId, mergedId]);
      const kept = await this.get(companyId, keptId);
      const merged = await this.get(companyId, mergedId);
      const resumeIds = await this.merges.resumeIdsOf(companyId, mergedId);
      await this.merges.moveResumes(companyId, resumeIds, { from: mergedId, to: keptId });
      const people = { from: mergedId, to: keptId };
      const moved = await this.belongings.move(companyId, people);
      await this.candidates.deleteIfWithoutResume(companyId, mergedId);
      await this.candidates.update({ ...completed(kept, merged), id: keptId, companyId });
      const mergedPerson = fieldsOf(merged);
      const mergedBy = actor.userId;
      await this.merges.insert({
        id,
        companyId,
        keptId,
        mergedId,
        mergedPerson,
        resumeIds,
        moved,
        mergedBy,
      });
      await this.tell(actor, keptId, { kind: 'merged', mergeId: id });
      await this.events.publish(new CandidatesMerged(companyId, keptId, mergedId));
    });
    return this.getMerge(companyId, id);
  }

  /**
   * The merged person is back with the resumes that were theirs. What the kept one took over stays; a
   * kept one who has lost their own resumes since goes with the last.
   *
   * @throws NotFoundError, MergeUndoneError, MergeEmptyError
   */
  async undo(actor: Actor, keptId: string, mergeId: string): Promise<CandidateEntity> {
    const { companyId } = actor;
    const merge = await this.getMerge(companyId, mergeId);
    if (merge.keptId !== keptId) {
      throw new NotFoundError('merge');
    }
    const { mergedId: id, mergedPerson, resumeIds } = merge;
    await this.database.transaction(async () => {
      await this.candidates.lock(companyId, [keptId]);
      if (!(await this.merges.markUndone(mergeId))) {
        throw new MergeUndoneError();
      }
      await this.candidates.insert({ ...mergedPerson, id, companyId });
      const moved = await this.merges.moveResumes(companyId, resumeIds, { from: keptId, to: id });
      if (moved === 0) {
        throw new MergeEmptyError();
      }
      const people = { from: keptId, to: id };
      await this.belongings.giveBack(companyId, people, merge);
      await this.tell(actor, keptId, { kind: 'merge_undone', mergeId });
      await this.events.publish(new CandidateMergeUndone(companyId, keptId, id, resumeIds));
      if (await this.candidates.deleteIfWithoutResume(companyId, keptId)) {
        await this.events.publish(new CandidateRemoved(companyId, keptId));
      }
    });
    return this.get(companyId, id);
  }

  /** @throws NotFoundError */
  async listOf(companyId: string, keptId: string): Promise<CandidateMerge[]> {
    await this.get(companyId, keptId);
    return this.merges.listOf(companyId, keptId);
  }

  private tell(
    { companyId, userId: actorId }: Actor,
    candidateId: string,
    what: { readonly kind: 'merged' | 'merge_undone'; readonly mergeId: string },
  ): Promise<void> {
    const { kind, mergeId: subjectId } = what;
    return this.activity.record({ companyId, kind, candidateId, actorId, subjectId });
  }

  private async get(companyId: string, id: string): Promise<CandidateEntity> {
    const candidate = await this.candidates.find(companyId, id);
    if (candidate === null) {
      throw new NotFoundError('candidate');
    }
    return candidate;
  }

  private async getMerge(companyId: string, id: string): Promise<CandidateMerge> {
    const merge = await this.merges.find(companyId, id);
    if (merge === null) {
      throw new NotFoundError('merge');
    }
    return merge;
  }
}

function fieldsOf(person: CandidateEntity): CandidateFields {
  const { fullName, email, phone, location, links } = person;
  return { fullName, email, phone, location, links };
}

function completed(kept: CandidateEntity, merged: CandidateEntity): CandidateFields {
  const known = new Set(kept.links.map((link) => link.url));
  return {
    fullName: kept.fullName ?? merged.fullName,
    email: kept.email ?? merged.email,
    phone: kept.phone ?? merged.phone,
    location: kept.location ?? merged.location,
    links: [...kept.links, ...merged.links.filter((link) => !known.has(link.url))],
  };
}
