import { monthsOf, type ResumeProfile } from '../../../resumes';
import { lineAround } from '../quotes';
import { type Finding, MOST_QUOTES } from './review';
import { type Bullet, bulletsOf, placesOf, type ReviewedResume, wordsIn } from './reviewed-resume';

type Position = ResumeProfile['positions'][number];

/** An amount, but no year, no date and no digit of a name such as "S3" or "HTML5". */
const AMOUNT =
  /(?<![\p{L}\p{N}.,/-])(?!(?:19|20)\d\d(?!\p{N}))\p{N}[\p{N}.,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|thousand|million|half|halved|doubled|tripled)\b/iu;

/** Words that say that something happened, not that somebody did it. */
const WEAK =
  /\b(?:(?:was|were|am|is|been) )?responsible for\b|\b(?:duties|responsibilities|tasks) (?:included?|were|was)\b|\b(?:was|were|been|being) (?:\w+ly )?(?:\w{2,}ed|given|made|built|written|chosen|held|kept|done|taken|sent|taught|driven)\b|\btasked with\b|\binvolved in\b|\b(?:helped|assisted) (?:with|in|to)\b|\bparticipated in\b/giu;

const FIRST_PERSON =
  /(?<![\p{L}\p{N}'’.])(?:I(?:['’](?:m|ve|d))?|[Mm]y|[Mm]yself)(?![\p{L}\p{N}.])/gu;

const LONG_BULLET_WORDS = 40;
const SHARE_WITH_AMOUNTS = 1 / 3;
const FEWEST_BULLETS = 3;
const TOLD_GAP_MONTHS = 6;
const MOST_FIRST_PERSON = 2;

/** What the positions tell, and how. */
export function experienceFindings(resume: ReviewedResume): readonly Finding[] {
  const { positions } = resume.profile;
  if (positions.length === 0) {
    return [
      found('missing_experience', 'important', {
        problem: 'No position was found.',
        suggestion:
          'List each with title, employer and dates on lines of their own, the last first. Unpaid work and projects count.',
      }),
    ];
  }
  const bullets = bulletsOf(resume);
  return [
    ...withoutDates(resume.content, positions),
    ...withoutDetails(resume.content, positions),
    ...withoutAmounts(bullets),
    ...inWeakWords(resume),
    ...tooLong(bullets),
    ...inFirstPerson(resume),
    ...gaps(resume),
  ];
}

function found(
  code: Finding['code'],
  weight: Finding['weight'],
  words: Pick<Finding, 'problem' | 'suggestion'> & Partial<Pick<Finding, 'quotes'>>,
): Finding {
  const { problem, suggestion, quotes = [] } = words;
  const section = 'experience';
  return { code, section, weight, problem, suggestion, quotes: quotes.slice(0, MOST_QUOTES) };
}

function withoutDates(content: string, positions: readonly Position[]): readonly Finding[] {
  const undated = positions.filter(({ start_date: start }) => start === null);
  return undated.length === 0
    ? []
    : [
        found('positions_without_dates', 'important', {
          problem: `${countOf(undated.length, positions.length, 'position')} no dates.`,
          suggestion:
            'Give month and year of the beginning and the end: years are counted by them.',
          quotes: undated.map(({ span }) => headOf(content, span)),
        }),
      ];
}

function withoutDetails(content: string, positions: readonly Position[]): readonly Finding[] {
  const bare = positions.slice(0, 3).filter(({ bullets }) => bullets.length === 0);
  return bare.length === 0
    ? []
    : [
        found('positions_without_details', 'important', {
          problem: `${bare.length === 1 ? 'A position' : `${bare.length} positions`} of the last three says nothing of the work.`,
          suggestion: 'Add two to five lines: what was done, with what, and what came of it.',
          quotes: bare.map(({ span }) => headOf(content, span)),
        }),
      ];
}

function withoutAmounts(bullets: readonly Bullet[]): readonly Finding[] {
  const bare = bullets.filter(({ text }) => !AMOUNT.test(text));
  const share = 1 - bare.length / bullets.length;
  return bullets.length < FEWEST_BULLETS || share >= SHARE_WITH_AMOUNTS
    ? []
    : [
        found('bullets_without_numbers', 'important', {
          problem: `${countOf(bare.length, bullets.length, 'line')} no number.`,
          suggestion:
            'Say how many, how much, how often or how fast: sizes of teams, budgets, customers, time that was saved.',
          quotes: quotesOf(bare),
        }),
      ];
}

function inWeakWords({ content, profile }: ReviewedResume): readonly Finding[] {
  const places = profile.positions.flatMap(({ span }) => placesOf(content, WEAK, span));
  return places.length === 0
    ? []
    : [
        found('weak_wording', places.length > 2 ? 'important' : 'helpful', {
          problem: `${places.length === 1 ? 'One wording says' : `${places.length} wordings say`} that something happened, not what the person did.`,
          suggestion:
            'Begin with the verb of the own work: "built", "led", "sold" in place of "was responsible for" or "was introduced".',
          quotes: places.map((place) => lineAround(content, place)),
        }),
      ];
}

function tooLong(bullets: readonly Bullet[]): readonly Finding[] {
  const long = bullets.filter(({ text }) => wordsIn(text) > LONG_BULLET_WORDS);
  return long.length === 0
    ? []
    : [
        found('long_bullets', 'helpful', {
          problem: `${long.length === 1 ? 'One line has' : `${long.length} lines have`} more than ${LONG_BULLET_WORDS} words.`,
          suggestion: 'Split each into one line for each result; the first words are what is read.',
          quotes: quotesOf(long),
        }),
      ];
}

function inFirstPerson({ content, profile }: ReviewedResume): readonly Finding[] {
  const places = profile.positions.flatMap(({ span }) => placesOf(content, FIRST_PERSON, span));
  return places.length <= MOST_FIRST_PERSON
    ? []
    : [
        found('first_person', 'helpful', {
          problem: `The positions say "I" or "my" ${places.length} times.`,
          suggestion:
            'Leave it out and begin with the verb: whose resume it is stands at its head.',
          quotes: places.map((place) => lineAround(content, place)),
        }),
      ];
}

/** Months that neither a position nor an education covers. Why is nobody's business, and is not asked. */
function gaps({ content, profile, today }: ReviewedResume): readonly Finding[] {
  const studies = profile.educations.map((item) => ({ ...item, is_current: false }));
  const spells = [...profile.positions, ...studies]
    .flatMap((item) => {
      const months = monthsOf(item, today);
      return months === null ? [] : [{ ...months, place: item.sources.start_date ?? item.span }];
    })
    .toSorted((a, b) => a.first - b.first);
  let reached = spells[0]?.last ?? 0;
  return spells.flatMap(({ first, last, place }) => {
    const months = first - reached - 1;
    reached = Math.max(reached, last);
    return months <= TOLD_GAP_MONTHS
      ? []
      : [
          found('gap', 'helpful', {
            problem: `The ${months} months before this are not told of.`,
            suggestion:
              'A line such as "Further education" or "Career break" with its dates is enough; nobody owes a reason.',
            quotes: [lineAround(content, place)],
          }),
        ];
  });
}

function headOf(content: string, span: Position['span']): Finding['quotes'][number] {
  const lead = content.slice(span.start, span.end).search(/\S/u);
  const start = span.start + Math.max(0, lead);
  return lineAround(content, { start, end: start + 1 });
}

const quotesOf = (bullets: readonly Bullet[]): Finding['quotes'] =>
  bullets.flatMap(({ place }) => (place === null ? [] : [place])).slice(0, MOST_QUOTES);

function countOf(some: number, all: number, noun: string): string {
  if (some === all) {
    return some === 1 ? `The only ${noun} has` : `All ${all} ${noun}s have`;
  }
  return `${some} of ${all} ${noun}s ${some === 1 ? 'has' : 'have'}`;
}
