import { SaxesParser } from 'saxes';
import { UnreadableDocumentError } from './document.errors';

/** An element of an office document's XML; text stands between its children in order. */
export interface XmlElement {
  /** With the prefix, as written: office programs use the same prefixes everywhere. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Deeper nesting than any program writes; reading it would overflow the stack. */
const MAX_DEPTH = 200;
/** Some 50 times the elements of a long resume. */
const MAX_ELEMENTS = 1_000_000;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * Parses XML without ever expanding or fetching an entity: a document type is refused outright,
 * because office documents have none and bombs and external entities need one.
 * @throws UnreadableDocumentError `corrupt` or `too_large`
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  let count = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw new UnreadableDocumentError('corrupt', 'A part of the document is damaged.', {
      cause: error,
    });
  });
  parser.on('doctype', () => {
    const message = 'The document defines XML entities, as only attacks do.';
    throw new UnreadableDocumentError('corrupt', message);
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MAX_ELEMENTS || open.length > MAX_DEPTH) {
      throw new UnreadableDocumentError('too_large', 'The document is built of too many parts.');
    }
    const element: OpenElement = { name: tag.name, attributes: tag.attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text);
  });
  parser.write(decodeXml(bytes)).close();
  return root.children.find((child) => typeof child !== 'string') ?? root;
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

export function child(element: XmlElement | null, name: string): XmlElement | null {
  if (!element) return null;
  for (const one of element.children) {
    if (typeof one !== 'string' && one.name === name) return one;
  }
  return null;
}

export function textOf(element: XmlElement): string {
  return element.children.map((one) => (typeof one === 'string' ? one : textOf(one))).join('');
}

/** All elements of a name in and under an element, in order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (one: XmlElement): void => {
    if (one.name === name) found.push(one);
    childElements(one).forEach(visit);
  };
  visit(element);
  return found;
}
