import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ForbiddenError, NotFoundError, ValidationFailedError } from '../../../common/errors';
import type { Actor, Page } from '../../../common/http';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { ActivityLog } from '../../candidates';
import { scopeOf } from '../../jobs';
import { CandidateAccess } from '../candidate-access';
import { ColleaguesMentioned } from '../collaboration.events';
import { type Note, NotesRepository } from './notes.repository';

export interface NoteDraft {
  readonly text: string;
  readonly mentions: readonly string[];
  readonly jobId: string | null;
}

/** What colleagues write about a person for each other. No candidate ever sees it. */
@Injectable()
export class NotesService {
  constructor(
    private readonly database: Database,
    private readonly access: CandidateAccess,
    private readonly repository: NotesRepository,
    private readonly activity: ActivityLog,
    private readonly events: EventBus,
  ) {}

  /** @throws NotFoundError */
  async list(
    actor: Actor,
    candidateId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Note>> {
    await this.access.check(actor, candidateId);
    return this.repository.list({ ...scopeOf(actor), candidateId }, query);
  }

  /** @throws NotFoundError, ValidationFailedError when a colleague is named who cannot see this person. */
  async add(actor: Actor, candidateId: string, draft: NoteDraft): Promise<Note> {
    const { companyId, userId: authorId } = actor;
    const { jobId, text, mentions } = draft;
    await this.access.check(actor, candidateId, jobId);
    await this.checkMentions(companyId, candidateId, draft);
    const id = randomUUID();
    await this.database.transaction(async () => {
      const note = { id, companyId, candidateId, jobId, authorId, text, mentions };
      if (!(await this.repository.insert(note))) {
        throw new NotFoundError('candidate');
      }
      await this.activity.record({
        companyId,
        kind: 'note_added',
        candidateId,
        ...(jobId === null ? {} : { jobId }),
        actorId: authorId,
        subjectId: id,
      });
      await this.mention(note, mentions);
    });
    return this.get(actor, candidateId, id);
  }

  /** Its author's only. @throws NotFoundError, ForbiddenError, ValidationFailedError */
  async update(
    actor: Actor,
    { candidateId, noteId }: { readonly candidateId: string; readonly noteId: string },
    change: { readonly text?: string; readonly mentions?: readonly string[] },
  ): Promise<Note> {
    const note = await this.get(actor, candidateId, noteId);
    if (note.authorId !== actor.userId) {
      throw new ForbiddenError('Only its author may change a note.');
    }
    const { text = note.text, mentions = note.mentions } = change;
    const added = mentions.filter((id) => !note.mentions.includes(id));
    await this.checkMentions(actor.companyId, candidateId, { ...note, mentions: added });
    await this.database.transaction(async () => {
      await this.repository.update(noteId, { text, mentions });
      await this.mention({ ...note, authorId: actor.userId }, added);
    });
    return this.get(actor, candidateId, noteId);
  }

  /** By its author or an administrator. @throws NotFoundError, ForbiddenError */
  async remove(
    actor: Actor,
    { candidateId, noteId }: { readonly candidateId: string; readonly noteId: string },
  ): Promise<void> {
    const note = await this.get(actor, candidateId, noteId);
    if (note.authorId !== actor.userId && actor.role !== 'admin' && !actor.isOwner) {
      throw new ForbiddenError('Only its author or an administrator may delete a note.');
    }
    await this.database.transaction(async () => {
      await this.repository.delete(noteId);
      await this.activity.forget(actor.companyId, noteId);
    });
  }

  private async get(actor: Actor, candidateId: string, id: string): Promise<Note> {
    await this.access.check(actor, candidateId);
    const note = await this.repository.find({ ...scopeOf(actor), candidateId }, id);
    if (note === null) {
      throw new NotFoundError('note');
    }
    return note;
  }

  private async checkMentions(
    companyId: string,
    candidateId: string,
    { mentions, jobId }: Pick<NoteDraft, 'mentions' | 'jobId'>,
  ): Promise<void> {
    for (const userId of mentions) {
      if (!(await this.access.isOpenTo(companyId, userId, { candidateId, jobId }))) {
        throw new ValidationFailedError([
          { field: 'mentions', message: 'must be active colleagues who may see this person' },
        ]);
      }
    }
  }

  private async mention(
    note: Pick<Note, 'id' | 'companyId' | 'candidateId' | 'jobId'> & { readonly authorId: string },
    userIds: readonly string[],
  ): Promise<void> {
    const others = userIds.filter((id) => id !== note.authorId);
    if (others.length > 0) {
      const { companyId, id, candidateId, jobId, authorId } = note;
      await this.events.publish(
        new ColleaguesMentioned(companyId, id, candidateId, jobId, authorId, others),
      );
    }
  }
}
