import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates';
import { JobsModule } from '../jobs';
import { UsersModule } from '../users';
import { CandidateAccess } from './candidate-access';
import { CandidateAccessRepository } from './candidate-access.repository';
import { FeedController } from './feed/feed.controller';
import { FeedRepository } from './feed/feed.repository';
import { FeedService } from './feed/feed.service';
import { NotesController } from './notes/notes.controller';
import { NotesRepository } from './notes/notes.repository';
import { NotesService } from './notes/notes.service';
import { TagsController } from './tags/tags.controller';
import { TagsRepository } from './tags/tags.repository';
import { TagsService } from './tags/tags.service';

/** What colleagues tell each other about people. */
@Module({
  imports: [CandidatesModule, JobsModule, UsersModule],
  controllers: [FeedController, NotesController, TagsController],
  providers: [
    CandidateAccess,
    CandidateAccessRepository,
    FeedRepository,
    FeedService,
    NotesRepository,
    NotesService,
    TagsRepository,
    TagsService,
  ],
})
export class CollaborationModule {}
