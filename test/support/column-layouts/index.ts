import PDFDocument from 'pdfkit';
import { randomOf, ResumeWords } from './resume-words';
import { type Area, PAGE, type SetDocument, type Style, Typesetter } from './typesetter';

export type { SetDocument } from './typesetter';

/** Sets one page of a kind of layout; what is called first is read first. */
type Layout = (sheet: Sheet) => void;

/** What a layout draws on and with. */
interface Sheet {
  readonly set: Typesetter;
  readonly words: ResumeWords;
  readonly page: Area;
  readonly top: number;
}

const NAME = 'Mira Holm';

const LAYOUTS = {
  'left sidebar': (sheet) => {
    const { left, right } = split(sheet, sheet.set.style.sidebarShare);
    sidebar(sheet, left, sheet.top);
    main(sheet, right, sheet.top, true);
  },
  'right sidebar': (sheet) => {
    const { left, right } = split(sheet, 1 - sheet.set.style.sidebarShare);
    main(sheet, left, sheet.top, true);
    sidebar(sheet, right, sheet.top);
  },
  'header over a left sidebar': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, sheet.set.style.sidebarShare);
    sidebar(sheet, left, top);
    main(sheet, right, top, false);
  },
  'header over a right sidebar': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, 1 - sheet.set.style.sidebarShare);
    main(sheet, left, top, false);
    sidebar(sheet, right, top);
  },
  'two equal columns': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, 0.5);
    entries(sheet, 'Experience', left, top, 4);
    const y = schools(sheet, right, top);
    const below = skills(sheet, right, y, 9);
    entries(sheet, 'Projects', right, below, 2);
  },
  'full width between columns': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, 0.5);
    const one = schools(sheet, left, top);
    const other = skills(sheet, right, top, 7);
    const middle = entries(sheet, 'Experience', sheet.page, Math.max(one, other) + 6, 3);
    skills(sheet, left, middle, 6, 'Tools');
    languages(sheet, right, middle);
  },
  'dates at the left': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, 0.2);
    dated(sheet, left, right, top);
  },
  'dates at the right': (sheet) => {
    const top = header(sheet);
    schools(sheet, sheet.page, entries(sheet, 'Experience', sheet.page, top, 4));
  },
  'skills in three columns': (sheet) => {
    const top = entries(sheet, 'Experience', sheet.page, header(sheet), 3);
    const width = (sheet.page.width - 2 * sheet.set.style.gutter) / 3;
    ['Tools', 'Trades', 'Methods'].forEach((title, index) => {
      const area = { left: sheet.page.left + index * (width + sheet.set.style.gutter), width };
      skills(sheet, area, top + 8, 6, title);
    });
  },
  'three columns': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, 0.24);
    const inner = split({ ...sheet, page: right }, 0.66);
    sidebar(sheet, left, top);
    entries(sheet, 'Experience', inner.left, top, 3);
    schools(sheet, inner.right, skills(sheet, inner.right, top, 8));
  },
  'sidebar on two pages': (sheet) => {
    const { left, right } = split(sheet, sheet.set.style.sidebarShare);
    sidebar(sheet, left, sheet.top);
    main(sheet, right, sheet.top, true);
    sheet.set.newPage();
    skills(sheet, left, sheet.top, 5, 'Interests');
    entries(sheet, 'Earlier', right, sheet.top, 3);
  },
  'sidebar beside dated entries': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, sheet.set.style.sidebarShare * 0.8);
    const inner = split({ ...sheet, page: right }, 0.27);
    sidebar(sheet, left, top);
    dated({ ...sheet, page: right }, inner.left, inner.right, top);
  },
  'places and dates at the right': (sheet) => {
    const { left, right } = split(sheet, 1 - sheet.set.style.sidebarShare);
    placed(sheet, left, header(sheet), 4);
    sidebar(sheet, right, sheet.top + 60);
  },
  'chips in a sidebar': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, 1 - sheet.set.style.sidebarShare);
    main(sheet, left, top, false);
    const y = sheet.set.heading('Skills', right, top);
    const below = sheet.set.chips(sheet.words.skills(14), right, y);
    schools(sheet, right, below + 6, false);
  },
  'centred sidebar': (sheet) => {
    const { left, right } = split(sheet, sheet.set.style.sidebarShare);
    let y = sheet.top;
    for (const text of [NAME, ...sheet.words.contact(), ...sheet.words.skills(9)]) {
      y = sheet.set.centred(text, left, y, 1);
    }
    main(sheet, right, sheet.top, false);
  },
  'columns over a line across': (sheet) => {
    const top = header(sheet);
    const { left, right } = split(sheet, 1 - sheet.set.style.sidebarShare);
    const one = schools(sheet, left, main(sheet, left, top, false));
    const other = sidebar(sheet, right, top);
    sheet.set.paragraph(sheet.words.summary(4), sheet.page, Math.max(one, other) + 30);
  },
  'column that begins under a photo': (sheet) => {
    const { left, right } = split(sheet, sheet.set.style.sidebarShare);
    sidebar(sheet, left, sheet.top + 130);
    main(sheet, right, sheet.top, true);
  },
} as const satisfies Readonly<Record<string, Layout>>;

export type LayoutName = keyof typeof LAYOUTS;
export const LAYOUT_NAMES = Object.keys(LAYOUTS) as readonly LayoutName[];

/** A resume of one kind of layout in one of many looks, with its true reading order. */
export function setResume(name: LayoutName, seed: number): Promise<SetDocument> {
  const random = randomOf(seed * 31 + LAYOUT_NAMES.indexOf(name));
  const style = styleOf(random);
  const set = new Typesetter(new PDFDocument({ size: 'A4', margin: 0 }), style);
  const page = { left: style.margin, width: PAGE.width - 2 * style.margin };
  LAYOUTS[name]({ set, words: new ResumeWords(random), page, top: style.margin });
  return set.finish();
}

function styleOf(random: () => number): Style {
  const between = (low: number, high: number): number => low + random() * (high - low);
  const serif = random() < 0.3;
  return {
    size: between(7.8, 10),
    leading: between(1.15, 1.5),
    font: serif ? 'Times-Roman' : 'Helvetica',
    bold: serif ? 'Times-Bold' : 'Helvetica-Bold',
    headingScale: between(1, 1.6),
    capitals: random() < 0.5,
    justified: random() < 0.3,
    gutter: between(12, 32),
    sidebarShare: between(0.26, 0.38),
    margin: between(28, 50),
    painting: random() < 0.4 ? 'as read' : random() < 0.5 ? 'by row' : 'backwards',
  };
}

function split({ page, set }: Sheet, share: number): { readonly left: Area; readonly right: Area } {
  const { gutter } = set.style;
  const width = (page.width - gutter) * share;
  return {
    left: { left: page.left, width },
    right: { left: page.left + width + gutter, width: page.width - width - gutter },
  };
}

function header({ set, words, page, top }: Sheet): number {
  const below = set.centred(NAME, page, top, 2.4);
  return set.centred(words.contact().join(' | '), page, below, 1) + 8;
}

function sidebar(sheet: Sheet, area: Area, top: number): number {
  const { set, words } = sheet;
  const contact = set.list(words.contact(), area, set.heading('Contact', area, top));
  const known = skills(sheet, area, contact + 6, words.number(5, 12));
  const spoken = languages(sheet, area, known + 6);
  return schools(sheet, area, spoken + 6, false);
}

function main(sheet: Sheet, area: Area, top: number, named: boolean): number {
  const { set, words } = sheet;
  const y = named ? set.bold(NAME, area, top) : top;
  const profile = set.paragraph(words.summary(3), area, set.heading('Profile', area, y));
  return entries(sheet, 'Experience', area, profile + 6, words.number(2, 4));
}

function skills(sheet: Sheet, area: Area, top: number, count: number, title = 'Skills'): number {
  const { set, words } = sheet;
  return set.list(words.skills(count), area, set.heading(title, area, top));
}

function languages({ set, words }: Sheet, area: Area, top: number): number {
  return set.list(words.languages(), area, set.heading('Languages', area, top));
}

function entries(sheet: Sheet, title: string, area: Area, top: number, count: number): number {
  const { set, words } = sheet;
  let y = set.heading(title, area, top);
  for (let index = 0; index < count; index += 1) {
    const entry = words.entry();
    y = set.pair(entry.title, entry.dates, area, y);
    y = set.paragraph(entry.employer, area, y);
    y = set.bullets(entry.bullets, area, y) + 5;
  }
  return y;
}

/** Entries with the dates over the place, both at the right margin. */
function placed({ set, words }: Sheet, area: Area, top: number, count: number): number {
  let y = set.heading('Experience', area, top);
  for (let index = 0; index < count; index += 1) {
    const entry = words.entry();
    y = set.pair(entry.title, entry.dates, area, y);
    y = set.pair(entry.employer, words.place(), area, y);
    y = set.bullets(entry.bullets, area, y) + 5;
  }
  return y;
}

function schools(sheet: Sheet, area: Area, top: number, beside = area.width > 200): number {
  const { set, words } = sheet;
  let y = set.heading('Education', area, top);
  for (let index = 0; index < 2; index += 1) {
    const { degree, school, dates } = words.school();
    y = beside ? set.pair(degree, dates, area, y) : set.bold(degree, area, y);
    y = set.paragraph(beside ? school : `${school}, ${dates}`, area, y) + 5;
  }
  return y;
}

/** Each entry is a row: its dates beside its text. */
function dated({ set, words, page }: Sheet, dates: Area, text: Area, top: number): number {
  let y = set.heading('Experience', page, top);
  for (let index = 0; index < 5; index += 1) {
    const entry = words.entry();
    set.paragraph(entry.dates, dates, y);
    y = set.bold(`${entry.title}, ${entry.employer}`, text, y);
    y = set.bullets(entry.bullets, text, y) + 6;
  }
  return y;
}
