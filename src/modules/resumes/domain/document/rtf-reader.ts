import { type ExtractedDocument } from './document';
import { buildDocument } from './document-builder';
import { type SourceLine } from './source-line';
import { joinRow, ParagraphLines } from './flow-lines';
import { toFlags } from './layout-flags';
import { codePageOf, readRtfTokens, type RtfToken } from './rtf-tokens';
import { decodeAs } from './text-encoding';
import { isUnseen } from './text-visibility';

const WHITE = '#ffffff';
/** Groups deeper than this come from no word processor. */
const MAX_GROUPS = 2000;

/** Groups whose text is data about the document rather than its text. */
const NOT_SHOWN = new Set(
  (
    'stylesheet info pict object objdata themedata colorschememapping latentstyles datastore rsidtbl ' +
    'listtable listoverridetable revtbl generator xmlnstbl mmathPr wgrffmtfilter filetbl ' +
    'bkmkstart bkmkend fldinst datafield annotation atnid atnauthor nonshppict private ' +
    'pnseclvl do sn sv blipuid comment ftnsep ftnsepc userprops operator'
  ).split(' '),
);

/** Characters that have a control word of their own. */
const SIGNS: Readonly<Record<string, string>> = {
  bullet: '•',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  tab: '\t',
  '~': '\u00a0',
  _: '-',
};

interface Group {
  destination: 'text' | 'fonts' | 'colours' | 'instruction' | 'nothing';
  bold: boolean;
  hidden: boolean;
  halfPoints: number;
  colour: number;
  ground: number;
  font: number;
  /** Characters that stand in for a Unicode character in old readers. */
  fallbackLength: number;
  url: string | null;
}

/** Reads rich text format. Broken files give what can be read of them. */
export function readRtf(bytes: Uint8Array): ExtractedDocument {
  const reader = new RtfReader();
  for (const token of readRtfTokens(bytes)) reader.take(token);
  return reader.end();
}

class RtfReader {
  private readonly groups: Group[] = [];
  private group: Group = {
    destination: 'text',
    bold: false,
    hidden: false,
    halfPoints: 24,
    colour: 0,
    ground: 0,
    font: 0,
    fallbackLength: 1,
    url: null,
  };
  private codePage = 'windows-1252';
  private readonly fontPages = new Map<number, string>();
  private readonly colours: (string | null)[] = [];
  private channels: Record<string, number> = {};
  private instruction = '';
  private skip = 0;
  private optional = false;
  private hidden = 0;
  private page = 1;
  private columns = false;
  private readonly lines: SourceLine[] = [];
  private row: SourceLine[][] = [];
  private cell: SourceLine[] = [];
  private paragraph = new ParagraphLines(1, false, 0);
  private inTable = false;
  private isHeading = false;
  /** Cells of the row may be coloured, so that the ground of their text is not known. */
  private shadedRow = false;

  take(token: RtfToken): void {
    if (token.kind === 'open') this.open();
    else if (token.kind === 'close') this.close();
    else if (token.kind === 'word') this.word(token.word, token.value);
    else this.characters(token.bytes);
  }

  end(): ExtractedDocument {
    this.endParagraph();
    this.lines.push(...this.row.flat(), ...this.cell);
    return buildDocument({
      lines: this.lines,
      looseLinks: [],
      pageCount: this.page,
      method: 'text',
      flags: toFlags({ columns: this.columns, hidden: this.hidden }),
    });
  }

  private open(): void {
    if (this.groups.length < MAX_GROUPS) this.groups.push({ ...this.group });
    this.optional = false;
  }

  private close(): void {
    const closed = this.group;
    const outer = this.groups.pop();
    if (!outer) return;
    this.group = outer;
    this.skip = 0;
    if (closed.destination === 'instruction' && outer.destination !== 'instruction') {
      // The address counts for the result, the next group of the same field.
      outer.url = /HYPERLINK\s+"([^"]+)"/i.exec(this.instruction)?.[1] ?? outer.url;
      this.instruction = '';
    }
  }

  private word(word: string, value: number | null): void {
    if (word === '*') {
      this.optional = true;
      return;
    }
    const isOptional = this.optional;
    this.optional = false;
    if (this.destination(word, isOptional)) return;
    const { group } = this;
    if (group.destination === 'fonts' || group.destination === 'colours') {
      this.tableWord(word, value);
      return;
    }
    if (word === 'u' && value !== null) {
      this.text(String.fromCharCode(value < 0 ? value + 65_536 : value));
      this.skip = group.fallbackLength;
      return;
    }
    const sign = SIGNS[word];
    if (sign !== undefined) this.text(sign);
    else if (!this.look(word, value)) this.layout(word);
  }

  /** True when the word begins a group that is not text; unknown optional groups are skipped. */
  private destination(word: string, isOptional: boolean): boolean {
    const { group } = this;
    if (group.destination === 'nothing') return true;
    if (word === 'fonttbl') group.destination = 'fonts';
    else if (word === 'colortbl') group.destination = 'colours';
    else if (word === 'fldinst') group.destination = 'instruction';
    // Shapes are optional groups with the text of their boxes inside.
    else if (NOT_SHOWN.has(word) || (isOptional && !/^(?:shpinst|shptxt|footnote)$/.test(word))) {
      group.destination = 'nothing';
    } else return false;
    return true;
  }

  private tableWord(word: string, value: number | null): void {
    if (word === 'f') this.group.font = value ?? 0;
    else if (word === 'fcharset') {
      this.fontPages.set(this.group.font, codePageOf('charset', value ?? 0) ?? this.codePage);
    } else if (word === 'red' || word === 'green' || word === 'blue') {
      this.channels[word] = value ?? 0;
    }
  }

  private look(word: string, value: number | null): boolean {
    const { group } = this;
    switch (word) {
      case 'b':
        group.bold = value !== 0;
        break;
      case 'v':
        group.hidden = value !== 0;
        break;
      case 'fs':
        group.halfPoints = value ?? 24;
        break;
      case 'cf':
        group.colour = value ?? 0;
        break;
      case 'cb':
      case 'chcbpat':
      case 'highlight':
      case 'cbpat':
        group.ground = value ?? 0;
        break;
      case 'f':
        group.font = value ?? 0;
        break;
      case 'uc':
        group.fallbackLength = Math.min(value ?? 1, 10);
        break;
      case 'ansicpg':
        this.codePage = codePageOf('page', value ?? 1252) ?? this.codePage;
        break;
      case 'plain':
        Object.assign(group, { bold: false, hidden: false, halfPoints: 24, colour: 0, ground: 0 });
        break;
      default:
        return false;
    }
    return true;
  }

  private layout(word: string): void {
    switch (word) {
      case 'par':
        this.endParagraph();
        break;
      case 'pard':
        this.inTable = false;
        this.isHeading = false;
        break;
      case 'outlinelevel':
        this.isHeading = true;
        this.paragraph = this.isEmpty() ? this.newParagraph() : this.paragraph;
        break;
      case 'intbl':
        this.inTable = true;
        break;
      case 'trowd':
        this.shadedRow = false;
        break;
      case 'clcbpat':
      case 'clcbpatraw':
        this.shadedRow = true;
        break;
      case 'line':
        this.paragraph.breakLine();
        break;
      case 'cell':
      case 'nestcell':
        this.endParagraph();
        this.row.push(this.cell);
        this.cell = [];
        break;
      case 'row':
      case 'nestrow':
        this.endRow();
        break;
      case 'page':
      case 'pagebb':
        this.page += 1;
        this.paragraph.startPage(this.page);
        break;
      case 'column':
        this.columns = true;
        break;
      case 'shptxt':
      case 'header':
      case 'headerf':
      case 'footer':
      case 'footnote':
        this.endParagraph();
        break;
      default:
    }
  }

  private isEmpty(): boolean {
    return this.paragraph.isEmpty;
  }

  private newParagraph(): ParagraphLines {
    return new ParagraphLines(this.page, this.isHeading, 0);
  }

  private endParagraph(): void {
    const lines = this.paragraph.end();
    if (this.inTable) this.cell.push(...lines);
    else this.lines.push(...lines);
    this.paragraph = this.newParagraph();
  }

  private endRow(): void {
    this.endParagraph();
    if (this.cell.length > 0) this.row.push(this.cell);
    const joined = joinRow(this.row, 0);
    this.columns ||= joined.columns;
    this.lines.push(...joined.lines);
    this.row = [];
    this.cell = [];
    this.inTable = false;
  }

  private characters(bytes: Uint8Array): void {
    let from = 0;
    if (this.skip > 0) {
      from = Math.min(this.skip, bytes.length);
      this.skip -= from;
    }
    const rest = bytes.subarray(from);
    if (rest.length === 0) return;
    if (this.group.destination === 'colours') this.colourEnds(rest);
    else if (this.group.destination === 'instruction') {
      this.instruction += Buffer.from(rest).toString('latin1');
    } else if (this.group.destination === 'text') {
      const page = this.fontPages.get(this.group.font) ?? this.codePage;
      this.text(decodeAs(page, rest));
    }
  }

  /** Each entry of the colour table ends with a semicolon; an empty one is the automatic colour. */
  private colourEnds(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte !== 0x3b) continue;
      const { red, green, blue } = this.channels;
      const parts = [red, green, blue].flatMap((one) => one ?? []);
      this.colours.push(
        parts.length === 3
          ? `#${parts.map((one) => (one & 0xff).toString(16).padStart(2, '0')).join('')}`
          : null,
      );
      this.channels = {};
    }
  }

  private groundOf(group: Group): string | null {
    if (group.ground > 0) return this.colours[group.ground] ?? null;
    return this.inTable && this.shadedRow ? null : WHITE;
  }

  private text(text: string): void {
    const { group } = this;
    if (group.destination === 'instruction') this.instruction += text;
    if (group.destination !== 'text') return;
    const size = group.halfPoints / 2;
    const colour = this.colours[group.colour] ?? null;
    const ground = this.groundOf(group);
    if (group.hidden || isUnseen({ size, colour, ground })) {
      this.hidden += text.replace(/\s/gu, '').length;
      return;
    }
    this.paragraph.append(text, { bold: group.bold, size }, group.url);
  }
}
