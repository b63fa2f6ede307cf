import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { CHAT_SCOPES, type ChatMessage, type ChatScope, type Conversation } from '../conversation';
import { OUTCOMES, type Citation, type Outcome } from '../domain/draft';
import { LONGEST_QUESTION } from '../domain/question-text';

const LONGEST_TITLE = 200;

export class CreateConversationDto {
  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Ask about this resume; with `job_id` as a candidate of that job.',
  })
  @IsOptional()
  @IsUUID()
  readonly resume_id?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Ask about the candidates of this job. Without either id: about everybody.',
  })
  @IsOptional()
  @IsUUID()
  readonly job_id?: string | null;

  @ApiPropertyOptional({
    example: 'Night shift experience',
    maxLength: LONGEST_TITLE,
    nullable: true,
    type: String,
    description: 'Without one it is the first question.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TITLE)
  @Matches(/\S/, { message: 'title must not be empty' })
  readonly title?: string | null;
}

export class RenameConversationDto {
  @ApiProperty({ example: 'Second round', maxLength: LONGEST_TITLE })
  @IsString()
  @MaxLength(LONGEST_TITLE)
  @Matches(/\S/, { message: 'title must not be empty' })
  readonly title!: string;
}

export class AskDto {
  @ApiProperty({ example: 'Has she led a team?', maxLength: LONGEST_QUESTION })
  @IsString()
  @MaxLength(LONGEST_QUESTION)
  @Matches(/[\p{L}\p{N}]/u, { message: 'question must hold a letter or a digit' })
  readonly question!: string;
}

export class ConversationDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({
    format: 'uuid',
    description: 'The same id, as `/ws?session_id=` takes it.',
  })
  readonly session_id!: string;

  @ApiProperty({ enum: CHAT_SCOPES })
  readonly scope!: ChatScope;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly resume_id!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly job_id!: string | null;

  @ApiProperty({
    example: 'Has she led a team?',
    nullable: true,
    type: String,
    description: 'The first question until somebody names it.',
  })
  readonly title!: string | null;

  @ApiProperty({ example: 2 })
  readonly message_count!: number;

  @ApiProperty({ example: 812, description: 'Sent to a language model, of all answers.' })
  readonly prompt_tokens!: number;

  @ApiProperty({ example: 96 })
  readonly completion_tokens!: number;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(conversation: Conversation): ConversationDto {
    return {
      id: conversation.id,
      session_id: conversation.id,
      scope: conversation.scope,
      resume_id: conversation.resumeId,
      job_id: conversation.jobId,
      title: conversation.title,
      message_count: conversation.messageCount,
      prompt_tokens: conversation.promptTokens,
      completion_tokens: conversation.completionTokens,
      created_at: conversation.createdAt.toISOString(),
      updated_at: conversation.updatedAt.toISOString(),
    };
  }
}

export class CitationDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ example: 'Mira Solano', nullable: true, type: String })
  readonly candidate_name!: string | null;

  @ApiProperty({ example: 812, description: 'Offset into the `content` of the resume.' })
  readonly start!: number;

  @ApiProperty({ example: 861 })
  readonly end!: number;

  @ApiProperty({ example: 'Mentor two apprentices in Terraform and Go' })
  readonly text!: string;

  static from({ resumeId, candidateName, start, end, text }: Citation): CitationDto {
    return { resume_id: resumeId, candidate_name: candidateName, start, end, text };
  }
}

export class ChatNoticeDto {
  @ApiProperty({ example: 'llm_unavailable' })
  readonly code!: string;

  @ApiProperty({ example: 'The language model is away; these are quotations found without it.' })
  readonly message!: string;
}

export class ChatProvenanceDto {
  @ApiProperty({ example: 'none', description: '`none`: found by rules and quoted.' })
  readonly provider!: string;

  @ApiProperty({ example: 'quotations' })
  readonly model!: string;

  @ApiProperty({ example: 'quotations-1' })
  readonly prompt_version!: string;

  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Why quotations stand in for the configured model.',
  })
  readonly fallback_reason!: string | null;

  @ApiProperty({ example: 38 })
  readonly duration_ms!: number;

  @ApiProperty({ nullable: true, type: Number })
  readonly prompt_tokens!: number | null;

  @ApiProperty({ nullable: true, type: Number })
  readonly completion_tokens!: number | null;

  @ApiProperty({ example: 0, description: 'Quotes of the model that no resume has.' })
  readonly dropped_citations!: number;
}

export class MessageDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly conversation_id!: string;

  @ApiProperty({ enum: ['user', 'assistant'] })
  readonly role!: ChatMessage['role'];

  @ApiProperty({ example: 'Yes, the resume names Kubernetes.' })
  readonly content!: string;

  @ApiProperty({
    enum: OUTCOMES,
    nullable: true,
    description: 'Of an answer: `not_told` when no resume says it. Null for a question.',
  })
  readonly outcome!: Outcome | null;

  @ApiProperty({ type: [CitationDto] })
  readonly citations!: readonly CitationDto[];

  @ApiProperty({ type: [ChatNoticeDto] })
  readonly notices!: readonly ChatNoticeDto[];

  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Of a question that got no answer: the code of the failure.',
  })
  readonly error_code!: string | null;

  @ApiProperty({ type: ChatProvenanceDto, nullable: true })
  readonly provenance!: ChatProvenanceDto | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(message: ChatMessage): MessageDto {
    const { provenance: how } = message;
    return {
      id: message.id,
      conversation_id: message.conversationId,
      role: message.role,
      content: message.content,
      outcome: message.outcome,
      citations: message.citations.map((citation) => CitationDto.from(citation)),
      notices: message.notices,
      error_code: message.errorCode,
      provenance:
        how === null
          ? null
          : {
              provider: how.provider,
              model: how.model,
              prompt_version: how.promptVersion,
              fallback_reason: how.fallbackReason,
              duration_ms: how.durationMs,
              prompt_tokens: how.promptTokens,
              completion_tokens: how.completionTokens,
              dropped_citations: how.droppedCitations,
            },
      created_at: message.createdAt.toISOString(),
    };
  }
}

export class AnswerDto {
  @ApiProperty({ format: 'uuid' })
  readonly session_id!: string;

  @ApiProperty({ example: 'Yes, the resume names Kubernetes.', description: 'The answer’s text.' })
  readonly response!: string;

  @ApiProperty({ type: [CitationDto] })
  readonly citations!: readonly CitationDto[];

  @ApiProperty({ type: MessageDto })
  readonly question!: MessageDto;

  @ApiProperty({ type: MessageDto })
  readonly answer!: MessageDto;

  static from(question: ChatMessage, answer: ChatMessage): AnswerDto {
    const message = MessageDto.from(answer);
    return {
      session_id: answer.conversationId,
      response: message.content,
      citations: message.citations,
      question: MessageDto.from(question),
      answer: message,
    };
  }
}
