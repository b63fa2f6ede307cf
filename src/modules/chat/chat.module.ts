import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates';
import { InsightsModule } from '../insights';
import { JobsModule } from '../jobs';
import { MatchingModule } from '../matching';
import { ResumesModule } from '../resumes';
import { SearchModule } from '../search';
import { SkillsModule } from '../skills';
import { ChatAnswers } from './chat-answers';
import { ChatController } from './chat.controller';
import { ChatRetention } from './chat-retention';
import { ChatService } from './chat.service';
import { ChatSockets } from './chat.sockets';
import { ConversationsRepository } from './conversations.repository';
import { ConversationsService } from './conversations.service';
import { MessagesRepository } from './messages.repository';
import { ModelAnswers } from './model-answers';
import { PassageFinder } from './passage-finder';
import { PeopleAnswers } from './people-answers';
import { QuestionReader } from './question-reader';
import { ResumeAnswers } from './resume-answers';
import { ResumeShelf } from './resume-shelf';

@Module({
  imports: [
    CandidatesModule,
    InsightsModule,
    JobsModule,
    MatchingModule,
    ResumesModule,
    SearchModule,
    SkillsModule,
  ],
  controllers: [ChatController],
  providers: [
    ChatAnswers,
    ChatRetention,
    ChatService,
    ChatSockets,
    ConversationsRepository,
    ConversationsService,
    MessagesRepository,
    ModelAnswers,
    PassageFinder,
    PeopleAnswers,
    QuestionReader,
    ResumeAnswers,
    ResumeShelf,
  ],
})
export class ChatModule {}
