import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../common/http';
import { ChatService } from './chat.service';
import { ConversationsService } from './conversations.service';
import {
  AnswerDto,
  AskDto,
  ConversationDto,
  CreateConversationDto,
  MessageDto,
  RenameConversationDto,
} from './dto/chat.dto';

@ApiTags('chat')
@Controller('chat/conversations')
export class ChatController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly chat: ChatService,
  ) {}

  @Post()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Begin a conversation about a resume, a job’s candidates, or everybody',
    description:
      'Hiring managers name one of their jobs. The same conversation goes on at the WebSocket `/ws?session_id=`.',
  })
  @ApiCreatedResponse({ type: ConversationDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateConversationDto,
  ): Promise<ConversationDto> {
    const subject = { resumeId: body.resume_id ?? null, jobId: body.job_id ?? null };
    const title = body.title?.trim() ?? null;
    return ConversationDto.from(await this.conversations.create(actor, subject, title));
  }

  @Get()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'List your conversations, those that were talked in last first' })
  @ApiPage(ConversationDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<ConversationDto>> {
    const page = await this.conversations.list(actor, query);
    return pageDto(page, (conversation) => ConversationDto.from(conversation));
  }

  @Get(':conversation_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Read a conversation of yours' })
  @ApiOkResponse({ type: ConversationDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('conversation_id', 'conversation') id: string,
  ): Promise<ConversationDto> {
    return ConversationDto.from(await this.conversations.get(actor, id));
  }

  @Patch(':conversation_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Name a conversation' })
  @ApiOkResponse({ type: ConversationDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async rename(
    @CurrentActor() actor: Actor,
    @UuidParam('conversation_id', 'conversation') id: string,
    @Body() body: RenameConversationDto,
  ): Promise<ConversationDto> {
    return ConversationDto.from(await this.conversations.rename(actor, id, body.title.trim()));
  }

  @Delete(':conversation_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Delete a conversation with its messages' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async delete(
    @CurrentActor() actor: Actor,
    @UuidParam('conversation_id', 'conversation') id: string,
  ): Promise<void> {
    await this.conversations.delete(actor, id);
  }

  @Get(':conversation_id/messages')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'List the messages of a conversation, oldest first' })
  @ApiPage(MessageDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async messages(
    @CurrentActor() actor: Actor,
    @UuidParam('conversation_id', 'conversation') id: string,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<MessageDto>> {
    const page = await this.conversations.messagesOf(actor, id, query);
    return pageDto(page, (message) => MessageDto.from(message));
  }

  @Post(':conversation_id/messages')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Ask, and be answered by a machine',
    description:
      'By a language model when there is one, else by facts and quotations; `provenance` says which. Every citation is ' +
      'a part of the resume’s `content`. Age, gender, origin, family, health and religion are not spoken of.',
  })
  @ApiCreatedResponse({ type: AnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async ask(
    @CurrentActor() actor: Actor,
    @UuidParam('conversation_id', 'conversation') id: string,
    @Body() body: AskDto,
  ): Promise<AnswerDto> {
    const conversation = await this.conversations.get(actor, id);
    const { question, answer } = await this.chat.ask(actor, conversation, body.question);
    return AnswerDto.from(question, answer);
  }
}
