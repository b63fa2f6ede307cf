import { type SourceLine } from './source-line';
import { chooseAlternative, findTextBoxes, orderBoxes } from './docx-boxes';
import { joinRow, ParagraphLines } from './flow-lines';
import { type DocxNumbering } from './docx-numbering';
import { type DocxPart, valueOf } from './docx-package';
import { type DocxStyles, overlay, readGround, readLook, type TextLook } from './docx-styles';
import { isUnseen } from './text-visibility';
import { child, childElements, findAll, textOf, type XmlElement } from './xml-tree';

/** What surrounds a piece of text. */
interface Place {
  readonly part: DocxPart;
  readonly column: number;
  /** Colour behind the text; null where a picture, shape or table style decides it. */
  readonly ground: string | null;
}

interface RunPlace extends Place {
  readonly lines: ParagraphLines;
  readonly look: TextLook;
  readonly url: string | null;
  /** Text boxes anchored in the paragraph, collected for after it. */
  readonly boxes: XmlElement[];
}

interface WalkerOptions {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  /** Text of diagrams by the relation that a drawing names. */
  readonly diagrams: ReadonlyMap<string, XmlElement>;
  /** Breaks written by the program that laid the pages out; then the author's breaks are among them. */
  readonly hasRenderedBreaks: boolean;
}

const TRANSPARENT_INLINE = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
]);

/** Walks the XML of a DOCX part in reading order and keeps what a person can see. */
export class DocxWalker {
  page = 1;
  hiddenCharacters = 0;
  hasColumns = false;
  /** Addresses behind pictures. */
  readonly looseLinks: string[] = [];
  private fieldUrls: (string | null)[] = [];
  private fieldCode: string | null = null;

  constructor(private readonly options: WalkerOptions) {}

  blocks(container: XmlElement, place: Place): SourceLine[] {
    return childElements(container).flatMap((element) => {
      switch (element.name) {
        case 'w:p':
          return this.paragraph(element, place);
        case 'w:tbl':
          return this.table(element, place);
        case 'mc:AlternateContent':
          return this.blocks(chooseAlternative(element), place);
        case 'w:sdt':
        case 'w:sdtContent':
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag':
          return this.blocks(element, place);
        default:
          return [];
      }
    });
  }

  private paragraph(paragraph: XmlElement, place: Place): SourceLine[] {
    const properties = child(paragraph, 'w:pPr');
    const style = this.options.styles.paragraph(valueOf(properties, 'w:pStyle'));
    const outline = valueOf(properties, 'w:outlineLvl');
    const heading = style.heading || (outline !== null && outline !== '9');
    const lines = new ParagraphLines(this.page, heading, place.column);
    const ground = readGround(properties) ?? style.look.ground ?? place.ground;
    const marker = this.marker(properties, style.numberId, style.numberLevel);
    const boxes: XmlElement[] = [];
    const run: RunPlace = { ...place, ground, lines, look: style.look, url: null, boxes };
    this.inline(paragraph, run);
    const own = lines.end();
    const [first] = own;
    if (first && marker !== '') own[0] = withMarker(first, marker);
    return [...this.boxLines(boxes, place), ...own];
  }

  private marker(properties: XmlElement | null, styleId: string | null, level: number): string {
    const direct = child(properties, 'w:numPr');
    const id = valueOf(direct, 'w:numId') ?? styleId;
    // Number 0 switches off the list that a style would give.
    if (id === null || id === '0') return '';
    return this.options.numbering.next(id, Number(valueOf(direct, 'w:ilvl') ?? level));
  }

  private boxLines(drawings: readonly XmlElement[], place: Place): SourceLine[] {
    const boxes = drawings.flatMap((drawing) => findTextBoxes(drawing));
    const read = boxes.map((box) => ({
      box,
      lines: this.blocks(box.content, { ...place, ground: box.fill }),
    }));
    return orderBoxes(read).flatMap((one) => one.lines);
  }

  private inline(container: XmlElement, place: RunPlace): void {
    for (const element of childElements(container)) {
      if (element.name === 'w:r') this.run(element, place);
      else if (element.name === 'w:hyperlink') {
        this.inline(element, { ...place, url: this.hyperlink(element, place) });
      } else if (element.name === 'w:fldSimple') {
        const url = fieldUrl(element.attributes['w:instr'] ?? '');
        this.inline(element, { ...place, url: url ?? place.url });
      } else if (element.name === 'w:sdt') this.inline(element, place);
      else if (element.name === 'mc:AlternateContent') {
        this.inline(chooseAlternative(element), place);
      } else if (element.name.startsWith('m:oMath')) {
        place.lines.append(textOf(element), place.look, place.url);
      } else if (TRANSPARENT_INLINE.has(element.name)) this.inline(element, place);
    }
  }

  private hyperlink(element: XmlElement, place: RunPlace): string | null {
    const relation = place.part.relations.get(element.attributes['r:id'] ?? '');
    return relation?.external === true ? relation.target : place.url;
  }

  private run(run: XmlElement, place: RunPlace): void {
    const properties = child(run, 'w:rPr');
    const character = this.options.styles.character(valueOf(properties, 'w:rStyle'));
    const look = overlay(overlay(place.look, character), readLook(properties));
    this.runContent(run, { ...place, look });
  }

  private runContent(run: XmlElement, place: RunPlace): void {
    for (const element of childElements(run)) {
      switch (element.name) {
        case 'w:t':
          this.text(textOf(element), place);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.text('\t', place);
          break;
        case 'w:br':
        case 'w:cr':
          this.lineBreak(element.attributes['w:type'], place);
          break;
        case 'w:noBreakHyphen':
          this.text('-', place);
          break;
        case 'w:sym':
          this.text(symbolText(element), place);
          break;
        case 'w:lastRenderedPageBreak':
          this.nextPage(place);
          break;
        case 'w:fldChar':
          this.field(element.attributes['w:fldCharType']);
          break;
        case 'w:instrText':
          if (this.fieldCode !== null) this.fieldCode += textOf(element);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.drawing(element, place);
          break;
        case 'w:ruby':
          // The small signs above are how the base is spoken, not more text.
          this.inline(child(element, 'w:rubyBase') ?? element, place);
          break;
        case 'mc:AlternateContent':
          this.runContent(chooseAlternative(element), place);
          break;
        default:
      }
    }
  }

  private text(text: string, place: RunPlace): void {
    // The code of a field, such as the address of a link, is not shown.
    if (this.fieldCode !== null) return;
    const { look } = place;
    const ground = look.ground ?? place.ground;
    if (look.hidden === true || isUnseen({ size: look.size, colour: look.colour, ground })) {
      this.hiddenCharacters += text.replace(/\s/gu, '').length;
      return;
    }
    place.lines.append(text, look, this.fieldUrls.at(-1) ?? place.url);
  }

  private lineBreak(type: string | undefined, place: RunPlace): void {
    if (type === 'page' && !this.options.hasRenderedBreaks) this.nextPage(place);
    else if (type === 'column') this.hasColumns = true;
    place.lines.breakLine();
  }

  private nextPage(place: RunPlace): void {
    this.page += 1;
    place.lines.startPage(this.page);
  }

  private field(type: string | undefined): void {
    if (type === 'begin') {
      this.fieldCode = '';
      this.fieldUrls.push(this.fieldUrls.at(-1) ?? null);
    } else if (type === 'separate') {
      const url = fieldUrl(this.fieldCode ?? '');
      if (url !== null && this.fieldUrls.length > 0)
        this.fieldUrls[this.fieldUrls.length - 1] = url;
      this.fieldCode = null;
    } else if (type === 'end') {
      this.fieldCode = null;
      this.fieldUrls.pop();
    }
  }

  private drawing(element: XmlElement, place: RunPlace): void {
    place.boxes.push(element);
    for (const link of findAll(element, 'a:hlinkClick')) {
      const url = place.part.relations.get(link.attributes['r:id'] ?? '');
      if (url?.external === true) this.looseLinks.push(url.target);
    }
    const diagram = this.options.diagrams.get(diagramId(element) ?? '');
    if (!diagram) return;
    for (const text of diagramTexts(diagram)) {
      place.lines.breakLine();
      this.text(text, { ...place, ground: null });
    }
  }

  private table(table: XmlElement, place: Place): SourceLine[] {
    const properties = child(table, 'w:tblPr');
    const style = valueOf(properties, 'w:tblStyle');
    const plain = style === null || /^table(grid|normal)$/i.test(style);
    const ground = readGround(properties) ?? (plain ? place.ground : null);
    return rowsOf(table).flatMap((row) => {
      const cells = cellsOf(row).map((cell, index) => {
        const own = readGround(child(cell, 'w:tcPr')) ?? ground;
        return this.blocks(cell, { ...place, ground: own, column: place.column + index });
      });
      const layout = joinRow(cells, place.column);
      this.hasColumns ||= layout.columns;
      return layout.lines;
    });
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return descend(table, 'w:tr');
}

function cellsOf(row: XmlElement): XmlElement[] {
  return descend(row, 'w:tc');
}

/** Children of a name, through the wrappers of content controls and tracked changes. */
function descend(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((one) => {
    if (one.name === name) return [one];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(one.name)
      ? descend(one, name)
      : [];
  });
}

function withMarker(line: SourceLine, marker: string): SourceLine {
  const shift = marker.length + 1;
  const links = (line.links ?? []).map((link) => ({
    ...link,
    start: link.start + shift,
    end: link.end + shift,
  }));
  return { ...line, text: `${marker} ${line.text}`, links };
}

/** `HYPERLINK "https://…"`; links to a place in the document itself start with a switch. */
function fieldUrl(code: string): string | null {
  return /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] ?? null;
}

/** Symbol fonts put their signs in the private area; nearly all of them in resumes are bullets. */
function symbolText(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  if (!Number.isFinite(code)) return '';
  if (code >= 0xe000 && code <= 0xf8ff) return code === 0xf0b7 || code === 0xf0a7 ? '•' : ' ';
  return String.fromCharCode(code);
}

function diagramId(element: XmlElement): string | null {
  if (element.name === 'dgm:relIds') return element.attributes['r:dm'] ?? null;
  for (const one of childElements(element)) {
    const id = diagramId(one);
    if (id !== null) return id;
  }
  return null;
}

function diagramTexts(element: XmlElement): string[] {
  if (element.name === 'a:p') return [textOf(element)];
  return childElements(element).flatMap((one) => diagramTexts(one));
}
