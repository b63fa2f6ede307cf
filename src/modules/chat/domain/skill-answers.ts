import { type Citation, type Draft, listOf, quoted, yearsOf } from './draft';
import { answered } from './fact-answers';
import type { Passage } from './passages';
import type { QuestionWords } from './question-words';
import type { ResumeFacts } from './resume-facts';
import { kindOfToolIn } from './tool-kinds';
import { termsOf } from './words';

/** What of the vocabulary bears on a skill that is asked for. */
export interface SkillRelations {
  /** Skills that having another one implies: implied → the one named. */
  readonly implied: ReadonlyMap<string, string>;
  readonly relatedTo: (skill: string) => readonly string[];
}

/** Words by which things are asked for that one can know. */
const KINDS_OF_SKILL =
  'technology technologies tool tools software system systems program programs programme programmes platform platforms technique techniques method methods product products';
const MOST_SHOWN = 3;
const MOST_LISTED = 20;
const ALL_SKILLS =
  /\b(?:what|which|list|name|tell)\b[^?]*\b(?:skills?|technolog(?:y|ies)|tools?|software|(?:computer |software )?programs?|(?:it|computer|software) systems?|techniques|tech stack|programming languages?|competenc(?:y|ies)|strengths|abilities)\b/iu;
const PROGRAMMING = /\b(?:programming|coding|scripting) languages?\b/iu;

/** "Does she know Kubernetes?": by what the resume names, also in other words; never by a guess. */
export function skillAnswer(
  facts: ResumeFacts,
  question: string,
  words: QuestionWords,
  relations: SkillRelations,
): Draft | null {
  const list = listAnswer(facts, question) ?? kindAnswer(facts, question, words, relations);
  // A question that asks for more than the skill is answered by what the resume says about it.
  const isMore = !words.isForeign && termsOf(question, [...words.named, KINDS_OF_SKILL]).length > 0;
  if (list !== null || words.skills.length === 0 || isMore || ASKS_MORE.test(question)) {
    return list;
  }
  const told = words.skills.map((skill) => ({ skill, ...shownSkill(facts, skill, relations) }));
  const found = told.filter(({ citations }) => citations.length > 0);
  const missing = told.filter(({ citations }) => citations.length === 0);
  const sentences = found.map(({ text }) => text);
  const lacking = missing.map(({ skill }) => missingText(facts, skill, relations));
  const citations = found.flatMap((one) =>
    one.citations.slice(0, found.length > 1 ? 1 : MOST_SHOWN),
  );
  return found.length === 0
    ? { text: lacking.join(' '), citations: [], outcome: 'not_told' }
    : answered([...sentences, ...lacking].join(' '), citations);
}

/** Asks for something of a kind, or for a place or person; that the resume names the kind is no answer. */
const ASKS_MORE = /^\W*(?:which|what|where|who)\b/iu;
const WHICH = /^\W*(?:which|what)\b/iu;
const SHORT = /^\W*(?:any )?(?:\S+ ){0,2}\S+\W*$/iu;

/** "Which databases …": the skills that the resume names of that kind. */
function kindAnswer(
  facts: ResumeFacts,
  question: string,
  words: QuestionWords,
  { relatedTo }: SkillRelations,
): Draft | null {
  const isOfKind = kindOfToolIn(question);
  // "CRM?" asks which one, and "Salesforce CRM?" does not.
  const isShort = isOfKind !== null && SHORT.test(question) && words.skills.length < 2;
  if (!isShort && !WHICH.test(question)) {
    return null;
  }
  const related = new Set(words.skills.flatMap((skill) => relatedTo(skill)));
  const known = facts.profile.skills.filter(
    ({ name }) => isOfKind?.(name) ?? (related.has(name) && !words.skills.includes(name)),
  );
  const citations = facts.citeAround(
    known.flatMap(({ evidence }) => bestFirst(facts, evidence).slice(0, 1)),
    MOST_SHOWN,
  );
  return citations.length === 0
    ? isOfKind === null
      ? null
      : quotedOfKind(facts, isOfKind)
    : answered(`The resume names ${listOf(known.map(({ name }) => name))}.`, citations);
}

/** A tool of the kind that the vocabulary of skills does not know. */
function quotedOfKind(facts: ResumeFacts, isOfKind: (text: string) => boolean): Draft | null {
  const shown = facts.passages
    .filter(({ text }) => isOfKind(text))
    .slice(0, MOST_SHOWN)
    .map((passage) => facts.cite(passage));
  return shown.length === 0
    ? null
    : answered(`The resume says: ${shown.map(quoted).join(' ')}`, shown);
}

function shownSkill(
  facts: ResumeFacts,
  skill: string,
  { implied }: SkillRelations,
): Pick<Draft, 'text' | 'citations'> {
  const own = facts.profile.skills.find(({ name }) => name === skill);
  const by = implied.get(skill);
  const shown = own ?? facts.profile.skills.find(({ name }) => name === by);
  const citations =
    shown === undefined ? [] : facts.citeAround(bestFirst(facts, shown.evidence), MOST_SHOWN);
  const [first] = citations;
  if (shown === undefined || first === undefined) {
    return { text: '', citations: [] };
  }
  const years = shown.years === null ? '' : `, ${yearsOf(shown.years)} by dated positions`;
  const last = shown.last_used === null ? '' : `, last in ${shown.last_used.slice(0, 4)}`;
  const name = own === undefined ? `${skill} by way of ${shown.name}` : skill;
  return { text: `Yes, the resume names ${name}${years}${last}: ${quoted(first)}`, citations };
}

type Place = Pick<Citation, 'start' | 'end'>;

/** Work with a skill tells more than its name in a list. */
function bestFirst(facts: ResumeFacts, evidence: readonly Place[]): readonly Place[] {
  const isWork = ({ start, end }: Place): number => {
    const section = facts.passageAt(start, end)?.section;
    return section === 'experience' || section === 'projects'
      ? 0
      : section === 'certifications'
        ? 1
        : 2;
  };
  return evidence.toSorted((a, b) => isWork(a) - isWork(b) || a.start - b.start);
}

function missingText(facts: ResumeFacts, skill: string, { relatedTo }: SkillRelations): string {
  const known = new Set(facts.profile.skills.map(({ name }) => name));
  const close = relatedTo(skill)
    .filter((name) => known.has(name))
    .slice(0, 2);
  const near = close.length === 0 ? '' : ` The closest that it names: ${listOf(close)}.`;
  return `The resume does not name ${skill}.${near}`;
}

function listAnswer(facts: ResumeFacts, question: string): Draft | null {
  const isProgramming = PROGRAMMING.test(question);
  const rest = termsOf(question, [
    KINDS_OF_SKILL,
    'tech stack programming coding scripting language languages competence competency competencies strength strengths ability abilities main key top technical computer professional mastered master it',
  ]);
  if ((!isProgramming && !ALL_SKILLS.test(question)) || rest.length > 0) {
    return null;
  }
  const skills = facts.profile.skills.filter(({ category }) =>
    isProgramming ? category === 'Programming languages' : category !== 'Languages',
  );
  const shown = skills
    .toSorted((a, b) => (b.years ?? 0) - (a.years ?? 0) || b.evidence.length - a.evidence.length)
    .slice(0, MOST_LISTED);
  const citations = citeMost(
    facts,
    shown.flatMap(({ evidence }) => evidence),
  );
  if (citations.length === 0) {
    return {
      text: `The resume names no ${isProgramming ? 'programming language' : 'skill'} that the vocabulary knows.`,
      citations: [],
      outcome: 'not_told',
    };
  }
  const more = skills.length - shown.length;
  return answered(
    `The resume names ${listOf(shown.map(({ name }) => name))}${more > 0 ? `, and ${more} more` : ''}.`,
    citations,
  );
}

/** The lines that name the most. */
function citeMost(facts: ResumeFacts, places: readonly Place[]): readonly Citation[] {
  const counts = new Map<Passage, number>();
  for (const { start, end } of places) {
    const passage = facts.passageAt(start, end);
    if (passage !== null) {
      counts.set(passage, (counts.get(passage) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_SHOWN)
    .map(([passage]) => facts.cite(passage));
}
