import { type DefaultTreeAdapterTypes, type ParserOptions } from 'parse5';
import { type ExtractedDocument } from './document';
import { buildDocument } from './document-builder';
import { type SourceLine } from './source-line';
import { UnreadableDocumentError } from './document.errors';
import { joinRow, ParagraphLines } from './flow-lines';
import { HtmlStyles, type HtmlLook, NO_HTML_LOOK, overlayHtml } from './html-styles';
import { toFlags } from './layout-flags';
import { decodeAs, decodeText } from './text-encoding';
import { isUnseen } from './text-visibility';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Deeper nesting than any page has; walking it would overflow the stack. */
const MAX_DEPTH = 400;
const WHITE = '#ffffff';

const NOT_SHOWN = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'select',
  'datalist',
  'textarea',
]);

const BLOCKS = new Set(
  (
    'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table ul'
  ).split(' '),
);

/**
 * Reads a web page or a mail in HTML. Nothing is fetched or run.
 * @throws UnreadableDocumentError
 */
export async function readHtml(bytes: Uint8Array): Promise<ExtractedDocument> {
  const { parse } = await import('parse5');
  const options: ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = {
    scriptingEnabled: false,
  };
  const page = parse(decodeHtml(bytes), options);
  const walker = new HtmlWalker(new HtmlStyles(styleSheets(page)));
  return buildDocument({
    lines: walker.read(page),
    looseLinks: walker.looseLinks,
    pageCount: 1,
    method: 'text',
    flags: toFlags({ columns: walker.hasColumns, hidden: walker.hiddenCharacters }),
  });
}

function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const hasMark = (bytes[0] ?? 0) >= 0xef;
  if (named !== undefined && !/^utf/i.test(named) && !hasMark) {
    try {
      return decodeAs(named, bytes);
    } catch {
      // The name is not that of an encoding: then the bytes themselves tell.
    }
  }
  const text = decodeText(bytes);
  if (text !== null) return text;
  throw new UnreadableDocumentError('corrupt', 'The page is not text in a known encoding.');
}

/** The style sheets in the head and at the top of the body, where they stand. */
function styleSheets(node: Node): string {
  if (!('childNodes' in node)) return '';
  return node.childNodes
    .map((one) => {
      if (!('tagName' in one)) return '';
      if (['html', 'head', 'body'].includes(one.tagName)) return styleSheets(one);
      if (one.tagName !== 'style') return '';
      return one.childNodes.map((text) => ('value' in text ? text.value : '')).join('\n');
    })
    .join('\n');
}

interface Place {
  readonly look: HtmlLook;
  readonly ground: string | null;
  readonly url: string | null;
  readonly heading: boolean;
  readonly preformatted: boolean;
  readonly column: number;
  readonly depth: number;
}

class HtmlWalker {
  hiddenCharacters = 0;
  hasColumns = false;
  readonly looseLinks: string[] = [];
  private lines: SourceLine[] = [];
  private current: ParagraphLines | null = null;
  /** The bullet goes before the first text of its item, which may be a paragraph of its own. */
  private bulletPending = false;

  constructor(private readonly styles: HtmlStyles) {}

  read(page: Node): SourceLine[] {
    const top: Place = {
      look: NO_HTML_LOOK,
      ground: WHITE,
      url: null,
      heading: false,
      preformatted: false,
      column: 0,
      depth: 0,
    };
    return this.collect(() => {
      this.children(page, top);
    });
  }

  /** The lines that `walk` writes, apart from those before and after. */
  private collect(walk: () => void): SourceLine[] {
    this.endBlock();
    const outer = this.lines;
    this.lines = [];
    walk();
    this.endBlock();
    const collected = this.lines;
    this.lines = outer;
    return collected;
  }

  private endBlock(): void {
    if (this.current) this.lines.push(...this.current.end());
    this.current = null;
  }

  private children(node: Node, place: Place): void {
    if (!('childNodes' in node)) return;
    if (place.depth > MAX_DEPTH) {
      throw new UnreadableDocumentError('too_large', 'The page is nested too deeply.');
    }
    for (const one of node.childNodes) {
      if ('tagName' in one) this.element(one, { ...place, depth: place.depth + 1 });
      else if (one.nodeName === '#text' && 'value' in one) this.text(one.value, place);
    }
  }

  private element(element: Element, place: Place): void {
    const name = element.tagName;
    if (NOT_SHOWN.has(name)) return;
    const own = this.styles.lookOf(element);
    const look = overlayHtml(place.look, own);
    const inner: Place = {
      ...place,
      look,
      ground: own.ground ?? (own.groundUnknown ? null : place.ground),
      heading: place.heading || /^h[1-6]$/.test(name),
      preformatted: place.preformatted || name === 'pre',
    };
    switch (name) {
      case 'br':
        this.current?.breakLine();
        break;
      case 'a':
        this.link(element, inner);
        break;
      case 'table':
        this.table(element, inner);
        break;
      case 'li':
        this.endBlock();
        this.bulletPending = true;
        this.children(element, inner);
        this.endBlock();
        this.bulletPending = false;
        break;
      default:
        if (BLOCKS.has(name)) this.endBlock();
        this.children(element, inner);
        if (BLOCKS.has(name)) this.endBlock();
    }
  }

  private link(element: Element, place: Place): void {
    const address = attribute(element, 'href');
    const url = address !== null && /^(?:https?:|mailto:|tel:)/i.test(address) ? address : null;
    this.children(element, { ...place, url: url ?? place.url });
    const hasText = element.childNodes.some((one) => one.nodeName === '#text');
    if (url !== null && !hasText) this.looseLinks.push(url);
  }

  private table(table: Element, place: Place): void {
    this.endBlock();
    for (const row of rowsOf(table)) {
      const cells = row.childNodes.filter(isCell).map((cell, index) =>
        this.collect(() => {
          this.element(cell, { ...place, column: place.column + index, depth: place.depth + 1 });
        }),
      );
      const joined = joinRow(cells, place.column);
      this.hasColumns ||= joined.columns;
      this.lines.push(...joined.lines);
    }
  }

  private text(raw: string, place: Place): void {
    if (place.preformatted) {
      const [first = '', ...rest] = raw.split('\n');
      this.append(first, place);
      for (const line of rest) {
        this.current?.breakLine();
        this.append(line, place);
      }
      return;
    }
    this.append(raw.replace(/[^\S\u00a0]+/gu, ' '), place);
  }

  private append(text: string, place: Place): void {
    if (text === '' || (text === ' ' && !this.current)) return;
    const { look, ground } = place;
    if (look.hidden === true || isUnseen({ size: look.size, colour: look.colour, ground })) {
      this.hiddenCharacters += text.replace(/\s/gu, '').length;
      return;
    }
    this.current ??= new ParagraphLines(1, place.heading, place.column);
    if (this.bulletPending && text.trim() !== '') {
      this.bulletPending = false;
      this.current.append(`• ${text.trimStart()}`, look, place.url);
      return;
    }
    this.current.append(text, look, place.url);
  }
}

function isCell(node: Node): node is Element {
  return 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th');
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((one) => {
    if (!('tagName' in one)) return [];
    if (one.tagName === 'tr') return [one];
    return ['tbody', 'thead', 'tfoot'].includes(one.tagName) ? rowsOf(one) : [];
  });
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}
