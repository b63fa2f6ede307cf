import { listing, spanOf, type EvidenceContext, type Span } from './skill-evidence';
import { type Candidate } from './skill-trie';

interface Item {
  readonly candidate: Candidate;
  readonly span: Span;
  readonly isProven: boolean;
}

/** How many ambiguous words in one list prove each other: "Word, Excel, Access". */
const ENOUGH_TOGETHER = 3;

/**
 * The ambiguous words that a list proves: one item that is proven otherwise proves the others, and so
 * do three ambiguous ones. Two words with an "and" between them may be prose; there the ambiguous one
 * has to begin with a capital ("Java and React", not "engineering and sales").
 */
export function provenByLists(
  proven: readonly Candidate[],
  open: readonly Candidate[],
  { text, tokens }: EvidenceContext,
): readonly Candidate[] {
  const toItem = (isProven: boolean) => (candidate: Candidate) => ({
    candidate,
    span: spanOf(candidate, tokens),
    isProven,
  });
  const items = withoutInner([...proven.map(toItem(true)), ...open.map(toItem(false))]);
  return listsOf(items, text)
    .filter((list) => list.some((item) => item.isProven) || list.length >= ENOUGH_TOGETHER)
    .flatMap((list) => list.filter((item) => !item.isProven).map((item) => item.candidate));
}

/** Of the forms of one place the longest stands in the list. */
function withoutInner(items: readonly Item[]): readonly Item[] {
  const ordered = items.toSorted(
    (a, b) =>
      a.span.start - b.span.start ||
      b.span.end - a.span.end ||
      Number(b.isProven) - Number(a.isProven),
  );
  const kept: Item[] = [];
  for (const item of ordered) {
    const previous = kept.at(-1);
    if (previous === undefined || item.span.start >= previous.span.end) kept.push(item);
  }
  return kept;
}

function listsOf(items: readonly Item[], text: string): readonly (readonly Item[])[] {
  const lists: Item[][] = [];
  let previous: Item | undefined;
  for (const item of items) {
    const list = lists.at(-1);
    if (list !== undefined && previous !== undefined && areNeighbours(previous, item, text)) {
      list.push(item);
    } else {
      lists.push([item]);
    }
    previous = item;
  }
  return lists;
}

function areNeighbours(first: Item, second: Item, text: string): boolean {
  const kind = listing(text, first.span, second.span);
  if (kind !== 'perhaps') return kind === 'listed';
  return [first, second].every((item) => item.isProven || isCapital(item.span, text));
}

function isCapital(span: Span, text: string): boolean {
  return /^\p{Lu}/u.test(text.slice(span.start, span.end));
}
