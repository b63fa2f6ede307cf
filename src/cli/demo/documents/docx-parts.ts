import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { type DemoPerson, type DemoPosition } from '../person';
import { dateRange, degreeLine, linkTarget, yearRange } from './wording';

/** Name of the bullet list that every layout numbers its lines with. */
const BULLETS = 'resume-bullets';

/** The unit of Word is the twentieth of a point. */
export const TWIPS_PER_CENTIMETRE = 567;
/** The width of the text: A4 or Letter less two margins of 2 cm, whichever is narrower. */
export const TEXT_WIDTH = 17 * TWIPS_PER_CENTIMETRE;

export const numbering = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          style: { paragraph: { indent: { left: 340, hanging: 227 } } },
        },
      ],
    },
  ],
};

export function heading(text: string, color: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 260, after: 100 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 2, color } },
    children: [run(text, { bold: true, size: 25, color })],
  });
}

type Look = Omit<IRunOptions, 'text' | 'children'>;

export function run(text: string, look: Look = {}): TextRun {
  return new TextRun({ ...look, text });
}

export function line(text: string, look: Look = {}): Paragraph {
  return new Paragraph({ children: [run(text, look)] });
}

export function bullets(texts: readonly string[]): readonly Paragraph[] {
  return texts.map(
    (text) =>
      new Paragraph({
        numbering: { reference: BULLETS, level: 0 },
        spacing: { after: 30 },
        children: [run(text)],
      }),
  );
}

/** E-mail and links as live hyperlinks, the rest as text, with dividers between. */
export function contactRuns(
  person: DemoPerson,
  color?: string,
): readonly (TextRun | ExternalHyperlink)[] {
  const look = color === undefined ? {} : { color };
  const divider = (): TextRun => run('  |  ', look);
  const link = (text: string, target: string): ExternalHyperlink =>
    new ExternalHyperlink({ link: target, children: [run(text, look)] });
  return [
    run(person.location, look),
    divider(),
    run(person.phone, look),
    divider(),
    link(person.email, `mailto:${person.email}`),
    ...person.links.flatMap((text) => [divider(), link(text, linkTarget(text))]),
  ];
}

/** Title and dates on one line, the dates at a tab stop at the right edge. */
export function positionHead(position: DemoPosition): readonly Paragraph[] {
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 140 },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      children: [
        run(position.title, { bold: true }),
        run(`\t${dateRange(position, 'short')}`, { color: '595959' }),
      ],
    }),
    new Paragraph({
      keepNext: true,
      spacing: { after: 50 },
      children: [run(`${position.employer}, ${position.location}`, { italics: true })],
    }),
  ];
}

export function educationLines(person: DemoPerson): readonly string[] {
  return person.educations.map(
    (education) => `${degreeLine(education)}, ${education.school}, ${yearRange(education)}`,
  );
}

export function projectLines(person: DemoPerson): readonly string[] {
  return person.projects.map(({ name, description }) => `${name}: ${description}`);
}

export function certificationLines(person: DemoPerson): readonly string[] {
  return person.certifications.map(({ name, issuer, year }) => `${name}, ${issuer}, ${year}`);
}

export function languageLine(person: DemoPerson): string {
  return person.languages.map(({ name, level }) => `${name} (${level})`).join(', ');
}
