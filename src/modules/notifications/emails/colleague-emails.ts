import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ENV, type Env, publicUrl } from '../../../config';
import { EventBus } from '../../../platform/events';
import { ColleaguesMentioned } from '../../collaboration/collaboration.events';
import { EmailQueue } from './email-queue';
import { RecipientsRepository } from './recipients.repository';

/** Tells colleagues who were named in a note. What it says and whom it is about stays inside. */
@Injectable()
export class ColleagueEmails implements OnModuleInit {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly events: EventBus,
    private readonly recipients: RecipientsRepository,
    private readonly queue: EmailQueue,
  ) {}

  onModuleInit(): void {
    this.events.on(ColleaguesMentioned, (mentioned) => this.tell(mentioned));
  }

  private async tell(mentioned: ColleaguesMentioned): Promise<void> {
    const { companyId, noteId, candidateId, jobId, authorId } = mentioned;
    const author = await this.recipients.find(companyId, { candidateId: null, userId: authorId });
    const jobTitle = jobId === null ? null : await this.recipients.jobTitle(companyId, jobId);
    for (const userId of mentioned.userIds) {
      const person = await this.recipients.find(companyId, { candidateId: null, userId });
      await this.queue.add({
        companyId,
        kind: 'note_mention',
        to: { userId },
        cause: `note:${noteId}`,
        variables: {
          user_name: person?.name ?? '',
          author_name: author?.name ?? '',
          job_title: jobTitle ?? '',
          note_url: `${publicUrl(this.env)}/api/v1/candidates/${candidateId}/notes`,
        },
        ...(jobId === null ? {} : { jobId }),
      });
    }
  }
}
