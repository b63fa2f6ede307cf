import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { AppError, isOutage, NotFoundError } from '../../common/errors';
import type { Role } from '../../common/http';
import { type Connection, RealtimeServer, type SocketMessage } from '../../platform/realtime';
import { AnswerBrokenOffError, type ChatErrorCode } from './chat.errors';
import { ChatService } from './chat.service';
import type { ChatSubject, Conversation } from './conversation';
import { ConversationsService } from './conversations.service';
import { questionProblem } from './domain/question-text';
import { AnswerDto, ConversationDto, MessageDto } from './dto/chat.dto';
import { ModelAnswers } from './model-answers';

/** Those who may ask over HTTP. */
const ASKERS: readonly Role[] = ['admin', 'recruiter', 'hiring_manager'];

/** Of a conversation that is resumed, as many messages are shown. */
const SHOWN_HISTORY = 50;

const DATABASE_AWAY = 'Database error. Please try again.';

/** Questions that may wait while one is answered. */
const MOST_WAITING = 5;

/** What one connection talks about, and how its running answer is stopped. */
interface Talk {
  conversation: Conversation | null;
  readonly stop: AbortController;
  /** The end of the last question that was taken. */
  answered: Promise<void>;
  waiting: number;
}

/** The chat: questions one after the other, answers as they come. A conversation begins with its first question. */
@Injectable()
export class ChatSockets implements OnModuleInit {
  private readonly log = new Logger(ChatSockets.name);

  constructor(
    private readonly realtime: RealtimeServer,
    private readonly conversations: ConversationsService,
    private readonly chat: ChatService,
    private readonly model: ModelAnswers,
  ) {}

  onModuleInit(): void {
    this.realtime.serve({
      path: '/ws',
      roles: ASKERS,
      open: async (connection, { query }) => {
        try {
          await this.open(connection, query.get('session_id') ?? '');
        } catch (error) {
          if (isOutage(error)) {
            sendError(connection, 'DATABASE_ERROR', DATABASE_AWAY);
          }
          throw error;
        }
      },
    });
  }

  private async open(connection: Connection, sessionId: string): Promise<void> {
    const { actor } = connection;
    const talk: Talk = {
      conversation: null,
      stop: new AbortController(),
      answered: Promise.resolve(),
      waiting: 0,
    };
    if (sessionId !== '') {
      if (!isUUID(sessionId)) {
        throw new NotFoundError('conversation');
      }
      talk.conversation = await this.conversations.get(actor, sessionId.toLowerCase());
    }
    const { conversation } = talk;
    const history =
      conversation === null
        ? []
        : await this.conversations.latest(actor, conversation.id, SHOWN_HISTORY);
    const identity = await this.model.identity(actor.companyId);
    connection.send({
      type: 'connection',
      message: disclosure(identity?.model ?? null),
      answered_by: identity === null ? 'quotations' : 'language_model',
      provider: identity?.provider ?? 'none',
      model: identity?.model ?? null,
      session_id: conversation?.id ?? null,
      conversation: conversation === null ? null : ConversationDto.from(conversation),
      history: history.map((message) => MessageDto.from(message)),
    });
    connection.onClose(() => {
      talk.stop.abort();
    });
    connection.onMessage((message) => {
      this.take(connection, talk, message);
    });
  }

  /** Does not wait for the answer: a connection that waits for its handler is not read, and its end not seen. */
  private take(connection: Connection, talk: Talk, message: SocketMessage): void {
    if (talk.waiting > MOST_WAITING) {
      sendError(connection, 'RATE_LIMIT', 'Too many questions wait for an answer already.');
      return;
    }
    talk.waiting += 1;
    talk.answered = talk.answered.then(async () => {
      if (!talk.stop.signal.aborted) {
        await this.receive(connection, talk, message);
      }
      talk.waiting -= 1;
    });
  }

  private async receive(connection: Connection, talk: Talk, message: SocketMessage): Promise<void> {
    const problem = problemOf(message);
    if (problem !== null) {
      sendError(connection, 'VALIDATION_ERROR', problem);
      return;
    }
    try {
      await this.answer(connection, talk, message);
    } catch (error) {
      if (talk.stop.signal.aborted) {
        return;
      }
      this.tellFailure(connection, error);
    }
  }

  private async answer(connection: Connection, talk: Talk, message: SocketMessage): Promise<void> {
    const { actor } = connection;
    const conversation = await this.conversationFor(connection, talk, message);
    const sessionId = conversation.id;
    const { question, answer } = await this.chat.ask(
      actor,
      conversation,
      String(message['question']),
      {
        signal: talk.stop.signal,
        onDelta: (text) => {
          connection.send({ type: 'delta', session_id: sessionId, text });
        },
      },
    );
    const { response, citations, answer: dto } = AnswerDto.from(question, answer);
    connection.send({
      type: 'response',
      session_id: sessionId,
      response,
      citations,
      outcome: dto.outcome,
      notices: dto.notices,
      provenance: dto.provenance,
      message_id: dto.id,
      question_id: question.id,
    });
  }

  /** The one that the connection is in, unless the question is about something else: then a new one begins. */
  private async conversationFor(
    connection: Connection,
    talk: Talk,
    message: SocketMessage,
  ): Promise<Conversation> {
    const { actor } = connection;
    const asked = subjectOf(message);
    const { conversation } = talk;
    if (conversation !== null && (asked === null || isSame(asked, conversation))) {
      return conversation;
    }
    const begun = await this.conversations.create(actor, asked ?? EVERYBODY, null);
    talk.conversation = begun;
    connection.send({
      type: 'session',
      session_id: begun.id,
      scope: begun.scope,
      resume_id: begun.resumeId,
      job_id: begun.jobId,
    });
    return begun;
  }

  private tellFailure(connection: Connection, error: unknown): void {
    if (error instanceof AnswerBrokenOffError) {
      const text =
        error.code === 'RATE_LIMIT' ? 'Please try again later.' : `API error: ${error.message}`;
      sendError(connection, error.code, text);
      return;
    }
    if (error instanceof AppError) {
      sendError(connection, 'VALIDATION_ERROR', detailOf(error), { reason: error.code });
      return;
    }
    if (isOutage(error)) {
      this.log.warn({ err: error }, 'question not answered, the database is away');
      sendError(connection, 'DATABASE_ERROR', DATABASE_AWAY);
      return;
    }
    this.log.error({ err: error }, 'question not answered');
    sendError(connection, 'INTERNAL_ERROR', 'An unexpected error occurred.');
  }
}

const EVERYBODY: ChatSubject = { resumeId: null, jobId: null };

function disclosure(model: string | null): string {
  const how =
    model === null
      ? 'No language model is used: it looks up facts of the resumes and quotes their sentences.'
      : `The language model ${model} words the answers, from the resumes. It can be wrong: check the citations.`;
  return `You are talking to an AI assistant, not to a person. ${how}`;
}

function problemOf(message: SocketMessage): string | null {
  if (message['type'] !== 'question') {
    return '`type` must be `question` or `ping`.';
  }
  for (const field of ['resume_id', 'job_id']) {
    const id = message[field] ?? null;
    if (id !== null && !(typeof id === 'string' && isUUID(id))) {
      return `\`${field}\` must be an id.`;
    }
  }
  return questionProblem(message['question']);
}

/** Null when the question says nothing of it. */
function subjectOf(message: SocketMessage): ChatSubject | null {
  const idIn = (field: string): string | null => {
    const id = message[field];
    return typeof id === 'string' ? id.toLowerCase() : null;
  };
  return message['resume_id'] === undefined && message['job_id'] === undefined
    ? null
    : { resumeId: idIn('resume_id'), jobId: idIn('job_id') };
}

const isSame = (a: ChatSubject, b: ChatSubject): boolean =>
  a.resumeId === b.resumeId && a.jobId === b.jobId;

/** The first field error says more than "Some fields are not valid". */
const detailOf = (error: AppError): string => {
  const [first] = error.errors;
  return first === undefined ? error.message : `\`${first.field}\` ${first.message}.`;
};

function sendError(
  connection: Connection,
  code: ChatErrorCode,
  error: string,
  details: object = {},
): void {
  connection.send({ type: 'error', error, code, ...details });
}
