/** What a person types into a search box, as a tree. Words are as typed; SQL normalises them. */
export type QueryNode =
  | { readonly kind: 'term' | 'exact' | 'prefix'; readonly text: string }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode };

export interface ParsedQuery {
  /** Null when the query holds no word. */
  readonly root: QueryNode | null;
  /**
   * Whether the query says how its words combine: quotes, AND, OR, NOT, -word or prefix*. Then it is a
   * condition; else it is a description, and the more of it a text holds the better.
   */
  readonly isBoolean: boolean;
}

export type QueryProblem = 'too_deep' | 'too_many_terms' | 'only_exclusions';

export class QueryProblemError extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem);
  }
}

export const MAX_QUERY_TERMS = 64;
export const MAX_QUERY_DEPTH = 20;

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly text: string }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' };

const TOKEN = /\s+|([()])|(-?)"([^"]*)"|([^\s()]+)/g;
const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  OR: 'or',
  NOT: 'not',
};
const HAS_LETTER = /[\p{L}\p{N}]/u;

/**
 * `or := and (OR and)*`, `and := unary (AND? unary)*`, `unary := NOT unary | -unary | (or) | "phrase" |
 * word | prefix*`. Forgiving: a quote or a bracket without its partner and an operator without words are left out.
 *
 * @throws QueryProblemError
 */
export function parseQuery(text: string): ParsedQuery {
  const tokens = tokensOf(text);
  const isBoolean = tokens.some(
    (token) =>
      ['and', 'or', 'not', 'phrase'].includes(token.kind) ||
      (token.kind === 'word' && isPrefix(token.text)),
  );
  const root = new Parser(tokens).parse();
  if (isBoolean && root !== null) {
    assertAnswerable(root);
  }
  return { root, isBoolean };
}

/** Every leaf of the tree that a text should hold, in order; what is excluded is left out. */
export function wantedLeaves(node: QueryNode | null): readonly LeafNode[] {
  if (node === null || node.kind === 'not') {
    return [];
  }
  return 'nodes' in node ? node.nodes.flatMap(wantedLeaves) : [node];
}

export type LeafNode = Extract<QueryNode, { readonly text: string }>;

/** Every leaf, the excluded ones too. */
export function allLeaves(node: QueryNode | null): readonly LeafNode[] {
  if (node === null) {
    return [];
  }
  if (node.kind === 'not') {
    return allLeaves(node.node);
  }
  return 'nodes' in node ? node.nodes.flatMap(allLeaves) : [node];
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [whole, bracket, minus, phrase, word] of text.matchAll(TOKEN)) {
    if (bracket !== undefined) {
      tokens.push({ kind: bracket === '(' ? 'open' : 'close' });
    } else if (phrase !== undefined) {
      if (minus === '-') {
        tokens.push({ kind: 'not' });
      }
      tokens.push({ kind: 'phrase', text: phrase });
    } else if (word !== undefined) {
      tokens.push(...wordTokens(word));
    } else if (whole === '-') {
      continue;
    }
  }
  return tokens.filter((token) => !('text' in token) || HAS_LETTER.test(token.text));
}

function wordTokens(word: string): readonly Token[] {
  const operator = OPERATORS[word];
  if (operator !== undefined) {
    return [{ kind: operator }];
  }
  if (/^-[\p{L}\p{N}.#+]/u.test(word)) {
    return [{ kind: 'not' }, { kind: 'word', text: word.slice(1) }];
  }
  return [{ kind: 'word', text: word }];
}

function isPrefix(word: string): boolean {
  return /[\p{L}\p{N}]\*+$/u.test(word);
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.at < this.tokens.length) {
      const before = this.at;
      const part = this.or(0);
      if (part !== null) {
        parts.push(part);
      }
      // A bracket that closes nothing, or an operator without words.
      if (this.at === before || this.tokens[this.at]?.kind === 'close') {
        this.at += 1;
      }
    }
    return joined('and', parts);
  }

  private or(depth: number): QueryNode | null {
    if (depth > MAX_QUERY_DEPTH) {
      throw new QueryProblemError('too_deep');
    }
    const parts = [this.and(depth)];
    while (this.peek() === 'or') {
      this.at += 1;
      parts.push(this.and(depth));
    }
    return joined('or', present(parts));
  }

  private and(depth: number): QueryNode | null {
    const parts: (QueryNode | null)[] = [];
    for (let next = this.peek(); next !== null && next !== 'or' && next !== 'close';) {
      if (next === 'and') {
        this.at += 1;
      } else {
        parts.push(this.unary(depth));
      }
      next = this.peek();
    }
    return joined('and', present(parts));
  }

  private unary(depth: number): QueryNode | null {
    let isNegated = false;
    while (this.peek() === 'not') {
      isNegated = !isNegated;
      this.at += 1;
    }
    const node = this.primary(depth);
    return isNegated && node !== null ? { kind: 'not', node } : node;
  }

  private primary(depth: number): QueryNode | null {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'close' || token.kind === 'or') {
      return null;
    }
    this.at += 1;
    if (token.kind === 'open') {
      const inner = this.or(depth + 1);
      if (this.peek() === 'close') {
        this.at += 1;
      }
      return inner;
    }
    return 'text' in token ? this.leaf(token) : null;
  }

  private leaf(token: Extract<Token, { readonly text: string }>): QueryNode {
    if (token.kind === 'phrase') {
      return { kind: 'exact', text: token.text };
    }
    return isPrefix(token.text)
      ? { kind: 'prefix', text: token.text.replace(/\*+$/, '') }
      : { kind: 'term', text: token.text };
  }

  private peek(): Token['kind'] | null {
    return this.tokens[this.at]?.kind ?? null;
  }
}

function present(nodes: readonly (QueryNode | null)[]): QueryNode[] {
  return nodes.filter((node) => node !== null);
}

function joined(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const [first, ...rest] = nodes;
  return first === undefined || rest.length === 0 ? (first ?? null) : { kind, nodes };
}

/** A condition that only excludes would return everybody else: no index answers it, and nobody means it. */
function assertAnswerable(root: QueryNode): void {
  if (allLeaves(root).length > MAX_QUERY_TERMS) {
    throw new QueryProblemError('too_many_terms');
  }
  if (!isGrounded(root)) {
    throw new QueryProblemError('only_exclusions');
  }
}

function isGrounded(node: QueryNode): boolean {
  switch (node.kind) {
    case 'not':
      return false;
    case 'and':
      return node.nodes.some(isGrounded);
    case 'or':
      return node.nodes.every(isGrounded);
    case 'term':
    case 'exact':
    case 'prefix':
      return true;
  }
}
