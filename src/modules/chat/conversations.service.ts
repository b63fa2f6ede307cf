import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor, Page } from '../../common/http';
import { JobsService, scopeOf } from '../jobs';
import { JobCandidatesService } from '../matching';
import { ResumesService } from '../resumes';
import { ChatJobRequiredError } from './chat.errors';
import {
  type ChatMessage,
  type ChatSubject,
  type Conversation,
  scopeOfSubject,
} from './conversation';
import { ConversationsRepository } from './conversations.repository';
import { MessagesRepository } from './messages.repository';

/** A person's own conversations. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly repository: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly jobs: JobsService,
    private readonly candidates: JobCandidatesService,
    private readonly resumes: ResumesService,
  ) {}

  /** @throws NotFoundError, ChatJobRequiredError */
  async create(actor: Actor, subject: ChatSubject, title: string | null): Promise<Conversation> {
    await this.checkSubject(actor, subject);
    const id = randomUUID();
    await this.repository.insert(actor, { ...subject, id, scope: scopeOfSubject(subject), title });
    return this.get(actor, id);
  }

  /** Another person's is missing. @throws NotFoundError */
  async get(actor: Actor, id: string): Promise<Conversation> {
    const conversation = await this.repository.find(actor, id);
    if (conversation === null) {
      throw new NotFoundError('conversation');
    }
    return conversation;
  }

  list(
    actor: Actor,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Conversation>> {
    return this.repository.list(actor, query);
  }

  /** @throws NotFoundError */
  async rename(actor: Actor, id: string, title: string): Promise<Conversation> {
    if (!(await this.repository.rename(actor, id, title))) {
      throw new NotFoundError('conversation');
    }
    return this.get(actor, id);
  }

  /** @throws NotFoundError */
  async delete(actor: Actor, id: string): Promise<void> {
    if (!(await this.repository.delete(actor, id))) {
      throw new NotFoundError('conversation');
    }
  }

  /** @throws NotFoundError */
  async messagesOf(
    actor: Actor,
    id: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<ChatMessage>> {
    await this.get(actor, id);
    return this.messages.list({ companyId: actor.companyId, conversationId: id }, query);
  }

  /** The last ones, oldest first. */
  latest(actor: Actor, id: string, limit: number): Promise<readonly ChatMessage[]> {
    return this.messages.latest({ companyId: actor.companyId, conversationId: id }, limit);
  }

  /** Whether the caller may ask about this; again with every question, since jobs change hands. */
  async checkSubject(actor: Actor, { resumeId, jobId }: ChatSubject): Promise<void> {
    const isLimited = scopeOf(actor).memberId !== null;
    if (jobId === null) {
      if (isLimited) {
        throw new ChatJobRequiredError();
      }
      if (resumeId !== null) {
        await this.resumes.get(actor.companyId, resumeId);
      }
      return;
    }
    if (resumeId === null) {
      await this.jobs.get(scopeOf(actor), jobId);
    } else {
      await this.candidates.getMatch(actor, { jobId, resumeId });
    }
  }
}
