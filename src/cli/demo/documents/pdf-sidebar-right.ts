import { type DemoPerson } from '../person';
import { type FontFaces } from './fonts';
import { PdfColumn } from './pdf-column';
import { dateRange, degreeLine, linkTarget, yearRange } from './wording';

const SIDEBAR_WIDTH = 172;
const MARGIN = 42;
const ACCENT = '#8a3b12';
const HEAD_HEIGHT = 104;

/** The name across the page, the career at the left, short facts in a pale strip at the right. */
export function drawSidebarRight(
  document: PDFKit.PDFDocument,
  person: DemoPerson,
  fonts: FontFaces,
): void {
  const { width, height } = document.page;
  const sidebarX = width - MARGIN - SIDEBAR_WIDTH;
  const base = { fonts, bottom: height - 46, color: '#2a2a2a' };
  document.rect(sidebarX, HEAD_HEIGHT, SIDEBAR_WIDTH, height - HEAD_HEIGHT - 36).fill('#f6efe8');
  const head = { ...base, x: MARGIN, width: width - 2 * MARGIN, top: 40, size: 10 };
  writeHead(new PdfColumn(document, head), person);
  writeCareer(
    new PdfColumn(document, {
      ...base,
      x: MARGIN,
      width: sidebarX - MARGIN - 22,
      top: HEAD_HEIGHT,
      nextTop: 48,
      size: 10,
    }),
    person,
  );
  document.switchToPage(0);
  writeSidebar(
    new PdfColumn(document, {
      ...base,
      x: sidebarX + 14,
      width: SIDEBAR_WIDTH - 28,
      top: HEAD_HEIGHT + 12,
      size: 9.2,
    }),
    person,
  );
}

function writeHead(column: PdfColumn, person: DemoPerson): void {
  column.text(person.name, { face: 'bold', size: 25, color: ACCENT });
  column.text(person.headline, { size: 12.5, color: '#555555' });
}

function writeCareer(column: PdfColumn, person: DemoPerson): void {
  heading(column, 'About me');
  column.text(person.summary);
  column.gap(12);
  heading(column, 'Employment history');
  for (const position of person.positions) {
    column.keep(62);
    column.text(`${position.title}, ${position.employer}`, { face: 'bold', size: 10.5 });
    column.text(`${dateRange(position, 'short')}, ${position.location}`, {
      size: 9,
      color: '#6b6b6b',
    });
    column.gap(3);
    for (const bullet of position.bullets) {
      column.bullet(bullet);
    }
    column.gap(8);
  }
  if (person.projects.length > 0) {
    column.gap(4);
    heading(column, 'Selected projects');
    for (const { name, description } of person.projects) {
      column.text(name, { face: 'bold' });
      column.text(description);
      column.gap(4);
    }
  }
}

function writeSidebar(column: PdfColumn, person: DemoPerson): void {
  heading(column, 'Contact', 11.5);
  column.fitted(person.email, { size: 8.6, link: `mailto:${person.email}` });
  column.text(person.phone);
  column.text(person.location);
  for (const link of person.links) {
    column.fitted(link, { size: 8.6, link: linkTarget(link) });
  }
  column.gap(13);
  heading(column, 'Key skills', 11.5);
  for (const skill of person.skills) {
    column.bullet(skill, 9);
  }
  column.gap(12);
  heading(column, 'Education', 11.5);
  for (const education of person.educations) {
    column.text(degreeLine(education), { face: 'bold' });
    column.text(education.school);
    column.text(yearRange(education), { color: '#6b6b6b' });
    column.gap(5);
  }
  if (person.certifications.length > 0) {
    column.gap(8);
    heading(column, 'Licenses', 11.5);
    for (const { name, issuer, year } of person.certifications) {
      column.text(name, { face: 'bold' });
      column.text(`${issuer}, ${year}`);
      column.gap(4);
    }
  }
  column.gap(8);
  heading(column, 'Languages', 11.5);
  for (const { name, level } of person.languages) {
    column.text(`${name}: ${level}`);
  }
}

function heading(column: PdfColumn, text: string, size = 13): void {
  column.keep(60);
  column.text(text, { face: 'bold', size, color: ACCENT });
  column.gap(4);
}
