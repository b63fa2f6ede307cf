import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument } from '../../src/modules/resumes/domain/document/read-document';
import { SkillMatcher, VOCABULARY, type SkillMention } from '../../src/modules/skills';
import { NON_SKILLS } from './non-skills';
import { PLAIN_SENTENCES } from './plain-sentences';

/** Words around a skill that add no other skill: "excellent communication skills". */
const FILLER =
  /^(?:abilities|ability|advanced|and|basic|certified|effective|excellent|exceptional|experienced?|expert(?:ise)?|familiarity|for|good|great|highly|in|knowledge|of|outstanding|proficien\w*|skill(?:ed|s)?|specialist|strong|superior|techniques|the|to|training|understanding|very|with|a|s)$/i;
const SOFT_SKILLS = 'Soft skills';
const RESUMES_TO_TIME = 2;

interface Sentence {
  readonly tokens: readonly string[];
  readonly tags_skill: readonly string[];
  readonly tags_knowledge: readonly string[];
}

/**
 * How well the skill matcher does: the share of the terms of real skills sections that it names
 * (weighted by how many resumes use them), knowledge spans of job advertisements found exactly, skills
 * found where none is claimed, and the time for the text of a resume.
 */
export async function evaluateSkills(dataDir: string): Promise<object> {
  const started = performance.now();
  const matcher = new SkillMatcher(VOCABULARY);
  const constructionMs = performance.now() - started;
  return {
    canonicalSkills: VOCABULARY.length,
    forms: VOCABULARY.reduce(
      (sum, { aliases, weak }) => sum + 1 + (aliases?.length ?? 0) + (weak?.length ?? 0),
      0,
    ),
    constructionMs,
    ...(await candidateCoverage(join(dataDir, 'skill-candidates.tsv'), matcher)),
    ...(await spanFigures(join(dataDir, 'skillspan', 'data', 'json'), matcher)),
    falseSkillsIn100PlainSentences:
      (100 * PLAIN_SENTENCES.flatMap((sentence) => matcher.match(sentence)).length) /
      PLAIN_SENTENCES.length,
    ...(await timing(join(dataDir, 'resumes-by-occupation'), matcher)),
  };
}

/** A term is found when skills are named in it and nothing but filler is left beside them. */
async function candidateCoverage(file: string, matcher: SkillMatcher): Promise<object> {
  const terms = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [term = '', frequency = '0', , occupations = ''] = line.split('\t');
      return { term, frequency: Number(frequency), occupations: occupations.split(';') };
    });
  const all = tally();
  const skills = tally();
  const byOccupation = new Map<string, Tally>();
  for (const { term, frequency, occupations } of terms) {
    const isFound = isNamed(term, matcher);
    all.add(frequency, isFound);
    if (NON_SKILLS.has(term.toLowerCase())) continue;
    skills.add(frequency, isFound);
    for (const part of occupations) {
      const [occupation = '', count = '0'] = part.split(':');
      const own = byOccupation.get(occupation) ?? tally();
      byOccupation.set(occupation, own);
      own.add(Number(count), isFound);
    }
  }
  const shares = [...byOccupation].map(([occupation, own]) => [occupation, own.share()] as const);
  const [worst] = shares.toSorted((a, b) => a[1] - b[1]);
  return {
    candidatesFound: skills.share(),
    candidatesFoundNothingLeftOut: all.share(),
    worstOccupation: worst === undefined ? 'none' : `${worst[0]} ${worst[1].toFixed(3)}`,
    candidatesByOccupation: Object.fromEntries(shares),
  };
}

interface Tally {
  add(weight: number, isHit: boolean): void;
  share(): number;
}

function tally(): Tally {
  let total = 0;
  let hits = 0;
  return {
    add(weight, isHit): void {
      total += weight;
      if (isHit) hits += weight;
    },
    share: () => (total === 0 ? 0 : hits / total),
  };
}

function isNamed(term: string, matcher: SkillMatcher): boolean {
  const mentions = matcher.match(term, [{ start: 0, end: term.length }]);
  let rest = term;
  for (const { start, end } of mentions.toReversed()) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  const words = rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !FILLER.test(word));
  return mentions.length > 0 && words.length === 0;
}

/**
 * Knowledge spans, compared by the tokens they cover (punctuation glued to a token is forgiven). Soft
 * skills are left out of the prediction: the data marks them as another kind. Each set in the folder
 * is measured; `train` is where wordings were looked at, `dev` is the figure.
 */
async function spanFigures(folder: string, matcher: SkillMatcher): Promise<object> {
  const sets = new Map<string, readonly Sentence[]>();
  for (const name of ['dev', 'test', 'train']) {
    const file = join(folder, `${name}.json`);
    if (existsSync(file)) sets.set(name, await readSentences(file));
  }
  const marked = skillsThatAnnotatorsMark([...sets.values()].flat(), matcher);
  const rows = [...sets].map(([name, sentences]) => [
    name,
    {
      ...knowledgeFigures(sentences, matcher),
      ...falseSkills(sentences, matcher, marked),
    },
  ]);
  return { skillSpan: Object.fromEntries(rows) as Record<string, object> };
}

async function readSentences(file: string): Promise<readonly Sentence[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Sentence);
}

function knowledgeFigures(sentences: readonly Sentence[], matcher: SkillMatcher): object {
  let right = 0;
  let predicted = 0;
  let marked = 0;
  for (const { tokens, tags_knowledge } of sentences) {
    const gold = new Set(spansOf(tags_knowledge).map(String));
    const hard = matcher.match(tokens.join(' ')).filter(({ category }) => category !== SOFT_SKILLS);
    const found = new Set(hard.map((mention) => String(tokensOf(mention, tokens))));
    marked += gold.size;
    predicted += found.size;
    right += [...found].filter((span) => gold.has(span)).length;
  }
  const precision = predicted === 0 ? 0 : right / predicted;
  const recall = marked === 0 ? 0 : right / marked;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/**
 * Skills found in sentences without any tag, per 100 sentences: all of them, and those that are false
 * beyond doubt. The annotators leave whole technology stacks and titles untagged ("Docker (K8s and
 * Terraform)"), so a skill that they mark elsewhere in the same data is no mistake.
 */
function falseSkills(
  sentences: readonly Sentence[],
  matcher: SkillMatcher,
  marked: ReadonlySet<string>,
): object {
  const empty = sentences.filter((one) =>
    [...one.tags_knowledge, ...one.tags_skill].every((tag) => tag === 'O'),
  );
  const found = empty.flatMap(({ tokens }) => matcher.match(tokens.join(' ')));
  const doubtless = found.filter(({ name }) => !marked.has(name));
  return {
    untaggedSentences: empty.length,
    foundPer100Untagged: (100 * found.length) / empty.length,
    falsePer100Untagged: (100 * doubtless.length) / empty.length,
  };
}

function skillsThatAnnotatorsMark(
  sentences: readonly Sentence[],
  matcher: SkillMatcher,
): ReadonlySet<string> {
  return new Set(
    sentences.flatMap(({ tokens, tags_knowledge }) =>
      spansOf(tags_knowledge).flatMap(([first, last]) => {
        const text = tokens
          .slice(first, last + 1)
          .join(' ')
          .replace(/^[^\p{L}\p{N}.]+|[^\p{L}\p{N}+#]+$/gu, '');
        return matcher
          .match(text, [{ start: 0, end: text.length }])
          .filter((mention) => mention.text.length >= text.length - 1)
          .map(({ name }) => name);
      }),
    ),
  );
}

/** First and last token of each tagged span. */
function spansOf(tags: readonly string[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (const [index, tag] of tags.entries()) {
    const last = spans.at(-1);
    if (tag.startsWith('B')) spans.push([index, index]);
    else if (tag.startsWith('I') && last?.[1] === index - 1) last[1] = index;
  }
  return spans;
}

function tokensOf(
  { start, end }: SkillMention,
  tokens: readonly string[],
): readonly [number, number] {
  let offset = 0;
  let first = -1;
  let last = -1;
  for (const [index, token] of tokens.entries()) {
    const tokenEnd = offset + token.length;
    if (first < 0 && tokenEnd > start) first = index;
    if (offset < end) last = index;
    offset = tokenEnd + 1;
  }
  return [first, last];
}

async function timing(folder: string, matcher: SkillMatcher): Promise<object> {
  const texts: string[] = [];
  for (const occupation of await readdir(folder)) {
    const files = await readdir(join(folder, occupation));
    for (const file of files.toSorted().slice(0, RESUMES_TO_TIME)) {
      const bytes = new Uint8Array(await readFile(join(folder, occupation, file)));
      texts.push((await readDocument(bytes, { maxPages: 20 })).content);
    }
  }
  for (const text of texts) matcher.match(text);
  const times = texts.map((text) => {
    const started = performance.now();
    matcher.match(text);
    return performance.now() - started;
  });
  const sorted = times.toSorted((a, b) => a - b);
  return {
    resumesTimed: texts.length,
    meanCharacters: texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    medianMsPerResume: sorted[Math.floor(sorted.length / 2)],
    p95MsPerResume: sorted[Math.floor(sorted.length * 0.95)],
    skillsPerResume:
      texts.reduce(
        (sum, text) => sum + new Set(matcher.match(text).map(({ name }) => name)).size,
        0,
      ) / texts.length,
  };
}
