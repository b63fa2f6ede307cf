import { lineAround } from '../quotes';
import { type Finding, MOST_QUOTES } from './review';
import { placesOf, type ReviewedResume } from './reviewed-resume';

/** Labels of what has no place in hiring, with what follows them. */
const PERSONAL_DATA =
  /(?<![\p{L}\p{N}])(?:date of birth|d\.?o\.?b\.?|birth ?date|age|marital status|family status|civil status|nationality|religion|gender|sex|caste|number of children|children|height|weight|blood group)[ \t]*:[ \t]*\S[^\n|]{0,60}/giu;

/** Whether somebody can be reached, and whether more is told than anybody may ask. */
export function contactFindings(resume: ReviewedResume): readonly Finding[] {
  const { personal_info: person } = resume.profile;
  const missing = (
    code: Finding['code'],
    weight: Finding['weight'],
    words: Pick<Finding, 'problem' | 'suggestion'>,
  ): Finding => ({ code, section: 'contact', weight, ...words, quotes: [] });
  return [
    ...(person.email === null
      ? [
          missing('missing_email', 'important', {
            problem: 'There is no e-mail address.',
            suggestion: 'Put an address that is read every day under the name.',
          }),
        ]
      : []),
    ...(person.phone === null
      ? [
          missing('missing_phone', 'important', {
            problem: 'There is no phone number.',
            suggestion: 'Add one with its country code: many first talks are by phone.',
          }),
        ]
      : []),
    ...(person.location === null
      ? [
          missing('missing_location', 'helpful', {
            problem: 'The resume does not say where the person works from.',
            suggestion: 'Name the town or region, or the readiness to move; no street is needed.',
          }),
        ]
      : []),
    ...(person.headline === null
      ? [
          missing('missing_headline', 'helpful', {
            problem: 'No line under the name says what the person does.',
            suggestion: 'Add the title of the work that is looked for, in one line.',
          }),
        ]
      : []),
    ...personalData(resume),
  ];
}

function personalData({ content }: ReviewedResume): readonly Finding[] {
  const places = placesOf(content, PERSONAL_DATA, { start: 0, end: content.length });
  return places.length === 0
    ? []
    : [
        {
          code: 'personal_data',
          section: 'contact',
          weight: 'important',
          problem: 'The resume tells what may play no part in hiring.',
          suggestion: 'Leave it out: it helps nobody to decide and can only be held against one.',
          quotes: places.slice(0, MOST_QUOTES).map((place) => lineAround(content, place)),
        },
      ];
}
