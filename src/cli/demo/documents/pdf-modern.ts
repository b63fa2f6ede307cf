import { type DemoPerson } from '../person';
import { type FontFaces } from './fonts';
import { PdfColumn } from './pdf-column';
import { dateRange, degreeLine, linkTarget, yearRange } from './wording';

const ACCENT = '#2b4c9b';
const GREY = '#5f6773';
/** The first spaces do not break, so no line begins with the dot. */
const SEPARATOR = '\u00a0\u00a0•  ';

/** Small type, one column, the dates at the right edge of each line: as much as fits on one page. */
export function drawModern(
  document: PDFKit.PDFDocument,
  person: DemoPerson,
  fonts: FontFaces,
): void {
  const margin = 46;
  const column = new PdfColumn(document, {
    fonts,
    x: margin,
    width: document.page.width - 2 * margin,
    top: 42,
    bottom: document.page.height - 42,
    size: 10,
    color: '#20242b',
  });
  column.split(person.name, { face: 'bold', size: 21, color: ACCENT }, person.phone, {
    color: GREY,
  });
  column.split(person.headline, { size: 11.5 }, person.email, { color: GREY });
  column.gap(2);
  column.text([person.location, ...person.links].join(SEPARATOR), {
    color: GREY,
    ...(person.links[0] === undefined ? {} : { link: linkTarget(person.links[0]) }),
  });
  heading(column, 'Summary');
  column.text(person.summary);
  heading(column, 'Technical and professional skills');
  column.text(person.skills.join(SEPARATOR));
  heading(column, 'Professional experience');
  for (const position of person.positions) {
    column.keep(50);
    column.split(position.title, { face: 'bold', size: 11 }, dateRange(position, 'short'), {
      color: GREY,
    });
    column.text(`${position.employer} – ${position.location}`, { face: 'italic', color: GREY });
    column.gap(2);
    for (const bullet of position.bullets) {
      column.bullet(bullet);
    }
    column.gap(7);
  }
  column.gap(-7);
  writeRest(column, person);
}

function writeRest(column: PdfColumn, person: DemoPerson): void {
  if (person.projects.length > 0) {
    heading(column, 'Projects');
    for (const { name, description } of person.projects) {
      column.text(name, { face: 'bold' });
      column.text(description);
      column.gap(2);
    }
  }
  heading(column, 'Education');
  for (const education of person.educations) {
    const school = `${degreeLine(education)}, ${education.school}`;
    column.split(school, {}, yearRange(education), { color: GREY });
  }
  if (person.certifications.length > 0) {
    heading(column, 'Certifications');
    for (const { name, issuer, year } of person.certifications) {
      column.split(`${name}, ${issuer}`, {}, year, { color: GREY });
    }
  }
  heading(column, 'Languages');
  column.text(person.languages.map(({ name, level }) => `${name} (${level})`).join(', '));
}

function heading(column: PdfColumn, text: string): void {
  column.gap(12);
  column.keep(46);
  column.text(text, { face: 'bold', size: 11, color: ACCENT });
  column.rule('#c7d0e6', 0.9);
  column.gap(4);
}
