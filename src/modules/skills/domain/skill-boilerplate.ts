import { type Span } from './skill-evidence';

/** Statements that every advertisement carries: they name groups and benefits, never skills. */
const BOILERPLATE =
  /\b(?:regardless of|without regard to|irrespective of|on the basis of)\b[^.\n]*\b(?:race|colou?r|gender|sex|religion|age|origin|disability)\b|\bsexual orientation\b|\bgender identity\b|\bprotected veteran\b|\bequal[- ]opportunit(?:y|ies) employer\b|\bequal (?:employment )?opportunit(?:y|ies) (?:to|for) all\b|\b(?:reasonable accommodations?)\b|\b(?:third party|recruitment) agenc(?:y|ies)\b/i;

/** Whether the sentence around a span is such a statement. */
export function isBoilerplate(text: string, span: Span): boolean {
  const start = Math.max(
    text.lastIndexOf('\n', span.start - 1),
    text.lastIndexOf('. ', span.start - 1),
  );
  const ends = [text.indexOf('\n', span.end), text.indexOf('. ', span.end)].filter((at) => at >= 0);
  return BOILERPLATE.test(text.slice(start + 1, Math.min(...ends, text.length)));
}
