import type { ChatCase } from './chat-questions';

/** Held out: written by somebody else, and read by nobody who changes the answers. */
export const UNSEEN_CHAT_CASES: readonly ChatCase[] = [];
