import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import {
  type Actor,
  AnyRole,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  UuidParam,
} from '../../../common/http';
import { CreateNoteDto, NoteDto, UpdateNoteDto } from '../dto/note.dto';
import { NotesService } from './notes.service';

@ApiTags('candidates')
@Controller('candidates/:candidate_id/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @AnyRole()
  @ApiOperation({
    summary: 'Notes about a person, newest first',
    description:
      'Hiring managers and interviewers see the candidates of their jobs, and of the notes those about the ' +
      'person as such and about their jobs.',
  })
  @ApiPage(NoteDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<NoteDto>> {
    return pageDto(await this.notes.list(actor, candidateId, query), (note) => NoteDto.from(note));
  }

  @Post()
  @AnyRole()
  @ApiOperation({ summary: 'Write a note about a person; who is named in `mentions` gets a mail' })
  @ApiCreatedResponse({ type: NoteDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`candidate_not_found`, `job_not_found`' })
  async add(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @Body() body: CreateNoteDto,
  ): Promise<NoteDto> {
    const { text, mentions = [], job_id: jobId = null } = body;
    return NoteDto.from(await this.notes.add(actor, candidateId, { text, mentions, jobId }));
  }

  @Patch(':note_id')
  @AnyRole()
  @ApiOperation({ summary: 'Change a note of your own' })
  @ApiOkResponse({ type: NoteDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @UuidParam('note_id', 'note') noteId: string,
    @Body() body: UpdateNoteDto,
  ): Promise<NoteDto> {
    const change = {
      ...(body.text === undefined ? {} : { text: body.text }),
      ...(body.mentions === undefined ? {} : { mentions: body.mentions }),
    };
    return NoteDto.from(await this.notes.update(actor, { candidateId, noteId }, change));
  }

  @Delete(':note_id')
  @HttpCode(204)
  @AnyRole()
  @ApiOperation({ summary: 'Delete a note of your own; administrators, any' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async remove(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @UuidParam('note_id', 'note') noteId: string,
  ): Promise<void> {
    await this.notes.remove(actor, { candidateId, noteId });
  }
}
