import { lineAround } from '../quotes';
import { type Finding, MOST_QUOTES } from './review';
import { placesOf, type ReviewedResume, wordsIn } from './reviewed-resume';

const LENGTH = { least: 150, most: 1200 } as const;
const LONGEST_SUMMARY_WORDS = 120;
const FEWEST_UNPROVEN = 3;

/** Words that everybody writes and that say nothing of anybody. */
const BUZZWORDS =
  /\b(?:team[ -]players?|hard[ -]?working|results?[ -](?:driven|oriented)|detail[ -]oriented|self[ -](?:starter|motivated)|go[ -]getter|think(?:ing)? outside (?:of )?the box|synerg(?:y|ies)|ninja|rock ?star|guru|wizard|best[ -](?:in|of)[ -](?:class|breed)|game[ -]changer|highly motivated|fast learner|quick learner|excellent communication skills|proven track record|thought leader|dynamic (?:individual|professional|person)|passionate about|go[ -]to person|strategic thinker|people person)\b/giu;

/** What concerns the summary, the educations, the skills and the text as a whole. */
export function textFindings(resume: ReviewedResume): readonly Finding[] {
  return [
    ...summaryFindings(resume),
    ...educationFindings(resume),
    ...skillFindings(resume),
    ...wholeFindings(resume),
  ];
}

function summaryFindings({ content, profile }: ReviewedResume): readonly Finding[] {
  const section = 'summary' as const;
  const part = profile.sections.find(({ kind }) => kind === 'summary');
  if (profile.summary === null) {
    return [
      {
        code: 'missing_summary',
        section,
        weight: 'helpful',
        problem: 'No summary opens the resume.',
        suggestion:
          'Two or three sentences: what the person does, for how long, and what is best shown.',
        quotes: [],
      },
    ];
  }
  const words = wordsIn(profile.summary);
  return words <= LONGEST_SUMMARY_WORDS
    ? []
    : [
        {
          code: 'long_summary',
          section,
          weight: 'helpful',
          problem: `The summary has ${words} words.`,
          suggestion: `Bring it below ${LONGEST_SUMMARY_WORDS / 2}: what is told again further down can go.`,
          quotes:
            part === undefined
              ? []
              : [lineAround(content, { start: part.start, end: part.start + 1 })],
        },
      ];
}

function educationFindings({ profile }: ReviewedResume): readonly Finding[] {
  const isThere = profile.educations.length > 0 || profile.certifications.length > 0;
  return isThere
    ? []
    : [
        {
          code: 'missing_education',
          section: 'education',
          weight: 'helpful',
          problem: 'No education, training or certificate was found.',
          suggestion:
            'Name schools, apprenticeships or courses, if there are any; years can be left out.',
          quotes: [],
        },
      ];
}

function skillFindings({ profile }: ReviewedResume): readonly Finding[] {
  const section = 'skills' as const;
  if (profile.skills.length === 0) {
    return [
      {
        code: 'missing_skills',
        section,
        weight: 'important',
        problem: 'No skill was found by its name.',
        suggestion:
          'Name tools, methods and languages as adverts do, in a list and where they were used.',
        quotes: [],
      },
    ];
  }
  const lists = profile.sections.filter(({ kind }) => kind === 'skills');
  const isListed = (place: { readonly start: number; readonly end: number }): boolean =>
    lists.some(({ start, end }) => place.start >= start && place.end <= end);
  const unproven = profile.skills.filter(({ evidence }) => evidence.every(isListed));
  return unproven.length < FEWEST_UNPROVEN
    ? []
    : [
        {
          code: 'skills_without_proof',
          section,
          weight: 'helpful',
          problem: `${unproven.length} of ${profile.skills.length} skills stand in the list only: ${namesOf(unproven.map(({ name }) => name))}.`,
          suggestion: 'Say in a position what was done with those that matter.',
          quotes: unproven.flatMap(({ evidence }) => evidence.slice(0, 1)).slice(0, MOST_QUOTES),
        },
      ];
}

function wholeFindings(resume: ReviewedResume): readonly Finding[] {
  const { content, flags } = resume;
  const section = 'whole' as const;
  const words = wordsIn(content);
  const buzzwords = placesOf(content, BUZZWORDS, { start: 0, end: content.length });
  const isFlagged = (code: string): boolean => flags.some((flag) => flag.code === code);
  const findings: readonly (Finding | false)[] = [
    isFlagged('hidden_text') && {
      code: 'hidden_text',
      section,
      weight: 'important',
      problem: 'The file holds text that nobody can see. It was not read.',
      suggestion: 'Take it out: systems find it, and people who are told of it lose trust.',
      quotes: [],
    },
    isFlagged('prompt_injection') && {
      code: 'instructions_to_models',
      section,
      weight: 'important',
      problem: 'The text speaks to a language model. It has no effect here.',
      suggestion: 'Take it out.',
      quotes: [],
    },
    words < LENGTH.least && {
      code: 'too_short',
      section,
      weight: 'important',
      problem: `The resume has ${words} words.`,
      suggestion: 'Tell more of the last two positions: tasks, tools and results.',
      quotes: [],
    },
    words > LENGTH.most && {
      code: 'too_long',
      section,
      weight: 'helpful',
      problem: `The resume has ${words} words, more than most people read.`,
      suggestion: `Shorten what lies more than ten years back; ${LENGTH.most} words are two full pages.`,
      quotes: [],
    },
    buzzwords.length > 0 && {
      code: 'buzzwords',
      section,
      weight: 'helpful',
      problem: `${buzzwords.length === 1 ? 'One wording is' : `${buzzwords.length} wordings are`} used by everybody.`,
      suggestion: 'Show it by an example, or leave it out.',
      quotes: buzzwords.slice(0, MOST_QUOTES),
    },
  ];
  return findings.filter((finding) => finding !== false);
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
