import { type SkillDefinition, type SkillMention, type SkillRegion } from './skill';
import { isBoilerplate } from './skill-boilerplate';
import {
  isInRegion,
  isProvenByPlace,
  isWholeItem,
  spanOf,
  type EvidenceContext,
} from './skill-evidence';
import { provenByLists } from './skill-lists';
import { isNegated } from './skill-negation';
import { type SkillForm } from './skill-forms';
import { SkillTrie, type Candidate } from './skill-trie';
import { tokenize, type Token } from './tokens';

/**
 * Finds the skills of a vocabulary in a text, in one pass over its words. Longer forms win over
 * shorter ones inside them, ambiguous words count only with evidence, negated ones never. Immutable
 * and free of I/O: build it once, share it, and derive one with a company's own skills by `withExtra`.
 */
export class SkillMatcher {
  private readonly trie: SkillTrie;
  private readonly byName: ReadonlyMap<string, SkillDefinition>;

  constructor(
    definitions: readonly SkillDefinition[],
    private readonly base: SkillMatcher | null = null,
  ) {
    this.trie = new SkillTrie(definitions);
    this.byName = new Map(definitions.map((one) => [one.name.toLowerCase(), one]));
  }

  /**
   * A matcher that also knows these skills; cheap, the vocabulary is shared. A definition with the
   * name of a known skill adds its aliases to it; on a clash of forms the extra one wins.
   */
  withExtra(definitions: readonly SkillDefinition[]): SkillMatcher {
    return definitions.length === 0 ? this : new SkillMatcher(definitions, this);
  }

  /** Mentions in the order of the text, none overlapping; `text` is a true substring of the source. */
  match(text: string, regions: readonly SkillRegion[] = []): readonly SkillMention[] {
    const tokens = tokenize(text, (key) => this.has(key));
    const context: EvidenceContext = { text, tokens, regions };
    const standing = this.candidates(tokens).filter((candidate) => standsAlone(candidate, context));
    const proven = provenCandidates(standing, context);
    return withoutOverlaps(proven)
      .map((candidate) => this.mention(candidate, text, tokens))
      .filter((mention) => !isNegated(text, mention) && !isBoilerplate(text, mention));
  }

  /** The skill that a name or an alias means, ignoring case; null when the vocabulary has none. */
  canonical(name: string): SkillDefinition | null {
    const tokens = tokenize(name, (key) => this.has(key));
    if (tokens.length === 0 || tokens.some((token, index) => index > 0 && token.gap === 'break')) {
      return null;
    }
    const forms = this.formsEqualTo(tokens);
    const exact = forms.find((form) =>
      form.exactWords?.every((word, index) => tokens[index]?.visible === word),
    );
    const form = exact ?? forms.find((one) => !one.isWeak) ?? forms[0];
    return form === undefined ? null : this.definitionOf(form.definition);
  }

  /** Everything these skills imply, over any number of steps: implied name → the given skill. */
  implied(names: Iterable<string>): Map<string, string> {
    const given = [...names];
    const found = new Map<string, string>();
    for (const name of given) {
      const open = [name];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const implied of this.definition(next)?.implies ?? []) {
          if (found.has(implied) || given.includes(implied)) continue;
          found.set(implied, name);
          open.push(implied);
        }
      }
    }
    return found;
  }

  /** The definition with exactly this canonical name, ignoring case. */
  definition(name: string): SkillDefinition | null {
    const key = name.toLowerCase();
    return this.base?.definition(name) ?? this.byName.get(key) ?? null;
  }

  /** Of all matchers behind one another, this one's first. */
  private formsEqualTo(tokens: readonly Token[]): readonly SkillForm[] {
    return [...this.trie.equalTo(tokens), ...(this.base?.formsEqualTo(tokens) ?? [])];
  }

  private has(key: string): boolean {
    return this.trie.has(key) || (this.base?.has(key) ?? false);
  }

  private definitionOf(definition: SkillDefinition): SkillDefinition {
    return this.definition(definition.name) ?? definition;
  }

  private candidates(tokens: readonly Token[]): readonly Candidate[] {
    const own = [...tokens.keys()].flatMap((first) => this.trie.startingAt(tokens, first));
    return this.base === null ? own : [...own, ...this.base.candidates(tokens)];
  }

  private mention(candidate: Candidate, text: string, tokens: readonly Token[]): SkillMention {
    const { name, category } = this.definitionOf(candidate.form.definition);
    const { start, end } = spanOf(candidate, tokens);
    return { name, category, start, end, text: text.slice(start, end) };
  }
}

/** What may follow a hyphen without changing what the word before it means: "Python-based". */
const HARMLESS_COMPOUND =
  /^[-‐‑–](?:based|driven|related|oriented|specific|enabled|powered|certified|trained|native|like|focused|heavy|speaking|experienced|proficient|skilled|first|only|style|compatible|developer|programming|programmer|engineer|expert|savvy|side)\b/i;

/** The tail of a hyphenated phrase: "on-the-job coaching" is no job coaching. */
const PHRASE_BEFORE = /\b(?:the|of|in|on|to|a|non)[-‐‑]$/i;

/**
 * Word boundaries beyond letters: no part of an address, a file name or "R&D"; and a word that needs
 * evidence is no part of a hyphenated compound ("go-to-market").
 */
function standsAlone(candidate: Candidate, context: EvidenceContext): boolean {
  const { text, tokens } = context;
  const span = spanOf(candidate, tokens);
  if (!candidate.isCaseRight && !(isInRegion(span, context) && isWholeItem(span, text)))
    return false;
  const { start, end } = span;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 24);
  if (PHRASE_BEFORE.test(text.slice(Math.max(0, start - 6), start))) return false;
  if (/[@\\]$/.test(before) || /[\p{L}\p{N}][._]$/u.test(before)) return false;
  if (/^@|^[._][\p{L}\p{N}]/u.test(after) || /^[:]\/\//.test(after)) return false;
  const isShort = end - start <= 2;
  if (isShort && (/[&'’]$/.test(before) || /^(?:[&'’]|\s&\s\p{L}\b)/u.test(after))) return false;
  if (isShort && /\p{L}\s&\s$/u.test(text.slice(Math.max(0, start - 4), start))) {
    return /\p{L}{2}\s&\s$/u.test(text.slice(Math.max(0, start - 5), start));
  }
  if (!candidate.form.isWeak || candidate.last > candidate.first) return true;
  if (/[\p{L}\p{N}][-‐‑–]$/u.test(before)) return false;
  return !/^[-‐‑–][\p{L}]/u.test(after) || HARMLESS_COMPOUND.test(after);
}

/**
 * The candidates that count. What is proven by its own form or place proves its neighbours in a list,
 * they prove theirs, and three ambiguous words in one list prove each other ("Word, Excel, Access").
 */
function provenCandidates(
  candidates: readonly Candidate[],
  context: EvidenceContext,
): readonly Candidate[] {
  const proven: Candidate[] = [];
  const open: Candidate[] = [];
  for (const candidate of candidates) {
    const isProven = !candidate.form.isWeak || isProvenByPlace(candidate, context);
    (isProven ? proven : open).push(candidate);
  }
  if (open.length === 0) return proven;
  return [...proven, ...provenByLists(proven, open, context)];
}

/** The longest first; of two equally long ones the first given, so a company's own skill wins. */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const longestFirst = candidates
    .map((candidate, order) => ({ candidate, order, length: candidate.last - candidate.first }))
    .sort((a, b) => b.length - a.length || a.order - b.order);
  const taken = new Set<number>();
  const kept: Candidate[] = [];
  for (const { candidate } of longestFirst) {
    let isFree = true;
    for (let index = candidate.first; index <= candidate.last; index += 1) {
      if (taken.has(index)) isFree = false;
    }
    if (!isFree) continue;
    for (let index = candidate.first; index <= candidate.last; index += 1) taken.add(index);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.first - b.first);
}
