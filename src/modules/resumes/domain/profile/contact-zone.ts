import { type SectionLines } from './sections';
import { type TextLine } from './text-line';

/** Where the person speaks of themselves, and where of others. */
export interface ContactZone {
  /** Lines above the first section and in sections of contact data, in reading order. */
  readonly lines: readonly TextLine[];
  readonly contains: (start: number) => boolean;
  /** Lines about other people: references, and lines that name a supervisor or a referee. */
  readonly isAboutOthers: (start: number) => boolean;
}

const OTHERS =
  /\b(?:references?|referees?|supervis(?:or|ed by)|reporting to|reports to|may (?:we )?contact|may be contacted|contact supervisor|line manager|hiring manager|emergency contact)\b/iu;
const REACHED =
  /@|https?:|www\.|linkedin|github|\+\d{1,3}[\s().-]*\d{2}|(?<!\d)\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/iu;
const OTHER_DATA =
  /\+?\d[\d\s().-]{7,}\d|\b(?:phone|tel|mobile|telefon|email|e-mail|address|born|status)\b\s*:/iu;

/** Whether a text holds an address, a number or a page at which somebody is reached. */
export const isReached = (text: string): boolean => REACHED.test(text);

/** Whether a text is contact data, or else a number or a labelled fact. */
export const isContact = (text: string): boolean => REACHED.test(text) || OTHER_DATA.test(text);

const CONTACTS =
  /\S+@\S+|(?:https?:\/\/|www\.)\S+|(?<!\S)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/\S*|\+?\(?\d[\d\s().-]{6,}\d/giu;

/** "ann@example.org +1 415 555 0142 Oakland, CA": what stands between the others is a piece of its own. */
export function withoutContacts(text: string): string {
  return text.replace(CONTACTS, (contact) => '|'.repeat(contact.length));
}

/** A paragraph of prose in the head is the summary, not contact data. */
const MAX_HEADER_LINES = 40;

export function findContactZone(groups: readonly SectionLines[]): ContactZone {
  const own = groups
    .filter((group) => group.kind === 'header')
    .flatMap((group) => group.lines.slice(0, MAX_HEADER_LINES));
  const foreign = groups.flatMap((group) =>
    group.kind === 'references' ? group.lines : linesAboutOthers(group.lines),
  );
  const inside = (lines: readonly TextLine[], start: number): boolean =>
    lines.some((line) => line.start <= start && start < line.end);
  return {
    lines: own,
    contains: (start) => inside(own, start),
    isAboutOthers: (start) => inside(foreign, start),
  };
}

/** A line that names a referee, and the line after it: "Reference: Ada Byron" / "ada@example.org". */
function linesAboutOthers(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.filter(
    (line, index) => OTHERS.test(line.text) || OTHERS.test(lines[index - 1]?.text ?? ''),
  );
}
