import {
  AlignmentType,
  BorderStyle,
  Header,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  WidthType,
} from 'docx';
import { type DemoPerson } from '../person';
import {
  bullets,
  certificationLines,
  contactRuns,
  educationLines,
  heading,
  languageLine,
  line,
  positionHead,
  projectLines,
  run,
  TEXT_WIDTH,
} from './docx-parts';
import { type DocxLayout } from './layouts';
import { dateRange, degreeLine, yearRange } from './wording';

type Block = Paragraph | Table | Textbox;

/** What a layout puts on the page; `header` is repeated by Word at the top of each. */
interface DocxContent {
  readonly children: readonly Block[];
  readonly header?: Header;
}

export function layOut(person: DemoPerson, layout: DocxLayout): DocxContent {
  switch (layout) {
    case 'headings':
      return { children: [...titleBlock(person), ...sections(person, '1F3864')] };
    case 'table':
      return { children: [...titleBlock(person), factsTable(person)] };
    case 'text_box':
      return { children: [nameBox(person), ...sections(person, '7A1F3D')] };
    case 'page_header':
      return { children: sections(person, '2E5E3E'), header: pageHeader(person) };
  }
}

function titleBlock(person: DemoPerson): readonly Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { after: 40 },
      children: [run(person.name, { bold: true, size: 44 })],
    }),
    line(person.headline, { size: 25, color: '595959' }),
    new Paragraph({ spacing: { before: 60, after: 120 }, children: contactRuns(person) }),
  ];
}

function sections(person: DemoPerson, color: string): readonly Paragraph[] {
  const certifications = certificationLines(person);
  return [
    heading('Summary', color),
    line(person.summary),
    heading('Experience', color),
    ...person.positions.flatMap((position) => [
      ...positionHead(position),
      ...bullets(position.bullets),
    ]),
    heading('Education', color),
    ...educationLines(person).map((text) => line(text)),
    ...(person.projects.length === 0
      ? []
      : [heading('Projects', color), ...bullets(projectLines(person))]),
    heading('Skills', color),
    line(person.skills.join(', ')),
    ...(certifications.length === 0
      ? []
      : [heading('Certifications', color), ...bullets(certifications)]),
    heading('Languages', color),
    line(languageLine(person)),
  ];
}

/** Section names and dates in the narrow left cell of each row, the text in the right one. */
function factsTable(person: DemoPerson): Table {
  const certifications = certificationLines(person);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LEFT_WIDTH, TEXT_WIDTH - LEFT_WIDTH],
    borders: BORDERS,
    rows: [
      row('PROFILE', [line(person.summary)]),
      row('SKILLS', [line(person.skills.join(', '))]),
      ...person.positions.map((position, index) =>
        row(index === 0 ? 'EMPLOYMENT' : '', [
          line(position.title, { bold: true }),
          line(`${position.employer}, ${position.location}`),
          line(dateRange(position, 'numeric'), { italics: true, color: '595959' }),
          ...bullets(position.bullets),
        ]),
      ),
      ...person.educations.map((education, index) =>
        row(index === 0 ? 'EDUCATION' : '', [
          line(degreeLine(education), { bold: true }),
          line(education.school),
          line(yearRange(education), { italics: true, color: '595959' }),
        ]),
      ),
      ...(person.projects.length === 0 ? [] : [row('PROJECTS', bullets(projectLines(person)))]),
      ...(certifications.length === 0 ? [] : [row('CERTIFICATES', bullets(certifications))]),
      row('LANGUAGES', [line(languageLine(person))]),
    ],
  });
}

const LEFT_WIDTH = 2_300;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
const BORDERS = {
  top: HAIRLINE,
  bottom: HAIRLINE,
  left: NONE,
  right: NONE,
  insideHorizontal: HAIRLINE,
  insideVertical: NONE,
};

function row(label: string, content: readonly Paragraph[]): TableRow {
  const margins = { top: 90, bottom: 90, left: 80, right: 80 };
  const cell = (width: number, children: readonly Paragraph[]): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, margins, children });
  return new TableRow({
    children: [
      cell(LEFT_WIDTH, [line(label, { bold: true, size: 19, color: '1F5C7A' })]),
      cell(TEXT_WIDTH - LEFT_WIDTH, content),
    ],
  });
}

/** Name and contact in a drawn box in front of the text, as many templates have it. */
function nameBox(person: DemoPerson): Textbox {
  return new Textbox({
    style: { width: '17cm', height: '2.9cm' },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run(person.name, { bold: true, size: 42, color: '7A1F3D' })],
      }),
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run(person.headline, { size: 24 })],
      }),
      new Paragraph({ alignment: AlignmentType.CENTER, children: contactRuns(person) }),
    ],
  });
}

/** Name and contact outside the body, in the page header: readers that look at the body only lose them. */
function pageHeader(person: DemoPerson): Header {
  return new Header({
    children: [
      new Paragraph({
        children: [run(person.name, { bold: true, size: 38, color: '2E5E3E' })],
      }),
      line(person.headline, { size: 23 }),
      new Paragraph({ children: contactRuns(person, '595959') }),
    ],
  });
}
