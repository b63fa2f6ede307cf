import { type DemoPerson } from '../person';
import { type FontFaces } from './fonts';
import { PdfColumn } from './pdf-column';
import { dateRange, degreeLine, linkTarget, yearRange } from './wording';

/** One column in a serif face, everything centred at the top: what a word processor gives by default. */
export function drawClassic(
  document: PDFKit.PDFDocument,
  person: DemoPerson,
  fonts: FontFaces,
): void {
  const margin = 62;
  const column = new PdfColumn(document, {
    fonts,
    x: margin,
    width: document.page.width - 2 * margin,
    top: 54,
    bottom: document.page.height - 54,
    size: 10.5,
    color: '#1a1a1a',
  });
  column.text(person.name, { face: 'bold', size: 22, align: 'center' });
  column.text(person.headline, { face: 'italic', size: 12, align: 'center' });
  column.gap(3);
  const contact = [person.location, person.phone, person.email].join('  |  ');
  column.text(contact, { size: 10, align: 'center' });
  for (const link of person.links) {
    column.text(link, { size: 10, align: 'center', link: linkTarget(link) });
  }
  heading(column, 'PROFESSIONAL SUMMARY');
  column.text(person.summary);
  writeExperience(column, person);
  writeRest(column, person);
}

function heading(column: PdfColumn, text: string): void {
  column.gap(11);
  column.keep(60);
  column.text(text, { face: 'bold', size: 11.5, letterSpacing: 0.6 });
  column.rule('#1a1a1a');
  column.gap(5);
}

function writeExperience(column: PdfColumn, person: DemoPerson): void {
  heading(column, 'EXPERIENCE');
  for (const position of person.positions) {
    column.keep(58);
    column.text(position.title, { face: 'bold', size: 11 });
    column.text(`${position.employer}, ${position.location}`);
    column.text(dateRange(position, 'long'), { face: 'italic' });
    column.gap(2);
    for (const bullet of position.bullets) {
      column.bullet(bullet);
    }
    column.gap(6);
  }
  column.gap(-6);
}

function writeRest(column: PdfColumn, person: DemoPerson): void {
  heading(column, 'EDUCATION');
  for (const education of person.educations) {
    column.text(degreeLine(education), { face: 'bold' });
    column.text(`${education.school}, ${yearRange(education)}`);
    column.gap(3);
  }
  column.gap(-3);
  if (person.projects.length > 0) {
    heading(column, 'PROJECTS');
    for (const { name, description } of person.projects) {
      column.bullet(`${name}: ${description}`);
    }
  }
  heading(column, 'SKILLS');
  column.text(person.skills.join(', '));
  if (person.certifications.length > 0) {
    heading(column, 'CERTIFICATIONS');
    for (const { name, issuer, year } of person.certifications) {
      column.bullet(`${name}, ${issuer}, ${year}`);
    }
  }
  heading(column, 'LANGUAGES');
  column.text(person.languages.map(({ name, level }) => `${name} (${level})`).join(', '));
}
