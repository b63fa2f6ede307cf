import { Injectable } from '@nestjs/common';
import { SkillsService } from '../skills';
import { isFunctionWord } from './domain/function-words';
import {
  allLeaves,
  type LeafNode,
  parseQuery,
  type ParsedQuery,
  QueryProblemError,
  wantedLeaves,
} from './domain/query-parser';
import { tsQuery, type WordsOf } from './domain/ts-query';
import { SearchQueryError } from './search.errors';
import { WordsRepository } from './words.repository';

/** So many different words of a long description are looked up; the first ones. */
const MOST_TERMS = 64;

/** A query as the searches need it. */
export interface ReadQuery {
  /** What to embed: the query without its operators and exclusions. */
  readonly text: string;
  /** A condition for `::tsquery`; null when the query is a description. */
  readonly condition: string | null;
  /** One `::tsquery` per word of a description. */
  readonly terms: readonly string[];
  /** What to look for in the text of a result. */
  readonly leaves: readonly LeafNode[];
  readonly wordsOf: WordsOf;
  /** Canonical names of the skills that the query asks for. */
  readonly skills: readonly string[];
}

/** Reads what people type: operators by the parser, words by the database, skills by the vocabulary. */
@Injectable()
export class QueryReader {
  constructor(
    private readonly repository: WordsRepository,
    private readonly skills: SkillsService,
  ) {}

  /** @throws SearchQueryError */
  async read(companyId: string, typed: string): Promise<ReadQuery> {
    const { root, isBoolean } = parsed(typed);
    if (root === null) {
      throw new SearchQueryError('no_words');
    }
    const words = await this.repository.words(allLeaves(root).map((leaf) => leaf.text));
    const wordsOf: WordsOf = (text) => words.get(text) ?? [];
    const condition = tsQuery(root, wordsOf);
    if (condition === null) {
      throw new SearchQueryError('no_words');
    }
    const typedLeaves = wantedLeaves(root);
    const text = isBoolean ? typedLeaves.map((leaf) => leaf.text).join(' ') : typed;
    const leaves = isBoolean ? typedLeaves : tellingLeaves(typedLeaves);
    const terms = leaves.flatMap((leaf) => tsQuery(leaf, wordsOf) ?? []);
    return {
      text,
      condition: isBoolean ? condition : null,
      terms: [...new Set(terms)].slice(0, MOST_TERMS),
      leaves: distinct(leaves).slice(0, MOST_TERMS),
      wordsOf,
      skills: await this.skillsIn(companyId, text, leaves),
    };
  }

  /** A query is all about what is asked for, so a bare word is proof enough: as in a skills section. */
  private async skillsIn(
    companyId: string,
    text: string,
    leaves: readonly LeafNode[],
  ): Promise<readonly string[]> {
    const matcher = await this.skills.matcherOf(companyId);
    const mentions = matcher.match(text, [{ start: 0, end: text.length }]);
    const quoted = leaves.filter((leaf) => leaf.kind === 'exact').map((leaf) => leaf.text);
    const whole = [text, ...quoted].flatMap((one) => matcher.canonical(one)?.name ?? []);
    return [...new Set([...whole, ...mentions.map((mention) => mention.name)])];
  }
}

function parsed(typed: string): ParsedQuery {
  try {
    return parseQuery(typed);
  } catch (error) {
    if (error instanceof QueryProblemError) {
      throw new SearchQueryError(error.problem);
    }
    throw error;
  }
}

/** Of a description the words that tell people apart; all of them when none does. */
function tellingLeaves(leaves: readonly LeafNode[]): readonly LeafNode[] {
  const telling = leaves.filter((leaf) => !isFunctionWord(leaf.text));
  return telling.length > 0 ? telling : leaves;
}

function distinct(leaves: readonly LeafNode[]): readonly LeafNode[] {
  return [...new Map(leaves.map((leaf) => [`${leaf.kind} ${leaf.text}`, leaf])).values()];
}
