import type { LeafNode, QueryNode } from './query-parser';

/** One word as the database normalises it, with its stem. */
export interface Word {
  readonly word: string;
  readonly stem: string;
}

/** The words of a leaf's text; none when nothing searchable is left of it ("***"). */
export type WordsOf = (text: string) => readonly Word[];

/**
 * The tree in PostgreSQL's tsquery language, to be cast by `::tsquery`: its words are lexemes already.
 * Plain words are compared by stem, quoted ones and prefixes as they are. Null when no word is left.
 */
export function tsQuery(node: QueryNode, wordsOf: WordsOf): string | null {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts = node.nodes.map((one) => tsQuery(one, wordsOf)).filter((one) => one !== null);
      return parts.length === 0 ? null : `(${parts.join(node.kind === 'and' ? ' & ' : ' | ')})`;
    }
    case 'not': {
      const inner = tsQuery(node.node, wordsOf);
      return inner === null ? null : `!(${inner})`;
    }
    case 'term':
    case 'exact':
    case 'prefix':
      return leafQuery(node, wordsOf(node.text));
  }
}

/** "Node.js" is two words: they must follow each other. */
function leafQuery(leaf: LeafNode, words: readonly Word[]): string | null {
  if (words.length === 0) {
    return null;
  }
  const lexemes = words.map(({ word, stem }) => quoted(leaf.kind === 'term' ? stem : word));
  const query = lexemes.join(' <-> ');
  return `(${query}${leaf.kind === 'prefix' ? ':*' : ''})`;
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
