import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { Database } from '../../../platform/database';
import { ActivityLog } from '../../candidates';
import { CandidateAccess } from '../candidate-access';
import { type Tag, TagsRepository } from './tags.repository';

interface TagOfCandidate {
  readonly candidateId: string;
  readonly tagId: string;
}

/** A company's own words for people, and who has them. */
@Injectable()
export class TagsService {
  constructor(
    private readonly database: Database,
    private readonly access: CandidateAccess,
    private readonly repository: TagsRepository,
    private readonly activity: ActivityLog,
  ) {}

  list(companyId: string): ReturnType<TagsRepository['list']> {
    return this.repository.list(companyId);
  }

  /** @throws TagNameTakenError */
  async add(companyId: string, name: string): Promise<Tag> {
    const tag = { id: randomUUID(), name };
    await this.repository.insert(companyId, tag);
    return tag;
  }

  /** @throws NotFoundError, TagNameTakenError */
  async rename(companyId: string, tag: Tag): Promise<Tag> {
    if (!(await this.repository.rename(companyId, tag))) {
      throw new NotFoundError('tag');
    }
    return tag;
  }

  /** Also from everybody who has it. @throws NotFoundError */
  async remove(companyId: string, tagId: string): Promise<void> {
    if (!(await this.repository.delete(companyId, tagId))) {
      throw new NotFoundError('tag');
    }
  }

  /** @throws NotFoundError */
  async ofCandidate(actor: Actor, candidateId: string): Promise<Tag[]> {
    await this.access.check(actor, candidateId);
    return this.repository.ofCandidate(actor.companyId, candidateId);
  }

  /** The person's tags then. @throws NotFoundError */
  async give(actor: Actor, ids: TagOfCandidate): Promise<Tag[]> {
    const tag = await this.get(actor, ids);
    await this.database.transaction(async () => {
      if (await this.repository.give(actor.companyId, ids, actor.userId)) {
        await this.tell(actor, ids, { kind: 'tag_added', tag });
      }
    });
    return this.repository.ofCandidate(actor.companyId, ids.candidateId);
  }

  /** @throws NotFoundError also when the person does not have it. */
  async take(actor: Actor, ids: TagOfCandidate): Promise<void> {
    const tag = await this.get(actor, ids);
    await this.database.transaction(async () => {
      if (!(await this.repository.take(actor.companyId, ids))) {
        throw new NotFoundError('tag');
      }
      await this.tell(actor, ids, { kind: 'tag_removed', tag });
    });
  }

  private async get(actor: Actor, { candidateId, tagId }: TagOfCandidate): Promise<Tag> {
    await this.access.check(actor, candidateId);
    const tag = await this.repository.find(actor.companyId, tagId);
    if (tag === null) {
      throw new NotFoundError('tag');
    }
    return tag;
  }

  private tell(
    { companyId, userId: actorId }: Actor,
    { candidateId }: TagOfCandidate,
    { kind, tag }: { readonly kind: 'tag_added' | 'tag_removed'; readonly tag: Tag },
  ): Promise<void> {
    const data = { tag_id: tag.id, name: tag.name };
    return this.activity.record({ companyId, kind, candidateId, actorId, data });
  }
}
