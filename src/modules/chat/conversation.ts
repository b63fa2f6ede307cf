import type { Citation, Outcome } from './domain/draft';

export const CHAT_SCOPES = ['resume', 'job', 'pool'] as const;
export type ChatScope = (typeof CHAT_SCOPES)[number];

/** What a conversation is about: one resume (also as a candidate of a job), a job's candidates, or everybody. */
export interface ChatSubject {
  readonly resumeId: string | null;
  readonly jobId: string | null;
}

export const scopeOfSubject = ({ resumeId, jobId }: ChatSubject): ChatScope =>
  resumeId !== null ? 'resume' : jobId !== null ? 'job' : 'pool';

export interface Conversation extends ChatSubject {
  readonly id: string;
  readonly scope: ChatScope;
  /** Given by a person, else the first question; null before there is one. */
  readonly title: string | null;
  readonly messageCount: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the reader of an answer must know of it. */
export interface ChatNotice {
  readonly code: string;
  readonly message: string;
}

/** How an answer came about. */
export interface ChatProvenance {
  /** `none`: quotations, or facts found by rules. */
  readonly provider: string;
  readonly model: string;
  readonly promptVersion: string;
  /** Why quotations stand in for a configured model; null when they do not. */
  readonly fallbackReason: string | null;
  readonly durationMs: number;
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  /** Quotes of the model that no resume has. */
  readonly droppedCitations: number;
}

export interface ChatAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly outcome: Outcome;
  readonly notices: readonly ChatNotice[];
  readonly provenance: ChatProvenance;
  /** Everybody whose resume had a part in it: it goes when one of them is erased. */
  readonly subjects: readonly string[];
}

export interface ChatMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  /** Of a question that got no answer: why. */
  readonly errorCode: string | null;
  readonly outcome: Outcome | null;
  readonly citations: readonly Citation[];
  readonly notices: readonly ChatNotice[];
  /** Of an answer. */
  readonly provenance: ChatProvenance | null;
  readonly createdAt: Date;
}
