import { type SkillDefinition } from './skill';
import { formsOf, keyInForm, type SkillForm } from './skill-forms';
import { type Token } from './tokens';
import { otherNumbers } from './word-number';

/** Most nodes are the end of one form: what they may hold is only made when it is needed. */
interface TrieNode {
  next: Map<string, TrieNode> | null;
  forms: SkillForm[] | null;
}

function emptyNode(): TrieNode {
  return { next: null, forms: null };
}

/** A form found in a text: the tokens from `first` to `last`, both included. */
export interface Candidate {
  readonly form: SkillForm;
  readonly first: number;
  readonly last: number;
  /** Whether it is written in the case that the form asks for. */
  readonly isCaseRight: boolean;
}

/** All forms of a vocabulary as one tree of words: a text is compared with all of them in one pass. */
export class SkillTrie {
  private readonly root = emptyNode();
  private readonly words = new Set<string>();

  constructor(definitions: readonly SkillDefinition[]) {
    for (const definition of definitions) {
      for (const form of formsOf(definition)) this.add(form);
    }
  }

  /** Whether any form contains this word, symbols included ("c++"). */
  has(key: string): boolean {
    return this.words.has(key);
  }

  /** Every form that starts at the token, of whatever length, before any evidence is asked for. */
  startingAt(tokens: readonly Token[], first: number): readonly Candidate[] {
    const found: Candidate[] = [];
    let nodes: readonly TrieNode[] = [this.root];
    for (let index = first; index < tokens.length && nodes.length > 0; index += 1) {
      const token = tokens[index];
      if (token === undefined || (index > first && token.gap === 'break')) break;
      nodes = this.step(nodes, tokens, index, first);
      for (const node of nodes) {
        for (const form of node.forms ?? []) {
          found.push({ form, first, last: index, isCaseRight: isCaseRight(form, tokens, first) });
        }
      }
    }
    return found;
  }

  /** The forms that are exactly these tokens; case is not compared. */
  equalTo(tokens: readonly Token[]): readonly SkillForm[] {
    let nodes: readonly TrieNode[] = [this.root];
    for (const index of tokens.keys()) nodes = this.step(nodes, tokens, index, 0);
    return nodes.flatMap((node) => node.forms ?? []);
  }

  private step(
    nodes: readonly TrieNode[],
    tokens: readonly Token[],
    index: number,
    first: number,
  ): readonly TrieNode[] {
    const token = tokens[index];
    if (token === undefined) return [];
    const key = keyInForm(token, index === first);
    return nodes.flatMap((node) => nextNodes(node, key, index > first));
  }

  private add(form: SkillForm): void {
    let node = this.root;
    for (const key of form.keys) {
      this.words.add(key);
      node.next ??= new Map();
      let next = node.next.get(key);
      if (next === undefined) {
        next = emptyNode();
        node.next.set(key, next);
      }
      node = next;
    }
    node.forms ??= [];
    if (node.forms.some((other) => isSame(other, form))) return;
    // A form that asks for its case says more than one that does not: it is looked at first.
    if (form.exactWords === null) node.forms.push(form);
    else node.forms.unshift(form);
  }
}

/**
 * The next word as written, without a version, or in the other number: "financial statement" and
 * "financial statements" are one. A first word is not inflected: alone it is often another word in the
 * other number ("Excel", "sales").
 */
function nextNodes(node: TrieNode, key: string, isInside: boolean): readonly TrieNode[] {
  if (node.next === null) return [];
  const bare = withoutVersion(key);
  const keys = [key, ...(bare === key ? [] : [bare]), ...(isInside ? otherNumbers(key) : [])];
  return keys.flatMap((other) => node.next?.get(other) ?? []);
}

function isSame(a: SkillForm, b: SkillForm): boolean {
  return (
    a.definition === b.definition &&
    a.isWeak === b.isWeak &&
    a.exactWords?.join(' ') === b.exactWords?.join(' ')
  );
}

function isCaseRight(form: SkillForm, tokens: readonly Token[], first: number): boolean {
  return form.exactWords?.every((word, index) => tokens[first + index]?.visible === word) ?? true;
}

/** "Python3" and "Java8" are Python and Java; short words are left alone ("mp3", "g8"). */
function withoutVersion(key: string): string {
  return /^\/?[a-z]{4,}\d{1,2}$/.test(key) ? key.replace(/\d+$/, '') : key;
}
