import { type DemoPerson } from '../person';
import { type FontFaces } from './fonts';
import { PdfColumn } from './pdf-column';
import { dateRange, degreeLine, linkTarget, yearRange } from './wording';

const SIDEBAR_WIDTH = 188;
const SIDEBAR_COLOR = '#17404a';
const ACCENT = '#1f6f78';

/** White text on a coloured strip at the left: name, contact and skills there, the career beside it. */
export function drawSidebarLeft(
  document: PDFKit.PDFDocument,
  person: DemoPerson,
  fonts: FontFaces,
): void {
  const paintSidebar = (): void => {
    document.rect(0, 0, SIDEBAR_WIDTH, document.page.height).fill(SIDEBAR_COLOR);
  };
  paintSidebar();
  document.on('pageAdded', paintSidebar);
  const bottom = document.page.height - 48;
  writeSidebar(
    new PdfColumn(document, {
      fonts,
      x: 24,
      width: SIDEBAR_WIDTH - 44,
      top: 48,
      bottom,
      size: 9.5,
      color: '#ffffff',
    }),
    person,
  );
  document.switchToPage(0);
  const x = SIDEBAR_WIDTH + 28;
  writeCareer(
    new PdfColumn(document, {
      fonts,
      x,
      width: document.page.width - x - 40,
      top: 52,
      bottom,
      size: 10,
      color: '#222222',
    }),
    person,
  );
}

function writeSidebar(column: PdfColumn, person: DemoPerson): void {
  column.text(person.name, { face: 'bold', size: 20 });
  column.gap(4);
  column.text(person.headline, { size: 11, color: '#bfe3e0' });
  sidebarHeading(column, 'CONTACT');
  column.text(person.phone);
  column.gap(3);
  column.fitted(person.email, { size: 8.5, link: `mailto:${person.email}` });
  column.gap(3);
  column.text(person.location);
  for (const link of person.links) {
    column.gap(3);
    column.fitted(link, { size: 8.5, link: linkTarget(link) });
  }
  sidebarHeading(column, 'SKILLS');
  for (const skill of person.skills) {
    column.text(skill);
    column.gap(2.5);
  }
  sidebarHeading(column, 'LANGUAGES');
  for (const { name, level } of person.languages) {
    column.text(`${name} – ${level}`);
    column.gap(2.5);
  }
}

function sidebarHeading(column: PdfColumn, text: string): void {
  column.gap(18);
  column.text(text, { face: 'bold', size: 10.5, letterSpacing: 1 });
  column.gap(1);
  column.rule('#6fa8a8');
  column.gap(7);
}

function writeCareer(column: PdfColumn, person: DemoPerson): void {
  heading(column, 'Profile');
  column.text(person.summary);
  column.gap(14);
  heading(column, 'Work Experience');
  for (const position of person.positions) {
    column.keep(60);
    column.text(position.title, { face: 'bold', size: 11 });
    column.text(`${position.employer} · ${position.location}`, { color: ACCENT });
    column.text(dateRange(position, 'numeric'), { face: 'italic', size: 9, color: '#666666' });
    column.gap(3);
    for (const bullet of position.bullets) {
      column.bullet(bullet);
    }
    column.gap(9);
  }
  column.gap(5);
  heading(column, 'Education');
  for (const education of person.educations) {
    column.text(degreeLine(education), { face: 'bold' });
    column.text(education.school, { color: ACCENT });
    column.text(yearRange(education), { face: 'italic', size: 9, color: '#666666' });
    column.gap(7);
  }
  column.gap(7);
  if (person.projects.length > 0) {
    heading(column, 'Personal Projects');
    for (const { name, description } of person.projects) {
      column.text(name, { face: 'bold' });
      column.text(description);
    }
    column.gap(14);
  }
  if (person.certifications.length > 0) {
    heading(column, 'Certifications');
    for (const { name, issuer, year } of person.certifications) {
      column.bullet(`${name}, ${issuer}, ${year}`);
    }
  }
}

function heading(column: PdfColumn, text: string): void {
  column.keep(70);
  column.text(text, { face: 'bold', size: 14, color: ACCENT });
  column.gap(4);
}
