import { type SkillDefinition, type SkillRegion } from './skill';
import { type Candidate } from './skill-trie';
import { wordKey } from './word-key';
import { type Token } from './tokens';

/** What the rules look at: the text, its tokens and the parts of it that are skills sections. */
export interface EvidenceContext {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly regions: readonly SkillRegion[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far a neighbour of `near` or a cue may stand from an ambiguous word, in characters. */
const NEAR_CHARACTERS = 80;
const CUE_CHARACTERS = 60;
/** The longest line whose label still speaks for its end. */
const LINE_CHARACTERS = 600;

const FILLER = String.raw`(?:(?:a|an|the|its|all|any|both|in|of|with|basic|good|strong|advanced|solid|deep|excellent|extensive|working|sound|some|either|e\.g\.|like|including|such as|microsoft|ms)[\s:]+)*`;
const CUE_BEFORE = new RegExp(
  String.raw`\b(?:experienced? (?:with|in|using|of|on)|knowledge (?:of|in|on)|knowledgeable (?:in|of|about)|proficien(?:t|cy|cies) (?:in|with|using|at)|skill(?:ed|s|ful)? (?:in|at|with)|expert(?:ise)? (?:in|with|at)|familiar(?:ity)? with|fluen(?:t|cy) in|trained in|certified in|licensed in|background in|competen(?:t|cy) (?:in|with)|degree in|diploma in|majored in|majoring in|understanding of|speciali[sz](?:ing|ed|es|e) in|programming in|written in|developed in|coding in|command of|mastery of|grounding in|exposure to)\s+${FILLER}$`,
  'i',
);
/** "Excel skills", "sales experience"; not "the learning experience", which is no claim. */
const CUE_AFTER =
  /^[\s-]{1,2}(?:skills?|experience|expertise|knowledge|proficiency|certifi(?:ed|cation))\b/i;
const NO_CLAIM_BEFORE =
  /\b(?:the|your|our|their|this|that|an?|its|every|connected|better|whole)\s+$/i;
/** Says as much of an ambiguous name ("Go developer"), but not of a general word ("cloud developer"). */
const CRAFT_AFTER = /^[\s-]{1,2}(?:programming|developers?|engineers?|language)\b/i;
/** "Technical skills: …", "Tools used – …": the rest of the line is a list of skills. */
const LABEL =
  /^[\s•*\-–▪●◦·]*(?:[\p{L}&/]+\s+){0,3}(?:skills?|technologies|technology|tools?|software|programs?|applications?|languages?|frameworks?|libraries|databases?|platforms?|systems|stack|tech|competenc(?:y|ies)|proficienc(?:y|ies)|expertise|proficient in|proficient with|strengths?|certifications?|specialties|qualifications)(?: used| include[sd]?)?\s*[:–—-]\s*/iu;
const ITEM_START = /(?:^|[,;:|/•·●▪◦*\n(–—-]|\b(?:and|or|&))\s*$/i;
const ITEM_END = /^\s*(?:\([^()\n]{0,30}\)\s*)?(?:$|[,;|/•·●▪◦*\n).]|(?:and|or|&)\s)/i;
/** Between two items of a list: a comma, a bullet, a bar. */
const LIST_GAP =
  /^(?:\s*\([^()\n]{0,30}\))?\s*(?:[,;|/•·●▪◦*]\s*(?:and\s+|or\s+|&\s*)?(?:[-•·●▪◦*]\s*)?|\n\s*[-–•·●▪◦*]\s*)$/i;
/** Between two words that may be a list, and may be prose: "and", an opening bracket, a new line. */
const LOOSE_LIST_GAP = /^(?:\s*\([^()\n]{0,30}\))?(?:\s+(?:and|or|&)\s+|\s*\(\s*|[ \t]*\n[ \t]*)$/i;

/** Whether the place alone proves the word: a skills section, a labelled line, "experience with …". */
export function isProvenByPlace(candidate: Candidate, context: EvidenceContext): boolean {
  const { text, tokens } = context;
  const span = spanOf(candidate, tokens);
  return (
    isInRegion(span, context) ||
    (isAfterLabel(text, span.start) && isWholeItem(span, text)) ||
    isNearNeighbour(candidate, context) ||
    CUE_BEFORE.test(text.slice(Math.max(0, span.start - CUE_CHARACTERS), span.start)) ||
    isBeforeCue(candidate, span, text)
  );
}

export function isInRegion(span: Span, { regions }: EvidenceContext): boolean {
  return regions.some((region) => region.start <= span.start && span.end <= region.end);
}

/** Whether the span is all that stands between two separators of a list. */
export function isWholeItem(span: Span, text: string): boolean {
  return (
    ITEM_START.test(text.slice(Math.max(0, span.start - 12), span.start)) &&
    ITEM_END.test(text.slice(span.end, span.end + CUE_CHARACTERS))
  );
}

function isBeforeCue({ form }: Candidate, span: Span, text: string): boolean {
  const after = text.slice(span.end, span.end + CUE_CHARACTERS);
  const isName = form.definition.name === text.slice(span.start, span.end);
  if (isName && form.definition.near !== undefined && CRAFT_AFTER.test(after)) return true;
  const before = text.slice(Math.max(0, span.start - CUE_CHARACTERS), span.start);
  return CUE_AFTER.test(after) && !NO_CLAIM_BEFORE.test(before);
}

export function spanOf(candidate: Candidate, tokens: readonly Token[]): Span {
  return {
    start: tokens[candidate.first]?.start ?? 0,
    end: tokens[candidate.last]?.end ?? 0,
  };
}

/** How surely two spans are neighbours in a list, by what stands between them. */
type Listing = 'listed' | 'perhaps' | 'apart';

export function listing(text: string, first: Span, second: Span): Listing {
  const gap = second.start - first.end;
  if (gap <= 0 || gap > 45) return 'apart';
  const between = text.slice(first.end, second.start);
  if (LIST_GAP.test(between)) return 'listed';
  if (!LOOSE_LIST_GAP.test(between)) return 'apart';
  if (!between.includes('\n')) return 'perhaps';
  // Lines that hold one item each are a list; a line break inside prose is not.
  return isWholeLine(first, text) && isWholeLine(second, text) ? 'listed' : 'apart';
}

function isWholeLine(span: Span, text: string): boolean {
  return (
    /(?:^|\n)[\s•*\-–▪●◦·]*$/u.test(text.slice(Math.max(0, span.start - 8), span.start)) &&
    /^[ \t]*(?:\n|$)/.test(text.slice(span.end, span.end + 8))
  );
}

function isAfterLabel(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LINE_CHARACTERS), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.length === LINE_CHARACTERS) return false;
  const label = LABEL.exec(line);
  return label !== null && !line.slice(label[0].length).includes('. ');
}

function isNearNeighbour(candidate: Candidate, { text, tokens }: EvidenceContext): boolean {
  const near = neighbours(candidate.form.definition);
  if (near.length === 0) return false;
  const span = spanOf(candidate, tokens);
  const words: string[] = [];
  for (let index = candidate.first - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined || span.start - token.end > NEAR_CHARACTERS) break;
    if (text.slice(token.end, span.start).includes('\n\n')) break;
    words.unshift(token.key);
  }
  words.push('|');
  for (let index = candidate.last + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.start - span.end > NEAR_CHARACTERS) break;
    if (text.slice(span.end, token.start).includes('\n\n')) break;
    words.push(token.key);
  }
  const around = ` ${words.join(' ')} `;
  return near.some((neighbour) => around.includes(` ${neighbour} `));
}

const remembered = new WeakMap<SkillDefinition, readonly string[]>();

function neighbours(definition: SkillDefinition): readonly string[] {
  const known = remembered.get(definition);
  if (known !== undefined) return known;
  const found = (definition.near ?? []).map((near) =>
    near
      .split(/[\s-]+/)
      .map(wordKey)
      .join(' '),
  );
  remembered.set(definition, found);
  return found;
}
