import { type Citation, type Draft, notTold, quoted, yearsOf } from './draft';
import { answered } from './fact-answers';
import { type Meant, meantPositions } from './meant-positions';
import { citeDated, described, monthsOf, type Position, startOf } from './positions';
import type { ResumeFacts } from './resume-facts';
import { termsOf } from './words';

const MOST_LISTED = 8;
const MOST_DUTIES = 2;
const EMPLOYER =
  /\bemployers?\b|\b(?:which|what) (?:compan(?:y|ies)|firms?|town|city|place|country|jobs?|positions?|roles?)\b|\bwhere (?:did|does|has|have|is|was|were) (?:\S+ ){1,2}(?:been )?(?:work|worked|working|employed)\b|\bwho (?:does|did|do) \S+ work(?:ed)? (?:for|at)\b|\b(?:employment|work|job) history\b|\b(?:still|currently|now) (?:employed|working|in (?:work|employment))\b/iu;
const TITLE =
  /\bwhat (?:is|was|were) (?:(?:his|her|their)|the (?:candidate|applicant)'?s?) (?:current |present |latest |last |most recent |first )?(?:jobs?|role|position|title|job title|occupation|profession)\b|\bwhat does \S+ do (?:now|today|for a living|currently)\b|\bcurrent (?:job|role|position|title|job title)\b/iu;
const LATEST =
  /\b(?:still|now|nowadays|today|at the moment|currently|for a living)\b|\bwho (?:does|do|is) \S+ work|\b(?:current|present|latest|last|most recent) (?:employer|company|firm|job|role|position|title|occupation|profession)/iu;
const WHEN =
  /\b(?:when|since|until)\b|\bhow long\b|\bhow many (?:years|months)\b|\blength of\b|\btenure\b|\b(?:what|which) (?:year|month|dates?|period|time)s?\b|\bwhich years\b/iu;
const DUTIES =
  /^\W*what (?:exactly )?(?:did|does|do|has|were|are|was) (?:\S+ ){1,3}(?:do|done|doing|duties|tasks|responsibilities|main duties|main tasks)\b|^\W*(?:tell|describe)\b|^\W*(?:what|which) (?:tasks|duties)\b|\b(?:his|her|their) (?:duties|tasks)\b/iu;
const DUTY = /\b(?:duties|tasks|responsibilities)\b/iu;
const WHETHER = /^\W*(?:did|has|have|was|is|does|were)\b/iu;
/** Words of a question about a position that say nothing of what is asked beside it. */
const ASKING =
  'length service tenure employer company firm town city place country role position post title occupation profession history living now today nowadays moment current currently present latest last recent leave left start started begin began join joined finish finished quit stop end ended become became stay stayed move until since between from before prior task tasks duty duties responsibilities exactly month period date spend spent whole total hold career come came get got main';

/** Employers, titles, times, and what was done where. */
export function positionAnswer(facts: ResumeFacts, question: string, today: Date): Draft | null {
  const { positions } = facts.profile;
  const meant = meantPositions(positions, question, today);
  const isAboutAll = [TITLE, EMPLOYER, DUTY].some((pattern) => pattern.test(question));
  const own = meant?.positions.flatMap(({ title, employer, location }) => [
    title ?? '',
    employer ?? '',
    location ?? '',
  ]);
  const rest = termsOf(question, [ASKING, ...(meant?.words ?? []), ...(own ?? [])]);
  if (rest.length > 0 || (meant === null && !isAboutAll)) {
    return null;
  }
  if (positions.length === 0) {
    return notTold('where the candidate worked');
  }
  if (meant !== null) {
    return /\b(?:before|prior to)\b/iu.test(question)
      ? beforeAnswer(facts, meant.positions)
      : meantAnswer(facts, question, meant, today);
  }
  if (DUTY.test(question)) {
    return dutiesAnswer(facts, latestOf(positions));
  }
  if (TITLE.test(question) || LATEST.test(question)) {
    return latestAnswer(facts);
  }
  // A year in which there was no position, or a name that is not told, is for the text to tell.
  return /\d{4}|\bbefore\b/u.test(question) ? null : listed(facts, positions.slice(0, MOST_LISTED));
}

function meantAnswer(
  facts: ResumeFacts,
  question: string,
  { positions }: Meant,
  today: Date,
): Draft | null {
  if (WHEN.test(question)) {
    return timesAnswer(facts, positions, today);
  }
  if (DUTIES.test(question)) {
    return dutiesAnswer(facts, positions);
  }
  return WHETHER.test(question) ||
    TITLE.test(question) ||
    EMPLOYER.test(question) ||
    isWhich(question)
    ? listed(facts, positions)
    : null;
}

/** What is asked of the position that a place in the resume belongs to; null when it belongs to none. */
export function answerOfPlace(
  facts: ResumeFacts,
  question: string,
  { start }: Pick<Citation, 'start'>,
  today: Date,
): Draft | null {
  const around = facts.profile.positions.filter(
    ({ span }) => span.start <= start && start < span.end,
  );
  if (around.length === 0) {
    return null;
  }
  return WHEN.test(question)
    ? timesAnswer(facts, around, today)
    : /\bwhat did\b/iu.test(question)
      ? dutiesAnswer(facts, around)
      : listed(facts, around);
}

const isWhich = (question: string): boolean => /^\W*(?:which|what|who|where)\b/iu.test(question);

function listed(facts: ResumeFacts, positions: readonly Position[]): Draft {
  return answered(
    `${positions.map(described).join('; ')}.`,
    positions.map((position) => citeDated(facts, position)),
  );
}

function timesAnswer(facts: ResumeFacts, positions: readonly Position[], today: Date): Draft {
  const phrases = positions.map((position) => {
    const months = monthsOf(position, today);
    return months === 0 ? described(position) : `${described(position)}, ${lengthOf(months)}`;
  });
  return answered(
    `${phrases.join('; ')}.`,
    positions.map((position) => citeDated(facts, position)),
  );
}

const lengthOf = (months: number): string =>
  months < 12 ? `${months} ${months === 1 ? 'month' : 'months'}` : yearsOf(months / 12);

/** Those that last, else the one that is named first. */
function latestOf(positions: readonly Position[]): readonly Position[] {
  const current = positions.filter((position) => position.is_current);
  return current.length > 0 ? current : positions.slice(0, 1);
}

function latestAnswer(facts: ResumeFacts): Draft {
  const shown = latestOf(facts.profile.positions);
  const start = shown.some((position) => position.is_current)
    ? 'At present'
    : 'The latest position that the resume names';
  return answered(
    `${start}: ${shown.map(described).join('; ')}.`,
    shown.map((position) => citeDated(facts, position)),
  );
}

function beforeAnswer(facts: ResumeFacts, meant: readonly Position[]): Draft {
  const { positions } = facts.profile;
  const [last] = meant.toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
  const index = last === undefined ? -1 : positions.indexOf(last);
  const earlier = positions
    .filter((one) => one !== last && startOf(one) !== '' && startOf(one) < startOf(last))
    .toSorted((a, b) => startOf(b).localeCompare(startOf(a)));
  const before =
    earlier[0] ?? (last !== undefined && startOf(last) === '' ? positions[index + 1] : undefined);
  return before === undefined
    ? notTold('of any position before that')
    : answered(`Before that: ${described(before)}.`, [citeDated(facts, before)]);
}

function dutiesAnswer(facts: ResumeFacts, positions: readonly Position[]): Draft {
  const done = positions.flatMap(({ span }) =>
    facts.passages
      .filter(({ start, end }) => start >= span.start && end <= span.end)
      // The head says who and when, the rest what was done.
      .filter((passage) => !facts.isHead(passage.start)),
  );
  const shown = done.slice(0, MOST_DUTIES).map((passage) => facts.cite(passage));
  const heads = positions.map(described).join('; ');
  return shown.length === 0
    ? answered(
        `${heads}. The resume does not tell what was done there.`,
        positions.map((position) => citeDated(facts, position)),
      )
    : answered(`${heads}: ${shown.map(quoted).join(' ')}`, [
        positions[0] === undefined ? null : citeDated(facts, positions[0]),
        ...shown,
      ]);
}
