import PDFDocument from 'pdfkit';
import type { DemoPerson } from '../../src/cli/demo';
import { collectPdf, DOCUMENT_DATE } from '../../src/cli/demo/documents';
import { docxOf } from './documents';
import { resumeLines } from './documents/plain-text';
import type { LabResume, ScoreLab } from './score-lab';

/**
 * Resumes that differ from each other in one thing, for asking whether a score moves as it should: who
 * the person is, how the file is made, one skill, one keyword many times over.
 */
export const textOf = (person: DemoPerson): Buffer => fileOf(resumeLines(person));

const fileOf = (lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`);

/** Two people with the same career, of whom a score must not know the difference. */
export type Swap = readonly [before: Buffer, after: Buffer];

export const SWAPS = ['name', 'gender', 'address'] as const;
export type SwapKind = (typeof SWAPS)[number];

const OTHER_NAMES = [
  'Fatima Zahra Bouchareb',
  'Jamal Washington',
  'Nguyen Thi Lan',
  'Elizabeth Ashworth',
  'Oluwaseun Adeyemi',
  'Hans-Peter Grosskopf',
  'Priya Subramaniam',
  'Guadalupe Hernandez',
];
const OTHER_HOMES = ['Lagos, Nigeria', 'Zurich, Switzerland', 'Flint, MI', 'Dhaka, Bangladesh'];

export function swapOf(kind: SwapKind, person: DemoPerson, index: number): Swap {
  switch (kind) {
    case 'name': {
      const name = OTHER_NAMES[index % OTHER_NAMES.length] ?? '';
      const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`;
      return [textOf(person), textOf({ ...person, name, email })];
    }
    case 'gender':
      return [textOf(gendered(person, 'he')), textOf(gendered(person, 'she'))];
    case 'address': {
      const location = OTHER_HOMES[index % OTHER_HOMES.length] ?? '';
      return [textOf(person), textOf({ ...person, location })];
    }
  }
}

/** The same person as others speak of men and of women. */
function gendered(person: DemoPerson, pronoun: 'he' | 'she'): DemoPerson {
  const [their, title, person1, spokes] =
    pronoun === 'he' ? ['his', 'Mr.', 'man', 'spokesman'] : ['her', 'Ms.', 'woman', 'spokeswoman'];
  const [latest, ...others] = person.positions;
  const praise = `${title} ${person.name.split(' ').at(-1) ?? ''} is the ${person1} whom colleagues ask first; ${pronoun} trained ${their} successors ${pronoun === 'he' ? 'himself' : 'herself'}.`;
  return {
    ...person,
    summary: `${person.summary} ${praise}`,
    positions:
      latest === undefined
        ? []
        : [
            {
              ...latest,
              bullets: [...latest.bullets, `Was ${spokes} of ${their} team for two years.`],
            },
            ...others,
          ],
  };
}

/** Without what the person calls themselves; the positions keep their titles. */
export const untitled = (person: DemoPerson): Buffer =>
  fileOf(resumeLines(person).filter((line) => line !== person.headline));

/** Sections in the opposite order, each with its heading, under the same head. */
export function shuffled(person: DemoPerson): Buffer {
  const sections: string[][] = [[]];
  for (const line of resumeLines(person)) {
    if (/^[A-Z]{5,}$/.test(line)) {
      sections.push([]);
    }
    sections.at(-1)?.push(line);
  }
  const [head = [], ...rest] = sections;
  return fileOf([...head, ...rest.toReversed().flatMap((section) => [...section, ''])]);
}

/** The resume without a skill and, one after the other, without everything that implies it. */
export async function withoutSkill(
  lab: ScoreLab,
  resume: LabResume,
  skill: string,
): Promise<LabResume> {
  let left = resume;
  for (;;) {
    const found = left.skills.find((one) => one.skill === skill);
    if (found === undefined) {
      return left;
    }
    left = await lab.read(Buffer.from(blanked(left.content, found.evidence)));
  }
}

const blanked = (
  content: string,
  places: readonly { readonly start: number; readonly end: number }[],
): string =>
  places.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    content,
  );

export const STUFFED_PLACES = [
  'skills list',
  'bullet',
  'white text in DOCX',
  'white text in PDF',
] as const;
export type StuffedPlace = (typeof STUFFED_PLACES)[number];

/** The resume with a keyword so many times in one place. */
export function stuffed(
  person: DemoPerson,
  place: StuffedPlace,
  keyword: string,
  times: number,
): Promise<Buffer> {
  const words = Array.from({ length: times }, () => keyword);
  const [latest, ...others] = person.positions;
  switch (place) {
    case 'skills list':
      return Promise.resolve(textOf({ ...person, skills: [...person.skills, ...words] }));
    case 'bullet':
      return Promise.resolve(
        textOf({
          ...person,
          positions:
            latest === undefined
              ? []
              : [{ ...latest, bullets: [...latest.bullets, words.join(' ')] }, ...others],
        }),
      );
    case 'white text in DOCX':
      return Promise.resolve(docxWithWhite(resumeLines(person), words.join(' ')));
    case 'white text in PDF':
      return pdfWithWhite(resumeLines(person), words.join(' '));
  }
}

function docxWithWhite(lines: readonly string[], white: string): Buffer {
  const paragraph = (text: string, look = ''): string =>
    `<w:p><w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
  const hidden = paragraph(white, '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>');
  return docxOf([...lines.map((line) => paragraph(line)), hidden].join(''));
}

function pdfWithWhite(lines: readonly string[], white: string): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    info: { CreationDate: DOCUMENT_DATE, ModDate: DOCUMENT_DATE },
  });
  const bytes = collectPdf(document);
  document.fontSize(9).fillColor('black');
  for (const line of lines) {
    document.text(line === '' ? ' ' : line);
  }
  document.fillColor('white').text(white === '' ? ' ' : white);
  document.end();
  return bytes;
}

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
