import { type ExtractedDocument } from './document';
import { buildDocument } from './document-builder';
import { type SourceLine } from './source-line';
import { UnreadableDocumentError } from './document.errors';
import { FormatFinder, type FormattedRange, PROPERTY, readFormats } from './doc-format';
import { joinRow, ParagraphLines } from './flow-lines';
import { toFlags } from './layout-flags';
import { OleContainer } from './ole-container';
import { decodeAs } from './text-encoding';
import { isUnseen } from './text-visibility';

/** https://learn.microsoft.com/openspecs/office_file_formats/ms-doc, the file information block. */
const WORD_97 = 0xa5ec;
const WORD_6 = 0xa5dc;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const WHITE = '#ffffff';
/** Entry 8 of the fixed palette is white; the others only matter by not being white. */
const WHITE_INDEX = 8;

interface Character {
  readonly text: string;
  /** Place in the text stream, by which formatting is looked up. */
  readonly position: number;
}

/**
 * Reads the binary Word format of 1997 to 2003, and the plain text of its predecessors.
 * @throws UnreadableDocumentError
 */
export function readDoc(bytes: Uint8Array): ExtractedDocument {
  const container = new OleContainer(Buffer.from(bytes));
  const stream = container.stream('WordDocument');
  if (!stream || stream.length < 0x60) throw damaged();
  const flags = stream.readUInt16LE(0x0a);
  if ((flags & ENCRYPTED) !== 0 || container.has('EncryptionInfo')) {
    const message = 'The document is protected by a password; ask for a copy without one.';
    throw new UnreadableDocumentError('encrypted', message);
  }
  const identity = stream.readUInt16LE(0);
  if (identity === WORD_6) return readWord6(stream);
  if (identity !== WORD_97 || stream.length < 0x1aa) throw damaged();
  const table = container.stream((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table');
  if (!table) throw damaged();
  return readWord97(stream, table);
}

/** Text of the old versions stands in one piece of one-byte characters, unless it was saved fast. */
function readWord6(stream: Buffer): ExtractedDocument {
  const start = stream.readUInt32LE(0x18);
  const length = stream.readUInt32LE(0x34);
  const text = decodeAs('windows-1252', stream.subarray(start, start + length));
  const characters = Array.from(text, (one) => ({ text: one, position: -1 }));
  return new StoryReader(new FormatFinder([]), new FormatFinder([])).document([characters]);
}

function readWord97(stream: Buffer, table: Buffer): ExtractedDocument {
  const part = (at: number): Buffer => {
    const start = stream.readUInt32LE(at);
    return table.subarray(start, start + stream.readUInt32LE(at + 4));
  };
  const characters = readPieces(stream, part(0x1a2));
  const reader = new StoryReader(
    new FormatFinder(readFormats(stream, part(0xfa), 'character')),
    new FormatFinder(readFormats(stream, part(0x102), 'paragraph')),
  );
  // Lengths of the stories in the order in which they follow each other.
  const [body, notes, headers, , , endNotes, boxes, headerBoxes] = splitStories(
    characters,
    [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64, 0x68].map((at) => stream.readUInt32LE(at)),
  );
  const stories = [headers, headerBoxes, boxes, body, notes, endNotes];
  return reader.document(stories.map((story) => story ?? []));
}

function splitStories(
  characters: readonly Character[],
  lengths: readonly number[],
): (readonly Character[])[] {
  let start = 0;
  return lengths.map((length) => {
    start += length;
    return characters.slice(start - length, start);
  });
}

/** The text lies in pieces anywhere in the stream, of one or two bytes a character. */
function readPieces(stream: Buffer, pieceTable: Buffer): Character[] {
  let at = 0;
  // Formatting exceptions come before the pieces.
  while (pieceTable[at] === 1) at += 3 + pieceTable.readUInt16LE(at + 1);
  if (pieceTable[at] !== 2) throw damaged();
  const plc = pieceTable.subarray(at + 5, at + 5 + pieceTable.readUInt32LE(at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  const characters: Character[] = [];
  for (let index = 0; index < count; index += 1) {
    const length = plc.readUInt32LE((index + 1) * 4) - plc.readUInt32LE(index * 4);
    const place = plc.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    const isNarrow = (place & 0x40000000) !== 0;
    const start = isNarrow ? (place & 0x3fffffff) >> 1 : place;
    const width = isNarrow ? 1 : 2;
    if (length < 0 || start + length * width > stream.length) continue;
    const bytes = stream.subarray(start, start + length * width);
    const text = isNarrow ? decodeAs('windows-1252', bytes) : bytes.toString('utf16le');
    for (let offset = 0; offset < text.length; offset += 1) {
      characters.push({ text: text.charAt(offset), position: start + offset * width });
    }
  }
  return characters;
}

class StoryReader {
  private hidden = 0;
  private page = 1;
  private columns = false;

  constructor(
    private readonly characterFormats: FormatFinder,
    private readonly paragraphFormats: FormatFinder,
  ) {}

  document(stories: readonly (readonly Character[])[]): ExtractedDocument {
    const lines = stories.flatMap((story) => this.story(story));
    return buildDocument({
      lines,
      looseLinks: [],
      pageCount: this.page,
      method: 'text',
      flags: toFlags({ columns: this.columns, hidden: this.hidden }),
    });
  }

  private story(characters: readonly Character[]): SourceLine[] {
    const result: SourceLine[] = [];
    let row: SourceLine[][] = [];
    let cell: SourceLine[] = [];
    let paragraph: Character[] = [];
    for (const character of characters) {
      if (character.text !== '\r' && character.text !== '\u0007') {
        paragraph.push(character);
        continue;
      }
      const format = this.paragraphFormats.at(character.position);
      const lines = this.paragraph(paragraph, format);
      paragraph = [];
      const isMark = character.text === '\u0007';
      if (isMark && (format?.properties.get(PROPERTY.rowEnd) ?? 0) === 1) {
        const joined = joinRow(row, 0);
        this.columns ||= joined.columns;
        result.push(...joined.lines);
        row = [];
      } else if (isMark) {
        row.push([...cell, ...lines]);
        cell = [];
      } else if ((format?.properties.get(PROPERTY.inTable) ?? 0) === 1) cell.push(...lines);
      else result.push(...row.splice(0).flat(), ...cell.splice(0), ...lines);
    }
    return [...result, ...row.flat(), ...cell, ...this.paragraph(paragraph, null)];
  }

  private paragraph(characters: readonly Character[], format: FormattedRange | null): SourceLine[] {
    const style = format?.style ?? 0;
    const lines = new ParagraphLines(this.page, style >= 1 && style <= 9, 0);
    const fields: { url: string | null; code: string | null }[] = [];
    const isList = (format?.properties.get(PROPERTY.listIndex) ?? 0) !== 0;
    let marked = false;
    for (const character of characters) {
      if (this.field(character, fields)) continue;
      if (character.text === '\f') {
        this.page += 1;
        lines.startPage(this.page);
      } else if (character.text === '\v') lines.breakLine();
      else {
        const text = visibleText(character.text);
        if (isList && !marked && text.trim() !== '') {
          lines.append('• ', { bold: null, size: null }, null);
          marked = true;
        }
        this.append(text, character.position, lines, fields.at(-1)?.url ?? null);
      }
    }
    return lines.end();
  }

  /** Fields are written as begin, code, separator, shown result, end; only the result is text. */
  private field(
    character: Character,
    fields: { url: string | null; code: string | null }[],
  ): boolean {
    const field = fields.at(-1);
    switch (character.text) {
      case '\u0013':
        fields.push({ url: field?.url ?? null, code: '' });
        return true;
      case '\u0014':
        if (field) {
          field.url = /HYPERLINK\s+"([^"]+)"/i.exec(field.code ?? '')?.[1] ?? field.url;
          field.code = null;
        }
        return true;
      case '\u0015':
        fields.pop();
        return true;
      default:
        if (typeof field?.code !== 'string') return false;
        field.code += character.text;
        return true;
    }
  }

  private append(text: string, position: number, lines: ParagraphLines, url: string | null): void {
    if (text === '') return;
    const properties = this.characterFormats.at(position)?.properties;
    const halfPoints = properties?.get(PROPERTY.halfPoints) ?? 0;
    const size = halfPoints > 0 ? halfPoints / 2 : null;
    if (properties && isOn(properties.get(PROPERTY.deleted))) return;
    if (
      properties &&
      (isOn(properties.get(PROPERTY.hidden)) ||
        isUnseen({ size, colour: colourOf(properties), ground: WHITE }))
    ) {
      if (text.trim() !== '') this.hidden += 1;
      return;
    }
    lines.append(text, { bold: isOn(properties?.get(PROPERTY.bold)), size }, url);
  }
}

/** 0x80 and 0x81 mean "as the style" and "not as the style", and styles rarely hide anything. */
function isOn(value: number | undefined): boolean {
  return value === 1 || value === 0x81;
}

function colourOf(properties: ReadonlyMap<number, number>): string | null {
  const colour = properties.get(PROPERTY.colour);
  // The top byte says that the colour is automatic.
  if (colour !== undefined && colour >>> 24 === 0) {
    const [red, green, blue] = [colour & 0xff, (colour >> 8) & 0xff, (colour >> 16) & 0xff];
    return `#${[red, green, blue].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
  }
  return properties.get(PROPERTY.colourIndex) === WHITE_INDEX ? WHITE : null;
}

function visibleText(character: string): string {
  switch (character) {
    case '\u001e':
      return '-';
    case '\t':
      return '\t';
    default:
      // Anchors of pictures and drawings, soft hyphens and symbol fonts' private characters.
      return /[\p{Cc}\u00ad\ue000-\uf8ff]/u.test(character) ? '' : character;
  }
}

function damaged(): UnreadableDocumentError {
  return new UnreadableDocumentError('corrupt', 'The document is damaged and cannot be opened.');
}
