import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates';
import { JobsModule } from '../jobs';
import { MatchingModule } from '../matching';
import { UsersModule } from '../users';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarFeedsRepository } from './calendar/calendar-feeds.repository';
import { CalendarService } from './calendar/calendar.service';
import { InterviewsController } from './interviews.controller';
import { InterviewsRepository } from './interviews.repository';
import { InterviewsService } from './scheduling/interviews.service';
import { Participants } from './scheduling/participants';
import { SchedulingService } from './scheduling/scheduling.service';

@Module({
  imports: [CandidatesModule, JobsModule, MatchingModule, UsersModule],
  controllers: [InterviewsController, CalendarController],
  providers: [
    InterviewsRepository,
    Participants,
    SchedulingService,
    InterviewsService,
    CalendarFeedsRepository,
    CalendarService,
  ],
})
export class InterviewsModule {}
