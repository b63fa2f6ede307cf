import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates';
import { InsightsModule } from '../insights';
import { JobsModule } from '../jobs';
import { MatchingModule } from '../matching';
import { ResumesModule } from '../resumes';
import { UsersModule } from '../users';
import { AvailabilityController } from './availability/availability.controller';
import { AvailabilityService } from './availability/availability.service';
import { WorkingHoursRepository } from './availability/working-hours.repository';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarFeedsRepository } from './calendar/calendar-feeds.repository';
import { CalendarService } from './calendar/calendar.service';
import { InterviewsController } from './interviews.controller';
import { InterviewsRepository } from './interviews.repository';
import { KitController } from './kit/kit.controller';
import { InterviewResumes } from './kit/interview-resumes';
import { KitService } from './kit/kit.service';
import { InterviewReminders } from './reminders/interview-reminders';
import { InterviewSettingsController } from './reminders/interview-settings.controller';
import { InterviewSettingsRepository } from './reminders/interview-settings.repository';
import { InterviewSettingsService } from './reminders/interview-settings.service';
import { RemindersRepository } from './reminders/reminders.repository';
import { InterviewWithdrawals } from './scheduling/interview-withdrawals';
import { InterviewsService } from './scheduling/interviews.service';
import { Participants } from './scheduling/participants';
import { SchedulingService } from './scheduling/scheduling.service';
import { AttributesController } from './scorecards/attributes.controller';
import { AttributesRepository } from './scorecards/attributes.repository';
import { AttributesService } from './scorecards/attributes.service';
import { ScorecardsController } from './scorecards/scorecards.controller';
import { ScorecardsRepository } from './scorecards/scorecards.repository';
import { ScorecardsService } from './scorecards/scorecards.service';

@Module({
  imports: [
    CandidatesModule,
    InsightsModule,
    JobsModule,
    MatchingModule,
    ResumesModule,
    UsersModule,
  ],
  controllers: [
    InterviewsController,
    CalendarController,
    AvailabilityController,
    KitController,
    ScorecardsController,
    AttributesController,
    InterviewSettingsController,
  ],
  providers: [
    InterviewsRepository,
    Participants,
    SchedulingService,
    InterviewsService,
    InterviewWithdrawals,
    CalendarFeedsRepository,
    CalendarService,
    WorkingHoursRepository,
    AvailabilityService,
    AttributesRepository,
    AttributesService,
    ScorecardsRepository,
    ScorecardsService,
    KitService,
    InterviewResumes,
    InterviewSettingsRepository,
    InterviewSettingsService,
    RemindersRepository,
    InterviewReminders,
  ],
})
export class InterviewsModule {}
