import { type ExtractedDocument } from './document';
import { buildDocument } from './document-builder';
import { type SourceLine } from './source-line';
import { UnreadableDocumentError } from './document.errors';
import { joinRow, ParagraphLines } from './flow-lines';
import { toFlags } from './layout-flags';
import { NO_ODT_LOOK, type OdtLook, OdtStyles, overlayOdt } from './odt-styles';
import { isUnseen } from './text-visibility';
import { child, childElements, parseXml, type XmlElement } from './xml-tree';
import { ZipArchive } from './zip-archive';

const WHITE = '#ffffff';

/** Parts of a text that are not shown in it. */
const NOT_SHOWN = new Set([
  'office:annotation',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:bookmark-ref',
  'office:forms',
  'svg:title',
  'svg:desc',
  'text:note-citation',
]);

/**
 * Reads an OpenDocument text.
 * @throws UnreadableDocumentError
 */
export async function readOdt(bytes: Uint8Array): Promise<ExtractedDocument> {
  const archive = await ZipArchive.open(bytes);
  const manifest = await archive.read('META-INF/manifest.xml');
  if (manifest && Buffer.from(manifest).includes('encryption-data')) {
    const message = 'The document is protected by a password; ask for a copy without one.';
    throw new UnreadableDocumentError('encrypted', message);
  }
  const contentBytes = await archive.read('content.xml');
  if (!contentBytes) {
    throw new UnreadableDocumentError('corrupt', 'The document has no text part.');
  }
  const content = parseXml(contentBytes);
  const stylesBytes = await archive.read('styles.xml');
  const styles = stylesBytes ? parseXml(stylesBytes) : null;
  const walker = new OdtWalker(new OdtStyles([styles, content]));
  const pages = styles ? childElements(child(styles, 'office:master-styles') ?? styles) : [];
  const first = pages.find((one) => one.name === 'style:master-page');
  const marginal = (kind: RegExp): XmlElement[] =>
    first ? childElements(first).filter((one) => kind.test(one.name)) : [];
  const body = child(child(content, 'office:body'), 'office:text') ?? content;
  const top: OdtPlace = { look: NO_ODT_LOOK, ground: WHITE, column: 0 };
  const parts = [...marginal(/^style:header/), body, ...marginal(/^style:footer/)];
  const lines = parts.flatMap((part) => walker.blocks(part, top));
  return buildDocument({
    lines,
    looseLinks: walker.looseLinks,
    pageCount: walker.page,
    method: 'text',
    flags: toFlags({ columns: walker.hasColumns, hidden: walker.hiddenCharacters }),
  });
}

interface OdtPlace {
  readonly look: OdtLook;
  /** Colour behind the text; null in a drawing, where it is not known. */
  readonly ground: string | null;
  readonly column: number;
}

interface InlinePlace extends OdtPlace {
  readonly lines: ParagraphLines;
  readonly url: string | null;
  /** Frames and notes, whose text comes after the paragraph that holds them. */
  readonly attached: XmlElement[];
}

class OdtWalker {
  page = 1;
  hiddenCharacters = 0;
  hasColumns = false;
  /** Addresses behind pictures. */
  readonly looseLinks: string[] = [];

  constructor(private readonly styles: OdtStyles) {}

  blocks(container: XmlElement, place: OdtPlace): SourceLine[] {
    return childElements(container).flatMap((element) => this.block(element, place));
  }

  private block(element: XmlElement, place: OdtPlace): SourceLine[] {
    if (NOT_SHOWN.has(element.name)) return [];
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.paragraph(element, place, '');
      case 'text:list':
        return this.list(element, place, 1, element.attributes['text:style-name']);
      case 'table:table':
        return this.table(element, place);
      case 'text:section': {
        if (element.attributes['text:display'] === 'none') return [];
        this.hasColumns ||= this.styles.columns(element.attributes['text:style-name']) > 1;
        return this.blocks(element, place);
      }
      case 'draw:text-box':
      case 'draw:custom-shape':
        return this.blocks(element, { ...place, ground: null });
      default:
        return this.blocks(element, place);
    }
  }

  private paragraph(element: XmlElement, place: OdtPlace, marker: string): SourceLine[] {
    const own = this.styles.look(element.attributes['text:style-name']);
    const look = overlayOdt(place.look, own);
    const lines = new ParagraphLines(this.page, element.name === 'text:h', place.column);
    if (marker !== '') lines.append(`${marker} `, { bold: null, size: null }, null);
    const attached: XmlElement[] = [];
    this.inline(element, { ...place, look, lines, url: null, attached });
    const written = lines.end().filter((line) => line.text.trim() !== marker);
    return [...written, ...attached.flatMap((one) => this.block(one, place))];
  }

  private inline(container: XmlElement, place: InlinePlace): void {
    for (const node of container.children) {
      // Spaces and line ends between the tags of a file count as one space.
      if (typeof node === 'string') this.text(node.replace(/\s+/gu, ' '), place);
      else this.inlineElement(node, place);
    }
  }

  private inlineElement(element: XmlElement, place: InlinePlace): void {
    if (NOT_SHOWN.has(element.name)) return;
    switch (element.name) {
      case 'text:s':
        this.text(' '.repeat(Math.min(Number(element.attributes['text:c'] ?? 1), 100)), place);
        break;
      case 'text:tab':
        this.text('\t', place);
        break;
      case 'text:line-break':
        place.lines.breakLine();
        break;
      case 'text:soft-page-break':
        this.page += 1;
        place.lines.startPage(this.page);
        break;
      case 'text:a':
        this.inline(element, { ...place, url: element.attributes['xlink:href'] ?? place.url });
        break;
      case 'text:span': {
        const look = this.styles.look(element.attributes['text:style-name']);
        this.inline(element, { ...place, look: overlayOdt(place.look, look) });
        break;
      }
      case 'text:hidden-text':
        this.hiddenCharacters += (element.attributes['text:string-value'] ?? '').length;
        break;
      case 'draw:a': {
        const url = element.attributes['xlink:href'];
        if (url !== undefined) this.looseLinks.push(url);
        this.inline(element, place);
        break;
      }
      case 'draw:frame':
      case 'draw:custom-shape':
      case 'draw:g':
      case 'text:note':
        place.attached.push(element);
        break;
      default:
        this.inline(element, place);
    }
  }

  private text(text: string, place: InlinePlace): void {
    const { look } = place;
    const ground = look.ground ?? place.ground;
    if (look.hidden === true || isUnseen({ size: look.size, colour: look.colour, ground })) {
      this.hiddenCharacters += text.replace(/\s/gu, '').length;
      return;
    }
    place.lines.append(text, look, place.url);
  }

  private list(
    list: XmlElement,
    place: OdtPlace,
    level: number,
    style: string | undefined,
  ): SourceLine[] {
    const numbered = this.styles.isNumbered(style, level);
    return childElements(list).flatMap((item, index) => {
      const marker = numbered ? `${index + 1}.` : '•';
      return childElements(item).flatMap((element, position) => {
        if (element.name === 'text:list') return this.list(element, place, level + 1, style);
        if (element.name !== 'text:p') return this.block(element, place);
        return this.paragraph(element, place, position === 0 ? marker : '');
      });
    });
  }

  private table(table: XmlElement, place: OdtPlace): SourceLine[] {
    return rowsOf(table).flatMap((row) => {
      const cells = childElements(row)
        .filter((one) => one.name === 'table:table-cell')
        .map((cell, index) => {
          const look = this.styles.look(cell.attributes['table:style-name']);
          const ground = look.ground ?? place.ground;
          return this.blocks(cell, { ...place, ground, column: place.column + index });
        });
      const joined = joinRow(cells, place.column);
      this.hasColumns ||= joined.columns;
      return joined.lines;
    });
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return childElements(table).flatMap((one) => {
    if (one.name === 'table:table-row') return [one];
    return /^table:table-(?:header-)?rows$|^table:table-row-group$/.test(one.name)
      ? rowsOf(one)
      : [];
  });
}
