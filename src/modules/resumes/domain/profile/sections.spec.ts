import {
  documentOf,
  documentOfText,
  type LineOf,
  styled,
} from '../../../../../test/support/resume-text';
import { findSections } from './sections';
import { readTextLines } from './text-line';

const sectionsOf = (lines: readonly LineOf[]): string[] => {
  const document = documentOf(lines);
  const { sections } = findSections(readTextLines(document), document.content.length);
  return sections.map(({ kind, heading }) => `${kind}:${heading ?? ''}`);
};

describe('findSections', () => {
  it('finds headings in any case and in many wordings', () => {
    const lines = [
      'Jane Doe',
      '',
      'Career Overview',
      'x',
      '',
      'WORK HISTORY',
      'x',
      '',
      'Education & Training:',
      'x',
      '',
      'Core Competencies',
      'x',
      '',
      'Berufserfahrung',
      'x',
      '',
      'Formation',
      'x',
    ];
    expect(sectionsOf(lines)).toEqual([
      'header:',
      'summary:Career Overview',
      'experience:WORK HISTORY',
      'education:Education & Training:',
      'skills:Core Competencies',
      'experience:Berufserfahrung',
      'education:Formation',
    ]);
  });

  it('reads letter-spaced headings', () => {
    expect(
      sectionsOf(['Jane', '', 'E X P E R I E N C E', 'x', '', 'W O R K\tH I S T O R Y', 'x']),
    ).toEqual(['header:', 'experience:E X P E R I E N C E', 'experience:W O R K\tH I S T O R Y']);
  });

  it('takes an unknown wording that looks like the other headings for a heading', () => {
    const heading = (text: string): LineOf =>
      styled(text, { fontSize: 14, bold: true, gapBefore: true });
    const body = 'Some sentence of the resume that is long enough to be text.';
    expect(
      sectionsOf([
        'Jane',
        heading('Experience'),
        body,
        body,
        heading('Expeditions'),
        body,
        heading('Skills'),
        body,
      ]),
    ).toEqual(['header:', 'experience:Experience', 'other:Expeditions', 'skills:Skills']);
  });

  it('does not take items of a list of skills for headings', () => {
    expect(
      sectionsOf([
        'Jane',
        '',
        'Skills',
        'Training',
        'Leadership',
        'Software',
        'Languages: Python, C++',
      ]),
    ).toEqual(['header:', 'skills:Skills']);
  });

  it('does not take the title of an entry for a heading', () => {
    const bold = (text: string): LineOf => styled(text, { bold: true });
    const sections = sectionsOf([
      'Jane',
      '',
      bold('Experience'),
      '',
      '2012 - 2014 Acme',
      bold('Project Management Training'),
      'Did it.',
      '',
      bold('Education'),
      'x',
    ]);
    expect(sections).toEqual(['header:', 'experience:Experience', 'education:Education']);
  });

  it('opens a section inside a line that begins with its name', () => {
    expect(
      sectionsOf(['Jane Doe', '', 'OBJECTIVE: To cook in a busy kitchen.', '', 'Experience', 'x']),
    ).toEqual(['header:', 'summary:OBJECTIVE', 'experience:Experience']);
  });

  it('reads headings that stand in the left margin of their section', () => {
    expect(
      sectionsOf([
        'Jane Doe',
        '',
        'SKILLS\tWelding, fitting and reading of plans',
        '',
        'EMPLOYMENT\tWelder',
        'Acme Ltd',
        '',
        'PROJECTS\t• Gate: A gate of iron',
      ]),
    ).toEqual(['header:', 'skills:SKILLS', 'experience:EMPLOYMENT', 'projects:PROJECTS']);
  });

  it('learns the headings of a sidebar beside those of the text', () => {
    const side = (text: string): LineOf =>
      styled(text, { column: 1, bold: true, fontSize: 11, gapBefore: true });
    const main = (text: string): LineOf =>
      styled(text, { bold: true, fontSize: 14, gapBefore: true });
    const text = 'Some sentence of the resume that is long enough to be the text of it.';
    expect(
      sectionsOf([
        'Jane',
        main('Experience'),
        text,
        text,
        main('Education'),
        text,
        side('Skills'),
        styled('Welding', { column: 1 }),
        side('Languages'),
        styled('German', { column: 1 }),
      ]),
    ).toEqual([
      'header:',
      'experience:Experience',
      'education:Education',
      'skills:Skills',
      'languages:Languages',
    ]);
  });

  it('goes on with a section where its column goes on over the page', () => {
    const document = documentOf([
      styled('Experience', { column: 0 }),
      styled('Engineer at Acme', { column: 0 }),
      styled('Skills', { column: 1 }),
      styled('Welding', { column: 1 }),
      styled('Fitter at Beta', { column: 0, page: 2 }),
    ]);
    const { groups } = findSections(readTextLines(document), document.content.length);
    const experience = groups.find((group) => group.kind === 'experience');
    expect(experience?.lines.map((line) => line.text)).toEqual([
      'Engineer at Acme',
      'Fitter at Beta',
    ]);
  });

  it('covers the content without gaps', () => {
    const document = documentOfText('Jane\n\nExperience\nx\n\nEducation\ny\n\nSkills\nz');
    const { sections } = findSections(readTextLines(document), document.content.length);
    expect(sections[0]?.start).toBe(0);
    expect(sections.at(-1)?.end).toBe(document.content.length);
    for (const [index, section] of sections.entries()) {
      expect(section.end).toBe(sections[index + 1]?.start ?? document.content.length);
    }
  });
});
