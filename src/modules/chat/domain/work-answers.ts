import type { ResumeProfile as Profile } from '../../resumes';
import { type Citation, type Draft, listOf, notTold, quoted, yearsOf } from './draft';
import { answered } from './fact-answers';
import type { QuestionWords } from './question-words';
import type { ResumeFacts } from './resume-facts';
import { fold, stemsOf, termsOf, wordsOf } from './words';

type Position = Profile['positions'][number];

const MOST_LISTED = 8;
const CURRENT =
  /\b(?:current|present|now|nowadays|today|at the moment|latest|last|most recent)\b/iu;
const EMPLOYER =
  /\b(?:who|which|what) (?:is|was|are|were) (?:\S+ ){0,3}employers?\b|\bemployers?\b|\bwhich compan(?:y|ies)\b|\bwhat compan(?:y|ies)\b|\bwhere (?:did|does|has|have|is|was) (?:\S+ ){1,2}(?:work|worked|working|employed)\b|\bwho (?:does|did|do) \S+ work(?:ed)? (?:for|at)\b|\b(?:employment|work|job) history\b|\bwhich (?:jobs|positions|roles)\b|\bwhat (?:jobs|positions|roles)\b/iu;
const TITLE =
  /\bwhat (?:is|was) (?:(?:his|her|their)|the (?:candidate|applicant)'?s?) (?:current |present |latest |last |most recent )?(?:job|role|position|title|job title|occupation|profession)\b|\bwhat does \S+ do (?:now|today|for a living|currently)\b|\bcurrent (?:job|role|position|title|job title)\b/iu;

/** Employers, titles and what was done where. */
export function workAnswer(facts: ResumeFacts, question: string): Draft | null {
  const { positions } = facts.profile;
  const at = positions.filter((position) => names(question, position.employer));
  if (/\bbefore\b/iu.test(question) && at.length > 0) {
    return beforeAnswer(facts, at);
  }
  if (at.length > 0) {
    return atEmployerAnswer(facts, question, at);
  }
  const isTitle = TITLE.test(question);
  if (!isTitle && !EMPLOYER.test(question)) {
    return null;
  }
  const rest = termsOf(question, [
    'employer company companies role position title occupation profession history now today latest last recent moment current present living',
  ]);
  if (rest.length > 0) {
    return null;
  }
  if (positions.length === 0) {
    return notTold('where the candidate worked');
  }
  if (isTitle || CURRENT.test(question) || /\bwho (?:does|do|is) \S+ work/iu.test(question)) {
    return latestAnswer(facts);
  }
  const listed = positions.slice(0, MOST_LISTED);
  return answered(
    `${listed.map(described).join('; ')}.`,
    listed.map(({ span }) => facts.citeHead(span)),
  );
}

function latestAnswer(facts: ResumeFacts): Draft {
  const { positions } = facts.profile;
  const current = positions.filter((position) => position.is_current);
  const shown = current.length > 0 ? current : positions.slice(0, 1);
  const start = current.length > 0 ? 'At present' : 'The latest position that the resume names';
  return answered(
    `${start}: ${shown.map(described).join('; ')}.`,
    shown.map(({ span }) => facts.citeHead(span)),
  );
}

function beforeAnswer(facts: ResumeFacts, at: readonly Position[]): Draft | null {
  const { positions } = facts.profile;
  const [last] = at;
  const index = last === undefined ? -1 : positions.indexOf(last);
  const earlier = positions
    .filter((one) => one !== last && startOf(one) !== '' && startOf(one) < startOf(last))
    .toSorted((a, b) => startOf(b).localeCompare(startOf(a)));
  const before =
    earlier[0] ?? (last !== undefined && startOf(last) === '' ? positions[index + 1] : undefined);
  return before === undefined
    ? notTold('of any position before that')
    : answered(`Before that: ${described(before)}.`, [facts.citeHead(before.span)]);
}

const startOf = (position: Position | undefined): string => position?.start_date ?? '';

/** "What did she do at …", "how long was he at …", "did she work at …", "what was her job at …". */
function atEmployerAnswer(
  facts: ResumeFacts,
  question: string,
  at: readonly Position[],
): Draft | null {
  const rest = termsOf(
    question,
    at.flatMap(({ employer }) => employer ?? []),
  );
  const isTitle =
    /\b(?:title|role|position|job)\b/iu.test(question) && /^\s*(?:what|which)\b/iu.test(question);
  const asksWhat = /^\s*(?:what|which|tell|describe|how)\b/iu.test(question) && !isTitle;
  if (
    rest.some(
      ({ word }) =>
        !/^(?:title|role|position|task|tasks|duties|do|did|leave|left|start|started|join|joined)$/iu.test(
          word,
        ),
    )
  ) {
    return null;
  }
  const heads = at.map(({ span }) => facts.citeHead(span));
  if (!asksWhat || /\b(?:how long|when)\b/iu.test(question)) {
    return answered(`${at.map(described).join('; ')}.`, heads);
  }
  const done = at.flatMap(({ span }) =>
    facts.passages
      .filter(({ start, end }) => start >= span.start && end <= span.end)
      // The head says who and when, the rest what was done.
      .filter((passage) => !facts.isHead(passage.start)),
  );
  const shown: readonly Citation[] = done.slice(0, 3).map((passage) => facts.cite(passage));
  return shown.length === 0
    ? answered(
        `${at.map(described).join('; ')}. The resume does not tell what was done there.`,
        heads,
      )
    : answered(`${at.map(described).join('; ')}: ${shown.map(quoted).join(' ')}`, shown);
}

function described(position: Position): string {
  const { title, employer, start_date: start, end_date: end, is_current: isCurrent } = position;
  const what = [title, employer].filter((one) => one !== null).join(' at ') || 'a position';
  const until = isCurrent ? 'now' : end;
  const when = [start, until].filter((one) => one !== null).join(' to ');
  return when === '' ? what : `${what} (${when})`;
}

const LEGAL_FORM = /^(?:ltd|limited|inc|llc|gmbh|ag|plc|co|corp|sons|the|and|of|company|group)$/u;

/** Whether a text names an organisation: all the telling words of its name, in order. */
export function names(text: string, organisation: string | null): boolean {
  const wanted = wordsOf(organisation ?? '')
    .map(({ word }) => fold(word))
    .filter((word) => !LEGAL_FORM.test(word));
  const words = wordsOf(text).map(({ word }) => fold(word).replace(/'s$/, ''));
  const name = wanted.map((word) => word.replace(/'s$/, ''));
  return (
    name.length > 0 &&
    name.join('').length > 2 &&
    words.some((_word, at) => name.every((part, index) => words[at + index] === part))
  );
}

const STUDY =
  /\b(?:stud(?:y|ied|ies)|degrees?|universit(?:y|ies)|college|graduat\w+|education(?:al)?|qualifications?|diploma|bachelor\w*|master'?s|mba|ph\.?d|doctorate|schooling|academic)\b/iu;
const LEVELS: readonly (readonly [RegExp, readonly string[], string])[] = [
  [/\b(?:ph\.?d|doctorate|doctoral)\b/iu, ['doctorate'], 'a doctorate'],
  [/\b(?:master'?s|mba|m\.?sc)\b(?= degree|\b)/iu, ['master', 'doctorate'], 'a master’s degree'],
  [/\bbachelor'?s?\b/iu, ['bachelor', 'master', 'doctorate'], 'a bachelor’s degree'],
  [
    /\b(?:university|academic|college) degree\b|\bwent to university\b/iu,
    ['associate', 'bachelor', 'master', 'doctorate'],
    'a university degree',
  ],
];
const STUDY_STEMS =
  'study studied studies degree degrees university universities college graduate graduated graduation education educational qualification qualifications diploma bachelor bachelors master masters mba phd doctorate schooling academic school schools highest finish finished field subject major attend attended go went formal earn earned get level';

export function educationAnswer(
  facts: ResumeFacts,
  question: string,
  words: QuestionWords,
): Draft | null {
  if (!STUDY.test(question)) {
    return null;
  }
  const { educations } = facts.profile;
  const asked = termsOf(question, [STUDY_STEMS]);
  const matching = educations.filter(({ span }) => {
    const own = stemsOf(facts.resume.content.slice(span.start, span.end));
    return asked.length > 0 && asked.every(({ stem: key }) => own.has(key));
  });
  if (matching.length === 0 && (asked.length > 0 || words.years !== null)) {
    return null;
  }
  const level = LEVELS.find(([pattern]) => pattern.test(question));
  const shown = matching.length > 0 ? matching : educations;
  if (level !== undefined) {
    const [, levels, name] = level;
    const having = shown.filter((one) => one.level !== null && levels.includes(one.level));
    return having.length === 0
      ? {
          ...notTold(`of ${name}`),
          ...(shown.length === 0
            ? {}
            : {
                text: `The resume names no ${name.replace(/^an? /u, '')}. It names ${listOf(shown.map(studied))}.`,
              }),
        }
      : answered(
          `Yes: ${listOf(having.map(studied))}.`,
          having.map(({ span }) => facts.citeHead(span)),
        );
  }
  return shown.length === 0
    ? notTold('of any education')
    : answered(
        `${shown.map(studied).join('; ')}.`,
        shown.map(({ span }) => facts.citeHead(span)),
      );
}

function studied(one: Profile['educations'][number]): string {
  const what = [one.degree, one.field].filter((part) => part !== null);
  const title =
    what.length === 2 && what[0]?.includes(what[1] ?? '') === true ? what.slice(0, 1) : what;
  const where = one.school === null ? '' : `${title.length === 0 ? '' : ', '}${one.school}`;
  const when = one.end_date === null ? '' : ` (${one.end_date.slice(0, 4)})`;
  return `${title.join(' in ')}${where}${when}`;
}

const SUMMARY =
  /\b(?:summari[sz]e|summary|overview|tell me (?:more )?about (?:him|her|them|this (?:person|candidate)|the candidate)|who is (?:he|she|this|the candidate)|introduce|profile in (?:short|brief)|what kind of (?:person|candidate))\b/iu;

export function summaryAnswer(facts: ResumeFacts, question: string): Draft | null {
  if (
    !SUMMARY.test(question) ||
    termsOf(question, [
      'summarise summarize summary overview introduce short brief profile person candidate quick',
    ]).length > 0
  ) {
    return null;
  }
  const {
    personal_info: person,
    positions,
    skills,
    years_of_experience: years,
    educations,
  } = facts.profile;
  const title = person.headline ?? positions[0]?.title ?? null;
  const best = skills.toSorted((a, b) => (b.years ?? 0) - (a.years ?? 0)).slice(0, 6);
  const parts = [
    `${facts.who}${title === null ? '' : `, ${title}`}${years === null ? '' : `, ${yearsOf(years)} of dated experience`}.`,
    ...(positions.length === 0
      ? []
      : [`Positions: ${positions.slice(0, 3).map(described).join('; ')}.`]),
    ...(educations.length === 0
      ? []
      : [`Education: ${educations.slice(0, 2).map(studied).join('; ')}.`]),
    ...(best.length === 0 ? [] : [`Skills: ${listOf(best.map(({ name }) => name))}.`]),
  ];
  const summary = facts.passages.find(({ section }) => section === 'summary');
  return answered(parts.join(' '), [
    summary === undefined ? null : facts.cite(summary),
    ...positions.map(({ span }) => facts.citeHead(span)),
  ]);
}

const LEISURE =
  /\bhobb(?:y|ies)\b|\b(?:free|spare|leisure) time\b|\b(?:private|personal) interests\b|\boutside (?:of )?work\b|\bin private life\b/iu;

/** What the resume itself tells under such a heading. */
export function leisureAnswer(facts: ResumeFacts, question: string): Draft | null {
  const told = facts.passages.filter(({ section }) => section === 'interests');
  if (!LEISURE.test(question) || told.length === 0) {
    return null;
  }
  const shown = told.slice(0, 3).map((passage) => facts.cite(passage));
  return answered(`The resume says: ${shown.map(quoted).join(' ')}`, shown);
}
