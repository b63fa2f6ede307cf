import { expectStatus, startTestApp, type TestCompany } from '../../test/support/app';
import { CHAT_CASES, type ChatCase, type ChatQuestion } from './chat-questions';
import { EVERYDAY_CHAT_CASES } from './chat-questions-everyday';
import { INDIRECT_CHAT_CASES } from './chat-questions-indirect';
import { MIXED_CHAT_CASES } from './chat-questions-mixed';
import { MORE_CHAT_CASES } from './chat-questions-more';
import { TERSE_CHAT_CASES } from './chat-questions-terse';
import { UNSEEN_CHAT_CASES } from './chat-questions-unseen';
import { VARIED_CHAT_CASES } from './chat-questions-varied';

/** What the answers were made with, set by set: what holds on one may not hold on another. */
const MADE_WITH: Readonly<Record<string, readonly ChatCase[]>> = {
  first: CHAT_CASES,
  more: MORE_CHAT_CASES,
  varied: VARIED_CHAT_CASES,
  indirect: INDIRECT_CHAT_CASES,
  terse: TERSE_CHAT_CASES,
  mixed: MIXED_CHAT_CASES,
  everyday: EVERYDAY_CHAT_CASES,
};

interface Asked extends ChatQuestion {
  readonly outcome: string;
  readonly quotes: readonly string[];
  readonly isRight: boolean;
  readonly isFirstRight: boolean;
  /** Also beneath "does not tell", as what comes closest. */
  readonly isShown: boolean;
  readonly milliseconds: number;
}

/**
 * The chat without a model, over HTTP: whether a question about an invented resume is answered by the
 * passage that answers it, and one that the resume does not answer is not.
 */
export async function evaluateChat(): Promise<object> {
  const app = await startTestApp();
  try {
    const madeWith: Asked[] = [];
    const shares: object[] = [];
    for (const [set, cases] of Object.entries(MADE_WITH)) {
      const asked = await askAll(await app.newCompany(), cases);
      madeWith.push(...asked);
      shares.push(sharesOf(set, asked));
    }
    const heldOut = await askAll(await app.newCompany(), UNSEEN_CHAT_CASES);
    return {
      shares: [...shares, sharesOf('made with', madeWith), sharesOf('held out', heldOut)],
      // What went wrong with the held-out questions is not shown, so that nobody mends just that.
      'made with: wrong': madeWith.filter(({ isRight }) => !isRight).map(told),
    };
  } finally {
    await app.stop();
  }
}

async function askAll(company: TestCompany, cases: readonly ChatCase[]): Promise<Asked[]> {
  const { api } = company;
  const asked: Asked[] = [];
  for (const { name, resume, questions } of cases) {
    const uploaded = await api.upload(Buffer.from(resume), { name: `${name}.txt` });
    const { id } = expectStatus(uploaded, 201).body.resume;
    const begun = await api.post('/chat/conversations', { resume_id: id });
    const conversationId = expectStatus(begun, 201).body.id;
    for (const question of questions) {
      const before = performance.now();
      const path = `/chat/conversations/${conversationId}/messages`;
      const answered = await api.post(path, { question: question.question });
      const milliseconds = performance.now() - before;
      asked.push(judged(question, expectStatus(answered, 201).body, milliseconds));
    }
  }
  return asked;
}

function judged(
  question: ChatQuestion,
  body: { answer: { outcome: string }; citations: readonly { text: string }[] },
  milliseconds: number,
): Asked {
  const quotes = body.citations.map(({ text }) => text);
  const { outcome } = body.answer;
  const { quote } = question;
  const isUntold = quote === null;
  // A fact such as a phone number is cited as short as it is.
  const fits = (text: string | undefined): boolean =>
    text !== undefined && quote !== null && (text.includes(quote) || quote.includes(text));
  return {
    ...question,
    outcome,
    quotes,
    isRight: isUntold ? outcome === 'not_told' : outcome === 'answered' && quotes.some(fits),
    isFirstRight: isUntold ? outcome === 'not_told' : outcome === 'answered' && fits(quotes[0]),
    isShown: quotes.some(fits),
    milliseconds,
  };
}

/** Questions that the resume answers and those that it does not have shares of their own: one is easy without the other. */
function sharesOf(set: string, asked: readonly Asked[]): object {
  const told = asked.filter(({ quote }) => quote !== null);
  const untold = asked.filter(({ quote }) => quote === null);
  const share = (all: readonly Asked[], fits: (one: Asked) => boolean): number =>
    all.filter(fits).length / Math.max(1, all.length);
  const times = asked.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  return {
    set,
    questions: asked.length,
    'not told by the resume': untold.length,
    'right quote': share(told, ({ isRight }) => isRight),
    'right quote first': share(told, ({ isFirstRight }) => isFirstRight),
    'right line shown': share(told, ({ isShown }) => isShown),
    'not told recognised': share(untold, ({ isRight }) => isRight),
    'p50 ms': times[Math.floor(times.length * 0.5)] ?? 0,
    'p95 ms': times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

function told({ question, quote, outcome, quotes }: Asked): string {
  return `${question} [${quote ?? 'not told'}] ${outcome}: ${quotes.join(' / ')}`;
}
