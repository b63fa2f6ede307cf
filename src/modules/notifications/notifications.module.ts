import { Module } from '@nestjs/common';
import { TasksModule } from '../tasks';
import { AccountEmails } from './emails/account-emails';
import { ApplicationEmails } from './emails/application-emails';
import { ColleagueEmails } from './emails/colleague-emails';
import { EmailErasure } from './emails/email-erasure';
import { EmailQueue } from './emails/email-queue';
import { EmailSender } from './emails/email-sender';
import { EmailsController } from './emails/emails.controller';
import { EmailsRepository } from './emails/emails.repository';
import { EmailsService } from './emails/emails.service';
import { InterviewEmails } from './emails/interview-emails';
import { InterviewFactsRepository } from './emails/interview-facts.repository';
import { RecipientsRepository } from './emails/recipients.repository';
import { StatusEmails } from './emails/status-emails';
import { WebhookEmails } from './emails/webhook-emails';
import { NotificationsProcessor } from './notifications.processor';
import { EmailSettingsController } from './settings/email-settings.controller';
import { EmailSettingsRepository } from './settings/email-settings.repository';
import { EmailSettingsService } from './settings/email-settings.service';
import { TemplatesController } from './templates/templates.controller';
import { TemplatesRepository } from './templates/templates.repository';
import { TemplatesService } from './templates/templates.service';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links';
import { UnsubscribesRepository } from './unsubscribe/unsubscribes.repository';

/** E-mail to candidates and colleagues. Listens to the other modules and calls none of them but tasks. */
@Module({
  imports: [TasksModule],
  controllers: [
    EmailsController,
    EmailSettingsController,
    TemplatesController,
    UnsubscribeController,
  ],
  providers: [
    EmailsRepository,
    RecipientsRepository,
    EmailSettingsRepository,
    EmailSettingsService,
    TemplatesRepository,
    TemplatesService,
    UnsubscribeLinks,
    UnsubscribesRepository,
    EmailQueue,
    EmailSender,
    EmailsService,
    EmailErasure,
    StatusEmails,
    InterviewFactsRepository,
    InterviewEmails,
    AccountEmails,
    WebhookEmails,
    ApplicationEmails,
    ColleagueEmails,
    NotificationsProcessor,
  ],
})
export class NotificationsModule {}
