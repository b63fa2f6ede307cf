import { type Span } from './skill-evidence';

/** Statements that every advertisement carries: they name groups and benefits, never skills. */
const BOILERPLATE =
  /\b(?:regardless of|without regard to|irrespective of|on the basis of)\b[^.\n]*\b(?:race|colou?r|gender|sex|religion|age|origin|disability)\b|\bsexual orientation\b|\bgender identity\b|\bprotected veteran\b|\bequal[- ]opportunit(?:y|ies) employer\b|\bequal (?:employment )?opportunit(?:y|ies) (?:to|for) all\b|\b(?:reasonable accommodations?)\b|\b(?:third party|recruitment) agenc(?:y|ies)\b/i;

/** How far a sentence is looked at to either side, in characters; bounds the work on odd texts. */
const REACH = 300;

/** Whether the sentence around a span is such a statement. */
export function isBoilerplate(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const after = text.slice(span.end, span.end + REACH);
  const head = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1);
  const tail = /^(?:[^.\n]|\.(?!\s))*/.exec(after)?.[0] ?? '';
  return BOILERPLATE.test(head + text.slice(span.start, span.end) + tail);
}
