import { dateRange, degreeLine, yearRange } from '../../../src/cli/demo/documents';
import { type DemoPerson } from '../../../src/cli/demo';

/** A resume as somebody types it in a plain editor. Lines are not wrapped. */
export function resumeLines(person: DemoPerson): readonly string[] {
  return [
    person.name,
    person.headline,
    `${person.location} | ${person.phone} | ${person.email}`,
    ...person.links,
    '',
    'SUMMARY',
    person.summary,
    '',
    'EXPERIENCE',
    ...person.positions.flatMap((position) => [
      `${position.title}, ${position.employer}, ${position.location}`,
      dateRange(position, 'short'),
      ...position.bullets.map((bullet) => `- ${bullet}`),
      '',
    ]),
    'EDUCATION',
    ...person.educations.map(
      (education) => `${degreeLine(education)}, ${education.school}, ${yearRange(education)}`,
    ),
    '',
    'SKILLS',
    person.skills.join(', '),
    '',
    'CERTIFICATIONS',
    ...person.certifications.map(({ name, issuer, year }) => `${name}, ${issuer}, ${year}`),
    '',
    'LANGUAGES',
    person.languages.map(({ name, level }) => `${name} (${level})`).join(', '),
  ];
}
