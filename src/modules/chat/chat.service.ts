import { Injectable } from '@nestjs/common';
import { isOutage } from '../../common/errors';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { AnswerBrokenOffError, type ChatErrorCode } from './chat.errors';
import { ChatAnswers } from './chat-answers';
import type { ChatMessage, Conversation } from './conversation';
import { ConversationsService } from './conversations.service';
import { MessagesRepository } from './messages.repository';
import type { Live } from './model-answers';

/** As many messages before are looked at; the prompt takes those that fit. */
const MOST_HISTORY = 40;

/** Questions of a person and their answers, kept. */
@Injectable()
export class ChatService {
  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationsService,
    private readonly messages: MessagesRepository,
    private readonly answers: ChatAnswers,
  ) {}

  /**
   * The question is kept first, so that a failure loses no more than the answer.
   *
   * @throws NotFoundError, ChatJobRequiredError, AnswerBrokenOffError
   */
  async ask(
    actor: Actor,
    conversation: Conversation,
    text: string,
    live: Live | null = null,
  ): Promise<{ readonly question: ChatMessage; readonly answer: ChatMessage }> {
    await this.conversations.checkSubject(actor, conversation);
    const { companyId } = actor;
    const place = { companyId, conversationId: conversation.id };
    const history = await this.messages.latest(place, MOST_HISTORY);
    const questionId = await this.database.transaction(() => this.messages.ask(place, text.trim()));
    try {
      const question = { text: text.trim(), subject: conversation, history };
      const answer = await this.answers.answer(actor, question, live);
      const followsHistory = answer.provenance.provider !== 'none';
      const answerId = await this.database.transaction(() =>
        this.messages.answer(place, questionId, answer, { followsHistory }),
      );
      return {
        question: await this.messages.get(place, questionId),
        answer: await this.messages.get(place, answerId),
      };
    } catch (error) {
      await this.remember(place, questionId, error);
      throw error;
    }
  }

  /** The failure that matters is the first one: a database that is away cannot keep it. */
  private async remember(
    place: { readonly companyId: string; readonly conversationId: string },
    questionId: string,
    error: unknown,
  ): Promise<void> {
    try {
      await this.messages.fail(place, questionId, errorCodeOf(error));
    } catch (second) {
      if (!isOutage(second)) {
        throw second;
      }
    }
  }
}

export function errorCodeOf(error: unknown): ChatErrorCode {
  if (error instanceof AnswerBrokenOffError) {
    return error.code;
  }
  return isOutage(error) ? 'DATABASE_ERROR' : 'INTERNAL_ERROR';
}
